"""What the model is told of each word."""

from __future__ import annotations

from dragoman.language import features
from dragoman.language.features import SHAPES


def test_shape() -> None:
    """Case and digits, which the vocabulary does not know."""
    words = {"word": "lower", "Word": "initial", "UN": "capitals", "McCain": "mixed", "2017": "digits"}
    words |= {"4th": "digits-mixed", "I": "letter", ",": "mark", "co-op's": "lower", "Anglo-French": "other"}
    assert {w: SHAPES[features.shape(w)] for w in words} == words


def test_quoted_closes_with_the_paragraph() -> None:
    """A mark that is never closed does not swallow the next paragraph."""
    words = ["“", "We", "hope", "He", "said", '"', "yes", '"', "."]
    assert features.quoted(words, {0, 3}) == [2, 1, 1, 0, 0, 2, 1, 2, 0]

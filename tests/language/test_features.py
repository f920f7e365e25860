"""What the model is told of each word."""

from __future__ import annotations

from tokenizers import Tokenizer

from dragoman.language import features
from dragoman.language.features import SHAPES, STARTS
from dragoman.language.model import FOLDER


def test_shape() -> None:
    """Case and digits, which the vocabulary does not know."""
    words = {"word": "lower", "Word": "initial", "UN": "capitals", "McCain": "mixed", "2017": "digits"}
    words |= {"4th": "digits-mixed", "I": "letter", ",": "mark", "co-op's": "lower", "Anglo-French": "other"}
    assert {w: SHAPES[features.shape(w)] for w in words} == words


def test_quoted_closes_with_the_paragraph() -> None:
    """A mark that is never closed does not swallow the next paragraph."""
    words = ["“", "We", "hope", "He", "said", '"', "yes", '"', "."]
    assert features.quoted(words, {0, 3}) == [2, 1, 1, 0, 0, 2, 1, 2, 0]


def test_each_sentence_has_pieces_of_its_own() -> None:
    """A sentence stands between [CLS] and [SEP], is numbered, and its pieces are counted from 0."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    found = features.pieces(tokenizer, ["Hello", ".", "Denuclearization", "now"], {0, 2})
    tokens = [tokenizer.id_to_token(i) for i in found.ids]
    assert tokens[:4] == ["[CLS]", "hello", ".", "[SEP]"]
    assert tokens[4] == "[CLS]"
    assert tokens[-1] == "[SEP]"
    assert [tokens[i] for i in found.firsts[:2]] == ["hello", "."]
    assert tokens[found.firsts[3]] == "now"
    assert found.sentences == [0] * 4 + [1] * (len(tokens) - 4)
    assert found.places == [*range(4), *range(len(tokens) - 4)]


def test_a_sentence_that_is_too_long_gives_up_pieces() -> None:
    """Each word keeps its first piece, whatever happens."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    found = features.pieces(tokenizer, ["Denuclearization"] * 300, {0})
    assert len(found.ids) <= 512
    assert len(set(found.firsts)) == 300


def test_starts() -> None:
    """A word begins a paragraph, a sentence or nothing."""
    assert [STARTS[i] for i in features.starts({0, 2}, {0}, 4)] == ["paragraph", "none", "sentence", "none"]

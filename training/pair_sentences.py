"""Turns marked sentences into pairs, their trees as the language model reads them; deals them into folds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from dragoman.language import words
from dragoman.language.model import Model, Passage
from dragoman.language.pairs import Pair
from dragoman.types import Span
from training.corpora.plover import Marked

__all__ = ["folds", "to_pair"]


def to_pair(marked: Marked, model: Model) -> Pair:
    """A marked sentence as a pair, its tree as the model reads it."""
    spans = words.split(marked.text)
    shown = tuple(marked.text[s.start : s.end] for s in spans)
    (read,) = model.read([Passage(shown, frozenset({0}), frozenset({0}))])
    return Pair(shown, tuple(read.heads), _named(spans, marked.source), _named(spans, marked.target))


def folds(marked: Sequence[Marked], count: int, seed: int) -> list[int]:
    """The fold of each sentence: the same for the same text, types spread evenly."""
    draw = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    texts = sorted({m.text: m.root for m in marked}.items(), key=lambda item: (item[1], draw.random()))
    home = {text: i % count for i, (text, _) in enumerate(texts)}
    return [home[m.text] for m in marked]


def _named(spans: Sequence[Span], stretches: Iterable[Span]) -> frozenset[int]:
    """The words that some stretches touch."""
    return frozenset(
        i for s in stretches for i, word in enumerate(spans) if word.start < s.end and s.start < word.end
    )

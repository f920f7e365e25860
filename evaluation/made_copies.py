"""Copies of an article made on purpose, one way for each thing that outlets do to what they take over.

And what is no copy, though it shares words: another report with a quotation or with a foot of this one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING

from dragoman.types import Block, BlockKind

if TYPE_CHECKING:
    from dragoman.types import Article

__all__ = ["CHANGES", "OTHERS", "make", "paragraphs"]

QUOTED = 60
"""Words of a quotation that two reports share: three lines of print."""

FOOT = 80
"""Words of a foot that an outlet prints under everything."""

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")

Paragraphs = Sequence[str]
Change = Callable[[Paragraphs, Paragraphs, Random], Paragraphs]
"""The paragraphs of an article, those of another, and chance, to the paragraphs of a copy."""


def paragraphs(article: Article) -> list[str]:
    """The texts of the blocks that make claims."""
    return [article.text[block.start : block.end] for block in article.blocks if block.kind.makes_claims]


def make(of: Article, other: Article, change: Change, chance: Random) -> Article:
    """An article that a change makes of one, and of parts of another."""
    parts = change(paragraphs(of), paragraphs(other), chance)
    text, blocks, start = "\n\n".join(parts), [], 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 2
    id = sha256(f"{of.id} {text}".encode()).hexdigest()[:16]
    return replace(of, id=id, text=text, blocks=tuple(blocks), sha256=sha256(text.encode()).hexdigest())


def _new_head(own: Paragraphs, other: Paragraphs, _: Random) -> Paragraphs:
    return [*_words(other, 0, 50), *_words(own, 50)]


def _put_before(own: Paragraphs, other: Paragraphs, _: Random) -> Paragraphs:
    return [*_words(other, 0, 100), *own]


def _cut(share: float) -> Change:
    def cut(own: Paragraphs, _: Paragraphs, __: Random) -> Paragraphs:
        return _words(own, 0, round(share * sum(len(part.split()) for part in own)))

    return cut


def _replace(share: float) -> Change:
    def edit(own: Paragraphs, other: Paragraphs, chance: Random) -> Paragraphs:
        vocabulary = " ".join(other).split()
        return [
            " ".join(chance.choice(vocabulary) if chance.random() < share else word for word in part.split())
            for part in own
        ]

    return edit


def _drop_sentences(own: Paragraphs, _: Paragraphs, chance: Random) -> Paragraphs:
    kept = (" ".join(s for s in _SENTENCE.split(part) if chance.random() > 0.2) for part in own)
    return [part for part in kept if part] or own


def _reorder(own: Paragraphs, _: Paragraphs, chance: Random) -> Paragraphs:
    return chance.sample(own, len(own))


def _requote(own: Paragraphs, _: Paragraphs, __: Random) -> Paragraphs:
    marks = str.maketrans({"“": "«", "”": "»", '"': "'", "’": "'", "‘": "'", "'": "’"})
    return [part.translate(marks).replace(" - ", " — ") for part in own]


def _all_at_once(own: Paragraphs, other: Paragraphs, chance: Random) -> Paragraphs:
    for change in (_cut(0.6), _drop_sentences, _replace(0.05), _new_head):
        own = change(own, other, chance)
    return own


def _quote_in_another(own: Paragraphs, other: Paragraphs, _: Random) -> Paragraphs:
    middle = sum(len(part.split()) for part in own) // 2
    quoted = " ".join(_words(own, middle, middle + QUOTED))
    return [*other[:2], f"“{quoted}”", *other[2:]]


def _foot_of_another(own: Paragraphs, other: Paragraphs, _: Random) -> Paragraphs:
    return [*other, *_words(own, -FOOT)]


def _words(of: Paragraphs, start: int, end: int | None = None) -> list[str]:
    """The words of paragraphs from one number to another, in their paragraphs."""
    words = [(word, number) for number, part in enumerate(of) for word in part.split()][start:end]
    return [" ".join(word for word, _ in some) for _, some in groupby(words, key=lambda pair: pair[1])]


CHANGES: Mapping[str, Change] = {
    "exact": lambda own, _, __: own,
    "new head": _new_head,
    "put before": _put_before,
    "cut to 60 %": _cut(0.6),
    "cut to 40 %": _cut(0.4),
    "cut to 30 %": _cut(0.3),
    "5 % of words": _replace(0.05),
    "10 % of words": _replace(0.1),
    "sentences out": _drop_sentences,
    "reordered": _reorder,
    "other quotes": _requote,
    "all at once": _all_at_once,
}
"""What makes a copy."""

OTHERS: Mapping[str, Change] = {"a quotation": _quote_in_another, "a foot": _foot_of_another}
"""What makes another report that shares words."""

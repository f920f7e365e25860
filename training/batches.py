"""Batches: passages of like length, padded together, with the targets of every layer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from dragoman.language import features
from training.labels import Labels
from training.network import Inputs
from training.passage import Passage

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Batch", "Example", "batches", "prepare"]

IGNORED = -100


@dataclass(frozen=True)
class Example:
    """A passage as numbers; absent layers are None."""

    passage: Passage
    pieces: features.Pieces
    shapes: list[int]
    quotes: list[int]
    starts: list[int]
    sentences: list[int]


@dataclass
class Batch:
    """What goes in and what should come out; class targets are `IGNORED` where there is none."""

    inputs: Inputs
    words: Tensor
    same_sentence: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprels: Tensor
    links: Tensor
    names: tuple[Tensor, Tensor]
    attribution: tuple[Tensor, Tensor]
    statement: tuple[Tensor, Tensor]


def prepare(passages: Sequence[Passage], tokenizer: Tokenizer) -> list[Example]:
    """Word pieces and features of each passage."""
    return [
        Example(
            passage=p,
            pieces=features.pieces(tokenizer, p.words, p.sentences),
            shapes=[features.shape(w) for w in p.words],
            quotes=features.quoted(p.words, p.breaks),
            starts=features.starts(p.sentences, p.breaks, len(p.words)),
            sentences=features.sentence_numbers(p.sentences, len(p.words)),
        )
        for p in passages
    ]


def batches(examples: Sequence[Example], labels: Labels, *, words: int, seed: int | None) -> Iterator[Batch]:
    """All examples in batches of at most `words` words; shuffled where a seed is given.

    A batch holds passages with the same layers only, so that no head runs for nothing.
    """
    rng = random.Random(seed)  # noqa: S311 - an order of training, not a secret
    jitter = {id(e): rng.random() * 30 if seed is not None else 0.0 for e in examples}
    ordered = sorted(examples, key=lambda e: (_layers(e.passage), len(e.pieces.ids) + jitter[id(e)]))
    groups: list[list[Example]] = [[]]
    for e in ordered:
        full = sum(len(x.shapes) for x in groups[-1]) + len(e.shapes) > words
        if groups[-1] and (full or _layers(groups[-1][0].passage) != _layers(e.passage)):
            groups.append([])
        groups[-1].append(e)
    if seed is not None:
        rng.shuffle(groups)
    for group in groups:
        yield make(group, labels)


def _layers(passage: Passage) -> tuple[bool, ...]:
    layers = (passage.heads, passage.names, passage.attribution, passage.statement)
    return tuple(layer is not None for layer in layers)


def make(group: Sequence[Example], labels: Labels) -> Batch:
    """One batch of examples."""
    size, pieces = max(len(e.shapes) for e in group), max(len(e.pieces.ids) for e in group)
    passages = [e.passage for e in group]
    inputs = Inputs(
        ids=_padded([e.pieces.ids for e in group], pieces, 0),
        groups=_padded([e.pieces.sentences for e in group], pieces, -1),
        places=_padded([e.pieces.places for e in group], pieces, 0),
        firsts=_padded([e.pieces.firsts for e in group], size, 0),
        shapes=_padded([e.shapes for e in group], size, 0),
        quotes=_padded([e.quotes for e in group], size, 0),
        starts=_padded([e.starts for e in group], size, 0),
        sentences=_padded([e.sentences for e in group], size, -1),
    )
    return Batch(
        inputs=inputs,
        words=inputs.sentences >= 0,
        same_sentence=inputs.sentences.unsqueeze(2) == inputs.sentences.unsqueeze(1),
        upos=_classes([p.upos for p in passages], labels.upos, size),
        xpos=_classes([p.xpos for p in passages], labels.xpos, size),
        heads=_padded([p.heads or [IGNORED] * len(p.words) for p in passages], size, IGNORED),
        deprels=_classes([p.deprels for p in passages], labels.deprels, size),
        links=_padded([_links(p) for p in passages], size, IGNORED),
        names=_tags([_names(p, labels) for p in passages], len(labels.names), size),
        attribution=_tags(
            [_exact(p.attribution, labels.attribution) for p in passages], len(labels.attribution), size
        ),
        statement=_tags(
            [_exact(p.statement, labels.statement) for p in passages], len(labels.statement), size
        ),
    )


def _padded(rows: Sequence[Sequence[int]], size: int, fill: int) -> Tensor:
    return torch.tensor([[*r, *[fill] * (size - len(r))] for r in rows], dtype=torch.long)


def _classes(rows: Sequence[tuple[str, ...] | None], labels: tuple[str, ...], size: int) -> Tensor:
    index = {x: i for i, x in enumerate(labels)}
    return _padded([[index.get(x, IGNORED) for x in r or ()] for r in rows], size, IGNORED)


def _links(passage: Passage) -> list[int]:
    return [x if x >= 0 else IGNORED for x in passage.links or [-1] * len(passage.words)]


def _names(passage: Passage, labels: Labels) -> list[list[bool]] | None:
    if passage.names is None:
        return None
    return [labels.allowed(t, partial=passage.partial) for t in passage.names]


def _exact(tags: tuple[str, ...] | None, labels: tuple[str, ...]) -> list[list[bool]] | None:
    return None if tags is None else [[x == t for x in labels] for t in tags]


def _tags(rows: Sequence[list[list[bool]] | None], kinds: int, size: int) -> tuple[Tensor, Tensor]:
    """The allowed tags (batch, word, tag), and which words have any (batch, word)."""
    allowed = torch.ones(len(rows), size, kinds, dtype=torch.bool)
    known = torch.zeros(len(rows), size, dtype=torch.bool)
    for i, row in enumerate(rows):
        if row is not None:
            allowed[i, : len(row)] = torch.tensor(row)
            known[i, : len(row)] = True
    return allowed, known

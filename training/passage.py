"""What the model learns from: a stretch of consecutive words, with what a corpus says of them.

A layer that a corpus does not annotate is None and is left out of the loss, never counted as
"nothing there".
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.language import passages

__all__ = ["Passage", "pack", "scattered"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in order, and their layers, each as long as `words`.

    `breaks` holds the words that begin a paragraph, `sentences` those that begin a sentence. `heads`
    are positions within the passage, a root's its own. `names`, `attribution` and `statement` are BIO
    tags; `partial` says that the corpus knows PER, ORG and LOC only. `links` gives, for the first word
    of each source, cue and content, the first word of the cue that it belongs to (of the content where
    there is no cue), and -1 elsewhere.
    """

    words: tuple[str, ...]
    breaks: frozenset[int]
    sentences: frozenset[int] = frozenset({0})
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    partial: bool = False
    attribution: tuple[str, ...] | None = None
    links: tuple[int, ...] | None = None
    statement: tuple[str, ...] | None = None

    def replaced(self, **layers: object) -> Passage:
        """The same passage with other layers."""
        return replace(self, **layers)  # type: ignore[arg-type]

    def cut(self, start: int, end: int) -> Passage:
        """The words from start to end; a link or a head that points outside is dropped."""
        size = end - start

        def inside(values: tuple[int, ...] | None, *, missing: int | None) -> tuple[int, ...] | None:
            if values is None:
                return None
            moved = (v - start for v in values[start:end])
            return tuple(
                v if 0 <= v < size else (i if missing is None else missing) for i, v in enumerate(moved)
            )

        def piece(values: tuple[str, ...] | None) -> tuple[str, ...] | None:
            return None if values is None else values[start:end]

        def tags(values: tuple[str, ...] | None) -> tuple[str, ...] | None:
            if values is None or not values[start].startswith("I-"):
                return piece(values)
            return (values[start].replace("I-", "B-", 1), *values[start + 1 : end])

        return replace(
            self,
            words=self.words[start:end],
            breaks=frozenset(b - start for b in self.breaks if start <= b < end) | {0},
            sentences=frozenset(b - start for b in self.sentences if start <= b < end) | {0},
            upos=piece(self.upos),
            xpos=piece(self.xpos),
            heads=inside(self.heads, missing=None),
            deprels=piece(self.deprels),
            names=tags(self.names),
            attribution=tags(self.attribution),
            links=inside(self.links, missing=-1),
            statement=tags(self.statement),
        )


def pack(document: Passage) -> list[Passage]:
    """Cuts a document into passages, as the running model cuts an article."""
    cuts = passages.cut(len(document.words), document.breaks, document.sentences)
    return [document.cut(a, b) for a, b in cuts]


def scattered(documents: Iterable[Passage], *, seed: int) -> list[Passage]:
    """Passages of sentences that were shuffled across documents, so that a batch shows many kinds."""
    alone = [
        d.cut(a, min(b, a + passages.MAX_WORDS))
        for d in documents
        for a, b in pairwise([*sorted(d.sentences), len(d.words)])
    ]
    random.Random(seed).shuffle(alone)  # noqa: S311 - an order of training, not a secret
    groups: list[list[Passage]] = [[]]
    for p in alone:
        if sum(len(x.words) for x in groups[-1]) + len(p.words) > passages.MAX_WORDS:
            groups.append([])
        groups[-1].append(p)
    return [_joined(group) for group in groups if group]


def _joined(parts: list[Passage]) -> Passage:
    """Passages with the same layers, one after the other."""
    at = [0]
    for p in parts:
        at.append(at[-1] + len(p.words))

    def chained(layer: str) -> tuple[str, ...] | None:
        return None if getattr(parts[0], layer) is None else sum((getattr(p, layer) for p in parts), ())

    def moved(layer: str) -> frozenset[int]:
        return frozenset(x + a for p, a in zip(parts, at, strict=False) for x in getattr(p, layer))

    return replace(
        parts[0],
        words=sum((p.words for p in parts), ()),
        breaks=moved("breaks"),
        sentences=moved("sentences"),
        heads=tuple(h + a for p, a in zip(parts, at, strict=False) for h in p.heads or ()),
        **{k: chained(k) for k in ("upos", "xpos", "deprels", "names")},
    )

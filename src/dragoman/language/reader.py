"""Reads a text with the model: cuts it into words, sentences and passages, and keeps their offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language import passages, sentences, words
from dragoman.language.model import Passage

if TYPE_CHECKING:
    from dragoman.language.model import Model, Read
    from dragoman.types import Span

__all__ = ["Words", "read"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and what the model read: (first word, passage) for each passage in order."""

    spans: list[Span]
    passages: list[tuple[int, Read]]


def read(text: str, blocks: Sequence[Span], model: Model) -> Words:
    """Reads a text whose blocks (paragraphs and the like) are given in order."""
    spans = words.split(text)
    starts = frozenset(sentences.split(text, spans, blocks)) | {0}
    breaks = _breaks(spans, blocks)
    shown = [text[s.start : s.end] for s in spans]
    cuts = passages.cut(len(spans), breaks, starts)
    prepared = [
        Passage(
            words=tuple(shown[a:b]),
            breaks=frozenset(x - a for x in breaks if a <= x < b) | {0},
            sentences=frozenset(x - a for x in starts if a <= x < b) | {0},
        )
        for a, b in cuts
    ]
    return Words(spans, list(zip((a for a, _ in cuts), model.read(prepared), strict=True)))


def _breaks(spans: Sequence[Span], blocks: Sequence[Span]) -> frozenset[int]:
    """The words that begin a block; a line that is only wrapped begins nothing."""
    begins = [b.start for b in blocks]
    homes = [bisect_right(begins, s.start) for s in spans]
    return frozenset(i for i in range(1, len(spans)) if homes[i] != homes[i - 1]) | {0}

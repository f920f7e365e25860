"""Joins sources, cues and contents into attributions.

Two heads of the model mark contents and cues: one has learned attributions of every sort, thoughts and
wishes among them, the other the words that are reported as said, as this project cites them. Where
both mark a content, the second one's edges stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.language import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.language.model import Read

__all__ = ["Parts", "join"]

Stretch = tuple[int, int]

APART = 4.0
"""What it costs a source to stand in another sentence than its cue, in logarithms of likelihood."""


@dataclass(slots=True)
class Parts:
    """One attribution in words of a passage: each part a list of (first, end exclusive).

    `is_said` tells that the model takes a content for words reported as said.
    """

    cues: list[Stretch] = field(default_factory=list)
    sources: list[Stretch] = field(default_factory=list)
    contents: list[Stretch] = field(default_factory=list)
    is_said: bool = False


def join(read: Read) -> list[Parts]:
    """The attributions of a passage, in order of their first word.

    A content goes to the cue that the links like best, or stands alone where they like its own first
    word better; a source goes to a cue or to a content that stands alone. All parts of an attribution
    stand in one paragraph, but for a cue that ends its paragraph with a colon. A cue that nothing goes
    to and a source that finds neither are left out.
    """
    said, marked = decode.spans(read.statement), decode.spans(read.attribution)
    cues = _united([s[1:] for s in said if s[0] == "cue"], [s[1:] for s in marked if s[0] == "cue"])
    sure = _parted([s[1:] for s in said if s[0] == "content"], read)
    contents = _united(sure, _parted([s[1:] for s in marked if s[0] == "content"], read))
    anchors = {a: Parts(cues=[(a, b)]) for a, b in cues}
    for a, b in contents:
        near = [c for c, _ in cues if _is_near(read, c, a)]
        best = _liked(read, a, [*near, a])
        part = anchors.setdefault(best, Parts())
        part.contents.append((a, b))
        part.is_said |= (a, b) in sure
    for kind, a, b in marked:
        near = [t for t in anchors if kind == "source" and _paragraph(read, t) == _paragraph(read, a)]
        if near:
            anchors[_liked(read, a, near, apart=APART)].sources.append((a, b))
    whole = [p for p in anchors.values() if p.contents]
    return sorted(whole, key=lambda p: min(x for part in (p.cues, p.sources, p.contents) for x in part))


def _paragraph(read: Read, word: int) -> int:
    """The word that begins a word's paragraph."""
    return max(b for b in read.passage.breaks if b <= word)


def _is_near(read: Read, cue: int, content: int) -> bool:
    """Whether a cue can introduce a content: in its paragraph, or where the one before ends with a colon."""
    first = _paragraph(read, content)
    if _paragraph(read, cue) == first:
        return True
    before = first > 0 and _paragraph(read, first - 1) == _paragraph(read, cue)
    return before and read.passage.words[first - 1] in {":", ",", "–", "—"}


def _liked(read: Read, part: int, anchors: Sequence[int], *, apart: float = 0.0) -> int:
    """The anchor that the links like best for a part; one in another sentence costs `apart`."""

    def liking(anchor: int) -> float:
        low, high = sorted((part, anchor))
        parted = any(low < s <= high for s in read.passage.sentences)
        return float(read.links[part, anchor]) - (apart if parted else 0.0)

    return max(anchors, key=liking)


def _parted(stretches: Sequence[Stretch], read: Read) -> list[Stretch]:
    """The stretches, cut where a paragraph begins."""
    out = []
    for a, b in stretches:
        edges = [a, *sorted(x for x in read.passage.breaks if a < x < b), b]
        out += list(pairwise(edges))
    return out


def _united(first: Sequence[Stretch], second: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of the first list, and those of the second that touch none of them."""
    free = [s for s in second if not any(s[0] < f[1] and f[0] < s[1] for f in first)]
    return sorted([*first, *free])

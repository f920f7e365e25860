"""Joins sources, cues and contents into attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.language import decode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Parts", "join"]


@dataclass(slots=True)
class Parts:
    """One attribution in words of a passage: each part a list of (first, end exclusive)."""

    cues: list[tuple[int, int]] = field(default_factory=list)
    sources: list[tuple[int, int]] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)


def join(tags: Sequence[str], links: NDArray[np.float32]) -> list[Parts]:
    """The attributions of a passage, in order of their first word.

    A content goes to the cue that `links` likes best, or stands alone where it likes its own first word
    better; a source goes to a cue or to a content that stands alone. A cue that nothing goes to and a
    source that finds neither are left out.
    """
    found = decode.spans(tags)
    cues = {a: Parts(cues=[(a, b)]) for kind, a, b in found if kind == "cue"}
    alone: dict[int, Parts] = {}
    for kind, a, b in found:
        if kind == "content":
            best = max([*cues, a], key=lambda t: float(links[a, t]))
            part = cues.get(best) or alone.setdefault(a, Parts())
            part.contents.append((a, b))
    anchors = {**cues, **alone}
    for kind, a, b in found:
        if kind == "source" and anchors:
            anchors[max(anchors, key=lambda t: float(links[a, t]))].sources.append((a, b))
    whole = [p for p in anchors.values() if p.contents]
    return sorted(whole, key=lambda p: min(x for part in (p.cues, p.sources, p.contents) for x in part))

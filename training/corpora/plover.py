"""PLOVER's pairs: sentences with a source and a target, and what the one does to the other.

Tab-separated, as published beside the codebook: `marked_sentence` has the source in `<s>…</s>` and the
target in `<t>…</t>`, `gold_root` the type and `gold_penta` the quad class. Either may be missing in the
sentence, or stand in it more than once. The columns that are other systems' answers are not read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.types import Span

__all__ = ["QUADS", "Marked", "parse", "rows"]

QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("AID", "COOPERATE", "YIELD"),
    3: ("ACCUSE", "REJECT", "REQUEST", "THREATEN"),
    4: ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
}
"""The types of each quad class: verbal and material cooperation, verbal and material conflict.

PLOVER's pairs have CONCEDE and RETREAT as one, material; the codebook has CONCEDE as verbal.
"""

_MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the stretches that name its source and its target.

    `root` is a PLOVER type, with YIELD for CONCEDE and RETREAT, or NONE; `quad` is its class from 1 to 4.
    """

    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    root: str
    quad: int = 0


def rows(path: Path) -> Iterator[Marked]:
    """Each pair of a file, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield parse(row["marked_sentence"], row["gold_root"], int(row["gold_penta"]))


def parse(marked: str, root: str, quad: int = 0) -> Marked:
    """A marked sentence without its marks."""
    text, at, opened = "", 0, 0
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]].append(_trimmed(text, opened))
        else:
            opened = len(text)
    return Marked(text + marked[at:], tuple(spans["s"]), tuple(spans["t"]), root, quad)


def _trimmed(text: str, start: int) -> Span:
    """The stretch from `start` to the end of a text, without the white space around it."""
    inner = text[start:]
    end = start + len(inner.rstrip())
    return Span(end - len(inner.strip()), end)

"""Cuts a text into its lines, joining those of a paragraph that was wrapped at a fixed width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

__all__ = ["Line", "count_words", "is_terminated", "split", "squeeze"]

TERMINATED = re.compile(r"[.!?…:;,。！？：；।۔؟][\"'”’»)\]*]*$|[.!?…]\s*(?:\(\w{1,12}\)|\[\d{1,3}\])$")
SPACELESS = "\u0e00"
"""From Thai upwards Unicode has most scripts that are written without spaces, Chinese among them."""

WIDTH = 100
"""A text whose lines are no longer than this may be wrapped at a fixed width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    `gap` is the number of blank lines before it. Offsets are code points into the text.
    """

    start: int
    end: int
    text: str
    gap: int


def split(text: str) -> list[Line]:
    """The lines of a text that are not blank; a wrapped paragraph is one line."""
    lines: list[Line] = []
    gap = offset = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = offset + raw.index(line)
            lines.append(Line(start, start + len(line), line, gap))
        gap = 0 if line else gap + 1
        offset += len(raw) + 1
    return _joined(text, lines) if _is_wrapped(lines) else lines


def is_terminated(text: str) -> bool:
    """Whether a line ends as a sentence (or a clause of one) does."""
    return TERMINATED.search(text[-16:]) is not None


def count_words(text: str) -> int:
    """About how many words a text has; of scripts without spaces, two characters are taken for one."""
    return max(len(text.split()), sum(char > SPACELESS for char in text) // 2)


def squeeze(text: str) -> str:
    """A line's letters and digits in lower case, to compare lines that differ in dress alone."""
    return "".join(char for char in text.lower() if char.isalnum())


def _is_wrapped(lines: list[Line]) -> bool:
    broken = _broken(lines)
    if (
        len(broken) < max(4, len(lines) // 2)
        or max(map(len, broken)) > WIDTH
        or median(map(len, broken)) < 45
    ):
        return False
    return sum(text[-1] not in '.!?:"”' for text in broken) > 0.6 * len(broken)


def _broken(lines: list[Line]) -> list[str]:
    """The lines that another follows without a gap."""
    return [a.text for a, b in pairwise(lines) if b.gap == 0]


def _joined(text: str, lines: list[Line]) -> list[Line]:
    """The lines with each wrapped paragraph made one: a full line runs on into the next without a gap."""
    full = 0.7 * max(map(len, _broken(lines)))
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.gap == 0 and len(groups[-1][-1].text) >= full and not _is_indented(text, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Line(first.start, last.end, text[first.start : last.end], first.gap)
        for first, last in ((group[0], group[-1]) for group in groups)
    ]


def _is_indented(text: str, line: Line) -> bool:
    return text[max(0, line.start - 2) : line.start] in {"  ", "\n\t", " \t", "\t\t"}

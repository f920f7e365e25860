"""Finds when an article was published, as a TIMEX value as precise as its page tells.

Only lines around the report are read, never its prose: a dateline, a line that holds a date and little
else, a label such as `Published:` in the languages that dateparser reads, the address of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dragoman.articles import months, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Found", "from_iso", "from_url", "is_date_line", "read", "read_dateline"]

WORD = r"[^\W\d_][^\s\d,;:()|/–—]{1,14}"
JOIN = r"(?:\s*,\s*|\s+|-)(?:de\s+|del\s+|of\s+|d['’])?"
SHAPES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:T(?P<clock>\d{2}:\d{2}))?(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})\s?[./年년]\s?(?P<m>\d{1,2})\s?[./月월]\s?(?P<d>\d{1,2})(?!\d)\s?[日일]?"),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[ºª.])?{JOIN}(?P<w>{WORD}){JOIN}(?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"(?<!\w)(?P<w>{WORD})[\s-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)(?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<y>\d{{4}})\.?\s+(?P<w>{WORD})\s+(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\w)(?P<w>{WORD}),?\s+(?P<y>\d{{4}})(?!\d)"),
)
CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})[:.h](\d{2})(?::\d{2})?(?!\d)\s*(?:([ap])\.?\s?m\b\.?)?|(?<![\d:.])(\d{1,2})\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
ZONE = re.compile(r"\b(?:[A-Z]{2,4}T|GMT|UTC|BST|MSK|IST|JST|KST)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b|\bZ\b")
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b\.?", re.IGNORECASE)
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?)?(?!\d)")
IN_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3})(?:[/-](?P<d>\d{1,2}))?(?=[/-])", re.IGNORECASE)
SEPARATORS = "|·•—–-,/:;()[]@ \t\n"
SIZE = 140


@dataclass(frozen=True, slots=True)
class Found:
    """A date as a line gives it: a TIMEX value, how far to trust it, and a remark where it is unclear.

    `rank` is 0 for a date of publication, 1 for a bare date, 2 for a dateline's, 3 for a date of change
    and 4 for one whose label is not known.
    """

    value: str
    rank: int
    notice: str | None = None


def is_date_line(line: str) -> bool:
    """Whether a line tells a date and little else."""
    return read(line) is not None


def read(line: str) -> Found | None:
    """The date that a line tells, None where it tells none, or far more than a date."""
    if len(line) > SIZE or not any(char.isdigit() for char in line):
        return None
    return _read(line)


@cache
def _read(line: str) -> Found | None:
    found = [item for item in _all(line) if item]
    return min(found, key=lambda item: item.rank, default=None)


def _all(line: str) -> Iterator[Found | None]:
    """Each date of the line with the words before it as its label."""
    spans = sorted({match.span(): match for match in _matches(line)}.items())
    before = 0
    for index, ((start, end), match) in enumerate(spans):
        last = spans[index + 1][0][0] if index + 1 < len(spans) else len(line)
        rank = _rank(line[before:start], line[end:last])
        if rank is not None:
            yield _found(match, line[before:start], line[end:last], rank)
        before = end
    if not spans:
        yield _labelled_by_dateparser(line)
"""placeholder"""

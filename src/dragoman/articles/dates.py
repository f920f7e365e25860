"""Finds when an article was published, as a TIMEX value as precise as its page tells.

Only lines around the report are read, never its prose: a dateline, a line that holds a date and little
else, a label such as `Published:` in the languages that dateparser reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dragoman.articles import months, signs, stamps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.articles.stamps import Stamp

__all__ = ["BARE", "Found", "best", "is_date_line", "read", "read_dateline"]

SIZE = 140
"""The most characters that a line around the report has, if it tells a date."""

PUBLISHED, BARE, DATELINE, UPDATED, UNKNOWN = range(5)
"""How far a date is that of publication, the best first."""

SEPARATORS = "|·•—–-,/:：;()[]@*_ \t\n"
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A date that a line tells: its TIMEX value, its rank, and a remark where it is unclear."""

    value: str
    rank: int
    notice: str | None = None


def read(line: str) -> Found | None:
    """The date that a line tells, None where it tells none, or far more than a date."""
    if len(line) > SIZE or not YEAR.search(line):
        return None
    return _read(line)


def is_date_line(line: str) -> bool:
    """Whether a line tells a date and little else."""
    return read(line) is not None


def read_dateline(text: str) -> Found | None:
    """The date of a dateline, None where it tells no year."""
    for stamp in stamps.find(text):
        value = stamp.value(day_first=False)
        if value and stamp.has_day:
            return Found(value, DATELINE)
    return None


def best(found: Iterable[Found]) -> Found | None:
    """The one to believe: of the best rank the first, with the time of day if another tells it."""
    ordered = sorted(found, key=lambda item: item.rank)
    if not ordered:
        return None
    first = ordered[0]
    finer = [item for item in ordered if item.rank == first.rank and item.value.startswith(first.value)]
    return max(finer, key=lambda item: len(item.value))


@lru_cache(maxsize=4096)
def _read(line: str) -> Found | None:
    found = stamps.find(line)
    if not found:
        return _read_labelled(line)
    edges = [0, *(stamp.end for stamp in found)]
    heads = [line[edge : stamp.start] for edge, stamp in zip(edges, found, strict=False)]
    tail = line[found[-1].end :]
    dated = [_dated(stamp, head, tail) for stamp, head in zip(found, heads, strict=True)]
    known = [item for item in dated if item]
    if not known and all(stamp.foreign for stamp in found):
        return _read_labelled(line)
    return min(known, key=lambda item: item.rank, default=None)


def _dated(stamp: Stamp, before: str, after: str) -> Found | None:
    """The date of a stamp between these words, None where they do not belong around a date."""
    label = _label(before)
    rank = _rank(before, label, stamp)
    if rank is None or not (stamp.has_day or not stamp.foreign or rank in {PUBLISHED, UPDATED}):
        return None
    if not _is_aside(after, limit=80 if rank in {PUBLISHED, UPDATED} else 40):
        return None
    day_first = label is not None and label not in _english()
    value = stamp.value(day_first=day_first)
    if value is None:
        return None
    unclear = stamp.is_unclear(day_first=day_first)
    notice = f"{stamp.match[0]} may be read with the day or the month first" if unclear else None
    return Found(value, rank, notice)


def _rank(before: str, label: str | None, stamp: Stamp) -> int | None:
    """How far a date with these words before it is that of publication; None where it is not at all."""
    if label:
        return (
            PUBLISHED
            if label in signs.whole("published", "english") | signs.whole("published", "others")
            else UPDATED
        )
    words = [
        word for word in before.strip(SEPARATORS).split() if not WEEKDAY.fullmatch(word.strip(SEPARATORS))
    ]
    if not words or (len(words) == 1 and stamp.foreign and len(words[0]) <= 12):
        return BARE
    if before.rstrip().endswith(":"):
        return UNKNOWN if len(words) <= 4 else None
    if before.rstrip()[-1] in SEPARATORS or words[0] in {"By", "BY"}:
        return BARE if _are_names(words) else None
    return None


def _is_aside(after: str, *, limit: int) -> bool:
    """Whether what follows a date goes with one: nothing, a zone, an outlet, who wrote it."""
    rest = re.sub(stamps.ZONE, " ", after).strip(SEPARATORS + ".")
    if not rest:
        return True
    words = rest.split()
    if len(words) > 3 and after.rstrip().endswith("."):
        return False
    named = words[0].lower() == "by" or after.lstrip(" ")[:1] in SEPARATORS
    return len(rest) <= limit and named and _are_names(words[1:] if words[0].lower() == "by" else words)


def _are_names(words: list[str]) -> bool:
    """Whether words could be names of people, places or outlets."""
    kept = [word for word in words if word[0].isalpha()]
    return len(words) <= 10 and all(word[0].isupper() or len(word) <= 3 for word in kept)


@cache
def _labels() -> re.Pattern[str]:
    phrases = [
        item
        for name in ("published", "updated")
        for key in ("english", "others")
        for item in signs.whole(name, key)
    ]
    return re.compile(rf"(?<!\w){signs.pattern(phrases)}$")


@cache
def _english() -> frozenset[str]:
    return signs.whole("published", "english") | signs.whole("updated", "english")


def _label(before: str) -> str | None:
    """The known label that the words before a date end with, such as `published on`."""
    text = before.lower().rstrip(SEPARATORS)
    while text and WEEKDAY.fullmatch(text.split()[-1]):
        text = text[: -len(text.split()[-1])].rstrip(SEPARATORS)
    found = _labels().search(text[-40:])
    return " ".join(found[0].split()) if found else None


def _read_labelled(line: str) -> Found | None:
    """The date behind a known label where it has no form that stamps know, through dateparser."""
    label, colon, rest = line.replace("：", ":").partition(":")
    known = _label(label) if colon else None
    value = months.parse(rest.strip()) if known and YEAR.search(rest) else None
    if value is None or known is None:
        return None
    return Found(
        value,
        UPDATED
        if known in signs.whole("updated", "others") | signs.whole("updated", "english")
        else PUBLISHED,
    )

"""Reads dates and times where they are printed in figures and names of months: `7 July 2017, 09:31`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.articles import months

__all__ = ["CLOCK", "ZONE", "Stamp", "find", "from_iso", "from_url"]

WORD = r"[^\W\d_][^\s\d,;:()|/–—-]{1,14}"
JOIN = r"(?:\s*,\s*|\s+|-)(?:de\s+|del\s+|of\s+|d['’]\s?)?"
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?<![\d/-])(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\d-])",
        r"(?<!\d)(?P<y>\d{4})\s?[./年년]\s?(?P<m>\d{1,2})\s?[./月월]\s?(?P<d>\d{1,2})(?!\d)\s?[日일]?",
        r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[ºª.])?{JOIN}(?P<w>{WORD}){JOIN}(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\w)(?P<w>{WORD})[\s-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<y>\d{{4}})\.?\s+(?P<w>{WORD})\s+(?P<d>\d{{1,2}})(?!\d)\.?",
        rf"(?<!\w)(?P<w>{WORD}),?\s+(?P<y>\d{{4}})(?!\d)",
    )
)
CLOCK = (
    r"(?<![\d:.])(?:(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>\d{2})(?:[:.]\d{2})?(?![\d%])(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    r"|(?P<hour12>\d{1,2})\s*(?P<half12>[ap])\.?\s?m\b\.?)"
)
ZONE = r"(?:\b(?:[A-Z]{1,4}T|GMT|UTC|BST|MSK|CEST|Z|local time|Uhr|uur|hrs|hours)\b|[+-]\d{2}:?\d{2}\b)"
AFTER = re.compile(
    rf"(?:T|[\s,|·•@–—(-]{{0,4}}(?:[^\W\d]{{1,5}}\.?\s+){{0,2}}){CLOCK}(?:\s*\(?{ZONE}\)?)?", re.IGNORECASE
)
BEFORE = re.compile(rf"{CLOCK}(?:\s*\(?{ZONE}\)?)?[\s,|·•–—-]{{1,4}}(?:on\s+)?$", re.IGNORECASE)
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?(?!\d)")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})(?:[/-](\d{1,2}))?(?=[/-])", re.IGNORECASE)
IN_NUMBER = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{4}(?!\d)")
"""A date that begins an article's number: `202207260304`. Eight digits alone may be any number."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stretch of a line that has the form of a date, with the time of day that stands beside it."""

    start: int
    end: int
    match: re.Match[str]
    clock: str | None = None

    @property
    def foreign(self) -> bool:
        """Whether its month has a name, and that is not English."""
        return _has_foreign_word(self.match)

    @property
    def has_day(self) -> bool:
        """Whether it tells the day and not only the month."""
        found = self.match.groupdict()
        return "d" in found or "a" in found

    def is_unclear(self, *, day_first: bool) -> bool:
        """Whether it may be read with the day first as well as with the month first."""
        found = self.match.groupdict()
        if day_first or found.get("sep") in {None, "."}:
            return False
        return found["a"] != found["b"] and max(int(found["a"]), int(found["b"])) <= 12

    def value(self, *, day_first: bool) -> str | None:
        """Its TIMEX value, None where it is no date after all; an unclear one tells the year alone.

        Args:
            day_first: whether the page is known to print the day before the month in `06/07/2017`.
        """
        found = self.match.groupdict()
        year = int(found["y"])
        if self.is_unclear(day_first=day_first):
            return _value(year)
        if "a" in found:
            day, month = int(found["a"]), int(found["b"])
            return _value(year, *((day, month) if month > 12 else (month, day)), self.clock)
        named = int(found["m"]) if "m" in found else months.number(found["w"])
        if named is None:
            return None
        return _value(year, named, int(found["d"]) if "d" in found else None, self.clock)


def find(line: str) -> list[Stamp]:
    """The dates of a line in their order; where two overlap, the plainer one, then the longer one."""
    matches = [match for shape in SHAPES for match in shape.finditer(line)]
    matches.sort(key=lambda match: (_has_foreign_word(match), match.start() - match.end(), match.start()))
    taken: list[Stamp] = []
    for match in matches:
        if not any(match.start() < other.end and other.start < match.end() for other in taken):
            taken.append(_with_clock(line, match))
    return sorted(taken, key=lambda stamp: stamp.start)


def from_iso(text: str) -> str | None:
    """The TIMEX value of an ISO 8601 date, cut to minutes and without its zone, None where it is none."""
    found = ISO.match(text.strip())
    if not found:
        return None
    year, month, day, clock = found.groups()
    return _value(int(year), int(month) if month else None, int(day) if day else None, clock)


def from_url(url: str) -> str | None:
    """The date that a web address has, as in `/2017/07/06/` or `/201707060931`, None where it has none."""
    found = IN_URL.search(url[:500]) or IN_NUMBER.search(url[:500])
    if not found:
        return None
    year, month, day = found.groups()
    number = int(month) if month.isdigit() else months.SHORT.get(month.lower())
    return _value(int(year), number, int(day) if day else None) if number else None


def _has_foreign_word(match: re.Match[str]) -> bool:
    word = match.groupdict().get("w")
    return word is not None and not months.is_english(word)


def _with_clock(line: str, match: re.Match[str]) -> Stamp:
    """The stamp of a match, with the time of day that follows it or else stands before it."""
    start, end = match.span()
    after = AFTER.match(line, end)
    if after:
        return Stamp(start, after.end(), match, _clock(after))
    before = BEFORE.search(line[max(0, start - 30) : start])
    if before:
        return Stamp(start - (before.end() - before.start()), end, match, _clock(before))
    return Stamp(start, end, match)


def _clock(match: re.Match[str]) -> str | None:
    """The time of day as `09:31`, None where it is none."""
    hour, minute = int(match["hour"] or match["hour12"]), int(match["minute"] or 0)
    half = (match["half"] or match["half12"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _value(
    year: int, month: int | None = None, day: int | None = None, clock: str | None = None
) -> str | None:
    """A TIMEX value as precise as its parts, None where there is no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not 1900 <= year <= 2100:
        return None
    if not month or not day:
        return f"{year}-{month:02}" if month else str(year)
    return f"{year}-{month:02}-{day:02}" + (f"T{clock}" if clock else "")

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
ZONE = r"(?:\b(?:[A-Z]{1,4}T|GMT|UTC|BST|MSK|CEST|Z|local time)\b|[+-]\d{2}:?\d{2}\b)"
AFTER = re.compile(rf"(?:T|[\s,|·•@–—(-]{{0,4}}(?:[^\W\d]{{1,5}}\.?\s+){{0,2}}){CLOCK}(?:\s*\(?{ZONE}\)?)?", re.IGNORECASE)
BEFORE = re.compile(rf"{CLOCK}(?:\s*\(?{ZONE}\)?)?[\s,|·•–—-]{{1,4}}(?:on\s+)?$", re.IGNORECASE)
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?(?!\d)")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})(?:[/-](\d{1,2}))?(?=[/-])", re.IGNORECASE)


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
        word = self.match.groupdict().get("w")
        return word is not None and not months.is_english(word)

    @property
    def has_day(self) -> bool:
        """Whether it tells the day and not only the month."""
        found = self.match.groupdict()
        return "d" in found or "a" in found

    def value(self, *, day_first: bool) -> str | None:
        """Its TIMEX value, None where it is no date after all.

        Args:
            day_first: whether the page is known to print the day before the month in `06/07/2017`;
                where it is not, such a date tells the year alone.
        """
        found = self.match.groupdict()
        year = int(found["y"])
        if "a" in found:
            first, second = int(found["a"]), int(found["b"])
            if found["sep"] != "." and not day_first and first != second and max(first, second) <= 12:
                return _value(year)
            return _value(year, *((first, second) if first > 12 >= second and False else _ordered(first, second)))
        month = int(found["m"]) if "m" in found else months.number(found["w"])
        if month is None:
            return None
        return _value(year, month, int(found["d"]) if "d" in found else None, self.clock)

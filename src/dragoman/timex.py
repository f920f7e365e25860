"""Which days a TIMEX value covers, and whether two values can mean the same time.

Source: TimeML 1.2.1 annotation guidelines, TIMEX3 attribute `value`. Values whose year is not known
(`XXXX-08-19`, `XXXX-WXX-4`) cover no stretch of days, but can still agree with one that does.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
"""The bounds that stand for a time that is not known."""

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11)}
_PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?$")
_PART = re.compile(r"(\d{4})-([A-Z][A-Z0-9])$")
_YEARS = re.compile(r"(\d{2,4})(X{0,2})$")
_YEARLESS = re.compile(r"XXXX-(?:(\d\d|XX)(?:-(\d\d|XX))?|W(\d\d|XX)(?:-(WE|[1-7]))?)(?:T.*)?$")

Days = tuple[date, date]
"""The first and the last day of a stretch, both included."""


@lru_cache(maxsize=16384)
def days(value: str | None) -> Days | None:
    """The first and last day that a value covers, or None where that cannot be known.

    Args:
        value: a TIMEX value, or two with a slash between them.
    """
    if not value:
        return None
    first, slash, last = value.partition("/")
    start = _single(first)
    if not slash or start is None:
        return start
    end = _single(last)
    return None if end is None or end[1] < start[0] else (start[0], end[1])


def agree(one: str | None, other: str | None, *, slack: int = 0) -> bool:
    """Whether two values can mean the same time; one that is not given agrees with any.

    Args:
        one: a TIMEX value or None.
        other: a TIMEX value or None.
        slack: days by which the two may miss each other.
    """
    if not one or not other:
        return True
    a, b = days(one), days(other)
    if a and b:
        near = timedelta(days=slack)
        return a[0] <= b[1] + near and b[0] <= a[1] + near
    if a or b:
        yearless, known = (other, a) if a else (one, b)
        return known is not None and _fits(yearless, known)
    return one == other or not (_YEARLESS.match(one) and _YEARLESS.match(other)) or _alike(one, other)


def lasts(since: str | None, until: str | None, on: str | None) -> bool:
    """Whether what began and ended then may have been so on a day; what is not given leaves it open."""
    day, start, end = days(on), days(since), days(until)
    return day is None or not ((start and day[1] < start[0]) or (end and day[0] > end[1]))


def width(value: str | None) -> int:
    """How many days a value covers: less is more precise; a time that is not known is widest."""
    covered = days(value)
    if covered:
        return (covered[1] - covered[0]).days + 1
    return 10**6 if value else 10**7


def bounds(value: str | None, *, slack: int = 0) -> tuple[str, str]:
    """The first and last day of a value in ISO form; the widest bounds where it is not known."""
    covered = days(value)
    if covered is None:
        return FIRST_DAY, LAST_DAY
    return _shift(covered[0], -slack).isoformat(), _shift(covered[1], slack).isoformat()


def _shift(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.min if by < 0 else date.max


def _single(value: str) -> Days | None:
    try:
        return _day(value) or _month(value) or _week(value) or _part(value) or _years(value)
    except ValueError:  # a month 13, a week 54
        return None


def _day(value: str) -> Days | None:
    found = _DAY.match(value)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _month(value: str) -> Days | None:
    found = _MONTH.match(value)
    return _months(int(found[1]), int(found[2]), int(found[2])) if found else None


def _week(value: str) -> Days | None:
    found = _WEEK.match(value)
    if not found:
        return None
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    if found[3] == "WE":
        return monday + timedelta(days=4), monday + timedelta(days=6)
    if found[3]:
        day = monday + timedelta(days=int(found[3]) - 1)
        return day, day
    return monday, monday + timedelta(days=6)


def _part(value: str) -> Days | None:
    found = _PART.match(value)
    if not found:
        return None
    year, part = int(found[1]), found[2]
    if part == "WI":  # December to February: which end of the year is meant cannot be told
        return date(year - 1, 12, 1), date(year + 1, 2, 28)
    months = _SEASONS.get(part) or _PARTS.get(part)
    return _months(year, *months) if months else None


def _years(value: str) -> Days | None:
    found = _YEARS.match(value)
    if not found:
        return None
    digits = found[1]
    unknown = 4 - len(digits)
    if found[2] and len(found[2]) != unknown:
        return None
    first = int(digits) * 10**unknown
    return date(first or 1, 1, 1), date(first + 10**unknown - 1, 12, 31)


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _fits(yearless: str, covered: Days) -> bool:
    """Whether some day of a known stretch fits a value without a year."""
    found = _YEARLESS.match(yearless.partition("/")[0])
    if not found:
        return True  # "PAST_REF" and the like say nothing that could disagree
    if (covered[1] - covered[0]).days >= 366:
        return True
    day = covered[0]
    while day <= covered[1]:
        if _is_on(found, day):
            return True
        day += timedelta(days=1)
    return False


def _is_on(found: re.Match[str], day: date) -> bool:
    month, of_month, week, of_week = found.groups()
    _, iso_week, weekday = day.isocalendar()
    return (
        month in (None, "XX", f"{day.month:02}")
        and of_month in (None, "XX", f"{day.day:02}")
        and week in (None, "XX", f"{iso_week:02}")
        and (of_week is None or (weekday >= 5 if of_week == "WE" else of_week == str(weekday)))
    )


def _alike(one: str, other: str) -> bool:
    """Whether two values without a year agree on every part that both give."""
    a, b = _YEARLESS.match(one), _YEARLESS.match(other)
    if not a or not b:
        return False
    return all(x == y for x, y in zip(a.groups(), b.groups(), strict=True) if _known(x) and _known(y))


def _known(part: str | None) -> bool:
    return part not in (None, "XX")

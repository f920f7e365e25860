"""TIMEX values in words: `2017-07-06` as "Thursday 6 July 2017"."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_PARTS = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "last quarter of",
    "H1": "first half of", "H2": "second half of",
}  # fmt: skip
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?$")
_PART = re.compile(r"(\d{4})-([A-Z][A-Z0-9])$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")
_DECADE = re.compile(r"(\d{3})X?$")


def words(value: str, *, with_weekday: bool = False) -> str:
    """The value as a person would write it; what is not understood is given as it is.

    Args:
        value: a TIMEX value, or two with a slash between them.
        with_weekday: whether a day is to be named "Thursday" too.
    """
    first, slash, last = value.partition("/")
    if slash:
        return _stretch(first, last)
    if found := _WEEKDAY.match(value):
        return f"a {DAYS[int(found[1]) - 1]}, date not known"
    try:
        return _single(value, with_weekday=with_weekday)
    except (ValueError, IndexError):  # a month 13, a week 54
        return value


def _single(value: str, *, with_weekday: bool) -> str:
    if found := _DAY.match(value):
        return _day(found, with_weekday=with_weekday)
    if found := _MONTH.match(value):
        return f"{MONTHS[int(found[2]) - 1]} {_year(found[1])}"
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]), found[3], with_weekday=with_weekday)
    if (found := _PART.match(value)) and found[2] in _PARTS:
        return f"{_PARTS[found[2]]} {found[1]}"
    if found := _DECADE.match(value):
        return f"the {found[1]}0s"
    return value


def _stretch(first: str, last: str) -> str:
    """A range, without saying twice what both its ends share: "24 to 26 August 2019"."""
    start, end = words(first), words(last)
    if start == end:
        return start
    one, other = start.split(), end.split()
    while len(one) > 1 and other and one[-1] == other[-1]:
        one.pop()
        other.pop()
    return f"{' '.join(one)} to {end}"


def _day(found: re.Match[str], *, with_weekday: bool) -> str:
    year, month, day = found.groups()
    when = date(2000 if year == "XXXX" else int(year), int(month), int(day))
    text = f"{when.day} {MONTHS[when.month - 1]} {_year(year)}"
    return f"{DAYS[when.weekday()]} {text}" if with_weekday and year != "XXXX" else text


def _week(year: int, week: int, part: str | None, *, with_weekday: bool) -> str:
    if part == "WE":
        return f"weekend of {words(date.fromisocalendar(year, week, 6).isoformat())}"
    day = date.fromisocalendar(year, week, int(part or 1)).isoformat()
    return words(day, with_weekday=with_weekday) if part else f"week of {words(day)}"


def _year(year: str) -> str:
    return "(year not known)" if year == "XXXX" else year

"""What is reckoned from another time is worth: one function a rule, named as the rule."""

from __future__ import annotations

import re

from dragoman.language.times.calendar import Reference, Tense
from dragoman.language.times.expression import (
    AFTER,
    ANCHORED,
    BEFORE,
    CLOCK_UNITS,
    FUTURE,
    PAST,
    PRESENT,
    Expression,
    Value,
    count_of,
    date_of,
    length,
    number,
    ordinal,
    spoken,
    unit_of,
)
from dragoman.language.times.words import SEASONS
from dragoman.types import TimeKind

__all__ = [
    "ago",
    "ahead",
    "of_unit",
    "recent",
    "relative",
    "relatives",
    "season",
    "shifted",
    "the_year",
    "weekend",
    "year_ago",
    "year_end",
]

_LONG_AGO = 200  # from so many on, a number of years is round


def weekend(match: Expression) -> Value | None:
    """`the weekend`, `last weekend`."""
    rel = match.word("rel")
    away = -1 if rel in BEFORE else 1 if rel in AFTER else 0
    if not away and match.tense_of() is not Tense.FUTURE and rel != "this":
        day = match.reference.day
        away = -1 if day is not None and day.isoweekday() < 6 else 0
    return date_of(match.reference.weekend(away), anchors=False)


def season(match: Expression) -> Value | None:
    """`summer 2018`, `this fall`, `last spring`."""
    name, rel = SEASONS[match.word("season")], match.word("rel")
    year = spoken(match) if match.has("hundreds") else match.word("year")
    if year:
        return date_of(f"{year}-{name}", anchors=False)
    if match.has("hundreds"):
        return None
    tense = Tense.PAST if rel in BEFORE else Tense.FUTURE if rel in AFTER else match.tense_of()
    if rel == "this":
        tense = Tense.OPEN
    return date_of(match.reference.season(name, tense, strictly=rel in BEFORE | AFTER), anchors=False)


def relative(match: Expression) -> Value | None:
    """`last week`, `this year`, `the following day`, `the same month`."""
    rel, unit = match.word("rel"), unit_of(match.word("unit"))
    if unit in CLOCK_UNITS or (unit == "D" and rel == "last"):
        return None
    if unit == "D" and rel in {"current", "present"}:
        return date_of(PRESENT, anchors=False)
    if rel in ANCHORED or (rel == "next" and unit == "D"):
        return _anchored(match, rel, unit)
    if rel == "past" and unit in {"D", "W", "M", "E", "C"}:
        return Value(TimeKind.DURATION, length(1, unit))
    away = -1 if rel in BEFORE | {"latest"} else 1 if rel in AFTER else 0
    return date_of(match.reference.units(unit, away), anchors=unit in {"D", "Q"})


def _anchored(match: Expression, rel: str, unit: str) -> Value | None:
    """What is reckoned from the date before: `that day`, `the following week`."""
    away = -1 if rel in BEFORE else 1 if rel in AFTER else 0
    anchor = match.anchor() if unit in {"D", "W"} else Reference.of(match.near)
    if unit == "Q" and (found := re.match(r"\d{4}-Q(\d)$", match.near or "")):
        anchor = Reference(anchor.year, 3 * int(found[1]))
    if anchor.year is None:
        anchor = match.reference
    return date_of(anchor.units(unit, away), anchors=unit == "D")


def of_unit(match: Expression) -> Value | None:
    """`the end of the month`, `later in the day`."""
    unit = unit_of(match.word("unit"))
    if unit in CLOCK_UNITS:
        return None
    reference = match.anchor() if unit == "D" else match.reference
    return date_of(reference.units(unit, 0), anchors=False)


def the_year(match: Expression) -> Value | None:
    """`for the year`, `the full year`; None for other units."""
    if match.word("unit") != "year":
        return None
    if match.has("ended"):
        return Value(TimeKind.DURATION, "P1Y")
    return date_of(match.reference.years(0), anchors=False)


def year_end(match: Expression) -> Value | None:
    """`year-end`."""
    if match.has("unit") and match.word("unit") != "year":
        return None
    this = match.reference.years(0)
    return date_of(f"{this}-12-31" if this else None, anchors=False)


def relatives(match: Expression) -> Value | None:
    """`the past two months`, `the next few years`."""
    return Value(TimeKind.DURATION, length(number(match.groups["count"]), unit_of(match.word("unit"))))


def recent(match: Expression) -> Value | None:
    """`recent years`, `the coming weeks`."""
    return Value(TimeKind.DURATION, length(None, unit_of(match.word("unit"))))


def ago(match: Expression) -> Value | None:
    """`two weeks ago`, `years ago`, `three days from now`."""
    count = count_of(match) if match.has("count") else None
    unit = unit_of(match.word("unit"))
    sign = -1 if match.has("ago") else 1
    if count is None or unit in CLOCK_UNITS or count >= _LONG_AGO:
        return date_of(PAST if sign < 0 else FUTURE, anchors=False)
    if unit in {"E", "C"}:  # two decades ago is a year, not a decade
        unit, count = "Y", count * (10 if unit == "E" else 100)
    if unit == "Y" and count == 1 and (same := _same_quarter(match, -1)):
        return date_of(same, anchors=False)
    return date_of(match.reference.units(unit, sign * round(count)), anchors=unit == "D")


def _same_quarter(match: Expression, away: int) -> str | None:
    """The quarter that was told of last, so many years away."""
    found = re.match(r"(\d{4})(-Q\d)$", match.quarter or "")
    return f"{int(found[1]) + away}{found[2]}" if found else None


def shifted(match: Expression) -> Value | None:
    """`two days later`, `a year earlier`, `the day after`."""
    unit, count = unit_of(match.word("unit")), count_of(match)
    if unit in CLOCK_UNITS or count is None:
        return Value(TimeKind.DURATION, length(count, unit))
    away = round(count) * (-1 if match.word("step") in {"earlier", "before"} else 1)
    if unit == "Y" and (same := _same_quarter(match, away)):
        return date_of(same, anchors=False)
    anchor = match.anchor() if unit in {"D", "W"} else Reference.of(match.near)
    if anchor.year is None:
        anchor = match.reference
    return date_of(anchor.units(unit, away), anchors=unit == "D")


def year_ago(match: Expression) -> Value | None:
    """`the year-earlier period`, `a year-ago quarter`, `the same period last year`."""
    if (match.word("unit") or match.word("unit2")) != "year":
        return None
    before = match.reference.years(-1)
    if match.has("ord") and before and (quarter := ordinal(match.groups["ord"])) <= 4:
        return date_of(f"{before}-Q{quarter}", anchors=False)
    return date_of(_same_quarter(match, -1) or before, anchors=False)


def ahead(match: Expression) -> Value | None:
    """`in three days`, `in a year or two`: a date where it is to come, else a length."""
    unit = unit_of(match.word("unit"))
    if match.has("or"):
        is_past = match.tense_of() is Tense.PAST
        return Value(TimeKind.DURATION, length(None, unit)) if is_past else date_of(FUTURE, anchors=False)
    count = count_of(match)
    is_rate = unit == "D" and match.word("count") == "a"  # `ten letters in a day`
    if is_rate or count is None or unit in CLOCK_UNITS or match.tense_of() is not Tense.FUTURE:
        return Value(TimeKind.DURATION, length(count, unit))
    return date_of(match.reference.units(unit, round(count)), anchors=unit == "D")

"""What days, months and years are worth: one function a rule, named as the rule."""

from __future__ import annotations

import re

from dragoman.language.times import calendar
from dragoman.language.times.calendar import Reference, span_of
from dragoman.language.times.expression import (
    AFTER,
    BEFORE,
    Expression,
    Value,
    date_of,
    number,
    ordinal,
    spoken,
)
from dragoman.language.times.words import DECADES, MONTHS, WEEKDAYS
from dragoman.types import TimeKind

__all__ = [
    "century",
    "decade",
    "era",
    "iso",
    "month",
    "month_day",
    "month_days",
    "months",
    "nine_eleven",
    "nth",
    "numeric",
    "spoken_year",
    "week_of",
    "year",
    "years",
]


def _year(match: Expression, month: int, day: int | None) -> int | None:
    """The year of a month or a day of it: given, relative, or the likeliest."""
    if match.has("year"):
        return int(match.word("year"))
    if match.has("hundreds"):
        return spoken(match)
    if match.has("year_told"):
        return Reference.of(match.near).year or match.reference.year
    if match.has("year_rel"):
        away = {"last": -1, "this": 0, "next": 1}[match.word("year_rel")]
        year = match.reference.years(away)
        return int(year) if year else None
    return match.reference.year_for(month, day, match.tense_of())


def _wrong_unit(match: Expression) -> bool:
    """Whether a year is given by a unit that is none: `July last week`."""
    unit = match.word("year_unit") or match.word("year_unit2") or "year"
    return unit != "year"


def month_day(match: Expression) -> Value | None:
    """`July 6`, `24 to 26 August 2019`, `the 24th and 25th of August`."""
    month = MONTHS[match.word("m1")]
    days = [ordinal(match.groups[group]) for group in ("d1", "d2") if match.has(group)]
    if _wrong_unit(match):
        return None
    year = _year(match, month, days[0])
    if not all(calendar.valid(year, month, day) for day in days) or days != sorted(days):
        return None
    return date_of(
        span_of(calendar.month_day(year, month, days[0]), calendar.month_day(year, month, days[-1]))
    )


def month_days(match: Expression) -> Value | None:
    """`30 August to 2 September`."""
    first, last = (MONTHS[match.word(group)] for group in ("m1", "m2"))
    day, end = (ordinal(match.groups[group]) for group in ("d1", "d2"))
    year = _year(match, last, end)
    start = int(match.word("y1")) if match.has("y1") else (year - 1 if year and first > last else year)
    if not calendar.valid(start, first, day) or not calendar.valid(year, last, end):
        return None
    return date_of(span_of(calendar.month_day(start, first, day), calendar.month_day(year, last, end)))


def month(match: Expression) -> Value | None:
    """`August`, `early July 2018`, `last April`, `July last year`."""
    number_of = MONTHS[match.word("m1")]
    if _wrong_unit(match):
        return None
    if match.has("hundreds") and spoken(match) is None:
        return None
    if match.has("rel"):
        return date_of(_relative_month(match, number_of))
    return date_of(calendar.month_day(_year(match, number_of, None), number_of))


def _relative_month(match: Expression, number_of: int) -> str:
    """The value of `last April`, `next May`, `this June`."""
    rel, reference = match.word("rel"), match.reference
    if reference.year is None:
        return calendar.month_day(None, number_of)
    now = reference.month or 1
    year = reference.year
    if rel in BEFORE and number_of >= now:
        year -= 1
    if rel in AFTER and number_of <= now:
        year += 1
    return calendar.month_day(year, number_of)


def nth(match: Expression) -> Value | None:
    """`the second Tuesday of November`, `the last day of May`; of a week in a month, the month."""
    which, month = match.groups["ord"][0], MONTHS[match.word("m1")]
    year = _year(match, month, None)
    what = match.word("w1")
    if year is None or what not in {*WEEKDAYS, "day"}:
        return date_of(calendar.month_day(year, month)) if what in {*WEEKDAYS, "day", "week"} else None
    days = [
        day
        for day in calendar.days_of_month(year, month)
        if what == "day" or day.isoweekday() == WEEKDAYS[what]
    ]
    at = len(days) if which == "last" else ordinal([which])
    return date_of(days[at - 1].isoformat()) if 1 <= at <= len(days) else None


def week_of(match: Expression) -> Value | None:
    """`the week of March 6`; None for other units."""
    if match.word("unit") != "week":
        return None
    day = month_day(match)
    return day and date_of(calendar.week_with(day.value), anchors=False)


def months(match: Expression) -> Value | None:
    """`June to August 2018`."""
    first, last = (MONTHS[match.word(group)] for group in ("m1", "m2"))
    year = _year(match, last, None)
    start = int(match.word("y1")) if match.has("y1") else (year - 1 if year and first > last else year)
    return date_of(span_of(calendar.month_day(start, first), calendar.month_day(year, last)))


def year(match: Expression) -> Value | None:
    """`2014`, `the end of 1990`, `fiscal 1989`."""
    digits = re.sub(r"\D", "", match.word("year"))
    return date_of(f"{calendar.full_year(digits):04}", anchors=False)


def years(match: Expression) -> Value | None:
    """`2014-2016`, `2014-15`."""
    first, last = match.word("y1"), match.word("y2")
    if len(last) == 2:
        last = first[:2] + last
    if len(last) != 4 or not last.isdecimal() or not int(first) < int(last):
        return None
    return date_of(f"{first}/{last}", anchors=False)


def spoken_year(match: Expression) -> Value | None:
    """`nineteen ninety-six`."""
    found = spoken(match)
    return date_of(f"{found:04}", anchors=False) if found else None


def decade(match: Expression) -> Value | None:
    """`the 1990s`, `the '80s`, `the nineties`."""
    word = match.word("decade")
    if word in DECADES:
        return date_of(f"19{DECADES[word]}", anchors=False)
    digits = re.sub(r"\D", "", word)
    full = digits if len(digits) == 4 else str(calendar.full_year(digits[-2:]))
    if len(digits) < 4 and digits[-2:] in {"20", "30", "40"}:
        full = "19" + digits
    return date_of(full[:3] if full[2] != "0" or full[:2] == "20" else full[:2], anchors=False)


def century(match: Expression) -> Value | None:
    """`the 20th century`."""
    if match.word("unit") != "century":
        return None
    if match.word("era").startswith("b"):
        return date_of(None, anchors=False)
    return date_of(f"{ordinal(match.groups['ord']) - 1:02}", anchors=False)


def era(match: Expression) -> Value | None:
    """`508 BC`, `AD 79`."""
    year = number([match.word("number") or match.word("number2")])
    if not year or year != int(year) or year > 9999:
        return None
    is_before = (match.word("era") or match.word("era2")).startswith("b")
    return date_of(f"{'BC' if is_before else ''}{int(year):04}", anchors=False)


def iso(match: Expression) -> Value | None:
    """`2017-07-06`."""
    text = match.word("iso")
    return date_of(text) if calendar.day_of(text) else None


def numeric(match: Expression) -> Value | None:
    """`30/5/2014`, `5/30/2014`, `07.07.2017`; None where day and month cannot be told apart."""
    first, second, _ = (int(part) for part in re.split(r"\D", match.word("numeric")))
    year = calendar.full_year(re.split(r"\D", match.word("numeric"))[2])
    is_day_first = "." in match.word("numeric") or first > 12
    if not is_day_first and second <= 12 and first != second:
        return Value(TimeKind.DATE, None)
    day, month = (first, second) if is_day_first else (second, first)
    return date_of(calendar.month_day(year, month, day)) if calendar.valid(year, month, day) else None


def nine_eleven(match: Expression) -> Value | None:
    """`9/11`, `the Sept. 11 attacks`; None for attacks of another day."""
    if match.has("m1") and (MONTHS[match.word("m1")], ordinal(match.groups["d1"])) != (9, 11):
        return None
    return date_of("2001-09-11", anchors=False)

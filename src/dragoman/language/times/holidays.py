"""What holidays are worth: one function a rule, named as the rule.

Only those whose day is certain: fixed ones, and those reckoned from Easter in the West. It does not know
feasts of the moon (Ramadan, Passover), nor holidays that differ from country to country.

Source for Easter: J. Meeus, Astronomical Algorithms, 1991, chapter 8.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from dragoman.language.times import calendar
from dragoman.language.times.expression import AFTER, BEFORE, Expression, Value, date_of

__all__ = ["feast", "holiday"]

_FIXED = {"halloween": (10, 31), "bastille": (7, 14), "boxing": (12, 26), "valentine": (2, 14),
          "valentines": (2, 14)}  # fmt: skip
_FROM_EASTER = {("good", "friday"): -2, ("palm", "sunday"): -7, ("ash", "wednesday"): -46,
                ("easter", "monday"): 1, ("easter", "sunday"): 0, ("easter", "saturday"): -1}  # fmt: skip


def feast(match: Expression) -> Value | None:
    """`Easter`, `Good Friday`, `last Thanksgiving`, `Easter week`, `Bastille Day`."""
    name, day = match.word("feast"), match.word("day")
    if name in {"good", "palm", "ash"} and (name, day) not in _FROM_EASTER:
        return None
    found = _day(match, name, day)
    if found is None:
        return date_of(calendar.month_day(None, *_FIXED[name])) if name in _FIXED else date_of(None)
    if day in {"week", "weekend"}:
        weekend = "-WE" if day == "weekend" else ""
        return date_of(f"{calendar.week_of(found)}{weekend}", anchors=False)
    return date_of(found.isoformat())


def _day(match: Expression, name: str, day: str) -> date | None:
    """The day of a feast in the year that is given, or in the likeliest."""
    if match.has("year"):
        return _of_year(int(match.word("year")), name, day)
    now, rel = match.reference.day, match.word("rel")
    year = match.reference.year
    if year is None or not 1 < year < MAXYEAR:
        return None
    days = [_of_year(number, name, day) for number in (year - 1, year, year + 1)]
    if now is not None and rel in BEFORE:
        return max(one for one in days if one < now)
    if now is not None and rel in AFTER:
        return min(one for one in days if one > now)
    return match.reference.nearest(days, match.tense_of())


def _of_year(year: int, name: str, day: str) -> date:
    """The day of a feast in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)  # the fourth Thursday
    return _easter(year) + timedelta(days=_FROM_EASTER.get((name, day), 0))


def _easter(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    shift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(match: Expression) -> Value | None:
    """`Christmas`, `Christmas Eve 2018`, `New Year's Day`."""
    month, day = (12, 24 if match.has("eve") else 25) if match.has("christmas") else (1, 1)
    if match.has("new") and match.has("eve"):
        month, day = 12, 31
    year = int(match.word("year")) if match.has("year") else None
    return date_of(
        calendar.month_day(year or match.reference.year_for(month, day, match.tense_of()), month, day)
    )

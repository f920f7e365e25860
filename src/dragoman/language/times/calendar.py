"""Arithmetic on TIMEX3 values: from a day of reference and a distance to a value.

It does not know any words; `None` stands for what cannot be known without the day of reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

__all__ = [
    "Reference",
    "Tense",
    "day_of",
    "days_of_month",
    "full_year",
    "month_day",
    "span_of",
    "valid",
    "week_of",
    "week_with",
]

_TWO_DIGIT_PIVOT = 50
_AGAINST_DAY = (3, 60)  # cost of a day against the tense: times, plus; tuned on TimeBank and articles to come
_AGAINST_MONTH = (4, 150)
_QUARTER = 3
_WEEK = 7
_SEASON_OF_MONTH = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")
_SEASON_ORDER = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


class Tense(Enum):
    """Whether what is dated lies before or after the article, as far as the verb tells."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def month_day(year: int | None, month: int, day: int | None = None) -> str:
    """The value of a month or a day whose year may be unknown."""
    start = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    return start if day is None else f"{start}-{day:02}"


def full_year(digits: str) -> int:
    """The year that two or four digits mean."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < _TWO_DIGIT_PIVOT else 1900)


def days_of_month(year: int, month: int) -> list[date]:
    """The days of a month, in order."""
    return [date(year, month, day) for day in range(1, 32) if valid(year, month, day)]


def week_of(day: date) -> str:
    """The value of the ISO week that a day is in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_with(value: str | None) -> str | None:
    """The value of the week that holds a day, None where the day is not known."""
    day = day_of(value)
    return week_of(day) if day else None


def day_of(value: str | None) -> date | None:
    """The day that a value names, None where it names none or more than one."""
    if value and re.match(r"\d{4}-\d\d-\d\d(?:$|T)", value):
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            return None
    return None


def span_of(first: str, last: str) -> str:
    """The value of a range; of two equal values, that value."""
    return first if first == last else f"{first}/{last}"


def _cost(away: int, tense: Tense, against: tuple[int, int]) -> int:
    """How unlikely it is that something so many days away is meant."""
    times, plus = against
    is_against = (tense is Tense.PAST and away > 0) or (tense is Tense.FUTURE and away < 0)
    return abs(away) * times + plus if is_against else abs(away)


@dataclass(frozen=True, slots=True)
class Reference:
    """The time that others are reckoned from, as precise as it is known."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, value: str | None) -> Reference:
        """The reference that a TIMEX value gives; an empty one where it gives no year."""
        found = re.match(r"(\d{4})(?:-(\d\d))?", value or "")
        if found is None:
            return cls()
        day = day_of(value)
        month = int(found[2]) if found[2] and 1 <= int(found[2]) <= 12 else None
        return cls(int(found[1]), month, day)

    def _middle(self) -> date | None:
        """A day that may stand for the reference, None where not even the year is known."""
        if self.day or not self.year:
            return self.day
        return date(self.year, self.month or 7, 15 if self.month else 1)

    def year_for(self, month: int, day: int | None, tense: Tense) -> int | None:
        """The year that a month, or a day of it, falls in where the text gives none.

        The nearest one, unless the tense is against it and another is not much farther.
        """
        middle = self._middle()
        if middle is None or not self.year:
            return None
        against = _AGAINST_DAY if day else _AGAINST_MONTH
        costs = []
        for year in (self.year, self.year - 1, self.year + 1):
            if not valid(year, month, day or 1):
                continue
            if day:
                away = (date(year, month, day) - middle).days
            else:
                away = 30 * (12 * (year - middle.year) + month - middle.month)
            costs.append((_cost(away, tense, against), year))
        return min(costs)[1] if costs else None

    def nearest(self, days: Iterable[date], tense: Tense) -> date | None:
        """The one of some days that is likeliest meant, None where the reference is not known."""
        middle = self._middle()
        if middle is None:
            return None
        return min(days, key=lambda day: _cost((day - middle).days, tense, _AGAINST_DAY), default=None)

    def weekday(self, number: int, *, tense: Tense = Tense.PAST, strictly: bool = False) -> str:
        """The value of a weekday before or after the reference, which may itself be that day.

        Args:
            number: ISO number of the weekday.
            tense: FUTURE for the next one, else the last one.
            strictly: Whether the day of reference itself is not meant.
        """
        if self.day is None:
            return f"XXXX-WXX-{number}"
        ahead = (number - self.day.isoweekday()) % _WEEK
        if tense is Tense.FUTURE:
            away = ahead or (_WEEK if strictly else 0)
        else:
            away = ahead - _WEEK if ahead or strictly else 0
        return self.days(away) or f"XXXX-WXX-{number}"

    def weekday_of_week(self, number: int, weeks: int) -> str | None:
        """The value of a weekday in the week so many weeks away."""
        if self.day is None:
            return None
        return self.days(number - self.day.isoweekday() + 7 * weeks)

    def weekend(self, weeks: int) -> str | None:
        """The value of the weekend in the week so many weeks away."""
        week = self.weeks(weeks)
        return f"{week}-WE" if week else None

    def days(self, away: int) -> str | None:
        """The value of the day so many days away."""
        day = self._shifted(away)
        return day.isoformat() if day else None

    def weeks(self, away: int) -> str | None:
        """The value of the week so many weeks away."""
        day = self._shifted(7 * away)
        return week_of(day) if day else None

    def _shifted(self, away: int) -> date | None:
        """The day so many days away, None where there is none."""
        try:
            return self.day + timedelta(days=away) if self.day else None
        except OverflowError:
            return None

    def months(self, away: int) -> str | None:
        """The value of the month so many months away."""
        if self.year is None or self.month is None:
            return None
        number = 12 * self.year + self.month - 1 + away
        return f"{number // 12:04}-{number % 12 + 1:02}" if 12 <= number < 120000 else None

    def quarters(self, away: int) -> str | None:
        """The value of the quarter so many quarters away."""
        if self.year is None or self.month is None:
            return None
        number = 4 * self.year + (self.month - 1) // _QUARTER + away
        return f"{number // 4:04}-Q{number % 4 + 1}" if number >= 4 else None

    def years(self, away: int) -> str | None:
        """The value of the year so many years away."""
        if self.year is None or not 1 <= self.year + away <= 9999:
            return None
        return f"{self.year + away:04}"

    def decades(self, away: int) -> str | None:
        """The value of the decade so many decades away."""
        year = self.years(10 * away)
        return year[:3] if year else None

    def centuries(self, away: int) -> str | None:
        """The value of the century so many centuries away."""
        year = self.years(100 * away)
        return year[:2] if year else None

    def units(self, unit: str, away: int) -> str | None:
        """The value of the day, week, month … so many of them away; None for hours and less."""
        count = {"D": self.days, "W": self.weeks, "M": self.months, "Q": self.quarters, "Y": self.years,
                 "E": self.decades, "C": self.centuries, "WE": self.weekend}.get(unit)  # fmt: skip
        if unit == "2W":
            return self.weeks(2 * away)
        return count(away) if count else None

    def season(self, season: str, tense: Tense = Tense.OPEN, *, strictly: bool = False) -> str | None:
        """The value of the season nearest to the reference in the direction of the tense."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year}-{season}"
        now = _SEASON_OF_MONTH[self.month - 1] == season
        year = self.year
        past = self.month >= _SEASON_ORDER[season] - 1 or (season == "WI" and self.month <= 2)
        if tense is Tense.PAST and not past and not (now and not strictly):
            year -= 1
        if tense is Tense.FUTURE and past and not (now and not strictly):
            year += 1
        if strictly and now and tense is not Tense.OPEN:
            year = self.year + (1 if tense is Tense.FUTURE else -1)
        return f"{year}-{season}"

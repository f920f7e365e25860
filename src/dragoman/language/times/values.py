"""What an expression of time is worth: from the words that a rule matched to a TIMEX3 value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times import dates, days, distances, lengths, quarters

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.times.expression import Expression, Value

__all__ = ["value"]


def value(match: Expression) -> Value | None:
    """What a match is worth, None where it tells no time."""
    return _RULES[match.rule](match)


_RULES: dict[str, Callable[[Expression], Value | None]] = {
    "month_day": dates.month_day_rule, "month_day_and": dates.month_day_rule, "month_days": dates.month_days, "month": dates.month,
    "months": dates.months, "year": dates.year, "years": dates.years, "spoken_year": dates.spoken_year, "decade": dates.decade,
    "century": dates.century, "iso": dates.iso, "numeric": dates.numeric, "nine_eleven": dates.nine_eleven, "holiday": dates.holiday,
    "weekday": days.weekday, "weekday_week": days.weekday_week, "weekdays": days.weekdays, "weekday_set": days.weekday_set,
    "dayword": days.dayword, "dayword_beyond": days.dayword_beyond, "part": days.part, "clock": days.clock, "weekend": distances.weekend,
    "season": distances.season, "relative": distances.relative, "of_unit": distances.of_unit, "year_end": distances.year_end, "relatives": distances.relatives,
    "recent": distances.recent, "ago": distances.ago, "shifted": distances.shifted, "year_ago": distances.year_ago, "ahead": distances.ahead,
    "quarter": quarters.quarter, "half": quarters.half, "every": lengths.every, "often": lengths.often, "duration": lengths.duration, "now": lengths.now,
    "lately": lengths.lately, "soon": lengths.soon, "future": lengths.future,
}  # fmt: skip

"""What an expression of time is worth: from the words that a rule matched to a TIMEX3 value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times import dates, days, distances, holidays, lengths, quarters

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.times.expression import Expression, Value

__all__ = ["value"]

_RULES: dict[str, Callable[[Expression], Value | None]] = {
    name: getattr(module, name)
    for module in (dates, days, distances, holidays, lengths, quarters)
    for name in module.__all__
}
_RULES["month_day_and"] = dates.month_day


def value(match: Expression) -> Value | None:
    """What a match is worth, None where it tells no time."""
    return _RULES[match.rule](match)

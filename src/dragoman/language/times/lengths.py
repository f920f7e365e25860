"""What sets, lengths and words that only point are worth: one function a rule, named as the rule."""

from __future__ import annotations

from dragoman.language.times.expression import (
    FUTURE,
    PAST,
    PRESENT,
    Expression,
    Value,
    count_of,
    date_of,
    length,
    unit_of,
)
from dragoman.language.times.words import MONTHS, PARTS, SEASONS, WEEKDAYS
from dragoman.types import TimeKind

__all__ = ["a_while", "duration", "every", "future", "lately", "now", "often", "one_day", "rate", "soon"]

_OFTEN = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
          "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y"}  # fmt: skip


def every(match: Expression) -> Value | None:
    """`every day`, `each Thursday`, `every two weeks`."""
    what = match.groups["what"][-1]
    if what in WEEKDAYS:
        return Value(TimeKind.SET, f"XXXX-WXX-{WEEKDAYS[what]}")
    if what in MONTHS:
        return Value(TimeKind.SET, f"XXXX-{MONTHS[what]:02}")
    if what in SEASONS:
        return Value(TimeKind.SET, f"XXXX-{SEASONS[what]}")
    if what in PARTS and what != "night":
        return Value(TimeKind.SET, f"XXXX-XX-XXT{PARTS[what]}")
    count = 2 if match.has("other") else count_of(match) if match.has("count") else 1
    return Value(TimeKind.SET, length(count, unit_of(what)))


def often(match: Expression) -> Value | None:
    """`daily`, `weekly`."""
    return Value(TimeKind.SET, _OFTEN[match.word("often")])


def duration(match: Expression) -> Value | None:
    """`three days`, `a 10-year`, `half an hour`, `years`."""
    for group in ("bare", "over"):
        if match.has(group):
            return Value(TimeKind.DURATION, length(None, unit_of(match.word(group))))
    count, unit = count_of(match) if match.has("count") else None, unit_of(match.word("unit"))
    if match.has("long"):
        count = None if match.word("unit").endswith("s") else 1
    if match.has("half") and count is not None:
        count += 0.5
    if unit == "WE":
        unit = "D"
        count = count and 2 * count
    return Value(TimeKind.DURATION, length(count, unit))


def rate(match: Expression) -> Value | None:
    """`a year`, as in `twice a year`."""
    return Value(TimeKind.SET, length(1, unit_of(match.word("unit"))))


def now(match: Expression) -> Value | None:  # noqa: ARG001
    """`now`, `currently`."""
    return date_of(PRESENT, anchors=False)


def lately(match: Expression) -> Value | None:  # noqa: ARG001
    """`recently`."""
    return date_of(PAST, anchors=False)


def soon(match: Expression) -> Value | None:  # noqa: ARG001
    """`soon`."""
    return date_of(FUTURE, anchors=False)


def one_day(match: Expression) -> Value | None:  # noqa: ARG001
    """`one day`, as in `will one day be`."""
    return date_of(FUTURE, anchors=False)


def a_while(match: Expression) -> Value | None:  # noqa: ARG001
    """`for a while`, whose very unit is not said."""
    return Value(TimeKind.DURATION, "PXX")


def future(match: Expression) -> Value | None:
    """`the future`, `future years`, `the past`."""
    return date_of(PAST if match.word("future") == "past" else FUTURE, anchors=False)

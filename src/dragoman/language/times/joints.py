"""Puts an hour or a part of the day together with the day beside it: `5 p.m. on Thursday`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.types import Span, Time, TimeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["join"]

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-\d")
_AT = re.compile(r"[\s,]*(?:at|by|from|until|around|about|at about|at around)?\s*")
_ON = re.compile(r"[\s,]*(?:on)?\s*")


def join(times: list[Time], text: str) -> None:
    """Lets the last of some times and those right before it tell the same day.

    Args:
        times: Times in the order of the text; the last ones are changed in place.
        text: The text that they stand in.
    """
    if len(times) < 2:
        return
    if _is_day(times[-2]) and _hour(times[-1]) and _AT.fullmatch(_between(times, text)):
        times[-1] = _on_day(times[-1], times[-2])
    elif _is_day(times[-1]):
        _join_before(times, text)


def _join_before(times: list[Time], text: str) -> None:
    """Joins the last day with the hours, or with the part of a day, before it."""
    day, before, between = times[-1], times[-2], _between(times, text)
    if _is_bound(times[:-1], text):
        return
    if (_hour(before) and _ON.fullmatch(between)) or (_part(before) and between.strip() == "of"):
        times[-2:] = [_on_day(before, day, Span(before.span.start, day.span.end))]
    elif _hour(before) and re.fullmatch(r"\),?\s*(?:on\s*)?", between):  # `5 p.m. (1700 GMT) Thursday`
        hours = [time for time in times[-3:-1] if _hour(time)]
        times[-1 - len(hours) : -1] = [_on_day(hour, day) for hour in hours]


def _is_bound(times: Sequence[Time], text: str) -> bool:
    """Whether the last of some times has its day from the one before: `July 7 at 5 p.m.`."""
    return len(times) > 1 and _is_day(times[-2]) and bool(_AT.fullmatch(_between(times, text)))


def _between(times: Sequence[Time], text: str) -> str:
    """The text between the last two of some times."""
    return text[times[-2].span.end : times[-1].span.start]


def _is_day(time: Time) -> bool:
    return time.kind is TimeKind.DATE and _DAY.fullmatch(time.value or "") is not None


def _hour(time: Time) -> str:
    """The hour and minute of a time, empty for what is none."""
    of_day = (time.value or "").partition("T")[2] if time.kind is TimeKind.TIME else ""
    return of_day if ":" in of_day else ""


def _part(time: Time) -> str:
    """The part of the day of a time, empty for what is none."""
    of_day = (time.value or "").partition("T")[2] if time.kind is TimeKind.TIME else ""
    return of_day if ":" not in of_day else ""


def _on_day(time: Time, day: Time, span: Span | None = None) -> Time:
    """A time of the day, on that day."""
    return Time(span or time.span, time.kind, f"{day.value}T{_hour(time) or _part(time)}")

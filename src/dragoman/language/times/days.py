"""What days of the week and parts of the day are worth: one function a rule, named as the rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.times.calendar import Reference, Tense, span_of
from dragoman.language.times.expression import (
    AFTER,
    ANCHORED,
    BEFORE,
    Expression,
    Value,
    date_of,
)
from dragoman.language.times.words import NUMBERS, PARTS, WEEKDAYS
from dragoman.types import TimeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["clock", "dayword", "dayword_beyond", "part", "weekday", "weekday_set", "weekday_week", "weekdays"]

_DAYWORDS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}


def _with_part(day: str | None, part: str, *, part_first: bool = False) -> Value:  # noqa: ARG001
    """A day, or a part of it."""
    code = {"overnight": "NI", "noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(
        part
    ) or PARTS.get(part)
    if not code:
        return date_of(day)
    return Value(TimeKind.TIME, f"{day}T{code}" if day else None, anchors=True)


def weekday(match: Expression) -> Value | None:
    """`Thursday`, `last Thursday night`, `next Monday`."""
    number_of, rel = WEEKDAYS[match.word("w1")], match.groups.get("rel", [""])[-1]
    reference = match.anchor() if rel in ANCHORED else match.reference
    if rel in BEFORE:
        day = reference.weekday(number_of, strictly=True)
    elif rel in AFTER:
        day = reference.weekday(number_of, tense=Tense.FUTURE, strictly=True)
    elif reference.day is None and reference.year and reference.month:
        return date_of(reference.months(0), anchors=False)
    else:
        day = reference.weekday(number_of, tense=match.tense_of())
    return _with_part(day, match.word("part"))


def weekday_week(match: Expression) -> Value | None:
    """`Thursday of next week`, `Monday last week`."""
    if match.word("week_unit") != "week":
        return None
    away = {"last": -1, "this": 0, "next": 1}[match.word("week_rel")]
    day = match.reference.weekday_of_week(WEEKDAYS[match.word("w1")], away)
    return _with_part(day, match.word("part"))


def weekdays(match: Expression) -> Value | None:
    """`Thursday and Friday`, `Monday to Wednesday`."""
    first, last = (WEEKDAYS[match.word(group)] for group in ("w1", "w2"))
    tense = match.tense_of()
    if match.has("and") and (last - first) % 7 != 1:
        return None
    start = match.reference.weekday(first, tense=tense)
    if match.reference.day is None:
        return date_of(f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    from_start = Reference.of(start)
    if tense is not Tense.FUTURE and first != last:
        end = match.reference.weekday(last, tense=tense)
        start = Reference.of(end).weekday(first, tense=Tense.PAST)
        return date_of(span_of(start, end))
    return date_of(span_of(start, from_start.weekday(last, tense=Tense.FUTURE)))


def weekday_set(match: Expression) -> Value | None:
    """`Mondays`, `Tuesday nights`."""
    word = match.word("what") or match.word("what2")
    number_of = WEEKDAYS.get(word) or WEEKDAYS[word.removesuffix("s")]
    if match.has("nights") and match.word("nights") != "nights":
        return None
    night = "TNI" if match.has("nights") else ""
    return Value(TimeKind.SET, f"XXXX-WXX-{number_of}{night}")


def dayword(match: Expression) -> Value | None:
    """`today`, `late yesterday`, `tomorrow night`."""
    word = match.word("dayword")
    if match.reference.day is None and word in {"today", "tonight"}:
        return date_of(match.reference.months(0), anchors=False)
    day = match.reference.days(_DAYWORDS[word])
    return _with_part(day, "night" if word == "tonight" else match.word("part"))


def dayword_beyond(match: Expression) -> Value | None:
    """`the day before yesterday`."""
    word, step = match.word("dayword"), match.word("step")
    if (word, step) not in {("yesterday", "before"), ("tomorrow", "after")}:
        return None
    return date_of(match.reference.days(2 * _DAYWORDS[word]))


def part(match: Expression) -> Value | None:
    """`this morning`, `last night`, `overnight`, `the next morning`."""
    word, rel = match.word("part"), match.word("rel")
    if rel == "last" or word == "overnight":
        return _with_part(match.reference.days(-1), "night" if word == "overnight" else word)
    reference = match.reference if rel == "this" else match.anchor()
    return _with_part(reference.days(1 if rel in AFTER else 0), word)


def clock(match: Expression) -> Value | None:
    """`10:30`, `5 p.m.`, `noon`, `1500 GMT`."""
    words = match.groups["clock"]
    named = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(words[-1])
    time = named or _clock(words)
    if not time:
        return None
    day = match.reference.days(0)
    return Value(TimeKind.TIME, f"{day}T{time}" if day else f"T{time}")


def _clock(words: Sequence[str]) -> str | None:
    """The hour and minute that words say, None where they say none."""
    digits = words[0] if words[0][0].isdigit() else str(NUMBERS.get(words[0], 99))
    found = re.fullmatch(r"(\d{1,2})[:.]?(\d\d)?(?:[:.]\d\d)?", digits)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = next((word[0] for word in words if word in {"a.m.", "p.m.", "am", "pm"}), "")
    if words[1:2] == ["in"]:
        half = "a" if words[-1] == "morning" else "p"
    if half and hour > 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None

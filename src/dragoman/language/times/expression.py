"""An expression of time as a rule matched it, and what its numbers and units say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.times import calendar
from dragoman.language.times.calendar import Reference
from dragoman.language.times.words import NUMBERS, ORDINALS, UNITS
from dragoman.types import TimeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.language.times.calendar import Tense

__all__ = [
    "AFTER",
    "ANCHORED",
    "BEFORE",
    "CLOCK_UNITS",
    "FUTURE",
    "PAST",
    "PRESENT",
    "Expression",
    "Value",
    "count_of",
    "date_of",
    "length",
    "number",
    "ordinal",
    "spoken",
    "unit_of",
]

CLOCK_UNITS = frozenset({"S", "TM", "H"})
"""Units shorter than a day."""

BEFORE = frozenset({"last", "previous", "preceding", "prior", "past"})
AFTER = frozenset({"next", "coming", "upcoming", "following"})
ANCHORED = frozenset({"previous", "preceding", "prior", "following", "that", "same", "very"})
"""Words that point back, ahead, and to the date told of before."""

_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "TM": "30S"}  # of a week or a month no half is a whole
_YEARS = {"E": 10, "C": 100, "L": 1000}

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
"""TIMEX3's values for what only points."""


@dataclass(frozen=True, slots=True)
class Value:
    """A kind and a value; `anchors` tells whether "the next day" may be reckoned from it."""

    kind: TimeKind
    value: str | None
    anchors: bool = False


@dataclass(slots=True)
class Expression:
    """What a rule found: its groups as words, and what the words beside it tell.

    `last` is the value of the nearest day before it in the article, `near` that of the nearest time with
    a year, `quarter` that of the quarter told of last; `tense_of` is asked only where the tense decides.
    """

    rule: str
    groups: dict[str, list[str]]
    reference: Reference
    tense_of: Callable[[], Tense]
    last: str | None = None
    near: str | None = None
    quarter: str | None = None

    def has(self, group: str) -> bool:
        """Whether a group took part."""
        return group in self.groups

    def word(self, group: str) -> str:
        """The first word of a group, empty where it took no part."""
        return self.groups.get(group, [""])[0]

    def anchor(self) -> Reference:
        """The day of the date before, else that of the article."""
        return Reference.of(self.last) if calendar.day_of(self.last) else self.reference


def date_of(text: str | None, *, anchors: bool = True) -> Value:
    """A date with its value."""
    return Value(TimeKind.DATE, text, anchors=anchors)


def number(words: Sequence[str]) -> float | None:
    """The number that words say, None for one that is not said: `a few`, `several`."""
    total: float = 0
    for word in words:
        if word in {"couple", "few", "several", "many", "some", "countless", "numerous"}:
            return 2 if word == "couple" else None
        total = _added(total, word)
    return total


def _added(total: float, word: str) -> float:
    """A number with one more of its words: `two`, then `hundred`."""
    if re.fullmatch(r"\d+/\d+", word):
        top, bottom = word.split("/")
        return total + int(top) / (int(bottom) or 1)
    if word[0].isdigit():
        return total + float(word.replace(",", ""))
    if word in {"hundred", "thousand", "dozen"}:
        return (total or 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[word]
    if word in {"half", "½"}:
        return total + 0.5
    if word in {"a", "an"}:
        return total or 1 if total != 0.5 else total
    return total + NUMBERS.get(word, 0)


def ordinal(words: Sequence[str]) -> int:
    """The number of an ordinal: `24th`, `twenty-first`, `third`."""
    total = 0
    for word in words:
        digits = re.match(r"\d+", word)
        total += int(digits[0]) if digits else ORDINALS.get(word, NUMBERS.get(word, 0))
    return total


def _amount(count: float | None) -> str:
    """A number as TIMEX3 writes it, X for one that is not said."""
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def _halved(count: float, unit: str) -> str:
    """The value of a number of units and a half: `P2Y6M`, `PT30M`."""
    start = "PT" if unit in CLOCK_UNITS else "P"
    whole = f"{int(count)}{unit[-1]}" if count > 1 else ""
    return f"{start}{whole}{_HALVES[unit]}"


def unit_of(word: str) -> str:
    """The code of a unit in singular or plural."""
    if word in {"centuries", "millennia"}:
        return {"centuries": "C", "millennia": "L"}[word]
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "D")


def length(count: float | None, unit: str) -> str:
    """The value of a duration."""
    if unit == "2W":
        unit, count = "W", count and 2 * count
    if unit in _YEARS:
        unit, count = "Y", count and _YEARS[unit] * count
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        return _halved(count, unit)
    if unit in CLOCK_UNITS:
        return f"PT{_amount(count)}{unit[-1]}"
    return f"P{_amount(count)}{unit}"


def count_of(match: Expression) -> float | None:
    """The number of a group `count`; an article counts one."""
    words = match.groups.get("count", [])
    return 1 if words in (["a"], ["an"], ["the"]) else number(words)


def spoken(match: Expression) -> int | None:
    """The year that numbers in words say, None where they say none."""
    rest = number(match.groups.get("rest", []))
    if rest is None:
        return None
    if match.has("thousands"):
        said = (number(match.groups["thousands"]) or 0) + rest
        return int(said) if 2000 <= said < 2020 else None
    hundreds = number(match.groups["hundreds"])
    return int(100 * hundreds + rest) if hundreds in {18, 19, 20} and 10 <= rest <= 99 else None

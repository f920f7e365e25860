"""What quarters and halves of a year are worth: one function a rule, named as the rule."""

from __future__ import annotations

from dragoman.language.times.calendar import Tense
from dragoman.language.times.expression import (
    Expression,
    Value,
    date_of,
    ordinal,
)
from dragoman.language.times.words import MONTHS

__all__ = ["half", "quarter", "the_quarter"]


def quarter(match: Expression) -> Value | None:
    """`the third quarter`, `the 1988 second quarter`, `next year's first quarter`."""
    ordinal_of = ordinal([match.word("ord").removeprefix("q")])
    if not 1 <= ordinal_of <= 4:
        return None
    year_of = _year_near(match)
    if year_of is None and match.reference.year and match.reference.month:
        now = (match.reference.month - 1) // 3 + 1
        past = match.tense_of() is not Tense.FUTURE
        year_of = match.reference.year - (1 if past and ordinal_of > now else 0)
    return date_of(f"{year_of or 'XXXX'}-Q{ordinal_of}", anchors=False)


def _year_near(match: Expression) -> int | None:
    """The year that a quarter or half is of, as far as the words say."""
    if match.has("year"):
        return int(match.word("year"))
    if match.has("unit") and match.word("unit") == "year":
        away = {"last": -1, "next": 1}.get(match.word("rel"), 0)
        found = match.reference.years(away)
        return int(found) if found else None
    return None


def the_quarter(match: Expression) -> Value | None:
    """`the quarter`, `the quarter ended July 31`, `the 1988 quarter`: the one told of, else the last."""
    if match.has("year"):
        told = (match.quarter or "")[4:]
        return date_of(match.word("year") + told, anchors=False)
    if match.has("m1"):
        month = MONTHS[match.word("m1")]
        year_of = match.reference.year_for(month, None, Tense.PAST)
        return date_of(f"{year_of or 'XXXX'}-Q{(month - 1) // 3 + 1}", anchors=False)
    return date_of(match.quarter or match.reference.quarters(-1), anchors=False)


def half(match: Expression) -> Value | None:
    """`the first half of 1989`."""
    year_of = _year_near(match)
    if year_of is None:
        return None
    is_first = match.word("ord") == "first"
    return date_of(f"{year_of}-H{1 if is_first else 2}", anchors=False)

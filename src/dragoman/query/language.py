"""What a query may say, and how it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from dragoman import timex
from dragoman.errors import BadQuery

FILTERS = {
    "by": "who said it (a statement) or did it (an event): a name or a country code",
    "with": "who took part or was addressed: a name or a country code",
    "actor": "who has any part in it: a name or a country code",
    "about": "a topic, or words of the report",
    "since": "a date, as precise as you like: 2017, 2017-06, 2017-06-30",
    "until": "a date, as precise as you like; the whole of it counts",
    "source": "an outlet that reports it: its name, or words of it",
    "kind": "statement, meeting, event, relation or alignment",
}
"""The filters, each with what it takes."""

KINDS = ("statement", "meeting", "event", "relation", "alignment")
"""The kinds of record that `kind:` takes."""

WHO = frozenset({"by", "with", "actor"})
"""The filters that take actors, also by their ids; of several with commas between them any will do."""

WORDS = "words"
"""The field of a term that has no filter in front of it."""

_TERM = re.compile(
    r'(?P<negated>-)?(?:(?P<field>[^\W\d_]+):(?!//))?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]*))(?=\s|$)'
)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: `field` is a filter's name or `words`."""

    field: str
    value: str
    negated: bool = False

    def __str__(self) -> str:
        value = f'"{self.value}"' if re.search(r"\s|^$", self.value) else self.value
        return f"{'-' * self.negated}{'' if self.field == WORDS else self.field + ':'}{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asks for: a record must meet every term; no terms mean everything."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


def parse(text: str) -> Query:
    """Read a query as a person types it.

    Args:
        text: terms with spaces between them. A term is `filter:value`, or free words; a value with
            spaces stands in double quotation marks; a hyphen in front turns the term round.

    Raises:
        BadQuery: an unknown filter, an empty or unclosed value, a date or a kind that is none.
    """
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TERM.match(text, at)
        if found is None or found.end() == at:
            _refuse(text, "a quotation mark is not closed, or stands inside a word")
        terms.append(_term(text, found))
        at = found.end()
    return Query(tuple(terms))


def _term(text: str, found: re.Match[str]) -> Term:
    field = (found["field"] or WORDS).lower()
    value = (found["quoted"] if found["quoted"] is not None else found["bare"]).strip()
    if field not in FILTERS and field != WORDS:
        _refuse(text, f"there is no filter {field}:")
    if not (value.strip(", ") if field in WHO else value):
        _refuse(text, f"{field}: needs a value")
    if field == "kind":
        value = _kind(text, value)
    if field in {"since", "until"} and timex.days(value) is None:
        _refuse(text, f"{field}: needs a date such as 2017, 2017-06 or 2017-06-30, not {value!r}")
    return Term(field, value, negated=found["negated"] is not None)


def _kind(text: str, value: str) -> str:
    kind = value.lower().removesuffix("s")
    if kind not in KINDS:
        _refuse(text, f"kind: takes {', '.join(KINDS)}, not {value!r}")
    return kind


def _refuse(text: str, reason: str) -> NoReturn:
    known = " ".join(f"{name}:" for name in FILTERS)
    raise BadQuery(text, f'{reason}; the filters are {known} (put a value with spaces in "quotes")')

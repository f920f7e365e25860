"""Who held an office: the registry against visits of foreign leaders to the United States, 1990 to 2024.

    python -m evaluation offices FILE …

Each file is one of `data/*.xml` of History at State's visits. For each visit the registry is asked, with
the country, the title and the first day, who held the office; the visit names who came. Visits of persons
who were still to take office, and titles that are no one person's of a state, are not asked for.

Source: Office of the Historian, US Department of State, Visits by Foreign Leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.actors import names
from dragoman.actors.loading import load
from dragoman.actors.registry import Known, Registry, Title
from dragoman.types import ActorKind

__all__ = ["Visit", "is_person", "read", "score", "wrong"]

_FIELDS = ("start-date", "from", "visitor")
FIRST, LAST = "1990-01-01", "2024-12-31"
_STATES = {
    "Korea": "KOR",
    "Congo, Republic of": "COG",
    "Congo, Democratic Republic of": "COD",
    "Democratic Republic of the Congo (Zaire)": "COD",
    "Western Samoa": "WSM",
    "Somoa": "WSM",
    "Macedonia, Former Yugoslav Republic of": "MKD",
    "Afghanistan (Interim Authority)": "AFG",
    "Somali Republic": "SOM",
}
"""States that are not told by a name of theirs."""
_SHORT = 2
"""How well a shorter name has to fit: as the family name, or as a part of the name that is not the first."""
_PLAIN = frozenset({"acting", "interim", "provisional", "federal"})
_STYLES = frozenset({"king", "queen", "pope", "sheikh", "sheik", "haji", "prince", "emperor", "bin", "al"})
_OFFICES = frozenset({
    "head_of_state", "head_of_government", "monarch", "pope", "foreign_minister", "supreme_leader",
    "crown_prince", "vice_president",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: its first day, the state's name, the visitor's title and name as they are written."""

    day: str
    state: str
    visitor: str


def score(paths: list[Path]) -> dict[str, float]:
    """The share of visits that the registry knows a holder for, and the share of those that are right."""
    asked = answered = right = 0
    for visit, office in _asked(paths):
        known = load().holder(*office, visit.day)
        asked += 1
        answered += known is not None
        right += known is not None and is_person(_name(visit.visitor), known)
    return {"right": _share(right, answered), "reach": _share(answered, asked), "visits": asked}


def wrong(paths: list[Path]) -> Iterator[tuple[Visit, Known | None]]:
    """The visits for which the registry gives somebody else, or nobody."""
    for visit, office in _asked(paths):
        known = load().holder(*office, visit.day)
        if not known or not is_person(_name(visit.visitor), known):
            yield visit, known


def read(path: Path) -> Iterator[Visit]:
    """The visits of a file, 1990 to 2024."""
    for visit in etree.parse(path).iterfind("visit"):
        day, state, visitor = (" ".join((visit.findtext(t) or "").split()) for t in _FIELDS)
        if FIRST <= day <= LAST:
            yield Visit(day, state, visitor)


def is_person(name: str, known: Known) -> bool:
    """Whether a name, in whatever spelling or length, can be that of a person."""
    full = names.make_full(name)
    return any(names.is_same(full, f) or _is_short(full, f) or _meets(full, f) for f in known.fulls)


def _is_short(one: names.Full, other: names.Full) -> bool:
    """Whether one of two names is a shorter form of the other."""
    return max(names.short_fit(one, other), names.short_fit(other, one)) >= _SHORT


def _meets(one: names.Full, other: names.Full) -> bool:
    """Whether two names share a family name, and a given name as far as its first letter."""
    firsts = [next((p[0] for p in f.parts if p not in _STYLES), "") for f in (one, other)]
    return one.family == other.family and firsts[0] == firsts[1]


def _asked(paths: list[Path]) -> Iterator[tuple[Visit, tuple[str, str]]]:
    """The visits with what is asked for: the rank and the id of the state."""
    registry = load()
    for path in paths:
        for visit in read(path):
            of = _state(registry, visit.state)
            rank = None if "elect " in visit.visitor else _rank(registry, visit.visitor)
            if of and rank in _OFFICES:
                yield visit, (rank, of)


def _state(registry: Registry, name: str) -> str | None:
    """The id of a state, None for one that is no more."""
    if name in _STATES:
        return f"state:{_STATES[name]}"
    last, _, first = name.partition(", ")
    for text in (f"{first} {last}".strip(), last):
        for sense in registry.names.senses(text):
            if sense.how == "name" and registry.entries[sense.id].kind is ActorKind.STATE:
                return sense.id
    return None


def _rank(registry: Registry, visitor: str) -> str | None:
    title = _title(registry, visitor)
    return title[1].rank if title else None


def _name(visitor: str) -> str:
    """The visitor without his title."""
    title = _title(load(), visitor)
    return " ".join(visitor.split()[title[0] :]) if title else visitor


def _title(registry: Registry, visitor: str) -> tuple[int, Title] | None:
    """How many words the title takes, and the title."""
    words = visitor.split()
    start = 1 if words and words[0].lower() in _PLAIN else 0
    for end in range(min(len(words), start + 3), start, -1):
        text = re.sub(r"\W+$", "", " ".join(words[start:end]))
        for title in registry.titles.senses(text):
            if title.rank:
                return end, title
    return None


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0

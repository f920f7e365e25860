"""What is known before an article is read: states, bodies, organisations, people and their offices.

`loading` fills it from the file that `python resources/build.py` builds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.actors.lexicon import Lexicon
from dragoman.actors.names import Full
from dragoman.types import ActorKind

__all__ = ["Entry", "Known", "Registry", "Sense", "Tenure", "Title"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, body, organisation, party or armed group.

    `shared` is set where others have the same name, so that the article must be about its state;
    `seat` where the name is that of a building or street; `sort` tells an organisation from a
    format, a coalition and an agreement. `source` is set where a user has added it: from where.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    names: tuple[str, ...] = ()
    bywords: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    domain: str | None = None
    led_by: str = "head_of_state"
    shared: bool = False
    seat: bool = False
    territory: bool = False
    sort: str = "organisation"
    within: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a phrase may stand for: how, and whose entry or person it is.

    `how` is name, byword, adjective, people, capital or person.
    """

    how: str
    id: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person held, as in `Title`; `of` is the id of the state or organisation."""

    title: str
    of: str
    rank: str | None
    cls: str | None
    since: str
    until: str

    def covers(self, day: str | None) -> bool:
        """Whether the office was, or may have been, held on a day (ISO), None where that is not known."""
        return day is None or self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class Known:
    """A person in the registry; `source` is set where a user has added it: from where."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    gender: str | None
    tenures: tuple[Tenure, ...]
    fulls: tuple[Full, ...] = ()
    source: str | None = None

    def is_serving(self, day: str | None) -> bool:
        """Whether the person held, or may have held, an office on a day."""
        return any(t.covers(day) for t in self.tenures)

    def has_rank(self, rank: str | None) -> bool:
        """Whether the person ever held an office of a rank."""
        return any(t.rank == rank for t in self.tenures)


@dataclass(frozen=True, slots=True)
class Title:
    """A title of office in its normal form.

    `rank` is what its holder is to the state, `cls` the looser word for such holders, `of` the state
    meant where the article names none; `is_head` where it is only the last word of a title. `sort` is
    office, body (of a state), people, armed (armed people), nations, things, media,
    pairs or owned.
    """

    title: str
    rank: str | None = None
    cls: str | None = None
    gender: str | None = None
    of: str | None = None
    plural: bool = False
    is_head: bool = False
    sort: str = "office"
    former: bool = False


@dataclass(slots=True)
class Registry:
    """The lists and what finds things in them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    people: dict[str, Known] = field(default_factory=dict)
    names: Lexicon[Sense] = field(default_factory=Lexicon)
    together: Lexicon[tuple[str, ...]] = field(default_factory=lambda: Lexicon(cased=False))
    titles: Lexicon[Title] = field(default_factory=lambda: Lexicon(cased=False))
    stately: frozenset[str] = frozenset()
    honorifics: Lexicon[tuple[str | None, bool]] = field(default_factory=Lexicon)
    given: dict[str, str] = field(default_factory=dict)
    domains: frozenset[str] = frozenset()
    before: dict[str, str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    parts: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    outlets: dict[str, str] = field(default_factory=dict)
    adjectives: set[str] = field(default_factory=set)
    offices: dict[tuple[str, str], list[Known]] = field(default_factory=lambda: defaultdict(list))

    def state(self, code: str) -> Entry:
        """The state with an ISO code; KeyError where there is none."""
        return self.entries[f"state:{code}"]

    def adjective(self, code: str) -> str:
        """The word for "of this state": its adjective, or its name where it has none."""
        entry = self.state(code)
        return entry.adjectives[0] if entry.adjectives else entry.name

    def holder(self, rank: str, of: str, day: str | None) -> Known | None:
        """Who held an office on a day; None where that is not known or not one person."""
        found = [
            p
            for p in self.offices.get((rank, of), ())
            if any(t.rank == rank and t.of == of and t.covers(day) for t in p.tenures)
        ]
        return found[0] if len(found) == 1 else None

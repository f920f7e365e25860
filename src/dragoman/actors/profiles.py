"""What the registry knows of an actor, and who is meant by a name, an id or a country's code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors import loading, own
from dragoman.actors.registry import Entry, Known, Registry, Tenure
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["Held", "Hits", "Profile", "Tally", "find", "near", "tally"]

_ALIKE = 75
"""How alike a name must be to be proposed, of 100: one slip of the pen in a word, several in a long name."""

_LONG = 4
"""Letters of a word that is looked at by itself."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office and who held it; a day is as precise as it is known, and that of `until` is not included."""

    title: str
    holder: str
    of: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one actor; `offices` are those that a person held, or that others held of it.

    `others` are the words that may stand for it, capitals and adjectives among them; `source` is where
    a user's own actor comes from, None for those of the package.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    others: tuple[str, ...]
    country: str | None
    country_name: str | None
    members: tuple[str, ...]
    offices: tuple[Held, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class Hits:
    """Whom a text may mean; `exact` where it is an id, a code or a whole name of theirs."""

    profiles: tuple[Profile, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actors of each kind ship with the package and how many are the user's own; where these are."""

    kinds: tuple[tuple[str, int, int], ...]
    offices: tuple[int, int]
    path: str


def find(text: str) -> Hits:
    """Whom a text may mean: an id, a country's code, a whole name, else words of names.

    Raises:
        BadActors: the file of the user's own actors cannot be understood.
    """
    registry = loading.load()
    for id in (text.strip(), f"state:{text.strip().upper()}"):
        if id in registry.entries or id in registry.people:
            return Hits((_profile(id, registry),))
    wanted = folded(text)
    phrases = list(_phrases(registry)) if wanted else []
    whole = dict.fromkeys(id for id, phrase in phrases if phrase == wanted)
    if whole:
        return Hits(tuple(_profile(id, registry) for id in whole))
    within = dict.fromkeys(id for id, phrase in phrases if f" {wanted} " in f" {phrase} ")
    return Hits(tuple(_profile(id, registry) for id in within), exact=False)


def near(text: str) -> tuple[str, ...]:
    """The names of the actors who are called most like a text, in whole or by a long word: at most three."""
    from rapidfuzz import fuzz, process

    registry = loading.load()
    owners: list[str] = []
    phrases: list[str] = []
    actors: list[Entry | Known] = [*registry.people.values(), *registry.entries.values()]
    for actor in actors:
        for name in map(folded, (actor.name, *actor.names)):
            found = [name, *(word for word in name.split() if len(word) >= _LONG)]
            phrases += found
            owners += [actor.name] * len(found)
    like = process.extract(folded(text), phrases, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=50)
    ranked = sorted((-score, len(owners[n]), owners[n]) for _, score, n in like)
    return tuple(dict.fromkeys(name for _, _, name in ranked))[:3]


def tally() -> Tally:
    """How many actors there are."""
    from dragoman import settings

    registry = loading.load()
    counts: Counter[tuple[str, bool]] = Counter()
    for entry in registry.entries.values():
        counts[entry.kind.value, bool(entry.source)] += 1
    offices = [0, 0]
    for person in registry.people.values():
        counts[ActorKind.PERSON.value, bool(person.source)] += 1
        offices[bool(person.source)] += len(person.tenures)
    kinds = [(kind.value, counts[kind.value, False], counts[kind.value, True]) for kind in ActorKind]
    return Tally(
        tuple(k for k in kinds if k[1] or k[2]), (offices[0], offices[1]), str(settings.load().actors)
    )


def _phrases(registry: Registry) -> Iterator[tuple[str, str]]:
    """All that anybody is called, folded, with the id."""
    for entry in registry.entries.values():
        for phrase in (entry.name, *entry.names, *_others(entry)):
            yield entry.id, folded(phrase)
    for person in registry.people.values():
        for phrase in (person.name, *person.names):
            yield person.id, folded(phrase)


def _others(entry: Entry) -> tuple[str, ...]:
    return (*entry.bywords, *entry.capitals, *entry.adjectives, *entry.people)


def _profile(id: str, registry: Registry) -> Profile:
    if id in registry.people:
        return _of_person(registry.people[id], registry)
    entry = registry.entries[id]
    return Profile(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        names=tuple(dict.fromkeys(entry.names)),
        others=tuple(dict.fromkeys(_others(entry))),
        country=entry.country,
        country_name=_country(entry.country, registry),
        members=tuple(_country(code, registry) or code for code in entry.members),
        offices=_by_date(
            _held(tenure, person, registry)
            for person in registry.people.values()
            for tenure in person.tenures
            if tenure.of == id
        ),
        source=entry.source,
    )


def _of_person(person: Known, registry: Registry) -> Profile:
    return Profile(
        id=person.id,
        name=person.name,
        kind=ActorKind.PERSON,
        names=tuple(dict.fromkeys(person.names)),
        others=(),
        country=person.country,
        country_name=_country(person.country, registry),
        members=(),
        offices=_by_date(_held(tenure, person, registry) for tenure in person.tenures),
        source=person.source,
    )


def _held(tenure: Tenure, person: Known, registry: Registry) -> Held:
    since = tenure.since if tenure.since > "0001" else None
    until = tenure.until if tenure.until < "9999" else None
    if until and person.source:
        until = own.last(until)
    return Held(tenure.title, person.name, registry.entries[tenure.of].name, since, until)


def _by_date(offices: Iterator[Held]) -> tuple[Held, ...]:
    return tuple(sorted(offices, key=lambda o: (o.since or "", o.until or "9", o.title, o.holder)))


def _country(code: str | None, registry: Registry) -> str | None:
    entry = registry.entries.get(f"state:{code}") if code else None
    return entry.name if entry else code

"""Who acts for whom, as far as the registry knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors import loading
from dragoman.actors.registry import Entry, Registry
from dragoman.folding import fold
from dragoman.types import ActorKind

__all__ = ["Standing", "find", "nations"]


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor, and how to tell who acts for it.

    `country` is given for a state alone: its persons and bodies act for it; `home` is the country of a
    person or a body. `offices` are the folded names
    that an office may be `of` when its holder acts for this actor; `holders` the ids of those who ever held
    one. `words` are the folded words that mean the actor itself.
    """

    id: str
    name: str
    country: str | None = None
    home: str | None = None
    offices: frozenset[str] = frozenset()
    holders: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


def find(id: str) -> Standing | None:
    """What is known of an actor, None where there is none with this id."""
    registry = loading.load()
    if person := registry.people.get(id):
        return Standing(id, person.name, home=person.country, words=_folded((person.name, *person.names)))
    entry = registry.entries.get(id)
    if entry is None:
        return None
    is_state = entry.kind == ActorKind.STATE
    parts = _of_country(entry.country, registry) if is_state else [entry]
    ids = {part.id for part in parts}
    return Standing(
        id=id,
        name=entry.name,
        country=entry.country if is_state else None,
        home=entry.country if entry.kind == ActorKind.BODY else None,
        offices=_folded(name for part in parts for name in (part.name, *part.names)),
        holders=tuple(p.id for p in registry.people.values() if any(t.of in ids for t in p.tenures)),
        words=_folded((entry.name, *entry.names, *entry.adjectives, *entry.people, *entry.capitals)),
    )


def nations() -> dict[str, str]:
    """The names of the states by the folded words that mean them: names, adjectives, peoples."""
    found: dict[str, str] = {}
    for entry in loading.load().entries.values():
        if entry.kind == ActorKind.STATE:
            words = _folded((entry.name, *entry.names, *entry.adjectives, *entry.people))
            found |= dict.fromkeys(words - found.keys(), entry.name)
    return found


def _of_country(code: str | None, registry: Registry) -> list[Entry]:
    """A state and its bodies."""
    stately = (ActorKind.STATE, ActorKind.BODY)
    return [e for e in registry.entries.values() if e.country == code and e.kind in stately]


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, names)))

"""What stands around a title: names of the registry and of persons, by where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Registry
from dragoman.actors.words import Words
from dragoman.types import ActorKind

__all__ = ["Surroundings", "of"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of an article, with lookups by position.

    `ending` and `starting` are names of the registry by the word after and the first word;
    `people` gives the first word of the name of a person that ends before a word. `named` are words in
    names, adjectives of states left out, `told` all words in names, `in_people` those in persons'.
    """

    words: Words
    registry: Registry
    found: list[Found]
    ending: dict[int, Found]
    starting: dict[int, Found]
    people: dict[int, int]
    in_people: frozenset[int]
    named: frozenset[int]
    told: frozenset[int]

    def is_seat(self, id: str) -> bool:
        """Whether an office can be of this entry: a state, organisation or armed group."""
        entry = self.registry.entries[id]
        return entry.seat or entry.kind in {ActorKind.STATE, ActorKind.IGO, ActorKind.ARMED_GROUP}


def of(words: Words, registry: Registry, found: list[Found], people: list[tuple[int, int]]) -> Surroundings:
    """The lookups; names that are only parts of longer ones are left out, unless they are adjectives."""
    units = [f for f in found if not f.nested or f.how == "adjective"]
    return Surroundings(
        words,
        registry,
        units,
        ending={f.end: f for f in units},
        starting={f.start: f for f in units},
        people={end: start for start, end in people},
        in_people=frozenset(i for start, end in people for i in range(start, end)),
        named=frozenset(i for f in units if f.how != "adjective" for i in range(f.start, f.end)),
        told=frozenset(i for f in units for i in range(f.start, f.end)),
    )

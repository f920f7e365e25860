"""The values that a record shows: chosen from those of its reports, whatever their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from dragoman import timex
from dragoman.record import parties
from dragoman.types import Actor, Claim

C = TypeVar("C", bound=Claim)


def best(claims: Iterable[C], worth: Callable[[C], Any]) -> C:
    """The claim of most worth, of equals the one with the first id."""
    return max(sorted(claims, key=lambda claim: claim.id), key=worth)


def most_precise(values: Iterable[str | None]) -> str | None:
    """The TIMEX value that covers the fewest days; of equals the one that most reports give."""
    counted = Counter(value for value in values if value)
    ranked = sorted(counted, key=lambda value: (timex.width(value), -counted[value], value))
    return ranked[0] if ranked else None


def commonest(values: Iterable[str | None]) -> str | None:
    """The value that most reports give; of equals the longest."""
    counted = Counter(value for value in values if value)
    ranked = sorted(counted, key=lambda value: (-counted[value], -len(value), value))
    return ranked[0] if ranked else None


def union(values: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Every value once, in the order in which they come, whatever their case."""
    found: dict[str, str] = {}
    for some in values:
        for value in some:
            found.setdefault(value.casefold(), value)
    return tuple(found.values())


def fullest(casts: Sequence[Sequence[Actor]]) -> tuple[str, ...]:
    """The ids of all the actors, less those for whom another report has a fuller word."""
    every = {actor.id: actor for cast in casts for actor in cast}
    return tuple(id for id, actor in every.items() if not _is_covered(actor, casts))


def _is_covered(actor: Actor, casts: Iterable[Sequence[Actor]]) -> bool:
    """Whether a report that does not name this actor has someone who says the same more fully."""
    others = (cast for cast in casts if all(one.id != actor.id for one in cast))
    return any(parties.covered(actor, cast) for cast in others)

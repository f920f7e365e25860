"""Who is the same in two articles, and who may stand for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.folding import fold
from dragoman.types import Actor, ActorKind

SAME, STANDS_FOR = 1.0, 0.9
"""How far two actors agree: they are one, or one acts for the other."""

_ACTS_FOR_STATE = {ActorKind.PERSON, ActorKind.BODY, ActorKind.STATE}
_PAIRED = 6
"""Actors that are looked up in pairs: all pairs of a summit's whole list would be too many."""

_PLAIN = {
    "leaders",
    "leader",
    "members",
    "member",
    "countries",
    "nations",
    "states",
    "the",
    "of",
    "and",
    "officials",
}


def likeness(one: Actor, other: Actor) -> float:
    """How far two actors agree: SAME, STANDS_FOR or 0."""
    if one.id == other.id or _same_name(one, other):
        return SAME
    return STANDS_FOR if stands_for(one, other) or stands_for(other, one) else 0.0


def stands_for(one: Actor, state: Actor) -> bool:
    """Whether `one` is a person or a body that acts for a state which the other report names only."""
    return (
        state.kind == ActorKind.STATE
        and one.kind in _ACTS_FOR_STATE
        and one.country is not None
        and one.country == state.country
    )


def matched(ones: Sequence[Actor], others: Sequence[Actor]) -> float:
    """How many of both sides pair off, each once; one who stands for another counts a little less."""
    pairs = sorted(
        ((likeness(a, b), a.id, b.id) for a in ones for b in others if likeness(a, b)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    left, right, total = set[str](), set[str](), 0.0
    for like, a, b in pairs:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            total += like
    return total


def covered(one: Actor, by: Iterable[Actor]) -> bool:
    """Whether another of these actors says the same more fully: the minister for the state."""
    return any(other.id != one.id and likeness(one, other) and _fuller(other, one) for other in by)


def home(actor: Actor) -> str:
    """What an actor is looked up by among those who may stand for it: a country, else its name."""
    return actor.country if actor.country and actor.kind in _ACTS_FOR_STATE else called(actor)


def called(actor: Actor) -> str:
    """What an actor is looked up by alone: a state's country, a person's last name, a name's own words."""
    if actor.kind == ActorKind.STATE and actor.country:
        return actor.country
    words = fold(actor.name).split()
    if actor.kind == ActorKind.PERSON:
        return words[-1] if words else actor.id
    return " ".join(_distinct(actor) or words)


def pairs(actors: Iterable[Actor]) -> Iterator[str]:
    """What two or more actors are looked up by: each two of the first few, by home and by name."""
    some = list(actors)
    for how in (home, called):
        named = sorted(how(actor) for actor in some)[:_PAIRED]
        yield from (f"{one}|{other}" for one, other in combinations(named, 2))


def _same_name(one: Actor, other: Actor) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if one.kind == other.kind == ActorKind.PERSON:
        return _same_person(fold(one.name).split(), fold(other.name).split())
    if {one.kind, other.kind} & {ActorKind.PERSON, ActorKind.STATE}:
        return False
    shorter, longer = sorted((_distinct(one), _distinct(other)), key=len)
    if one.kind == other.kind == ActorKind.BODY and len(shorter) > 1:
        return set(shorter) <= set(longer)
    return bool(shorter) and shorter == longer


def _same_person(one: list[str], other: list[str]) -> bool:
    """Whether one name is the other, or the other without some of its given names."""
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def _fuller(one: Actor, other: Actor) -> bool:
    order = [ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON]
    ranks = [order.index(actor.kind) if actor.kind in order else 0 for actor in (one, other)]
    return (ranks[0], len(one.name), one.id) > (ranks[1], len(other.name), other.id)


def _distinct(actor: Actor) -> list[str]:
    """The words of a collective's name that tell it from others: "NATO leaders" gives "nato"."""
    return sorted(set(fold(actor.name).split()) - _PLAIN)

"""Who is meant by a name, and whose words and acts count as an actor's own.

For a state its bodies and its persons act; a person who is known to have held offices does so only while
he held one of that state. For an organisation those act who hold an office of it. Unnamed groups, parties
and armed groups speak for themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman import timex, who
from dragoman.analysis.entries import SidePart
from dragoman.errors import SameActor, UnknownActor
from dragoman.folding import fold
from dragoman.types import Actor, ActorKind
from dragoman.who import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from dragoman.export.document import ActorPart
    from dragoman.store import Store

__all__ = ["Standing", "among", "check_apart", "find", "part", "speaks", "term"]

_SHOWN = 5
"""So many of those who may be meant are named."""


def find(text: str, store: Store) -> Standing:
    """The actor that a name, a country's code or an id means.

    A whole name goes before words of one, and of several who are known the one whom the record speaks of.

    Args:
        text: what a person typed.
        store: the record, which knows names that the registry does not.

    Raises:
        UnknownActor: nobody has the name, or several have it.
        BadActors: the file of the user's own actors cannot be understood.
    """
    hits = who.find(text)
    known = {profile.id: profile.name for profile in hits.profiles}
    called = store.called(text)
    told = {actor.id: actor.name for actor, _ in called}
    whole = {actor.id: actor.name for actor, is_whole in called if is_whole}
    for some, others in ((known if hits.exact else {}, told), (whole, known), (told, known), (known, told)):
        if some:
            id = _one(text, some, others)
            return who.standing_of(id) or _unknown(next(actor for actor, _ in called if actor.id == id))
    raise UnknownActor(text, who.near(text))


def _one(text: str, some: Mapping[str, str], others: Iterable[str]) -> str:
    """The only one of some actors, or the only one who is among the others too."""
    left = [*some] if len(some) == 1 else [id for id in some if id in others]
    if len(left) != 1:
        near = [f"{some[id]} ({id})" for id in left or some]
        more = ("…",) if len(near) > _SHOWN else ()
        raise UnknownActor(text, (*near[:_SHOWN], *more), is_shared=True)
    (id,) = left
    return id


def _unknown(actor: Actor) -> Standing:
    """What is told of an actor whom the registry does not know."""
    home = actor.country if actor.kind in (ActorKind.PERSON, ActorKind.BODY) else None
    return Standing(actor.id, actor.name, home=home, words=frozenset({fold(actor.name)}))


def check_apart(one: Standing, other: Standing) -> None:
    """Make sure that two actors can be compared.

    Raises:
        SameActor: they are one, or one acts for the other.
    """
    for actor, side in ((one, other), (other, one)):
        is_of_state = side.country is not None and actor.home == side.country
        if actor.id == side.id or actor.id in side.holders or is_of_state:
            raise SameActor(one.name, other.name)


def term(side: Standing) -> str:
    """What a query asks for to find all that may be a side's: ids and codes with commas between them."""
    return ",".join((side.id, *([side.country] if side.country else side.holders)))


def among(side: Standing, ids: Iterable[str], actors: Mapping[str, ActorPart], on: str | None) -> set[str]:
    """Those of some actors who are the side, or act for it on a day (see `speaks`)."""
    return {id for id in ids if speaks(side, actors.get(id), on)}


def part(side: Standing, acting: Iterable[AbstractSet[str]]) -> SidePart:
    """A side as an answer tells it, with the actors who act for it there."""
    return SidePart(id=side.id, name=side.name, actors=tuple(sorted(set().union(*acting))))


def speaks(side: Standing, actor: ActorPart | None, on: str | None) -> bool:
    """Whether what an actor said or did on a day counts as the side's.

    Args:
        side: whose it may be.
        actor: who said or did it.
        on: when, a TIMEX value.
    """
    if actor is None or actor.id == side.id:
        return actor is not None
    if side.country and actor.country != side.country:
        return False
    if actor.kind != "person":
        return bool(side.country) and actor.kind in {"state", "body"}
    held = [office.of for office in actor.offices if timex.lasts(office.since, office.until, on)]
    if side.country:
        return not actor.offices or any(of is None or fold(of) in side.offices for of in held)
    return any(of is not None and fold(of) in side.offices for of in held)

"""A claim with what is needed to compare it: its article's heading and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from dragoman import timex
from dragoman.record import wording
from dragoman.types import Account, Actor, ActorKind, Claim, Heading

C_co = TypeVar("C_co", bound=Claim, covariant=True)


@dataclass(frozen=True, eq=False)
class Told(Generic[C_co]):
    """One claim in the article that makes it; `cast` are all the actors that the article names."""

    claim: C_co
    heading: Heading
    cast: dict[str, Actor]

    def actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """The actors with these ids; one that the cast lacks stands for itself."""
        return tuple(self.cast.get(id) or Actor(id, id, ActorKind.GROUP) for id in ids)

    @property
    def published(self) -> timex.Days | None:
        """The days on which the article may have come out."""
        return timex.days(self.heading.published)

    @cached_property
    def text(self) -> wording.Wording:
        """The words that the claim rests on."""
        return wording.Wording.of(" … ".join(span.exact for span in self.claim.evidence))

    @cached_property
    def company(self) -> frozenset[str]:
        """The actors with a name that the whole article speaks of."""
        return frozenset(id for id, actor in self.cast.items() if actor.kind != ActorKind.GROUP)


def tell(account: Account) -> Iterator[Told[Claim]]:
    """The claims of an account, each with its context, one for each id."""
    cast = {actor.id: actor for actor in account.actors}
    for claim in {claim.id: claim for claim in account.claims}.values():
        yield Told(claim, account.heading, cast)

"""A claim with what is needed to compare it: its article's heading and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from dragoman import timex
from dragoman.record import wording
from dragoman.types import Account, Actor, ActorKind, Claim, Heading, Trace

C_co = TypeVar("C_co", bound=Claim, covariant=True)


@dataclass(frozen=True, eq=False)
class Told(Generic[C_co]):
    """One claim in the article that makes it.

    `cast` holds at least the actors of the claim, `company` the ids of all that the article names; `trace` is
    what the article's story is found by.
    """

    claim: C_co
    heading: Heading
    cast: dict[str, Actor]
    company: frozenset[str]
    trace: Trace | None = None

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


def tell(account: Account) -> Iterator[Told[Claim]]:
    """The claims of an account, each with its context, one for each id."""
    cast = {actor.id: actor for actor in account.actors}
    company = frozenset(company_of(account.actors) if account.company is None else account.company)
    for claim in {claim.id: claim for claim in account.claims}.values():
        yield Told(claim, account.heading, cast, company, account.trace)


def company_of(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The ids of the actors that have a name of their own."""
    return tuple(sorted({actor.id for actor in actors if actor.kind != ActorKind.GROUP}))

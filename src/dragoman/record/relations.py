"""When two reports state one relation: subject, predicate and object are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman import timex
from dragoman.folding import fold
from dragoman.record import leads
from dragoman.record.features import Field, Rules
from dragoman.record.told import Told
from dragoman.types import ActorKind, Relation

_PLAIN = frozenset({"of", "the", "a", "an"})


def keys(told: Told[Relation]) -> Iterator[str]:
    """The one key: subject, predicate and object, the words of a text in any order."""
    claim = told.claim
    yield f"relation|{_who(told, claim.subject)}|{claim.predicate}|{_who(told, claim.object)}"


def _who(told: Told[Relation], id: str) -> str:
    """What stands for an actor or a text: a person's first and last name, whatever is between."""
    actor = told.cast.get(id)
    if actor is None:
        return " ".join(sorted(set(fold(id).split()) - _PLAIN))
    first, *others = fold(actor.name).split() or [""]
    return f"{first} {others[-1]}" if others and actor.kind == ActorKind.PERSON else actor.id


def when(_told: Told[Relation]) -> tuple[str, str]:
    """A relation is not bound to days."""
    return timex.bounds(None)


def lead(tolds: Sequence[Told[Relation]]) -> Relation:
    """The most precise beginning and end."""
    claims = [told.claim for told in tolds]
    base = min(claims, key=lambda claim: claim.id)
    return replace(
        base,
        since=leads.most_precise(claim.since for claim in claims),
        until=leads.most_precise(claim.until for claim in claims),
    )


RULES = Rules(
    features=(),
    threshold=0.0,
    keys=keys,
    when=when,
    contradict=lambda _one, _other: False,
    lead=lead,
    exact=True,
    plain=lambda told: not (told.claim.since or told.claim.until),
    fields=(
        Field("since", lambda t: t.claim.since, lambda a, b: not timex.agree(a.claim.since, b.claim.since)),
        Field("until", lambda t: t.claim.until, lambda a, b: not timex.agree(a.claim.until, b.claim.until)),
    ),
)
"""How relations are brought together."""

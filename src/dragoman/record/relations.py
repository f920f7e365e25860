"""When two reports state one relation: subject, predicate and object are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman import timex
from dragoman.folding import fold
from dragoman.record import leads
from dragoman.record.features import Field, Rules
from dragoman.record.told import Told
from dragoman.types import Relation


def key(told: Told[Relation]) -> str:
    """Subject, predicate and object, the words of a text in any order."""
    claim = told.claim
    known = claim.object in told.cast
    words = sorted(set(fold(claim.object).split()) - {"of", "the", "a", "an"})
    return f"relation|{claim.subject}|{claim.predicate}|{claim.object if known else ' '.join(words)}"


def keys(told: Told[Relation]) -> Iterator[str]:
    """The one key."""
    yield key(told)


def when(_told: Told[Relation]) -> tuple[str, str]:
    """A relation is not bound to days."""
    return timex.bounds(None)


def lead(tolds: Sequence[Told[Relation]]) -> Relation:
    """The most precise beginning and end."""
    claims = [told.claim for told in tolds]
    base = leads.best(claims, lambda claim: bool(claim.since) + bool(claim.until))
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
    fields=(
        Field("since", lambda t: t.claim.since, lambda a, b: not timex.agree(a.claim.since, b.claim.since)),
        Field("until", lambda t: t.claim.until, lambda a, b: not timex.agree(a.claim.until, b.claim.until)),
    ),
)
"""How relations are brought together."""

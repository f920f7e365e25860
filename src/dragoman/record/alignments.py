"""When two reports say that the same parties agree, or differ, on the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman import timex
from dragoman.folding import fold
from dragoman.record import leads, parties
from dragoman.record.features import Feature, Rules, days_between
from dragoman.record.told import Told
from dragoman.record.wording import content_of, jaccard, overlap
from dragoman.types import Actor, Alignment

_STALE = 60
"""Days between two reports after which positions may have moved."""


def who(one: Told[Alignment], other: Told[Alignment]) -> float:
    """The parties are the same."""
    ones, others = _parties(one), _parties(other)
    return parties.matched(ones, others) / max(1, min(len(ones), len(others)))


def issue(one: Told[Alignment], other: Told[Alignment]) -> float:
    """The issue is the same."""
    return overlap(_issue(one), _issue(other))


def words(one: Told[Alignment], other: Told[Alignment]) -> float:
    """The reports use the same words."""
    return jaccard(one.text.content, other.text.content)


def contradict(one: Told[Alignment], other: Told[Alignment]) -> bool:
    """Whether they are not the same: other parties, or one agrees where the other differs."""
    if one.claim.kind != other.claim.kind or who(one, other) < 0.8:
        return True
    gap = days_between(one.published, other.published)
    return gap is not None and gap > _STALE


def apart(one: Told[Alignment], other: Told[Alignment]) -> bool:
    """Whether one article makes both, in other places: it has them as two."""
    return one.heading.id == other.heading.id and one.claim.evidence != other.claim.evidence


def keys(told: Told[Alignment]) -> Iterator[str]:
    """Pairs of parties."""
    for pair in sorted({*parties.pairs(_parties(told))}):
        yield f"alignment|{told.claim.kind}|{pair}"


def when(told: Told[Alignment]) -> tuple[str, str]:
    """The days that a key covers: those on which positions may be the same."""
    return timex.bounds(told.heading.published, slack=_STALE)


def lead(tolds: Sequence[Told[Alignment]]) -> Alignment:
    """The shortest issue that most reports give, and all the parties."""
    claims = [told.claim for told in tolds]
    base = leads.best(claims, lambda claim: (len(claim.parties), -len(claim.issue)))
    return replace(base, parties=leads.fullest([_parties(told) for told in tolds]))


def _parties(told: Told[Alignment]) -> tuple[Actor, ...]:
    return told.actors(dict.fromkeys(told.claim.parties))


def _issue(told: Told[Alignment]) -> frozenset[str]:
    return content_of(fold(told.claim.issue).split())


RULES = Rules(
    features=(Feature(who, 0.3), Feature(issue, 0.5), Feature(words, 0.4)),
    threshold=0.6,
    keys=keys,
    when=when,
    contradict=contradict,
    apart=apart,
    lead=lead,
)
"""How alignments are brought together."""

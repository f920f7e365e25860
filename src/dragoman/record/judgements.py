"""Which claims a judgement means now: those that stand in the places of the ones that it was made about.

A later engine may cut a sentence elsewhere, date a meeting otherwise or name somebody more fully; the claim
is still the one that a person judged. Where nothing like it is told any more, the judgement rests on nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from dragoman.types import (
    Alignment,
    Article,
    Claim,
    Event,
    Evidence,
    Judged,
    Judgement,
    Meeting,
    Relation,
    Statement,
)

_HALF = 0.5
"""So much of the words of both, or of the shorter of the two, must be common to them."""

_THIRD = 1 / 3
"""Of what sets claims of one sentence apart, so much must be common to them: one of two actors, say."""


def stand(judgements: Iterable[Judgement], claims: Sequence[Claim]) -> tuple[Judged, ...]:
    """Which of some articles' claims judgements mean.

    Args:
        judgements: those that hold and are about one of the articles.
        claims: all that these articles say.
    """
    return tuple(sorted({found for one in judgements for found in _of_one(one, claims)}))


def _of_one(judgement: Judgement, claims: Sequence[Claim]) -> Iterator[Judged]:
    for group, subjects in enumerate(judgement.subjects):
        for subject in subjects:
            found = successor(subject, claims)
            if found is not None:
                yield Judged(judgement.number, group, found.id)


def successor(subject: Claim, claims: Iterable[Claim]) -> Claim | None:
    """The claim that stands in the place of another, which may be that claim itself."""
    alike = [one for one in claims if type(one) is type(subject) and one.article == subject.article]
    ranked = [(rank, one.id, one) for one in alike if (rank := _likeness(subject, one))]
    return max(ranked, key=lambda found: found[:2])[2] if ranked else None


def moved(subject: Claim, article: Article) -> Claim | None:
    """A claim as it would stand in another article that has its words, None where it has not all of them."""
    spans = [_found(span, article) for span in subject.evidence]
    evidence = tuple(span for span in spans if span is not None)
    if len(evidence) < len(spans):
        return None
    others: dict[str, Any] = {name: None for name in ("cue", "source", "trigger") if hasattr(subject, name)}
    return replace(subject, article=article.id, evidence=evidence, **others)


def _found(span: Evidence, article: Article) -> Evidence | None:
    """The words of a span in another text; of several places the one nearest to where they stood."""
    places = []
    start = article.text.find(span.exact)
    while start >= 0:
        places.append(start)
        start = article.text.find(span.exact, start + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - span.start))
    return Evidence(article.id, start, start + len(span.exact), span.exact)


def _likeness(subject: Claim, claim: Claim) -> tuple[bool, float] | None:
    """How well a claim stands in a subject's place, to be compared; None where it does not.

    What is said is its words; anything else may rest on more sentences than before, if the same take part.
    """
    ones, others = _characters(subject), _characters(claim)
    is_said = isinstance(subject, Statement)
    common = _share(ones, others)
    enough = common if is_said else len(ones & others) / min(len(ones), len(others))
    values = _share(_values(subject), _values(claim))
    if enough < _HALF or (values < _THIRD and not is_said):
        return None
    return claim.id == subject.id, values + common


def _share(ones: set[int] | set[str], others: set[int] | set[str]) -> float:
    union = len(ones | others)
    return len(ones & others) / union if union else 1.0


def _characters(claim: Claim) -> set[int]:
    return {at for span in claim.evidence for at in range(span.start, span.end)}


def _values(claim: Claim) -> set[str]:
    """What sets a claim apart from others that rest on the same words."""
    match claim:
        case Statement():
            return {*claim.speakers}
        case Meeting():
            return {*claim.participants}
        case Event():
            return {claim.type, *claim.actors, *claim.recipients}
        case Relation():
            return {claim.subject, claim.predicate, claim.object}
        case Alignment():
            return {claim.kind, *claim.parties}
        case _:
            return set()

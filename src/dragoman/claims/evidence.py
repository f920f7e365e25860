"""Makes evidence, and the ids of claims: the same words at the same place give the same id."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from dragoman.types import Alignment, Claim, Event, Evidence, Meeting, Relation, Statement

if TYPE_CHECKING:
    from dragoman.types import Article, Span

__all__ = ["cite", "id_of", "named"]

C = TypeVar("C", bound=Claim)


def cite(article: Article, span: Span) -> Evidence:
    """The evidence that a span of an article's text is."""
    return Evidence(article.id, span.start, span.end, article.text[span.start : span.end])


def named(claim: C) -> C:
    """A claim with the id that its content gives it."""
    return replace(claim, id=id_of(claim))


def id_of(claim: Claim) -> str:
    """The id of a claim: its kind, where its evidence stands, and the values that set it apart."""
    kind = type(claim).__name__.lower()
    parts = [kind, *(f"{e.article}:{e.start}-{e.end}" for e in claim.evidence), *_values(claim)]
    return f"{kind}:{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


def _values(claim: Claim) -> tuple[str, ...]:
    match claim:
        case Statement():
            return claim.speakers
        case Meeting():
            return claim.status, claim.date or "", *sorted(claim.participants)
        case Event():
            at = str(claim.trigger.start) if claim.trigger else ""
            return claim.type, at, *claim.actors, "", *claim.recipients
        case Relation():
            return claim.subject, claim.predicate, claim.object
        case Alignment():
            return claim.kind, claim.issue, *sorted(claim.parties)
        case _:
            raise TypeError(f"{type(claim).__name__} is no kind of claim")

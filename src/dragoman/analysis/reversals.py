"""Earlier reports that two sides differed where they are now said to agree, or the other way round.

A side is a country, or an actor that has none. An issue is the same where most of its words are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from dragoman import timex
from dragoman.analysis.issues import normal
from dragoman.export.document import ActorPart, AlignmentPart, Document
from dragoman.query import Query, Term

_TELLING = 4
"""Letters of a word that says what an issue is about."""

_SAME = 0.6
"""The share of an issue's words that must be another's for them to be one."""

Actors = Mapping[str, ActorPart]
"""The actors of a document by id."""


def queries(document: Document, new: Collection[str]) -> Iterator[Query]:
    """What to ask a store for to find all that is told of the sides of some alignments of a document."""
    actors = {actor.id: actor for actor in document.actors}
    for sides in sorted({tuple(sorted(_sides(one, actors))) for one in document.alignments if one.id in new}):
        yield Query((Term("kind", "alignment"), *(Term("actor", side) for side in sides)))


def find(document: Document, new: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The earlier alignments that some alignments of a document reverse, by the id of each that does."""
    actors = {actor.id: actor for actor in document.actors}
    told = {one.id: one.published for one in document.articles if timex.days(one.published)}
    found = {
        one.id: tuple(
            sorted(
                other.id
                for other in document.alignments
                if other.id not in new
                and _reverses(one, other, actors)
                and _first(other, told) < _first(one, told)
            )
        )
        for one in document.alignments
        if one.id in new
    }
    return {id: others for id, others in found.items() if others}


def _reverses(one: AlignmentPart, other: AlignmentPart, actors: Actors) -> bool:
    return one.kind != other.kind and _sides(one, actors) == _sides(other, actors) and _is_same(one, other)


def _is_same(one: AlignmentPart, other: AlignmentPart) -> bool:
    ones, others = _words(one.issue), _words(other.issue)
    return bool(ones & others) and len(ones & others) >= _SAME * min(len(ones), len(others))


def _words(issue: str) -> set[str]:
    return {word for word in normal(issue).split() if len(word) >= _TELLING}


def _sides(one: AlignmentPart, actors: Actors) -> set[str]:
    return {actors[id].country or id if id in actors else id for id in one.parties}


def _first(one: AlignmentPart, told: Mapping[str, str | None]) -> str:
    """The first day on which a report tells it; the last of all where none is known."""
    return min(
        (timex.bounds(told[r.article])[0] for r in one.reports if r.article in told), default=timex.LAST_DAY
    )

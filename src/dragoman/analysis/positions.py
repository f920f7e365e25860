"""Where two actors stand: by issue, what each said and did, and where reports say that they agree or differ.

Only a report's own word makes an agreement or a difference. What sounds alike stands side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from dragoman import timex, who
from dragoman.analysis import issues, newest, sides
from dragoman.analysis.entries import AnyRecord, Entry, Part, SidePart, entry, excerpt, in_order, records
from dragoman.analysis.issues import Matter
from dragoman.analysis.sides import Standing
from dragoman.export import document as documents
from dragoman.export.document import ActorPart, AlignmentPart, Document, EventPart, StatementPart
from dragoman.folding import fold
from dragoman.query import Query, Term
from dragoman.store import Store

_MADE_BY = {"statement": "speakers", "event": "actors", "alignment": "parties"}
"""The fields whose actors a record is of, by its kind."""


class Position(Entry):
    """What a side said or did, or what a report says of both: that they agree or differ."""

    sides: tuple[str, ...] = Field(
        description="Ids of the sides whose it is; both where they did it together."
    )
    new: bool = Field(description="Whether it is of the days since the date that was asked for.")


class Issue(Part):
    """What the sides said and did on one thing, in order of date."""

    name: str | None = Field(description="Null for what shares its topics with nothing else.")
    entries: tuple[Position, ...]


class Positions(Part):
    """Where two actors stand."""

    version: Literal["1"] = "1"
    sides: tuple[SidePart, ...]
    about: str | None
    since: str | None
    issues: tuple[Issue, ...]
    record: Document = Field(description="The records that the entries name, with their reports.")


def find(
    store: Store,
    one: Standing,
    other: Standing,
    *,
    about: str | None = None,
    since: str | None = None,
    most: int | None = None,
) -> Positions:
    """Compare two actors in a store.

    Args:
        store: the record.
        one: an actor (see `sides.find`).
        other: another, who does not act for the first.
        about: words that records must be about, as in a query.
        since: what is of the days from this date on counts as new.
        most: only the newest so many records are compared; all where not given.
    """
    terms = [Term("actor", f"{sides.term(one)},{sides.term(other)}")]
    terms += [Term("kind", kind, negated=True) for kind in ("meeting", "relation")]
    terms += [Term("about", about)] if about else []
    found = documents.make(newest.find(store, Query(tuple(terms)), most))
    return make(found, (one, other), nations=who.nations(), about=about, since=since)


def make(
    document: Document,
    of: Sequence[Standing],
    *,
    nations: Mapping[str, str],
    about: str | None = None,
    since: str | None = None,
) -> Positions:
    """Compare actors in a document.

    Args:
        document: the records in which they may have a part.
        of: the actors.
        nations: the names of states by the words that mean them (see `who.nations`).
        about: what the records were chosen by, to be told.
        since: what is of the days from this date on counts as new.
    """
    actors = {actor.id: actor for actor in document.actors}
    found = {one.record.id: one for one in _found(document, of, actors, since)}
    acting = {id for one in found.values() for some in one.by.values() for id in some}
    own = {word for side in of for word in side.words}
    own |= {fold(name) for id in acting for name in actors[id].names}
    grouped = issues.group([_matter(one, actors) for one in found.values()], own=own, nations=nations)
    return Positions(
        sides=tuple(sides.part(side, [one.by[side.id] for one in found.values()]) for side in of),
        about=about,
        since=since,
        issues=tuple(
            Issue(name=one.name, entries=tuple(in_order([found[m.id].position for m in one.matters])))
            for one in grouped
        ),
        record=excerpt(document, found.keys()),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A record that is of a side; `by` are those who made it, by the side for which they act."""

    record: AnyRecord
    position: Position
    by: Mapping[str, AbstractSet[str]]


def _found(
    document: Document, of: Sequence[Standing], actors: Mapping[str, ActorPart], since: str | None
) -> Iterator[_Found]:
    """The records that are of a side; those that reports mark must be of all."""
    for kind, record in records(document):
        at = entry(kind, record, document)
        made_by = getattr(record, _MADE_BY[kind]) if kind in _MADE_BY else ()
        by = {side.id: sides.among(side, made_by, actors, at.date) for side in of}
        whose = tuple(id for id, some in by.items() if some)
        if len(whose) >= (len(of) if kind == "alignment" else 1):
            yield _Found(record, Position(**dict(at), sides=whose, new=_is_new(at, since)), by)


def _is_new(at: Entry, since: str | None) -> bool:
    return bool(since and timex.days(at.date)) and timex.bounds(at.date)[1] >= timex.bounds(since)[0]


def _matter(found: _Found, actors: Mapping[str, ActorPart]) -> Matter:
    """What a record is about."""
    record, of = found.record, frozenset(found.position.sides)
    words = " ".join(span.exact for report in record.reports for span in report.evidence)
    match record:
        case AlignmentPart():
            return Matter(record.id, of, (), record.issue or words, issue=record.issue)
        case EventPart():
            named = [actors[id].name for id in record.recipients if id in actors]
            named += [record.place] if record.place else []
            sort = tuple(word.replace("_", " ") for word in record.contexts or (record.type.lower(),))
            return Matter(record.id, of, tuple(named), words, sort)
        case StatementPart():
            return Matter(record.id, of, record.topics, words)
    return Matter(record.id, of, (), words)

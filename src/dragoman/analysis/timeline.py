"""What happened between actors, in order of date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from dragoman.analysis import newest, sides
from dragoman.analysis.entries import (
    AnyRecord,
    Entry,
    Part,
    SidePart,
    entry,
    excerpt,
    in_order,
    records,
)
from dragoman.analysis.sides import Standing
from dragoman.export import document as documents
from dragoman.export.document import (
    Document,
    EventPart,
    MeetingPart,
    RelationPart,
    StatementPart,
)
from dragoman.query import Query, Term
from dragoman.store import Store


class Timeline(Part):
    """The meetings, statements, events, relations and alignments in which actors have a part."""

    version: Literal["1"] = "1"
    actors: tuple[SidePart, ...]
    about: str | None
    since: str | None
    until: str | None
    entries: tuple[Entry, ...] = Field(description="In order of date; what has none comes last.")
    record: Document = Field(description="The records that the entries name, with their reports.")


def find(
    store: Store,
    of: Sequence[Standing],
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    most: int | None = None,
) -> Timeline:
    """What a store has of actors: of several, that in which all have a part.

    Args:
        store: the record.
        of: the actors (see `sides.find`).
        about: words that records must be about, as in a query.
        since: the first days that count, a TIMEX value.
        until: the last days that count, a TIMEX value.
        most: only the newest so many records are looked at; all where not given.
    """
    terms = [Term("actor", sides.term(side)) for side in of]
    given = {"about": about, "since": since, "until": until}
    terms += [Term(field, value) for field, value in given.items() if value]
    found = documents.make(newest.find(store, Query(tuple(terms)), most))
    return make(found, of, about=about, since=since, until=until)


def make(
    document: Document,
    of: Sequence[Standing],
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Timeline:
    """What a document has of actors; `about`, `since` and `until` are what it was chosen by, to be told."""
    actors = {actor.id: actor for actor in document.actors}
    entries: list[Entry] = []
    taking_part: list[list[set[str]]] = []
    for kind, record in records(document):
        at = entry(kind, record, document)
        by = [sides.among(side, _involved(record), actors, at.date) for side in of]
        if all(by) and not (isinstance(record, RelationPart) and not at.date):
            entries.append(at)
            taking_part.append(by)
    return Timeline(
        actors=tuple(sides.part(side, [by[n] for by in taking_part]) for n, side in enumerate(of)),
        about=about,
        since=since,
        until=until,
        entries=tuple(in_order(entries)),
        record=excerpt(document, {at.record for at in entries}),
    )


def _involved(record: AnyRecord) -> tuple[str, ...]:
    """The ids of all who have a part in a record."""
    match record:
        case MeetingPart():
            return record.participants
        case StatementPart():
            return (*record.speakers, *record.addressee)
        case EventPart():
            return (*record.actors, *record.recipients)
        case RelationPart():
            return record.subject, record.object
        case _:
            return record.parties

"""Records of a document at their places in time, and the part of a document that they make."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman import timex
from dragoman.export.document import (
    AlignmentPart,
    Document,
    EventPart,
    MeetingPart,
    RelationPart,
    StatementPart,
)

Kind = Literal["meeting", "statement", "event", "relation", "alignment"]
AnyRecord = MeetingPart | StatementPart | EventPart | RelationPart | AlignmentPart

_REPORTED = {"statement", "event", "alignment"}
"""The kinds that were so when they were reported; a meeting may lie far from its report."""


class Part(BaseModel):
    """A part of an answer: frozen, and with no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """A record at its place in time."""

    record: str = Field(description="The id of the record.")
    kind: Kind
    date: str | None = Field(description="A TIMEX value.")
    dated: Literal["told", "reported"] | None = Field(
        description="Whether reports give the date themselves (told), or it is that of the first report."
    )


class SidePart(Part):
    """An actor who was asked about."""

    id: str
    name: str
    actors: tuple[str, ...] = Field(description="Ids of the actors of the record who speak or act for it.")


def records(document: Document) -> Iterator[tuple[Kind, AnyRecord]]:
    """Every record of a document with its kind."""
    yield from (("meeting", record) for record in document.meetings)
    yield from (("statement", record) for record in document.statements)
    yield from (("event", record) for record in document.events)
    yield from (("relation", record) for record in document.relations)
    yield from (("alignment", record) for record in document.alignments)


def entry(kind: Kind, record: AnyRecord, document: Document) -> Entry:
    """A record at its place in time: its own date, else that of the first report where it holds for it."""
    own = _own_date(record)
    if own or kind not in _REPORTED:
        return Entry(record=record.id, kind=kind, date=own, dated="told" if own else None)
    cited = {report.article for report in record.reports}
    published = [a.published[:10] for a in document.articles if a.id in cited and a.published]
    first = min(published, key=timex.bounds, default=None)
    return Entry(record=record.id, kind=kind, date=first, dated="reported" if first else None)


def in_order(entries: Sequence[Entry]) -> list[Any]:
    """Entries in order of time, those whose day cannot be known last; else as they were given."""
    return sorted(entries, key=_when)


def excerpt(document: Document, ids: Collection[str]) -> Document:
    """The records with these ids, with the articles, actors and places that they name.

    The articles of which those are copies are kept too.
    """
    kept = {
        name: tuple(record for record in getattr(document, name) if record.id in ids)
        for name in ("statements", "meetings", "events", "relations", "alignments")
    }
    found = [record for some in kept.values() for record in some]
    cited = {report.article for record in found for report in record.reports}
    cited |= {one.copy_of for one in document.articles if one.id in cited and one.copy_of}
    parts = [part for record in found for part in (record, *record.reports)]
    words = {word for part in parts for word in named(part)}
    return document.model_copy(
        update=kept
        | {
            "articles": tuple(one for one in document.articles if one.id in cited),
            "actors": tuple(one for one in document.actors if one.id in words),
            "discrepancies": tuple(one for one in document.discrepancies if one.record in ids),
            "places": tuple(one for one in document.places if one.name in words),
            "corrections": tuple(one for one in document.corrections if one.record in ids),
        }
    )


def _when(at: Entry) -> tuple[str, str, bool]:
    days = timex.bounds(at.date) if timex.days(at.date) else ("A", "A")
    return *days, at.dated == "reported"


def _own_date(record: AnyRecord) -> str | None:
    match record:
        case StatementPart():
            return record.said_on
        case RelationPart():
            return record.since or record.until
        case AlignmentPart():
            return None
    return record.date


def named(part: BaseModel) -> Iterator[str]:
    """The words of a part that may name an actor or a place."""
    for _, value in part:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))

"""A record in a few plain words, for the title of a mark."""

from __future__ import annotations

from dragoman.analysis.entries import AnyRecord
from dragoman.export.document import AlignmentPart, EventPart, MeetingPart, RelationPart, StatementPart
from dragoman.telling import phrases
from dragoman.web.view import View

__all__ = ["describe"]


def describe(record: AnyRecord, view: View) -> str:
    """Who did what, in one line."""
    names = view.names
    match record:
        case MeetingPart():
            place = f", {names.place(record.place)}" if record.place else ""
            return f"{names.all(record.participants)} · {record.status}{place}"
        case StatementPart():
            words = phrases.beginning(record.reports[0].content[0].exact)
            return f"{names.all(record.speakers) or 'speaker not named'}: {words}"
        case EventPart():
            did, towards = phrases.doing(record)
            whom = f" {towards} {names.all(record.recipients)}" if record.recipients else ""
            return " ".join(f"{names.all(record.actors)} {did}{whom}".split())
        case RelationPart():
            return f"{names.full(record.subject)} {phrases.predicate(record)} {names.full(record.object)}"
        case AlignmentPart():
            return f"{names.all(record.parties)} {record.kind}: {record.issue}"

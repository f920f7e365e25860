"""A meeting as a page shows it: what was said at it, and its reports side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.export import document
from dragoman.export.document import (
    AlignmentPart,
    Document,
    MeetingPart,
    OmissionPart,
    StatementPart,
    StatementReport,
)
from dragoman.export.occasions import Occasion, by_speakers, outline
from dragoman.store import Store
from dragoman.telling import phrases
from dragoman.telling.wordings import Wording
from dragoman.web.errors import NotFound
from dragoman.web.view import View, joined

__all__ = ["Row", "find"]

MOST = 6
"""So many independent reports stand side by side."""

REPORTS = 40
"""So many reports of a meeting are numbered on its page."""

REPORTS_BESIDES = 2
"""So many reports of what was said at it are numbered besides those of these articles."""

_FIELDS = ("date", "place", "form", "status", "participants", "topics")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that reports tell, and how each tells it, by article; None where it says nothing of it."""

    label: str
    record: str | None
    cells: Mapping[str, Any]
    disputed: bool = False


def find(store: Store, id: str) -> dict[str, Any]:
    """What the page of a meeting shows.

    Raises:
        NotFound: there is no such meeting.
    """
    alone = store.get([id], reports=REPORTS)
    made = document.make(alone)
    if not made.meetings:
        raise NotFound
    columns = _columns(made)
    told = joined(made, document.make(store.told(*columns, reports=REPORTS_BESIDES)))
    view = View(told)
    occasion = next(one for one in outline(told).occasions if one.meeting.id == id)
    return {
        "view": view,
        "occasion": occasion,
        "meeting": occasion.meeting,
        "sides": _sides(occasion.meeting, view),
        "speakers": by_speakers(occasion.statements),
        "columns": columns,
        "rows": tuple(_rows(occasion, columns, view)),
        "discrepancies": [one for one in told.discrepancies if one.record == id],
        "omissions": [(one, tuple(_things(one, told, view))) for one in told.omissions if one.meeting == id],
        "corrections": [one for one in told.corrections if one.record == id],
        "more": dict(alone.more).get(id, 0),
    }


def _columns(made: Document) -> tuple[str, ...]:
    """The articles that stand side by side: the first independent reports."""
    copies = {one.id for one in made.articles if one.copy_of}
    (meeting,) = made.meetings
    reporting = [report.article for report in meeting.reports]
    return tuple([id for id in reporting if id not in copies] or reporting)[:MOST]


def _sides(meeting: MeetingPart, view: View) -> list[tuple[str | None, list[str]]]:
    """Who took part, those of one country together."""
    sides: defaultdict[str | None, list[str]] = defaultdict(list)
    for id in meeting.participants:
        sides[view.side(id) or id].append(id)
    return [(key, ids) for key, ids in sides.items()]


def _rows(occasion: Occasion, columns: Sequence[str], view: View) -> Iterator[Row]:
    """What the reports tell of the meeting, then what was said at it, agreed and disputed."""
    meeting = occasion.meeting
    reports = {report.article: report for report in meeting.reports}
    for field in _FIELDS:
        cells = {id: _value(field, getattr(reports[id], field), view) for id in columns if id in reports}
        if any(cells.values()):
            yield Row(field, None, cells, disputed=len({one for one in cells.values() if one}) > 1)
    for statement in occasion.statements:
        who = view.names.all(statement.speakers) or "speaker not named"
        yield from _shared(Row(who, statement.id, _wordings(statement, view)), columns)
    for alignment in occasion.alignments:
        yield from _shared(Row(alignment.kind, alignment.id, _quoted(alignment, view)), columns)


def _shared(row: Row, columns: Sequence[str]) -> Iterator[Row]:
    """A row that two of the reports have something in; what only one has is an omission of the others."""
    if len(row.cells.keys() & {*columns}) > 1:
        yield row


def _value(field: str, value: str | tuple[str, ...] | None, view: View) -> str:
    if isinstance(value, tuple):
        value = ", ".join(value)
        return view.names.all(value.split(", ")) if value and field == "participants" else value
    if field == "form" and value:
        return phrases.FORMS.get(value, value)
    return phrases.in_words(field, value, view.names) if value else ""


def _wordings(statement: StatementPart, view: View) -> dict[str, Wording]:
    """How each article words a statement, with what the fullest has otherwise."""
    found: dict[str, Wording] = {}
    for wording in view.wordings(statement):
        found |= {report.article: wording for report in wording.reports if _is_said(report)}
    return found


def _is_said(report: StatementReport) -> bool:
    return bool(report.content)


def _quoted(alignment: AlignmentPart, view: View) -> dict[str, str]:
    return {one.article: view.words(one.evidence) for one in alignment.reports}


def _things(found: OmissionPart, told: Document, view: View) -> Iterator[tuple[str, str | None]]:
    """What a report leaves out, each with the page that tells it."""
    statements = {one.id: one for one in told.statements}
    alignments = {one.id: one for one in told.alignments}
    yield from ((f"the {field}", None) for field in found.fields)
    for id in found.records:
        if id in statements:
            said = statements[id]
            who = view.names.all(said.speakers) or "speaker not named"
            yield f"{who}: {phrases.beginning(said.reports[0].content[0].exact)}", id
        elif id in alignments:
            one = alignments[id]
            words = one.issue or phrases.beginning(one.reports[0].evidence[0].exact)
            yield f"they {one.kind}: {words}", id

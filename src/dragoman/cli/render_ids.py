"""The records with their ids, a line each, so that a person can name one to judge it."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli import render_alignments, render_facts
from dragoman.cli.citations import Citations
from dragoman.cli.console import printable, write
from dragoman.telling import dates
from dragoman.telling.citations import title
from dragoman.telling.names import Names
from dragoman.telling.phrases import FORMS, when_and_where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from dragoman.export.document import Document, MeetingPart, ReportPart, StatementPart

WORDS = 72
"""Characters of a statement that are shown."""


def render(document: Document, console: Console) -> None:
    """Print each record's id with what it tells, then the articles with theirs."""
    names, citations = Names(document), Citations(document)
    for id, line in _lines(document, names, citations):
        write(console, Text.assemble((f"{id}  ", "source"), line), is_line=True)
    write(console, Text())
    for number, article in citations.sources(are_all=False):
        write(console, Text.assemble((f"[{number}] {article.id} ", "source"), title(article)), is_line=True)


def _lines(document: Document, names: Names, citations: Citations) -> Iterator[tuple[str, Text]]:
    def cited(reports: tuple[ReportPart, ...]) -> Text:
        return Text(" ") + citations.cite(span for report in reports for span in report.evidence)

    for meeting in document.meetings:
        yield meeting.id, _meeting(meeting, names) + cited(meeting.reports)
    for said in document.statements:
        yield said.id, _statement(said, names) + cited(said.reports)
    for event in document.events:
        day = Text(f"{dates.words(event.date)}: " if event.date else "")
        yield event.id, day + render_facts.event(event, names) + cited(event.reports)
    for relation in document.relations:
        yield relation.id, render_facts.relation(relation, names) + cited(relation.reports)
    for alignment in document.alignments:
        yield alignment.id, render_alignments.line(alignment, names, citations)


def _meeting(meeting: MeetingPart, names: Names) -> Text:
    form = FORMS.get(meeting.form, meeting.form)
    return Text(
        f"{when_and_where(meeting, names)} · {form} · {meeting.status}: {names.all(meeting.participants)}"
    )


def _statement(said: StatementPart, names: Names) -> Text:
    words = shorten(printable(said.reports[0].content[0].exact), WORDS, placeholder=" …")
    return Text(f"{names.all(said.speakers) or 'speaker not named'}: “{words}”")

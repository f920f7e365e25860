"""A meeting: where, when, in what form; who took part; what was said, agreed and disputed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.cli import render_alignments, render_statements
from dragoman.cli.console import printable
from dragoman.cli.sections import indented
from dragoman.telling.phrases import FORMS, when_and_where

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.cli.citations import Citations
    from dragoman.export.document import MeetingPart
    from dragoman.export.occasions import Occasion
    from dragoman.telling.names import Names


def block(occasion: Occasion, names: Names, citations: Citations) -> RenderableType:
    """Everything that belongs to one meeting."""
    meeting = occasion.meeting
    parts: list[RenderableType] = [_heading(meeting, names, citations), *_details(meeting, names)]
    if occasion.alignments:
        parts += [Text(), indented(render_alignments.table(occasion.alignments, names, citations))]
    if occasion.statements:
        table = render_statements.table(occasion.statements, names, citations, usual=meeting.date)
        parts += [Text(), indented(table)]
    return Group(*parts)


def _heading(meeting: MeetingPart, names: Names, citations: Citations) -> Table:
    left = Text()
    left.append(when_and_where(meeting, names), style="heading")
    left.append(f" · {FORMS.get(meeting.form, meeting.form)} · ")
    left.append(meeting.status, style=meeting.status)
    count = meeting.independent
    right = Text()
    right.append(f"{count} independent reports " if count > 1 else "1 report ", style="faint")
    right.append_text(citations.cite(span for report in meeting.reports for span in report.evidence))
    grid = Table.grid(expand=True, padding=(0, 2))
    grid.add_column(ratio=1)
    grid.add_column(justify="right")
    grid.add_row(left, right)
    return grid


def _details(meeting: MeetingPart, names: Names) -> list[RenderableType]:
    lines = [indented(_person(id, meeting.date, names)) for id in meeting.participants]
    if meeting.topics:
        topics = ", ".join(printable(topic) for topic in meeting.topics)
        lines.append(indented(Text(f"about {topics}")))
    return lines


def _person(id: str, on: str | None, names: Names) -> Text:
    office = names.office(id, on)
    return Text.assemble((names.full(id), "person"), f", {office}" if office else "")

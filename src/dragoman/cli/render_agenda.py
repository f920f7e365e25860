"""Planned meetings and what became of them: what is ahead first, then what is open, then what is settled."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from dragoman.cli import render_record
from dragoman.cli.citations import Citations
from dragoman.cli.console import write
from dragoman.cli.sections import indented, section
from dragoman.telling import dates, phrases
from dragoman.telling.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType

    from dragoman.analysis.agenda import Agenda, Appointment
    from dragoman.export.document import MeetingPart


def render(found: Agenda, console: Console) -> None:
    """Print an agenda."""
    page = _Page(found)
    write(console, Text(f"As of {dates.words(found.today, with_weekday=True)}", style="faint"))
    write(console, Text())
    for state, some in groupby(found.entries, key=lambda one: one.state):
        write(console, section(phrases.STATES[state], *map(page.appointment, some)))
        write(console, Text())
    render_record.sources(page.citations, console, are_all=False)


class _Page:
    """What is needed to show the lines of an agenda."""

    def __init__(self, found: Agenda) -> None:
        self.names, self.citations = Names(found.record), Citations(found.record)
        self._meetings = {meeting.id: meeting for meeting in found.record.meetings}

    def appointment(self, one: Appointment) -> RenderableType:
        """A meeting: when and where, who, what reports say of it, and what else there is to say."""
        meeting = self._meetings[one.record]
        return Group(self._heading(meeting), *map(indented, self._lines(one, meeting)))

    def _heading(self, meeting: MeetingPart) -> Text:
        line = Text(phrases.when_and_where(meeting, self.names), style="heading")
        line.append(f" · {phrases.FORMS.get(meeting.form, meeting.form)}", style="default")
        return line

    def _lines(self, one: Appointment, meeting: MeetingPart) -> Iterator[Text]:
        people = Text(", ").join(Text(self.names.full(id), style="person") for id in meeting.participants)
        yield people + Text(" · ") + self._reports([meeting])
        if one.became and one.became != one.record:
            yield Text("became: ") + self._other(self._meetings[one.became])
        if one.met:
            yield Text("they met next: ") + self._other(self._meetings[one.met])

    def _other(self, meeting: MeetingPart) -> Text:
        words = phrases.when_and_where(meeting, self.names)
        return Text(f"{words} · ") + self._reports([meeting])

    def _reports(self, meetings: Iterable[MeetingPart]) -> Text:
        """What reports say of a meeting, in the order in which they came out: "planned [1], held [2]"."""
        told = [report for meeting in meetings for report in meeting.reports]
        told.sort(key=lambda report: self.citations.order(report.article))
        said = []
        for status, some in groupby(told, key=lambda report: report.status):
            spans = [span for report in some for span in report.evidence]
            said.append(Text.assemble((status, status), " ") + self.citations.cite(spans))
        return Text(", ").join(said)

"""What happened between actors, day by day."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.analysis import entries
from dragoman.cli import render_alignments, render_facts, render_record, render_statements
from dragoman.cli.citations import Citations
from dragoman.cli.console import printable, write
from dragoman.cli.render_positions import who
from dragoman.cli.sections import section
from dragoman.export.document import AlignmentPart, EventPart, MeetingPart, RelationPart, StatementPart
from dragoman.telling import dates
from dragoman.telling.names import Names
from dragoman.telling.phrases import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType

    from dragoman.analysis.entries import AnyRecord, Entry
    from dragoman.analysis.timeline import Timeline

Row = tuple["RenderableType", "RenderableType"]

FOLDED = 5
"""So many statements of one day are shown; the others are counted by speaker."""


def render(found: Timeline, console: Console) -> None:
    """Print a timeline: a heading for each date, those first whose day the reports tell themselves."""
    page = _Page(found)
    blocks = [who(found.actors, found.record, page.names)]
    blocks += [page.day(list(some)) for _, some in groupby(found.entries, key=lambda e: (e.date, e.dated))]
    for block in blocks:
        write(console, block)
        write(console, Text())
    render_record.sources(page.citations, console, are_all=False)


def heading(at: Entry) -> str:
    """The date of some entries; "reported" where it is only that of the first report."""
    if at.date is None:
        return "Date not known"
    day = dates.words(at.date, with_weekday=True)
    words = f"reported {day}" if at.dated == "reported" else day
    return words[0].upper() + words[1:]


class _Page:
    """What is needed to show the days of a timeline."""

    def __init__(self, found: Timeline) -> None:
        self.names, self.citations = Names(found.record), Citations(found.record)
        self._records: dict[str, AnyRecord] = {one.id: one for _, one in entries.records(found.record)}

    def day(self, some: Sequence[Entry]) -> RenderableType:
        """The entries of one date: the meetings first, the statements, then the rest."""
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="faint", no_wrap=True)
        grid.add_column()
        records = [self._records[entry.record] for entry in some]
        for is_said, told in groupby(records, key=lambda record: isinstance(record, StatementPart)):
            alike = list(told)
            for label, line in self._statements(alike) if is_said else map(self._row, alike):
                grid.add_row(label, line)
        return section(heading(some[0]), grid)

    def _row(self, record: AnyRecord) -> Row:
        """A record in one line, with what it is."""
        match record:
            case MeetingPart():
                return "meeting", self._meeting(record)
            case EventPart():
                cited = render_facts.cited(record.reports, self.citations, longest=render_facts.BRIEF)
                return "event", render_facts.event(record, self.names) + cited
            case RelationPart():
                cited = render_facts.cited(record.reports, self.citations, longest=render_facts.BRIEF)
                return "relation", render_facts.relation(record, self.names) + cited
            case AlignmentPart():
                line = render_alignments.line(record, self.names, self.citations)
                return Text(record.kind, style=record.kind), line
        raise TypeError(type(record))

    def _meeting(self, meeting: MeetingPart) -> Text:
        people = Text(", ").join(Text(self.names.full(id), style="person") for id in meeting.participants)
        line = people + Text(f" · {FORMS.get(meeting.form, meeting.form)} · ")
        line.append(meeting.status, style=meeting.status)
        line.append(f" · {self.names.place(meeting.place)}" if meeting.place else "")
        line.append(f" · about {', '.join(map(printable, meeting.topics))}" if meeting.topics else "")
        line.append(" ")
        return line + self.citations.cite(s for report in meeting.reports for s in report.evidence)

    def _statements(self, records: Iterable[AnyRecord]) -> Iterator[Row]:
        """The first statements of a date, and how many more there are."""
        said = [record for record in records if isinstance(record, StatementPart)]
        shown = said[:FOLDED]
        usual = shown[0].said_on
        yield "statement", render_statements.table(shown, self.names, self.citations, usual=usual)
        rest = Counter(self.names.all(one.speakers) or "speaker not named" for one in said[FOLDED:])
        if rest:
            others = ", ".join(f"{name} {count}" for name, count in rest.items())
            yield "", Text(f"and {rest.total()} more: {others}", style="faint")

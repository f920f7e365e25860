"""Where two actors stand, issue by issue: what reports mark first, then the rest side by side."""

from __future__ import annotations

from collections import Counter
from textwrap import shorten
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.analysis import entries
from dragoman.cli import render_alignments, render_facts, render_record, render_statements
from dragoman.cli.citations import Citations
from dragoman.cli.console import printable, write
from dragoman.cli.sections import section
from dragoman.export.document import EventPart
from dragoman.telling import dates
from dragoman.telling.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType

    from dragoman.analysis.entries import Entry, SidePart
    from dragoman.analysis.positions import Issue, Position, Positions
    from dragoman.export.document import AlignmentPart, Document, StatementPart

WIDE = 90
"""Columns of a terminal from which on two sides stand beside each other."""

NAMED = 12
"""So many of those who act for a side are named."""

OTHER = "Other matters"
BOTH = "both"

_GLANCE = 60
"""Characters of what stood before that are shown."""


def render(found: Positions, console: Console) -> None:
    """Print a comparison; with a date to look from, what is new in full and the rest in brief."""
    page = _Page(found, is_wide=console.is_terminal and console.width >= WIDE)
    changed = [one for one in found.issues if not found.since or any(e.new for e in one.entries)]
    for block in (who(found.sides, found.record, page.names), *page.changes(), *map(page.issue, changed)):
        write(console, block)
        write(console, Text())
    quiet = [one for one in found.issues if one not in changed]
    if quiet:
        write(console, page.quiet(quiet))
        write(console, Text())
    render_record.sources(page.citations, console, are_all=False)


def who(sides: Sequence[SidePart], record: Document, names: Names) -> RenderableType:
    """The sides, and who speaks or acts for each in the record: those first who do most."""
    parts = Counter(word for _, one in entries.records(record) for word in entries.named(one))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="heading")
    grid.add_column()
    for side in sides:
        busiest = sorted(side.actors, key=lambda id: (-parts[id], names.full(id)))
        others = [name for name in map(names.full, busiest) if name != printable(side.name)]
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        grid.add_row(printable(side.name), Text(", ".join(others[:NAMED]) + more, style="faint"))
    return grid


def when(entry: Entry) -> str:
    """The day of an entry in words; "by" where only the day of its first report is known."""
    if entry.date is None:
        return "date not known"
    return f"{'by ' if entry.dated == 'reported' else ''}{dates.words(entry.date)}"


class _Page:
    """What is needed to show the parts of a comparison."""

    def __init__(self, found: Positions, *, is_wide: bool) -> None:
        record = found.record
        self.names, self.citations = Names(record), Citations(record)
        self._since, self._sides, self._is_wide = found.since, found.sides, is_wide
        self._all = [position for issue in found.issues for position in issue.entries]
        self._made: dict[str, StatementPart | EventPart] = {one.id: one for one in record.statements}
        self._made |= {one.id: one for one in record.events}
        self._marks = {one.id: one for one in record.alignments}

    def changes(self) -> Iterable[RenderableType]:
        """How much is new, where that was asked."""
        if self._since:
            new = Counter(position.kind for position in self._all if position.new)
            counts = (_count(new["statement"], "statement"), _count(new["event"], "act"))
            marks = Counter(self._marks[p.record].kind for p in self._all if p.new and p.kind == "alignment")
            told = (_count(marks["agree"], "agreement"), _count(marks["differ"], "difference"))
            yield Text(f"New since {dates.words(self._since)}: {', '.join((*counts, *told))}")

    def issue(self, issue: Issue) -> RenderableType:
        """An issue: what is marked, what each said and did, and in brief what stood before."""
        new = [p for p in issue.entries if p.new or not self._since]
        before = [p for p in issue.entries if p not in new]
        body = [*self._marked(new), *self._placed([p for p in new if p.kind != "alignment"])]
        if before:
            day = dates.words(self._since or "")
            body += [Text(f"before {day}", style="faint"), *self._marked(before), *self._brief(before)]
        return section(printable(issue.name) if issue.name else OTHER, *body)

    def quiet(self, issues: Sequence[Issue]) -> RenderableType:
        """The issues on which nothing is new, each with how much there is."""
        told = (f"{printable(one.name or OTHER.lower())} ({len(one.entries)})" for one in issues)
        return Text(f"Nothing new on: {', '.join(told)}", style="faint")

    def _marked(self, positions: Iterable[Position]) -> Iterable[RenderableType]:
        """What reports say that the sides agree or differ on."""
        marks: list[AlignmentPart] = [self._marks[p.record] for p in positions if p.kind == "alignment"]
        if marks:
            yield render_alignments.table(marks, self.names, self.citations, with_parties=True)

    def _placed(self, positions: Sequence[Position]) -> Iterable[RenderableType]:
        """What the sides said and did: beside each other where there is room, else one after the other."""
        if not positions:
            return
        if not self._is_wide:
            yield self._lines(positions)
            return
        together = [p for p in positions if len(p.sides) > 1]
        if together:
            yield self._lines(together)
        if len(together) < len(positions):
            yield self._beside([p for p in positions if p not in together])

    def _lines(self, positions: Iterable[Position]) -> Table:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="faint", no_wrap=True)
        grid.add_column(style="heading", max_width=render_statements.NAME_WIDTH)
        grid.add_column()
        for position in positions:
            grid.add_row(when(position), self._whose(position), self._cell(position))
        return grid

    def _beside(self, positions: Iterable[Position]) -> Table:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(style="faint", width=18)
        for _ in self._sides:
            grid.add_column(ratio=1)
        grid.add_row("", *(Text(printable(side.name), style="heading") for side in self._sides))
        for position in positions:
            cells = [self._cell(position) if s.id in position.sides else "" for s in self._sides]
            grid.add_row(when(position), *cells)
        return grid

    def _whose(self, position: Position) -> str:
        names = [printable(side.name) for side in self._sides if side.id in position.sides]
        return names[0] if len(names) == 1 else BOTH

    def _cell(self, position: Position) -> RenderableType:
        """What was said, with the speaker in front where he is not the side itself; or what was done."""
        made = self._made[position.record]
        if isinstance(made, EventPart):
            cited = render_facts.cited(made.reports, self.citations, longest=render_facts.BRIEF)
            return render_facts.event(made, self.names) + cited
        lines = list(render_statements.wordings(made, self.names, self.citations, position.date))
        whose = {printable(side.name) for side in self._sides if side.id in position.sides}
        if {*map(self.names.full, made.speakers)} != whose:
            lines[0] = Text.assemble((self.names.all(made.speakers), "person"), "  ") + lines[0]
        return Group(*lines)

    def _brief(self, positions: Sequence[Position]) -> Iterable[RenderableType]:
        """How much each side had said and done, and the last of it."""
        grid = Table.grid(padding=(0, 2))
        for _ in range(3):
            grid.add_column()
        for side in self._sides:
            some = [p for p in positions if p.kind != "alignment" and side.id in p.sides]
            if some:
                name = Text(printable(side.name), style="heading")
                grid.add_row(name, f"{len(some)}, last {when(some[-1])}", self._glance(some[-1]))
        if grid.row_count:
            yield grid

    def _glance(self, position: Position) -> Text:
        made = self._made[position.record]
        spans = [span for report in made.reports for span in report.evidence]
        words = shorten(printable(spans[0].exact), _GLANCE, placeholder=" …")
        is_quoted = isinstance(made, EventPart) or made.reports[0].kind == "direct"
        line = Text(f"“{words}” " if is_quoted else f"{words} (paraphrase) ", style="faint")
        return line + self.citations.cite(spans)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"

"""Events and relations: a line each, with the words that they rest on."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.sections import section
from dragoman.telling import dates, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from dragoman.cli.citations import Citations
    from dragoman.export.document import Document, EventPart, RelationPart, ReportPart
    from dragoman.telling.names import Names

BRIEF = 100
"""Characters of the words behind an event where many stand together."""


def blocks(document: Document, names: Names, citations: Citations) -> Iterator[RenderableType]:
    """The events, then the relations, each under its heading."""
    if document.events:
        rows = [(_dated(e.date) + event(e, names), e.reports) for e in document.events]
        yield section("Events", _table(rows, citations))
    if document.relations:
        told = [(relation(r, names), r.reports) for r in document.relations]
        yield section("Relations", _table(told, citations))


def _table(rows: Sequence[tuple[Text, Sequence[ReportPart]]], citations: Citations) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    for line, reports in rows:
        grid.add_row(line + cited(reports, citations))
    return grid


def cited(reports: Sequence[ReportPart], citations: Citations, *, longest: int | None = None) -> Text:
    """The words that a line rests on, or the first of them, and where they stand.

    Args:
        reports: those that tell what the line says.
        citations: the numbers of the sources.
        longest: how many characters of the words to show; all where not given.
    """
    spans = [span for report in reports for span in report.evidence]
    words = printable(spans[0].exact)
    shown = shorten(words, longest, placeholder=" …") if longest else words
    return Text(f"  “{shown}” ", style="faint") + citations.cite(spans)


def _dated(date: str | None) -> Text:
    return Text(f"{dates.words(date) if date else 'date not known'}  ")


def event(event: EventPart, names: Names) -> Text:
    """Who did what to whom, how far that is certain, and who says so."""
    did, towards = phrases.doing(event)
    line = Text.assemble((names.all(event.actors), "person"), f" {did}")
    if event.recipients:
        line.append(f" {towards}".rstrip())
        line.append(f" {names.all(event.recipients)}", style="person")
    said_by = f"says {names.all(event.attributed_to)}" if event.attributed_to else ""
    remarks = ", ".join(filter(None, (*phrases.qualities(event), said_by)))
    line.append(f" ({remarks})" if remarks else "")
    return line


def relation(relation: RelationPart, names: Names) -> Text:
    """A standing fact, with the time for which it holds where that is told."""
    line = Text.assemble((names.full(relation.subject), "person"))
    line.append(f" {phrases.predicate(relation)} {names.full(relation.object)}")
    spell = phrases.spell(relation)
    line.append(f" ({spell})" if spell else "")
    return line

"""Events and relations: a line each, with the words that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli import dates
from dragoman.cli.console import printable
from dragoman.cli.sections import section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from dragoman.cli.citations import Citations
    from dragoman.cli.names import Names
    from dragoman.export.document import Document, EventPart, RelationPart, ReportPart

PREDICATES = {"holds_office": "is", "member_of": "is a member of", "party_to": "is a party to"}
"""The predicates whose word in the record is not the word for a person."""


def blocks(document: Document, names: Names, citations: Citations) -> Iterator[RenderableType]:
    """The events, then the relations, each under its heading."""
    if document.events:
        yield section("Events", _table([(_event(e, names), e.reports) for e in document.events], citations))
    if document.relations:
        rows = [(_relation(r, names), r.reports) for r in document.relations]
        yield section("Relations", _table(rows, citations))


def _table(rows: Sequence[tuple[Text, Sequence[ReportPart]]], citations: Citations) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    for line, reports in rows:
        spans = [span for report in reports for span in report.evidence]
        line.append(f"  “{printable(spans[0].exact)}” ", style="faint")
        grid.add_row(line + citations.cite(spans))
    return grid


def _event(event: EventPart, names: Names) -> Text:
    line = Text(f"{dates.words(event.date) if event.date else 'date not known'}  ")
    line.append(f"{names.all(event.actors)} ", style="person")
    line.append(event.type)
    if event.recipients:
        line.append(f" {names.all(event.recipients)}", style="person")
    said_by = f", says {names.all(event.attributed_to)}" if event.attributed_to else ""
    line.append(f" ({event.status}{said_by})" if said_by or event.status != "asserted" else "")
    return line


def _relation(relation: RelationPart, names: Names) -> Text:
    line = Text.assemble((names.full(relation.subject), "person"))
    predicate = PREDICATES.get(relation.predicate, relation.predicate.replace("_", " "))
    line.append(f" {predicate} {names.full(relation.object)}")
    spell = [
        f"{word} {dates.words(value)}"
        for word, value in (("since", relation.since), ("until", relation.until))
        if value
    ]
    line.append(f" ({' '.join(spell)})" if spell else "")
    return line

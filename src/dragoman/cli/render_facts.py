"""Events and relations: a line each, with the words that they rest on."""

from __future__ import annotations

from textwrap import shorten
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

BRIEF = 100
"""Characters of the words behind an event where many stand together."""

PREDICATES = {"holds_office": "is", "member_of": "is a member of", "party_to": "is a party to"}
"""The predicates whose word in the record is not the word for a person."""

DOINGS = {
    "AGREE": ("agree", "agreed", "with"),
    "CONSULT": ("consult", "consulted", ""),
    "SUPPORT": ("support", "supported", ""),
    "CONCEDE": ("concede", "conceded", "to"),
    "COOPERATE": ("cooperate", "cooperated", "with"),
    "AID": ("aid", "aided", ""),
    "RETREAT": ("retreat", "retreated", "from"),
    "REQUEST": ("make a request", "made a request", "of"),
    "ACCUSE": ("accuse", "accused", ""),
    "REJECT": ("reject", "rejected", ""),
    "THREATEN": ("threaten", "threatened", ""),
    "PROTEST": ("protest", "protested", "against"),
    "SANCTION": ("impose sanctions", "imposed sanctions", "on"),
    "MOBILIZE": ("mobilize", "mobilized", "against"),
    "COERCE": ("coerce", "coerced", ""),
    "ASSAULT": ("attack", "attacked", ""),
}
"""PLOVER's types as verbs: plain, in the past, and the word before those to whom it was done."""

AUXILIARIES = {"planned": "will", "hypothetical": "might", "negated": "did not"}
"""What stands before the plain verb where a thing is not told as done."""


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
    doing = DOINGS.get(event.type, (event.type.lower(), event.type.lower(), ""))
    line = Text.assemble((names.all(event.actors), "person"), f" {_verb(doing, event.status)}")
    if event.recipients:
        line.append(f" {doing[2]}".rstrip())
        line.append(f" {names.all(event.recipients)}", style="person")
    mode = event.mode.replace("_", " ") if event.mode else ""
    said_by = f"says {names.all(event.attributed_to)}" if event.attributed_to else ""
    status = event.status if event.status != "asserted" else ""
    remarks = ", ".join(filter(None, (mode, status, said_by)))
    line.append(f" ({remarks})" if remarks else "")
    return line


def _verb(doing: tuple[str, str, str], status: str) -> str:
    plain, past, _ = doing
    return f"{AUXILIARIES[status]} {plain}" if status in AUXILIARIES else past


def relation(relation: RelationPart, names: Names) -> Text:
    """A standing fact, with the time for which it holds where that is told."""
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

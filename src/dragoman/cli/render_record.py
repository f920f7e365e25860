"""The record as a person reads it: meetings, what was said at them, where reports differ, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli import render_alignments, render_facts, render_meetings, render_statements
from dragoman.cli.citations import Citations
from dragoman.cli.console import write
from dragoman.cli.render_corrections import corrections
from dragoman.cli.render_discrepancies import discrepancies
from dragoman.cli.render_omissions import omissions
from dragoman.cli.sections import section
from dragoman.export.occasions import Outline, outline
from dragoman.telling.citations import title
from dragoman.telling.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType

    from dragoman.export.document import Document


def render(document: Document, console: Console, *, with_facts: bool = False) -> None:
    """Print a document.

    Args:
        document: the record, or a part of it.
        console: where to.
        with_facts: whether events and relations are listed too, as for a person who asked for them.
    """
    names, citations = Names(document), Citations(document)
    for block in _blocks(document, names, citations, with_facts=with_facts):
        write(console, block)
        write(console, Text())
    sources(citations, console)


def sources(citations: Citations, console: Console, *, are_all: bool = True) -> None:
    """Print the articles that the numbers stand for; if all are wanted, also those that nothing rests on."""
    for number, article in citations.sources(are_all=are_all):
        line = Text.assemble((f"[{number}] ", "source"), title(article), citations.background(article))
        write(console, line, is_line=True)


def _blocks(
    document: Document, names: Names, citations: Citations, *, with_facts: bool
) -> Iterator[RenderableType]:
    found = outline(document)
    for occasion in found.occasions:
        yield render_meetings.block(occasion, names, citations)
    yield from _rest(found, names, citations)
    if with_facts:
        yield from render_facts.blocks(document, names, citations)
    if document.discrepancies:
        yield discrepancies(document, names, citations)
    if document.omissions:
        yield omissions(document, names, citations)
    if document.corrections:
        yield corrections(document, names)


def _rest(found: Outline, names: Names, citations: Citations) -> Iterator[RenderableType]:
    """What belongs to no meeting."""
    if found.alignments:
        table = render_alignments.table(found.alignments, names, citations, with_parties=True)
        yield section("Where they agree and differ", table)
    if found.statements:
        heading = "Other statements" if found.occasions else "Statements"
        yield section(heading, render_statements.table(found.statements, names, citations))

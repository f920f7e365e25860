"""Statements: who said what, the words quoted, paraphrase marked as such, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.export.occasions import by_speakers
from dragoman.telling import dates
from dragoman.telling import wordings as telling
from dragoman.telling.phrases import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.cli.citations import Citations
    from dragoman.export.document import StatementPart
    from dragoman.telling.names import Names
    from dragoman.telling.wordings import Piece, Wording

NAME_WIDTH = 24


def table(
    statements: Iterable[StatementPart], names: Names, citations: Citations, *, usual: str | None = None
) -> Table:
    """Statements with the speaker in front, each speaker's together.

    Args:
        statements: what to show, in order.
        names: what to call the speakers.
        citations: the numbers of the sources.
        usual: the day on which they were said unless they say otherwise (a TIMEX value).
    """
    grid = Table.grid(padding=(0, 2))
    grid.add_column(max_width=NAME_WIDTH, style="person")
    grid.add_column()
    for speakers, said in by_speakers(statements):
        name = names.all(speakers) if speakers else "(speaker not named)"
        for statement in said:
            for line in wordings(statement, names, citations, usual):
                grid.add_row(name, line)
                name = ""
    return grid


def wordings(
    statement: StatementPart, names: Names, citations: Citations, usual: str | None
) -> Iterable[Text]:
    """A line for each wording of a statement, the fullest first, with its reports (see `table`).

    Words of another quotation that the fullest has otherwise, or not at all, are marked.
    """
    aside = _aside(statement, names, usual)
    for number, wording in enumerate(telling.wordings(statement, citations)):
        line = Text()
        line.append("in other words: " if number else "", style="faint")
        line.append(f"{wording.cue}: " if wording.cue else "", style="faint")
        line.append_text(_words(wording))
        remarks = ", ".join(filter(None, (MARKS[wording.kind], None if number else aside)))
        line.append(f" ({remarks})" if remarks else "", style="faint")
        line.append(" ")
        line.append_text(citations.cite(span for report in wording.reports for span in report.content))
        yield line


def _words(wording: Wording) -> Text:
    """The words as the reports have them; marks of quotation only where they quote."""
    is_quoted = wording.kind == "direct"
    spans = [Text().join(map(_piece, stretch)) for stretch in wording.stretches]
    parts = [Text.assemble("“", span, "”") if is_quoted else span for span in spans]
    return Text(" … ", style="quote" if is_quoted else "paraphrase").join(parts)


def _piece(piece: Piece) -> Text:
    """Some words: in bold where they differ, or between asterisks in a pipe."""
    return Text(f"*{piece.words}*", style="differ") if piece.differs else Text(piece.words)


def _aside(statement: StatementPart, names: Names, usual: str | None) -> str:
    to = f"to {names.all(statement.addressee)}" if statement.addressee else ""
    on = statement.said_on
    day = dates.words(on) if on and not (usual and on.startswith(usual)) else ""
    return ", ".join(filter(None, (to, day)))

"""Statements: who said what, the words quoted, paraphrase marked as such, each with its source."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli import dates
from dragoman.cli.console import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.cli.citations import Citations
    from dragoman.cli.names import Names
    from dragoman.export.document import EvidencePart, StatementPart, StatementReport

MARKS = {"direct": None, "indirect": "paraphrase", "mixed": "partly quoted"}
"""What is said beside the words, so that paraphrase never passes for quotation."""

PLAIN = frozenset({
    "said", "says", "say", "saying", "told", "tells", "tell", "telling", "added", "adds", "adding",
    "according", "reported", "reports", "stated", "states", "noted", "notes", "wrote", "writes",
})  # fmt: skip
"""Words that only say that somebody spoke. Any other cue is shown: who denies says the opposite."""

LONGEST_CUE = 30

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
    for speakers, said in _by_speakers(statements).items():
        name = names.all(speakers) if speakers else "(speaker not named)"
        for statement in said:
            for line in wordings(statement, names, citations, usual):
                grid.add_row(name, line)
                name = ""
    return grid


def _by_speakers(statements: Iterable[StatementPart]) -> dict[tuple[str, ...], list[StatementPart]]:
    groups: dict[tuple[str, ...], list[StatementPart]] = defaultdict(list)
    for statement in statements:
        groups[statement.speakers].append(statement)
    return groups


def wordings(
    statement: StatementPart, names: Names, citations: Citations, usual: str | None
) -> Iterable[Text]:
    """A line for each wording of a statement, the fullest first, with its reports (see `table`).

    Words of another quotation that the fullest has otherwise, or not at all, are marked.
    """
    groups: dict[tuple[str, str, str], list[StatementReport]] = defaultdict(list)
    ranks = {wording.article: rank for rank, wording in enumerate(statement.wordings)}
    order = [*sorted(statement.reports, key=lambda r: (ranks.get(r.article, 0), citations.order(r.article)))]
    for report in order:
        groups[report.kind, cue_of(report), _plain(report)].append(report)
    differs = {wording.article: wording.differs for wording in statement.wordings}
    aside = _aside(statement, names, usual)
    for number, ((kind, cue, _), reports) in enumerate(groups.items()):
        line = Text()
        line.append("in other words: " if number else "", style="faint")
        line.append(f"{cue}: " if cue else "", style="faint")
        marked = next((differs[r.article] for r in reports if differs.get(r.article)), ())
        line.append_text(_words(reports[0], marked))
        remarks = ", ".join(filter(None, (MARKS[kind], None if number else aside)))
        line.append(f" ({remarks})" if remarks else "", style="faint")
        line.append(" ")
        line.append_text(citations.cite(span for report in reports for span in report.content))
        yield line


def cue_of(report: StatementReport) -> str:
    """How it was said, where that matters: `denied`, `urged`, but not `said`."""
    if report.kind == "direct" or report.cue is None:
        return ""
    if any(report.cue.start < c.end and c.start < report.cue.end for c in report.content):
        return ""
    cue = printable(report.cue.exact).lower()
    return "" if PLAIN & set(cue.split()) or len(cue) > LONGEST_CUE else cue


def _plain(report: StatementReport) -> str:
    return " … ".join(printable(span.exact) for span in report.content)


def _words(report: StatementReport, marked: Iterable[EvidencePart]) -> Text:
    """The words as the report has them; marks of quotation only where it quotes."""
    is_quoted = report.kind == "direct"
    spans = [
        _marked(span, [m for m in marked if span.start <= m.start < span.end]) for span in report.content
    ]
    parts = [Text.assemble("“", span, "”") if is_quoted else span for span in spans]
    return Text(" … ", style="quote" if is_quoted else "paraphrase").join(parts)


def _marked(span: EvidencePart, marked: Iterable[EvidencePart]) -> Text:
    """The words of a span on one line, some of them marked: in bold, or between asterisks in a pipe."""
    text, at = Text(), span.start
    for part in marked:
        text.append(_line(span.exact[at - span.start : part.start - span.start]))
        text.append(f"*{printable(part.exact)}*", style="differ")
        at = part.end
    return text.append(_line(span.exact[at - span.start :]))


def _line(words: str) -> str:
    """Words on one line, with the spaces at both ends."""
    before, after = (" " if words != cut else "" for cut in (words.lstrip(), words.rstrip()))
    return f"{before}{printable(words)}{after}" if words.strip() else before


def _aside(statement: StatementPart, names: Names, usual: str | None) -> str:
    to = f"to {names.all(statement.addressee)}" if statement.addressee else ""
    on = statement.said_on
    day = dates.words(on) if on and not (usual and on.startswith(usual)) else ""
    return ", ".join(filter(None, (to, day)))

"""A statement as its reports word it: those with the same words together, the fullest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.telling.phrases import cue_of
from dragoman.telling.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.export.document import EvidencePart, StatementPart, StatementReport
    from dragoman.telling.citations import Numbers

__all__ = ["Piece", "Wording", "wordings"]


class Piece(NamedTuple):
    """Words of a wording; `differs` where the fullest has them otherwise, or not at all."""

    words: str
    differs: bool


class Wording(NamedTuple):
    """A wording: how it was said where that matters, its stretches in pieces, and who has it."""

    kind: str
    cue: str
    stretches: tuple[tuple[Piece, ...], ...]
    reports: tuple[StatementReport, ...]


def wordings(statement: StatementPart, numbers: Numbers) -> Iterator[Wording]:
    """The wordings of a statement, the fullest first, each with its reports in order."""
    ranks = {wording.article: rank for rank, wording in enumerate(statement.wordings)}
    differs = {wording.article: wording.differs for wording in statement.wordings}
    groups: defaultdict[tuple[str, str, str], list[StatementReport]] = defaultdict(list)
    order = sorted(statement.reports, key=lambda r: (ranks.get(r.article, 0), numbers.order(r.article)))
    for report in order:
        groups[report.kind, cue_of(report), _plain(report)].append(report)
    for (kind, cue, _), reports in groups.items():
        marked = next((differs[r.article] for r in reports if differs.get(r.article)), ())
        stretches = tuple(tuple(_pieces(span, marked)) for span in reports[0].content)
        yield Wording(kind, cue, stretches, tuple(reports))


def _plain(report: StatementReport) -> str:
    return " … ".join(printable(span.exact) for span in report.content)


def _pieces(span: EvidencePart, marked: Iterable[EvidencePart]) -> Iterator[Piece]:
    """The words of a span on one line, those that are marked apart."""
    at = span.start
    for part in (one for one in marked if span.start <= one.start < span.end):
        yield Piece(_line(span.exact[at - span.start : part.start - span.start]), differs=False)
        yield Piece(printable(part.exact), differs=True)
        at = part.end
    yield Piece(_line(span.exact[at - span.start :]), differs=False)


def _line(words: str) -> str:
    """Words on one line, with the spaces at both ends."""
    before, after = (" " if words != cut else "" for cut in (words.lstrip(), words.rstrip()))
    return f"{before}{printable(words)}{after}" if words.strip() else before

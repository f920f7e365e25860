"""Where parties agree and where they differ, in the words of the reports."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli.console import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.cli.citations import Citations
    from dragoman.export.document import AlignmentPart
    from dragoman.telling.names import Names

_LONGEST = 90


def table(
    alignments: Iterable[AlignmentPart], names: Names, citations: Citations, *, with_parties: bool = False
) -> Table:
    """What is agreed, then what is not.

    Args:
        alignments: what to show.
        names: what to call the parties.
        citations: the numbers of the sources.
        with_parties: whether to say who agrees, where no meeting above says it.
    """
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column()
    for alignment in sorted(alignments, key=lambda alignment: (alignment.kind, alignment.issue)):
        shown = line(alignment, names, citations, with_parties=with_parties)
        grid.add_row(Text(alignment.kind, style=alignment.kind), shown)
    return grid


def line(alignment: AlignmentPart, names: Names, citations: Citations, *, with_parties: bool = True) -> Text:
    """On what parties agree or differ, and where that is told (see `table`)."""
    text = Text(f"{names.all(alignment.parties)}: " if with_parties else "")
    text.append(f"{printable(alignment.issue or _quoted(alignment))} ")
    return text + citations.cite(span for report in alignment.reports for span in report.evidence)


def _quoted(alignment: AlignmentPart) -> str:
    """The words that an alignment rests on, for one whose issue the article does not name."""
    words = " ".join(alignment.reports[0].evidence[0].exact.split())
    return f"“{shorten(words, _LONGEST, placeholder=' …')}”"

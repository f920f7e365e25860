"""What became of the pages: a summary after a run, a table of all that the store was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable
from dragoman.telling import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.pipeline import Run
    from dragoman.store import Store
    from dragoman.types import Article, Outcome

Row = tuple[str, str, str]


def tell(run: Run) -> None:
    """Say on standard error what was refused and remarked, and how much was read."""
    errors = console.errors()
    for outcome in run.outcomes:
        for refusal in outcome.refusals:
            errors.print(
                Text(printable(f"{refusal.location}: {refusal.reason}"), style="refused"), soft_wrap=True
            )
        for notice in outcome.notices:
            errors.print(Text(printable(f"{outcome.location}: {notice}"), style="faint"), soft_wrap=True)
    errors.print(Text(_summary(run.outcomes, run.seconds)), soft_wrap=True)


def table(outcomes: Sequence[Outcome], store: Store) -> None:
    """Print every page with its articles, refusals and remarks."""
    output = console.output()
    rows = [row for outcome in outcomes for row in _rows(outcome, store)]
    if output.is_terminal:
        output.print(_drawn(rows))
        return
    width = max(len(location) for location, _, _ in rows)
    for location, state, what in rows:
        output.file.write(f"{location:{width}}  {state:7}  {what}".rstrip() + "\n")


def _summary(outcomes: Sequence[Outcome], seconds: float) -> str:
    articles = {article for outcome in outcomes for article in outcome.articles}
    refused = sum(len(outcome.refusals) for outcome in outcomes)
    return (
        f"{_counted(len(outcomes), 'page')}, {_counted(len(articles), 'article')}, "
        f"{refused} refused, {seconds:.1f} s"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _rows(outcome: Outcome, store: Store) -> list[Row]:
    """A row for each thing to say of a page, its location on each, so that lines stand alone."""
    location = printable(outcome.location)
    read = [(location, "read", _heading(store.article(article))) for article in outcome.articles]
    refused = [(location, "refused", printable(refusal.reason)) for refusal in outcome.refusals]
    return [*read, *refused, *((location, "note", printable(notice)) for notice in outcome.notices)]


def _heading(article: Article) -> str:
    day = dates.words(article.published) if article.published else "no date"
    named = f"“{article.title}”" if article.title else "no title"
    return ", ".join(printable(part) for part in (article.source, day, named, article.language) if part)


def _drawn(rows: Sequence[Row]) -> Table:
    drawn = Table(pad_edge=False, box=None, header_style="heading")
    for header in ("page", "", "what"):
        drawn.add_column(header, overflow="fold")
    last = None
    for location, state, what in rows:
        drawn.add_row(location if location != last else "", Text(state, style=_style(state)), what)
        last = location
    return drawn


def _style(state: str) -> str:
    return {"read": "held", "refused": "refused"}.get(state, "faint")

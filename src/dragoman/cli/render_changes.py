"""What reading again has changed: the records that are new, gone or different, field by field."""

from __future__ import annotations

import json
import sys
from textwrap import shorten
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.upkeep.comparing import Change, Difference, Value
    from dragoman.upkeep.rereading import Run

WORDS = 60
"""Characters of a value that are shown to a person."""

SHOWN = 20
"""So many changes of a sort are shown to a person."""

NAMING = ("participants", "speakers", "actors", "subject", "parties", "words")
"""Fields by which a person knows a record that is new or gone, the first of them that it has."""


def render(run: Run, *, as_json: bool) -> None:
    """Print what changed, and on standard error what could not be read again."""
    errors = console.errors()
    for location in run.lost:
        lost = f"{location}: its bytes were not kept; read it again with `dragoman read`"
        errors.print(Text(printable(lost), style="refused"), soft_wrap=True)
    for refusal in (refusal for one in run.outcomes if not one.page for refusal in one.refusals):
        errors.print(
            Text(printable(f"{refusal.location}: {refusal.reason}"), style="refused"), soft_wrap=True
        )
    pages, articles = len(run.outcomes), len({id for one in run.outcomes for id in one.articles})
    errors.print(
        Text(f"{pages} pages and {articles} articles read again, {run.seconds:.1f} s"), soft_wrap=True
    )
    if as_json:
        sys.stdout.write(_json(run) + "\n")
        return
    for line in _lines(run):
        write(console.output(), line, is_line=True)


def _json(run: Run) -> str:
    made = {
        "version": "1",
        "engine": run.engine,
        "articles": sorted({id for one in run.outcomes for id in one.articles}),
        "lost": list(run.lost),
        **run.changed.model_dump(mode="json"),
    }
    return json.dumps(made, ensure_ascii=False, indent=1)


def _lines(run: Run) -> Iterator[Text]:
    for sort, style in (("new", "held"), ("gone", "cancelled"), ("changed", "planned")):
        found: tuple[Change, ...] = getattr(run.changed, sort)
        if not found:
            continue
        yield Text(f"{len(found)} {sort}", style="heading")
        for one in found[:SHOWN]:
            yield Text.assemble("  ", (one.record, style), f"  {_summary(one, sort)}")
        if len(found) > SHOWN:
            yield Text(f"  and {len(found) - SHOWN} more; --json gives all", style="faint")
    if not (run.changed.new or run.changed.gone or run.changed.changed):
        yield Text("Nothing in the record has changed.")


def _summary(one: Change, sort: str) -> str:
    if sort == "changed":
        return "; ".join(_difference(found) for found in one.differences)
    values = {found.field: found.after if sort == "new" else found.before for found in one.differences}
    shown = [_value(values[name]) for name in ("date", "type", "predicate", *NAMING) if values.get(name)]
    return " · ".join(shown)


def _difference(found: Difference) -> str:
    return f"{found.field.replace('_', ' ')}: {_value(found.before)} → {_value(found.after)}"


def _value(value: Value) -> str:
    words = ", ".join(value) if isinstance(value, tuple) else value
    return shorten(printable(words), WORDS, placeholder=" …") if words else "nothing"

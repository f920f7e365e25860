"""`dragoman news`: print what reports that came in changed in the record."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NoReturn

import click

from dragoman.cli import options
from dragoman.query import parse

if TYPE_CHECKING:
    from dragoman.store import Store

LAST_RUN = "last-run"

EXAMPLES = """\b
Examples:
  dragoman news
  dragoman news --since yesterday
  dragoman news with:FRA with:RUS --since 2019-08-01
  dragoman news about:syria --since 2019-08-01T12:00 --json
  dragoman news --published --since 2017-07"""


@click.command("news", short_help="Print what new reports changed in the record.", epilog=EXAMPLES)
@click.argument("query", metavar="[QUERY...]", nargs=-1)
@click.option("--since", metavar="WHEN", default=LAST_RUN,
              help="A date, a date and time, yesterday, or last-run: since the last run of read began. "
              "That is what counts where it is not given.")  # fmt: skip
@click.option("--published", is_flag=True,
              help="Count reports by the date that they bear, not by when they were read.")  # fmt: skip
@options.today
@options.as_json
@options.database
def command(
    query: tuple[str, ...], *, since: str, published: bool, today: str, json: bool, db: str | None
) -> None:
    """Print what reports that came in changed in the record.

    That is: meetings, statements and other records that are new; fields that are not what they were, such as
    a status that was planned and is held; discrepancies that are new or settled; and how many records
    were only told once more.

    A report came in when it was first read; reading it again is no news. What was read before Dragoman kept
    that time counts as old. QUERY chooses records (see find).
    """
    from dragoman.analysis import news
    from dragoman.cli import console
    from dragoman.cli.render_news import render
    from dragoman.telling import dates

    asked = parse(" ".join(query)) if query else None
    with options.store(db) as opened:
        moment = _moment(since, today, opened, is_day=published)
        found = news.find(opened, moment.date().isoformat() if published else moment, query=asked)
    if not found.entries:
        told = dates.words(moment.strftime("%Y-%m-%d"))
        click.echo(f"Nothing new{f' for {asked}' if asked else ''} since {told}, {moment:%H:%M}.", err=True)
    if json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
    elif found.entries:
        render(found, console.output())


def _moment(since: str, today: str, opened: Store, *, is_day: bool) -> datetime:
    """The moment from which on reports count, in the time of this place; a date begins with its first day.

    Raises:
        BadParameter: it is none of what may be given, or no run is known.
    """
    from dragoman import timex

    if since == LAST_RUN:
        began = None if is_day else opened.last_run()
        return (
            began.astimezone() if began else _refuse("no run is known that it could begin with; name a date")
        )
    if since == "yesterday":
        return _midnight(date.fromisoformat(today) - timedelta(days=1))
    if "T" in since:
        with suppress(ValueError):
            return datetime.fromisoformat(since).astimezone()
    days = timex.days(since)
    if days is None or "T" in since:
        _refuse(f"{since!r} is no date; write 2017-06-30, 2017-06-30T12:00, yesterday or {LAST_RUN}")
    return _midnight(days[0])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _refuse(reason: str) -> NoReturn:
    raise click.BadParameter(reason, param_hint="--since")

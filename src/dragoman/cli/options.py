"""The options that several commands share."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.store import Store
    from dragoman.upkeep.judging import Author

database = click.option(
    "--db",
    metavar="URL",
    help="The store: a database URL or a SQLite file. Otherwise DRAGOMAN_DB, the settings file, or the "
    "platform's place for your data.",
)

as_json = click.option("--json", is_flag=True, help="Print one JSON document (see docs/format.md).")

MOST_JOBS = 8
"""How many processes read where the user does not say; the store is written by one all the same."""

jobs = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes read at once where there are many pages; one a processor, at most "
    f"{MOST_JOBS}, where not given. Each takes some 350 MB.",
)

with_ids = click.option(
    "--ids", is_flag=True, help="List the records with their ids, a line each, to judge them."
)

by = click.option("--by", metavar="NAME", help="Who judges. Otherwise DRAGOMAN_USER, the settings file, or "
                  "the name of your account.")  # fmt: skip
why = click.option("--why", metavar="WORDS", help="The reason, for those who come later.")

about = click.option(
    "--about", metavar="WORDS", help="Only what is about these words, as with find's about:."
)


class _Date(click.ParamType[str]):
    """A date as precise as one likes."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was typed.

        Raises:
            BadParameter: it is none.
        """
        from dragoman import timex

        if timex.days(value) is None:
            self.fail(f"{value!r} is no date; write 2017, 2017-06 or 2017-06-30", param, ctx)
        return value


DATE = _Date()
"""The type of an option that takes a date."""


class _Day(click.ParamType[str]):
    """A day."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day in ISO form.

        Raises:
            BadParameter: it is none.
        """
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2017-06-30", param, ctx)


today = click.option(
    "--today",
    metavar="DAY",
    type=_Day(),
    default=lambda: date.today().isoformat(),  # noqa: DTZ011 - the user's own day is meant
    help="The day from which to look, where it is not this one; later reports do not count then.",
)


def processes(asked: int | None) -> int:
    """How many processes are to read: as many as were asked for, else one a processor that may be used."""
    mine = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return asked or min(len(mine), MOST_JOBS)


def store(db: str | None, *, writes: bool = False) -> Store:
    """The store that the user chose; close it after use.

    Args:
        db: what `--db` says.
        writes: whether the command writes to it.

    Raises:
        StoreUnavailable: it cannot be opened.
        BadSettings: none was given, and the settings cannot be understood.
    """
    from dragoman import settings
    from dragoman import store as stores

    return stores.open(db or settings.load().database, writes=writes)


def author(by: str | None, why: str | None) -> Author:
    """Who judges, and why.

    Raises:
        UsageError: nobody knows who.
    """
    from dragoman import settings
    from dragoman.upkeep.judging import Author

    who = (by or settings.load().user).strip()
    if not who:
        raise click.UsageError("nobody knows who you are; give --by NAME")
    return Author(who, why)

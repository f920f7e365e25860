"""When articles came in, and when runs began: moments in UTC, written so that they sort as texts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.store import schema


def written(moment: datetime) -> str:
    """A moment as the store keeps it; one without a zone is of the place where the program runs."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def begin(connection: Connection, moment: datetime) -> None:
    """Keep that a run began."""
    table, began = schema.runs, written(moment)
    if connection.scalar(select(table.c.began).where(table.c.began == began)) is None:
        connection.execute(table.insert().values(began=began))


def last_run(connection: Connection) -> datetime | None:
    """When the last run began; None where none is known."""
    began = connection.scalar(select(func.max(schema.runs.c.began)))
    return datetime.fromisoformat(began) if began else None


def first_read(connection: Connection, article: str, now: datetime) -> str | None:
    """When an article that is being written was first written: now, unless it is there already."""
    table = schema.articles
    known = connection.execute(select(table.c.read).where(table.c.id == article)).one_or_none()
    return known.read if known else written(now)


def is_read_since(moment: datetime) -> ColumnElement[bool]:
    """Whether an article was first written at a moment or later."""
    return schema.articles.c.read >= written(moment)


def is_published_since(day: str) -> ColumnElement[bool]:
    """Whether an article says that it came out on a day or later; less precise dates do not say it."""
    return schema.articles.c.published >= day

"""A part of the record at a time: one page of records, articles or stories.

Everything here is counted by the database; no claim is built. The newest day comes first, what has none last.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, desc, func, or_, select

from dragoman.errors import BadCursor
from dragoman.query import Query
from dragoman.store import schema, search
from dragoman.store.days import UNDATED

MANY = 5000
"""A query that asks for more records than so many is answered by looking at one after the other."""

_claims = schema.claims.c


@dataclass(frozen=True, slots=True)
class Browsed:
    """One page of what is asked for.

    `ids` are in order, `total` is how many there are on all pages, and `next` is the cursor of the page
    behind this one, None where there is none.
    """

    ids: tuple[str, ...]
    total: int
    next: str | None = None


class _Cursor(NamedTuple):
    """The last record of a page, and its day."""

    day: str
    id: str


def browse(
    connection: Connection,
    query: Query,
    total: int,
    *,
    limit: int,
    after: str | None = None,
    disputed: bool = False,
) -> Browsed:
    """One page of a query's records, of which there are `total`; only disputed ones where it is asked for.

    Raises:
        BadCursor: `after` was not given by an earlier page.
    """
    records = schema.records.c
    wanted = _wanted(query, disputed=disputed, many=total > MANY)
    return _Listing(wanted, records.day, records.id).page(connection, limit, after, total)


def count(connection: Connection, query: Query, *, disputed: bool = False) -> int:
    """How many records a query asks for."""
    wanted = _wanted(query, disputed=disputed, many=False)
    return connection.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def _wanted(query: Query, *, disputed: bool, many: bool) -> Select[tuple[str]]:
    wanted = search.wanted(query, many=many)
    return wanted.where(schema.records.c.disputed) if disputed else wanted


def articles(connection: Connection, query: Query | None, *, limit: int, after: str | None = None) -> Browsed:
    """One page of the articles that report what a query asks for; of all where not given."""
    table = schema.articles.c
    wanted = select(table.id)
    if query is not None:
        wanted = wanted.where(table.id.in_(_reporting(query)))
    return _Listing(wanted, schema.day_of_article, table.id).page(connection, limit, after)


def stories(connection: Connection, query: Query | None, *, limit: int, after: str | None = None) -> Browsed:
    """One page of the stories that report what a query asks for, by the days of their last reports."""
    table = schema.articles.c
    last = func.coalesce(func.max(table.published), UNDATED)
    wanted = select(table.story.label("id"), last.label("day")).where(table.story.is_not(None))
    if query is not None:
        theirs = select(table.story).where(table.id.in_(_reporting(query)))
        wanted = wanted.where(table.story.in_(theirs))
    found = wanted.group_by(table.story).subquery().c
    return _Listing(select(found.id), found.day, found.id).page(connection, limit, after)


def _reporting(query: Query) -> Select[tuple[str]]:
    return select(_claims.article).where(_claims.record.in_(search.wanted(query)))


@dataclass(frozen=True, slots=True)
class _Listing:
    """What is wanted, each with a day and an id: the newest day first, then in order of id."""

    wanted: Select[tuple[str]]
    day: ColumnElement[str]
    id: ColumnElement[str]

    def page(
        self, connection: Connection, limit: int, after: str | None, total: int | None = None
    ) -> Browsed:
        """So many from behind a cursor on; `total` is how many there are, counted where not given.

        Raises:
            BadCursor: `after` was not given by an earlier page.
        """
        rows = self.wanted.with_only_columns(self.id.label("id"), self.day.label("day"))
        if after is not None:
            rows = rows.where(self._is_behind(_read(after)))
        if total is None:
            total = connection.scalar(select(func.count()).select_from(self.wanted.subquery()))
        found = connection.execute(rows.order_by(desc(self.day), self.id).limit(limit + 1)).all()
        kept = found[:limit]
        last = _write(_Cursor(kept[-1].day, kept[-1].id)) if len(found) > limit else None
        return Browsed(tuple(row.id for row in kept), total or 0, last)

    def _is_behind(self, place: _Cursor) -> ColumnElement[bool]:
        return and_(self.day <= place.day, or_(self.day < place.day, self.id > place.id))


def _write(place: _Cursor) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _read(cursor: str) -> _Cursor:
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as error:
        raise BadCursor(cursor) from error
    match found:
        case [str(day), str(id)]:
            return _Cursor(day, id)
        case _:
            raise BadCursor(cursor)

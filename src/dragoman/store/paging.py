"""A part of the record at a time: one page of records, articles or stories, and how many there are of what.

Everything here is counted by the database; no claim is built. The newest day comes first, what has none last.
"""

from __future__ import annotations

import base64
import json
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, desc, distinct, exists, func, or_, select

from dragoman.errors import BadCursor
from dragoman.query import Query
from dragoman.store import schema, search
from dragoman.store.days import UNDATED

_MONTH = 7
"""Characters of a month in an ISO date."""

MANY = 5000
"""A query that asks for more records than so many is answered by looking at one after the other."""

COUNTED = 2000
"""In so many of the newest records actors, countries and sources are counted: in all of them it would take
seconds."""

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


class Count(NamedTuple):
    """How many records have a value."""

    value: str
    records: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the records that a query asks for are of which kind, actor, country, source and month.

    Each is in order of number, those with most first; months are in order of time, the newest first. An actor
    is given by its id, a country by its code, a month as 2017-07: that of the day by which it is listed. Of
    actors, countries and sources only those with most records are there, and these are counted in the newest
    `counted` of the records, which are all where there are no more.
    """

    kinds: tuple[Count, ...]
    actors: tuple[Count, ...]
    countries: tuple[Count, ...]
    sources: tuple[Count, ...]
    months: tuple[Count, ...]
    counted: int


class _Cursor(NamedTuple):
    """The last record of a page, and its day."""

    day: str
    id: str


def browse(
    connection: Connection, query: Query, *, limit: int, after: str | None = None, disputed: bool = False
) -> Browsed:
    """One page of a query's records; only those on which reports disagree where it is asked for.

    Raises:
        BadCursor: `after` was not given by an earlier page.
    """
    total = count(connection, query, disputed=disputed)
    wanted = _wanted(query, disputed=disputed, many=total > MANY)
    records = schema.records.c
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


def facets(connection: Connection, query: Query, *, most: int) -> Facets:
    """How many records there are of what; of actors, countries and sources the `most` with most records."""
    records, parts, homes = schema.records.c, schema.parts, schema.homes.c
    kinds, months = _kinds_and_months(connection, search.wanted(query))
    total = sum(one.records for one in kinds)
    found = search.wanted(query, many=total > MANY)
    newest = found.order_by(desc(records.day), records.id).limit(COUNTED).cte("newest")
    known = select(newest.c.id.label("record"), parts.c.actor.label("value"))
    known = known.join(parts, parts.c.record == newest.c.id)
    known = known.where(exists().where(schema.names.c.actor == parts.c.actor))
    at_home = select(newest.c.id.label("record"), homes.country.label("value"))
    at_home = at_home.join(parts, parts.c.record == newest.c.id)
    at_home = at_home.join(schema.homes, homes.actor == parts.c.actor)
    articles = schema.articles.c
    outlets = select(newest.c.id.label("record"), articles.source.label("value"))
    outlets = outlets.join(schema.claims, _claims.record == newest.c.id)
    outlets = outlets.join(schema.articles, articles.id == _claims.article)
    return Facets(
        kinds=kinds,
        actors=_most(connection, known, most),
        countries=_most(connection, at_home, most),
        sources=_most(connection, outlets, most),
        months=months,
        counted=min(COUNTED, total),
    )


def _kinds_and_months(
    connection: Connection, found: Select[tuple[str]]
) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """How many records are of which kind, and of which month by the day by which they are listed."""
    records = schema.records.c
    month = func.substr(records.day, 1, _MONTH).label("month")
    rows = found.with_only_columns(records.kind, month, func.count()).group_by(records.kind, month)
    kinds: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for kind, begun, many in connection.execute(rows):
        kinds[kind] += many
        months[begun] += many
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return (
        tuple(Count(kind, kinds[kind]) for kind in ranked),
        tuple(Count(one, months[one]) for one in sorted(months, reverse=True) if one),
    )


def _most(connection: Connection, values: Select[tuple[str, str]], most: int) -> tuple[Count, ...]:
    """The values that most records have, given those of claims with their records."""
    pairs = values.subquery().c
    many = func.count(distinct(pairs.record)).label("many")
    query = select(pairs.value, many).where(pairs.value.is_not(None)).group_by(pairs.value)
    rows = connection.execute(query.order_by(desc(many), pairs.value).limit(most))
    return tuple(Count(*row) for row in rows)


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

"""A part of the record at a time: one page of a query's records, and how many there are of what.

Everything here is counted by the database; no claim is built. The newest day comes first, what has none last.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, desc, distinct, func, or_, select

from dragoman.errors import BadCursor
from dragoman.query import Query
from dragoman.store import schema, search

_UNDATED = ""
"""The day of a record that has none: it sorts behind all others."""

_MONTH = 7
"""Characters of a month in an ISO date."""

_claims = schema.claims.c


@dataclass(frozen=True, slots=True)
class Browsed:
    """One page of the records that a query asks for.

    `ids` are in order, `total` is how many records the query asks for, and `next` is the cursor of the page
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
    is given by its id, a country by its code, a month as 2017-07. Of actors, countries and sources only those
    with most records are there.
    """

    kinds: tuple[Count, ...]
    actors: tuple[Count, ...]
    countries: tuple[Count, ...]
    sources: tuple[Count, ...]
    months: tuple[Count, ...]


class _Cursor(NamedTuple):
    """The last record of a page, and its day."""

    day: str
    id: str


def browse(connection: Connection, query: Query, *, limit: int, after: str | None = None) -> Browsed:
    """One page of a query's records.

    Raises:
        BadCursor: `after` was not given by an earlier page.
    """
    place = _read(after) if after is not None else None
    found = search.wanted(query).subquery()
    total = connection.scalar(select(func.count()).select_from(found)) or 0
    rows = connection.execute(_page(search.wanted(query), place).limit(limit + 1)).all()
    more = len(rows) > limit
    kept = rows[:limit]
    last = _Cursor(kept[-1].day, kept[-1].id) if more and kept else None
    return Browsed(tuple(row.id for row in kept), total, _write(last) if last else None)


def _page(wanted: Select[tuple[str]], place: _Cursor | None) -> Select[tuple[str, str]]:
    """Records with their days, in order, from behind a place on."""
    day = func.coalesce(func.max(_claims.since), _UNDATED).label("day")
    dated = (
        select(_claims.record.label("id"), day)
        .where(_claims.record.in_(wanted))
        .group_by(_claims.record)
        .subquery()
        .c
    )
    rows = select(dated.id, dated.day).order_by(desc(dated.day), dated.id)
    if place is None:
        return rows
    return rows.where(or_(dated.day < place.day, and_(dated.day == place.day, dated.id > place.id)))


def facets(connection: Connection, query: Query, *, most: int) -> Facets:
    """How many records there are of what; of actors, countries and sources the `most` with most records."""
    counts = _Counts(connection, search.wanted(query))
    parts, articles, actors = schema.parts.c, schema.articles.c, schema.actors.c
    known = select(actors.id, actors.country).distinct().subquery()
    here = select(_claims.record).join(schema.parts, parts.claim == _claims.number)
    here = here.join(known, known.c.id == parts.actor)
    told = select(_claims.record, articles.source.label("value")).join(
        schema.articles, articles.id == _claims.article
    )
    month = func.substr(_claims.since, 1, _MONTH).label("value")
    months = counts.of(select(_claims.record, month))
    return Facets(
        kinds=counts.of(select(_claims.record, _claims.kind.label("value"))),
        actors=counts.of(here.add_columns(known.c.id.label("value")))[:most],
        countries=counts.of(here.add_columns(known.c.country.label("value")))[:most],
        sources=counts.of(told)[:most],
        months=tuple(sorted(months, reverse=True)),
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """Counts the records that are wanted."""

    connection: Connection
    wanted: Select[tuple[str]]

    def of(self, values: Select[tuple[str, str]]) -> tuple[Count, ...]:
        """How many of the records have which value, given the values of claims with their records."""
        pairs = values.where(_claims.record.in_(self.wanted)).subquery().c
        many = func.count(distinct(pairs.record)).label("many")
        query = select(pairs.value, many).where(pairs.value.is_not(None)).group_by(pairs.value)
        return tuple(Count(*row) for row in self.connection.execute(query.order_by(desc(many), pairs.value)))


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

"""How many records there are of what, among those that a query asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, desc, func, select

from dragoman.query import Query
from dragoman.store import paging, reading, schema, search

COUNTED = 2000
"""In so many of the newest records actors, countries and sources are counted; in all it takes seconds."""

_MONTH = 7
"""Characters of a month in an ISO date."""

_claims = schema.claims.c


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


def count(connection: Connection, query: Query, *, most: int) -> Facets:
    """How many records there are of what; of actors, countries and sources the `most` with most records."""
    kinds, months = _kinds_and_months(connection, query)
    total = sum(one.records for one in kinds)
    newest = _newest(connection, query, many=total > paging.MANY)
    claims = _claims_of(connection, newest)
    told = _actors_of(connection, claims)
    actors, countries = _known(connection, told), _countries(connection, told)
    return Facets(
        kinds=kinds,
        actors=_most({actor: records for actor, records in told.items() if actor in actors}, most),
        countries=_most(_together(told, countries), most),
        sources=_most(_together(_articles_of(claims), _sources(connection, claims)), most),
        months=months,
        counted=len(newest),
    )


class _Told(NamedTuple):
    """A claim that adds something to its record."""

    record: str
    article: str


def _kinds_and_months(connection: Connection, query: Query) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """How many records are of which kind, and of which month by the day by which they are listed."""
    records = schema.records.c
    rows = search.wanted(query).with_only_columns(records.kind, records.day, func.count())
    kinds: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for kind, day, many in connection.execute(rows.group_by(records.kind, records.day)):
        kinds[kind] += many
        months[day[:_MONTH]] += many
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return (
        tuple(Count(kind, kinds[kind]) for kind in ranked),
        tuple(Count(one, months[one]) for one in sorted(months, reverse=True) if one),
    )


def _newest(connection: Connection, query: Query, *, many: bool) -> Sequence[str]:
    records = schema.records.c
    found = search.wanted(query, many=many).order_by(desc(records.day), records.id)
    return list(connection.scalars(found.with_only_columns(records.id).limit(COUNTED)))


def _claims_of(connection: Connection, records: Iterable[str]) -> dict[int, _Told]:
    """The claims of records without those that say nothing new, by number."""
    query = select(_claims.number, _claims.record, _claims.article).where(_claims.silent.is_(False))
    return {
        number: _Told(record, article)
        for some in reading.batches(records)
        for number, record, article in connection.execute(query.where(_claims.record.in_(some)))
    }


def _actors_of(connection: Connection, claims: Mapping[int, _Told]) -> dict[str, set[str]]:
    """The records of claims, by the actors who have a part in them."""
    parts = schema.parts.c
    found: defaultdict[str, set[str]] = defaultdict(set)
    for some in reading.batches(claims):
        theirs = select(parts.claim, parts.actor).where(parts.claim.in_(some))
        for number, actor in connection.execute(theirs):
            found[actor].add(claims[number].record)
    return found


def _known(connection: Connection, actors: Iterable[str]) -> set[str]:
    """Those of some words that are ids of actors."""
    names = schema.names.c
    return {
        actor
        for some in reading.batches(actors)
        for actor in connection.scalars(select(names.actor).where(names.actor.in_(some)).distinct())
    }


def _countries(connection: Connection, actors: Iterable[str]) -> list[tuple[str, str]]:
    """The actors with their countries."""
    homes = schema.homes.c
    return [
        (actor, country)
        for some in reading.batches(actors)
        for actor, country in connection.execute(
            select(homes.actor, homes.country).where(homes.actor.in_(some))
        )
    ]


def _articles_of(claims: Mapping[int, _Told]) -> dict[str, set[str]]:
    """The records of claims, by their articles."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims.values():
        found[claim.article].add(claim.record)
    return found


def _sources(connection: Connection, claims: Mapping[int, _Told]) -> list[tuple[str, str]]:
    """The articles of claims with their outlets."""
    articles = schema.articles.c
    return [
        (article, source)
        for some in reading.batches({claim.article for claim in claims.values()})
        for article, source in connection.execute(
            select(articles.id, articles.source).where(articles.id.in_(some))
        )
        if source
    ]


def _together(
    records: Mapping[str, AbstractSet[str]], values: Iterable[tuple[str, str]]
) -> dict[str, set[str]]:
    """Records by the values of what they are given by."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, value in values:
        found[value] |= records[one]
    return found


def _most(found: Mapping[str, AbstractSet[str]], most: int) -> tuple[Count, ...]:
    """The values that most records have."""
    counted = [Count(value, len(records)) for value, records in found.items()]
    return tuple(sorted(counted, key=lambda one: (-one.records, one.value))[:most])

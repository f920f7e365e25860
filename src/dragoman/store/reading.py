"""Reads stored values back: claims with their evidence, headings, actors, records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, and_, select

from dragoman.store import addresses, bodies, schema
from dragoman.types import (
    Account,
    Actor,
    Article,
    Block,
    BlockKind,
    Claim,
    Evidence,
    Heading,
    Key,
    Outcome,
    Record,
    Refusal,
)

_AT_ONCE = 400
"""Values in one statement: databases limit how many it may hold."""

_T = TypeVar("_T")


def linked(connection: Connection, article: str, keys: Sequence[Key]) -> tuple[str, ...]:
    """The chains that keys meet, and those that an article's claims are in now."""
    claims, stored = schema.claims.c, schema.keys.c
    found = set(connection.scalars(select(claims.chain).where(claims.article == article)))
    wanted: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    found |= {key.text for key in keys if key.exact}
    for key in (key for key in keys if not key.exact):
        address, since, until = addresses.of(key)
        wanted[since, until].add(address)
    chains = select(claims.chain).distinct().join(schema.keys, stored.claim == claims.number)
    for (since, until), texts in wanted.items():
        meets = chains.where(stored.since <= until, stored.until >= since)
        for some in batches(sorted(texts)):
            found.update(connection.scalars(meets.where(stored.text.in_(some))))
    return tuple(sorted(found))


def rows_of(
    connection: Connection, where: ColumnElement[Any], wanted: Iterable[str], *also: ColumnElement[bool]
) -> Iterator[RowMapping]:
    """The rows of the claims whose column `where` is one of the wanted values, and that are `also` so."""
    for some in batches(sorted(set(wanted))):
        yield from connection.execute(select(schema.claims).where(where.in_(some), *also)).mappings()


def is_known(connection: Connection, article: str) -> bool:
    """Whether an article has been read before."""
    table = schema.articles.c
    return connection.scalar(select(table.id).where(table.id == article)) is not None


def claims_of(connection: Connection, rows: Sequence[RowMapping]) -> dict[str, Claim]:
    """The claims of rows, by id."""
    spans = _spans(connection, {row["number"]: row["article"] for row in rows})
    return {
        row["id"]: bodies.claim(row["kind"], row["id"], row["article"], row["body"], spans[row["number"]])
        for row in rows
    }


def _spans(
    connection: Connection, articles: Mapping[int, str]
) -> defaultdict[int, list[tuple[str, Evidence]]]:
    table = schema.evidence
    found: defaultdict[int, list[tuple[str, Evidence]]] = defaultdict(list)
    for some in batches(articles):
        query = (
            select(table)
            .where(table.c.claim.in_(some))
            .order_by(table.c.claim, table.c.role, table.c.position)
        )
        for number, role, _, start, end, exact in connection.execute(query):
            found[number].append((role, Evidence(articles[number], start, end, exact)))
    return found


def accounts(
    connection: Connection,
    rows: Sequence[RowMapping],
    claims: Mapping[str, Claim],
    *,
    besides: Iterable[str] = (),
) -> tuple[Account, ...]:
    """The accounts of articles, each with its own of the claims and their actors, in order of article.

    Args:
        connection: an open connection.
        rows: the rows of the claims.
        claims: the claims by id.
        besides: articles wanted even where they have none of the claims.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list, {article: [] for article in besides})
    for claim in claims.values():
        told[claim.article].append(claim)
    actors, known = _actors_of(connection, rows), _headings(connection, told)
    return tuple(
        Account(row.heading, tuple(actors.get(id, ())), tuple(sorted(told[id], key=_by_id)), *row[1:])
        for id, row in sorted(known.items())
    )


def _by_id(claim: Claim) -> str:
    return claim.id


class _Head(NamedTuple):
    """What is known of an article beside its claims."""

    heading: Heading
    company: tuple[str, ...]
    story: str | None


def _headings(connection: Connection, wanted: Iterable[str]) -> dict[str, _Head]:
    """The headings of articles, each with the article's company and story."""
    table = schema.articles.c
    query = select(*(table[name] for name in Heading.__slots__), table.company, table.story)
    return {
        row.id: _Head(_heading(row), tuple(row.company), row.story)
        for some in batches(sorted(set(wanted)))
        for row in connection.execute(query.where(table.id.in_(some)))
    }


def headings(connection: Connection, wanted: Iterable[str]) -> tuple[Heading, ...]:
    """The headings of articles."""
    return tuple(row.heading for row in _headings(connection, wanted).values())


def _heading(row: Row[*tuple[Any, ...]]) -> Heading:
    values = {name: getattr(row, name) for name in Heading.__slots__}
    return Heading(**values | {"credits": tuple(row.credits)})


def _actors_of(connection: Connection, rows: Sequence[RowMapping]) -> dict[str, list[Actor]]:
    """The actors of claims, by article and in order of id."""
    claims, parts, actors = schema.claims, schema.parts, schema.actors
    query = (
        select(actors.c.article, actors.c.id, actors.c.body)
        .join_from(claims, parts, parts.c.claim == claims.c.number)
        .join(actors, and_(actors.c.article == claims.c.article, actors.c.id == parts.c.actor))
    )
    found: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for some in batches(row["number"] for row in rows):
        for article, id, body in connection.execute(query.where(claims.c.number.in_(some))):
            if id not in found[article]:
                found[article][id] = bodies.actor(body)
    return {article: [known[id] for id in sorted(known)] for article, known in found.items()}


def actors(connection: Connection, wanted: Iterable[str]) -> tuple[Actor, ...]:
    """Actors by their ids, in order, each as the first of its articles has it."""
    table = schema.actors.c
    found: dict[str, Actor] = {}
    for some in batches(sorted(wanted)):
        for id, body in connection.execute(
            select(table.id, table.body).where(table.id.in_(some)).order_by(table.id, table.article)
        ):
            if id not in found:
                found[id] = bodies.actor(body)
    return tuple(found.values())


def all_articles(connection: Connection) -> list[str]:
    """The ids of all articles."""
    return list(connection.scalars(select(schema.articles.c.id)))


def reported_by(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The ids of the records that have a claim of one of the articles."""
    return {row["record"] for row in rows_of(connection, schema.claims.c.article, articles)}


def records(
    connection: Connection, rows: Sequence[RowMapping], claims: Mapping[str, Claim]
) -> tuple[Record, ...]:
    """The records of claims, given all of each record's, in order of id."""
    members: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        members[row["record"]].append(claims[row["id"]])
    table = schema.records
    return tuple(
        _record(row, members[row["id"]])
        for some in batches(sorted(members))
        for row in connection.execute(
            select(table).where(table.c.id.in_(some)).order_by(table.c.id)
        ).mappings()
    )


def _record(row: RowMapping, members: Sequence[Claim]) -> Record:
    base = next(claim for claim in members if claim.id == row["lead"])
    spans = [(role, span) for role, _, span in bodies.spans(base)]
    return Record(
        id=row["id"],
        lead=bodies.claim(row["kind"], base.id, base.article, row["body"], spans),
        claims=tuple(sorted(members, key=lambda claim: claim.id)),
        discrepancies=tuple(bodies.discrepancy(body) for body in row["discrepancies"]),
    )


def article(connection: Connection, id: str) -> Article:
    """An article with its text and blocks."""
    table = schema.articles.c
    query = select(*(table[name] for name in Article.__slots__)).where(table.id == id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise KeyError(id)
    values = {name: row[name] for name in Article.__slots__}
    values["blocks"] = tuple(Block(BlockKind(kind), start, end) for kind, start, end in row["blocks"])
    values |= {name: tuple(row[name]) for name in ("notices", "credits")}
    return Article(**values)


def outcomes(connection: Connection) -> tuple[Outcome, ...]:
    """What became of each page, in order of location."""
    table = schema.outcomes
    return tuple(
        Outcome(
            location=row["location"],
            page=row["page"] or None,
            articles=tuple(row["articles"]),
            refusals=tuple(Refusal(*refusal) for refusal in row["refusals"]),
            notices=tuple(row["notices"]),
            fetched=datetime.fromisoformat(row["fetched"]) if row["fetched"] else None,
        )
        for row in connection.execute(select(table).order_by(table.c.location, table.c.page)).mappings()
    )


def batches(wanted: Iterable[_T], size: int = _AT_ONCE) -> Iterator[list[_T]]:
    """What is wanted, so much at once as a statement may hold."""
    rest = iter(wanted)
    while some := list(islice(rest, size)):
        yield some

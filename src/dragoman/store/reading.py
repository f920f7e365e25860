"""Reads stored values back: claims with their evidence, headings, actors, records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, String, and_, column, select, values

from dragoman.store import bodies, schema
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
    claims = schema.claims
    found = set(connection.scalars(select(claims.c.chain).where(claims.c.article == article)))
    for some in _batches(sorted({(key.text, key.since, key.until) for key in keys}), _AT_ONCE // 4):
        wanted = (
            values(column("text", String), column("since", String), column("until", String))
            .data(some)
            .cte("wanted")
        )
        stored = schema.keys
        meets = and_(
            stored.c.text == wanted.c.text,
            stored.c.since <= wanted.c.until,
            stored.c.until >= wanted.c.since,
        )
        found.update(
            connection.scalars(
                select(claims.c.chain)
                .distinct()
                .select_from(wanted.join(stored, meets).join(claims, claims.c.number == stored.c.claim))
            )
        )
    return tuple(sorted(found))


def rows_of(connection: Connection, where: ColumnElement[Any], wanted: Iterable[str]) -> Iterator[RowMapping]:
    """The rows of the claims whose column `where` is one of the wanted values."""
    for some in _batches(sorted(set(wanted))):
        yield from connection.execute(select(schema.claims).where(where.in_(some))).mappings()


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
    for some in _batches(articles):
        query = (
            select(table)
            .where(table.c.claim.in_(some))
            .order_by(table.c.claim, table.c.role, table.c.position)
        )
        for number, role, _, start, end, exact in connection.execute(query):
            found[number].append((role, Evidence(articles[number], start, end, exact)))
    return found


def headings(connection: Connection, wanted: Iterable[str] | None) -> dict[str, Heading]:
    """The headings of articles, of all of them where none are named."""
    columns = [schema.articles.c[name] for name in Heading.__slots__]
    query = select(*columns)
    if wanted is None:
        return {row[0]: Heading(*row) for row in connection.execute(query)}
    return {
        row[0]: Heading(*row)
        for some in _batches(sorted(set(wanted)))
        for row in connection.execute(query.where(schema.articles.c.id.in_(some)))
    }


def actors_of(connection: Connection, articles: Iterable[str]) -> dict[str, tuple[Actor, ...]]:
    """The actors of articles as each has them, in order of id."""
    table = schema.actors
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for some in _batches(sorted(set(articles))):
        query = select(table.c.article, table.c.body).where(table.c.article.in_(some)).order_by(table.c.id)
        for article, body in connection.execute(query):
            found[article].append(bodies.actor(body))
    return {article: tuple(actors) for article, actors in found.items()}


def accounts(
    connection: Connection, claims: Iterable[Claim], *, besides: Iterable[str] = ()
) -> tuple[Account, ...]:
    """The accounts of articles, each with its own of the claims, in order of article.

    Args:
        connection: an open connection.
        claims: claims to share out among their articles.
        besides: articles wanted even where they have none of the claims.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list, {article: [] for article in besides})
    for claim in claims:
        told[claim.article].append(claim)
    actors, known = actors_of(connection, told), headings(connection, told)
    return tuple(
        Account(known[id], actors.get(id, ()), tuple(sorted(told[id], key=lambda claim: claim.id)))
        for id in sorted(known)
    )


def reported_by(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The ids of the records that have a claim of one of the articles."""
    return {row["record"] for row in rows_of(connection, schema.claims.c.article, articles)}


def records(connection: Connection, wanted: Sequence[str]) -> tuple[Record, ...]:
    """Records with all their claims, in order of id."""
    rows = list(rows_of(connection, schema.claims.c.record, wanted))
    claims = claims_of(connection, rows)
    members: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        members[row["record"]].append(claims[row["id"]])
    table = schema.records
    return tuple(
        _record(row, members[row["id"]])
        for some in _batches(sorted(set(wanted)))
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
    row = (
        connection.execute(select(schema.articles).where(schema.articles.c.id == id)).mappings().one_or_none()
    )
    if row is None:
        raise KeyError(id)
    values = {name: row[name] for name in Article.__slots__}
    values["blocks"] = tuple(Block(BlockKind(kind), start, end) for kind, start, end in row["blocks"])
    values["notices"] = tuple(row["notices"])
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
            fetched=row["fetched"],
        )
        for row in connection.execute(select(table).order_by(table.c.location, table.c.page)).mappings()
    )


def _batches(wanted: Iterable[_T], size: int = _AT_ONCE) -> Iterator[list[_T]]:
    rest = iter(wanted)
    while some := list(islice(rest, size)):
        yield some

"""Reads stored values back: claims with their evidence, headings, actors, records."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    RowMapping,
    Select,
    and_,
    bindparam,
    distinct,
    func,
    select,
    union,
)

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
    Page,
    Record,
    Refusal,
)

_AT_ONCE = 400
"""Values in one statement: databases limit how many it may hold."""

_T = TypeVar("_T")


def chains_of(connection: Connection, where: ColumnElement[Any], wanted: Iterable[str]) -> set[str]:
    """The chains of the claims whose column `where` is one of the wanted values."""
    query = select(schema.claims.c.chain).distinct()
    return {
        chain
        for some in batches(sorted(set(wanted)))
        for chain in connection.scalars(query.where(where.in_(some)))
    }


def meeting(connection: Connection, keys: Sequence[Key]) -> set[str]:
    """The chains that keys meet."""
    claims, stored = schema.claims.c, schema.keys.c
    wanted: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    found = {key.text for key in keys if key.exact}
    for key in (key for key in keys if not key.exact):
        address, since, until = addresses.of(key)
        wanted[since, until].add(address)
    chains = select(claims.chain).distinct().join(schema.keys, stored.claim == claims.number)
    for (since, until), texts in wanted.items():
        meets = chains.where(stored.since <= until, stored.until >= since)
        for some in batches(sorted(texts)):
            found.update(connection.scalars(meets.where(stored.text.in_(some))))
    return found


def rows_of(
    connection: Connection, where: ColumnElement[Any], wanted: Iterable[str], *also: ColumnElement[bool]
) -> Iterator[RowMapping]:
    """The rows of the claims whose column `where` is one of the wanted values, and that are `also` so."""
    for some in batches(sorted(set(wanted))):
        yield from connection.execute(select(schema.claims).where(where.in_(some), *also)).mappings()


def rows_of_some(
    connection: Connection, records: Iterable[str], reports: int, *, of: str | None = None
) -> tuple[list[RowMapping], dict[str, int]]:
    """The claims' rows of so many reports of each record, and of how many articles reports are left out.

    Args:
        connection: an open connection.
        records: the ids of the records.
        reports: how many articles of each record; the claim that its leading values stand on is there too.
        of: an article whose claims are there too.
    """
    rows: list[RowMapping] = []
    told: dict[str, int] = {}
    for some in batches(sorted({*records})):
        given = {"records": some, "reports": reports, "article": of}
        rows += connection.execute(_claims_of_some(), given).mappings()
        told |= {row.record: row.many for row in connection.execute(_articles_of_some(), given)}
    listed = Counter(record for record, _ in {(row["record"], row["article"]) for row in rows})
    return rows, {id: many - listed[id] for id, many in told.items() if many > listed[id]}


@cache
def _claims_of_some() -> Select[Any]:
    """The claims of so many `reports` of each of some `records`, of their leads, and of an `article`."""
    table = schema.claims.c
    records: BindParameter[Sequence[str]] = bindparam("records", expanding=True)
    place = func.dense_rank().over(partition_by=table.record, order_by=table.article).label("place")
    ranked = select(table.number, place).where(table.record.in_(records)).subquery().c
    leads = select(schema.records.c.lead).where(schema.records.c.id.in_(records))
    wanted = union(
        select(ranked.number).where(ranked.place <= bindparam("reports")),
        select(table.number).where(table.id.in_(leads)),
        select(table.number).where(table.record.in_(records), table.article == bindparam("article")),
    )
    return select(schema.claims).where(table.number.in_(wanted))


@cache
def _articles_of_some() -> Select[tuple[str, int]]:
    """How many articles report each of some `records`."""
    table = schema.claims.c
    many = func.count(distinct(table.article)).label("many")
    such = table.record.in_(bindparam("records", expanding=True))
    return select(table.record, many).where(such).group_by(table.record)


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
    """The headings of articles, in order of id."""
    found = _headings(connection, wanted)
    return tuple(found[id].heading for id in sorted(found))


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
    found: list[Actor] = []
    for some in batches(sorted({*wanted})):
        first = select(table.id, func.min(table.article).label("article")).where(table.id.in_(some))
        of = first.group_by(table.id).subquery().c
        such = and_(table.id == of.id, table.article == of.article)
        rows = connection.execute(select(table.id, table.body).join(of.id.table, such).order_by(table.id))
        found += [bodies.actor(row.body) for row in rows]
    return tuple(found)


def articles(connection: Connection, *such: ColumnElement[bool]) -> list[str]:
    """The ids of the articles that are so, in order; of all where nothing is said."""
    table = schema.articles.c
    return list(connection.scalars(select(table.id).where(*such).order_by(table.id)))


def around(connection: Connection, articles: Sequence[str]) -> Iterator[RowMapping]:
    """The rows of articles' claims and of those in their chains; of other silent ones one a chain."""
    table = schema.claims.c
    own = {row["number"]: row for row in rows_of(connection, table.article, articles)}
    chains = {row["chain"] for row in own.values()}
    yield from own.values()
    speaking = rows_of(connection, table.chain, chains, table.silent.is_(False))
    yield from (row for row in speaking if row["number"] not in own)
    for some in batches(sorted(_one_silent(connection, chains, own).values())):
        yield from connection.execute(select(schema.claims).where(table.number.in_(some))).mappings()


def _one_silent(connection: Connection, chains: Iterable[str], besides: Container[int]) -> dict[str, int]:
    """The number of one silent claim of each chain that has such claims besides those given."""
    table = schema.claims.c
    silent = select(table.chain, table.number).where(table.silent).order_by(table.number.desc())
    return {
        chain: number
        for some in batches(sorted(chains))
        for chain, number in connection.execute(silent.where(table.chain.in_(some)))
        if number not in besides
    }


def reported_by(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The ids of the records that have a claim of one of the articles."""
    told = rows_of(connection, schema.claims.c.article, articles)
    return {row["record"] for row in told if row["record"]}


def whole(connection: Connection, wanted: Iterable[str]) -> tuple[Account, ...]:
    """The accounts of articles with all their claims and actors."""
    ids = sorted(set(wanted))
    rows = list(rows_of(connection, schema.claims.c.article, ids))
    told = accounts(connection, rows, claims_of(connection, rows), besides=ids)
    return tuple(replace(one, actors=_cast(connection, one.heading.id)) for one in told)


def _cast(connection: Connection, article: str) -> tuple[Actor, ...]:
    """All the actors of an article, in order of id."""
    table = schema.actors.c
    query = select(table.body).where(table.article == article).order_by(table.id)
    return tuple(bodies.actor(body) for body in connection.scalars(query))


def by_id(connection: Connection, wanted: Iterable[str]) -> tuple[Record, ...]:
    """Records by their ids, in order, those that there are."""
    rows = list(rows_of(connection, schema.claims.c.record, wanted))
    return records(connection, rows, claims_of(connection, rows))


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
        corrections=tuple(bodies.correction(body) for body in row["corrections"]),
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


def page(connection: Connection, outcome: Outcome) -> Page | None:
    """A page with its bytes, as it was read; None where these were not kept.

    What lay beside it is left out where that is not known.
    """
    pages, read = schema.pages.c, schema.outcomes.c
    query = select(pages.content, pages.media_type, pages.charset, read.meta).join_from(
        schema.outcomes, schema.pages, pages.sha256 == read.page
    )
    row = connection.execute(
        query.where(read.location == outcome.location, read.page == outcome.page)
    ).one_or_none()
    if row is None or row.content is None:
        return None
    content = zlib.decompress(row.content)
    return Page(outcome.location, content, row.media_type, row.charset, outcome.fetched, row.meta or {})


def engines(connection: Connection) -> dict[str, str | None]:
    """Each article with the version of what read it."""
    table = schema.articles.c
    return {row[0]: row[1] for row in connection.execute(select(table.id, table.engine))}


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

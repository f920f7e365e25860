"""Finds the articles that may be copies of one, and keeps which are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import BigInteger, Connection, bindparam, func, literal, or_, select, true
from sqlalchemy.dialects import postgresql

from dragoman import copies
from dragoman.store import reading, schema
from dragoman.types import Article, Heading, Likeness

_HOLDERS = 64
"""Of the articles that have a shingle so many are looked at, first by rank: set phrases are in thousands."""

_LOOKED_AT = 64
"""So many texts are compared, those that share most: a report that more have printed is found by these."""


def alike(connection: Connection, article: str, sample: Sequence[int]) -> tuple[Article, ...]:
    """The stored articles that share enough of a sample to be copies, in order of id.

    Takes about the same time however many articles there are.

    Args:
        connection: an open connection.
        article: the id of the article that the sample is of, which is left out.
        sample: see `copies.sample`.
    """
    shared = Counter(_holders(connection, sample))
    del shared[article]
    sizes = _sizes(connection, shared)
    found = [id for id in shared if id in sizes and copies.likely(shared[id], len(sample), sizes[id])]
    best = sorted(found, key=lambda id: -shared[id] / min(len(sample), sizes[id]))[:_LOOKED_AT]
    return tuple(reading.article(connection, id) for id in sorted(best))


def _holders(connection: Connection, sample: Sequence[int]) -> Iterator[str]:
    """The first of the articles that have a shingle, for each of a sample."""
    table = schema.shingles.c
    ranked = select(table.article).order_by(table.number, table.day, table.minus_characters, table.article)
    first = ranked.limit(_HOLDERS)
    if connection.dialect.name == "postgresql":  # each statement is a way to the server and back: one for all
        numbers = func.unnest(literal([*sample], postgresql.ARRAY(BigInteger)))
        asked = select(numbers.label("shingle")).subquery()
        held = first.where(table.number == asked.c.shingle).lateral()
        yield from connection.scalars(select(held.c.article).join_from(asked, held, true()))
        return
    of_one = first.where(table.number == bindparam("shingle"))
    for shingle in sample:
        yield from connection.scalars(of_one, {"shingle": shingle})


def write(connection: Connection, article: Article, sample: Sequence[int], found: Iterable[Likeness]) -> None:
    """Keep an article's sample and its likenesses; what was kept of it before must be forgotten."""
    day, minus_characters, id = copies.rank(Heading.of(article))
    place = {"day": date.fromisoformat(day).toordinal(), "minus_characters": minus_characters, "article": id}
    if sample:
        connection.execute(schema.shingles.insert(), [{"number": number, **place} for number in sample])
    pairs = [{"one": pair.one, "other": pair.other, "share": pair.share} for pair in found]
    if pairs:
        connection.execute(schema.copies.insert(), pairs)


def forget(connection: Connection, article: str, sample: Sequence[int]) -> None:
    """Forget an article's sample; its likenesses go with its own row."""
    table = schema.shingles
    rows = [{"shingle": number} for number in sample]
    if rows and reading.is_known(connection, article):
        gone = table.delete().where(table.c.number == bindparam("shingle"), table.c.article == article)
        connection.execute(gone, rows)


def catch_up(connection: Connection) -> None:
    """Find the copies among all articles, in a store that has no samples yet."""
    table = schema.articles
    for id in connection.scalars(select(table.c.id).order_by(table.c.id)).all():
        article = reading.article(connection, id)
        sample = copies.sample(article)
        pairs = (copies.likeness(article, other) for other in alike(connection, id, sample))
        connection.execute(table.update().where(table.c.id == id).values(sampled=len(sample)))
        write(connection, article, sample, filter(None, pairs))


def originals(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """The originals of those articles that are copies (see `copies.originals`)."""
    asked = set(articles)
    found = _reaching(connection, asked)
    ends = {end for pair in found for end in (pair.one, pair.other)}
    origins = copies.originals(reading.headings(connection, ends), found)
    return {id: origins[id] for id in sorted(asked & origins.keys())}


def _sizes(connection: Connection, articles: Iterable[str]) -> Mapping[str, int]:
    """How large the samples of articles are."""
    table = schema.articles.c
    query = select(table.id, table.sampled)
    return {
        id: sampled
        for some in reading.batches(sorted(articles))
        for id, sampled in connection.execute(query.where(table.id.in_(some)))
        if sampled
    }


def _reaching(connection: Connection, articles: Iterable[str]) -> set[Likeness]:
    """The likenesses of articles, and those of the articles that these lead to."""
    table = schema.copies.c
    seen, new = set[str](), set(articles)
    found: set[Likeness] = set()
    while new:
        seen |= new
        ends: set[str] = set()
        for some in reading.batches(sorted(new)):
            query = select(table.one, table.other, table.share)
            for row in connection.execute(query.where(or_(table.one.in_(some), table.other.in_(some)))):
                found.add(Likeness(*row))
                ends |= {row.one, row.other}
        new = ends - seen
    return found

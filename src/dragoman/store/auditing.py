"""What `verify` reads of a store: rows as they are, however damaged, in parts that fit in memory."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from dragoman.folding import fold
from dragoman.store import days, hoods, judging, reading, schema, traces, words, writing
from dragoman.types import (
    Account,
    Article,
    Claim,
    Judged,
    Judgement,
    Key,
    Likeness,
    Neighbourhood,
    Placed,
    Record,
    Trace,
)

Problem = tuple[str, str]
"""What is not as it should be: its id, and what is wrong with it."""

Place = tuple[str, str, bool]
"""The record and the chain of a claim, and whether it is silent."""

_claims = schema.claims.c


class Audit:
    """A store as it is at one time: what `verify` reads, whatever others write meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self) -> list[str]:
        """The ids of all articles, in order."""
        return reading.articles(self._connection)

    def article(self, id: str) -> Article:
        """An article with its text and blocks."""
        return reading.article(self._connection, id)

    def account(self, article: str) -> Account:
        """All that an article tells."""
        (told,) = reading.whole(self._connection, [article])
        return told

    def records(self, ids: Sequence[str]) -> tuple[Record, ...]:
        """Records by their ids, in order; those that are not there are left out."""
        return reading.by_id(self._connection, ids)

    def around(self, claims: Sequence[str], keys: Sequence[Key]) -> Neighbourhood:
        """The claims that some claims may have to do with, these among them."""
        return hoods.around(self._connection, claims, keys)

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that hold, in order."""
        return judging.holding(self._connection)

    def judged(self, claims: Sequence[Claim]) -> set[Judged]:
        """The judgements that hold and are noted for some claims."""
        return judging.of_claims(self._connection, [claim.id for claim in claims])

    def pages(self) -> Iterator[Problem]:
        """Pages whose bytes are not those that they are named for, and outcomes of articles that are gone."""
        table = schema.pages.c
        for sha256 in self._connection.scalars(select(table.sha256)).all():
            query = select(table.size, table.content).where(table.sha256 == sha256)
            row = self._connection.execute(query).one()
            reason = _of_content(sha256, row.size, row.content)
            if reason:
                yield sha256, reason
        articles = {*self.articles()}
        for outcome in reading.outcomes(self._connection):
            for id in (id for id in outcome.articles if id not in articles):
                yield outcome.location, f"its article {id} is not in the store"

    def unbuilt(self, article: str) -> Iterator[Problem]:
        """The claims of an article that cannot be built from their rows."""
        ids = self._connection.scalars(select(_claims.id).where(_claims.article == article)).all()
        for id in ids:
            try:
                reading.claims_of(self._connection, list(reading.rows_of(self._connection, _claims.id, [id])))
            except (ValueError, TypeError, LookupError) as error:
                yield id, f"it cannot be built: {error}"

    def misplaced(self, told: Account, keys: Sequence[Key]) -> Iterator[Problem]:
        """The claims of an article that are not where they should be found, and its actors.

        Args:
            told: all that the article tells.
            keys: the keys of its claims.
        """
        rows = reading.rows_of(self._connection, _claims.article, [told.heading.id])
        numbers: dict[str, int] = {}
        records: dict[str, str] = {}
        dated: dict[str, tuple[str | None, str | None]] = {}
        for row in rows:
            numbers[row["id"]] = row["number"]
            records[row["id"]] = row["record"]
            dated[row["id"]] = row["since"], row["until"]
        known = {number: id for id, number in numbers.items()}
        for claim in told.claims:
            if dated[claim.id] != writing.days(told.heading.published, claim):
                yield claim.id, "its days are not those that it speaks of"
        wanted = {tuple(row.values()) for row in writing.key_rows(keys, numbers)}
        for number in self._differing(wanted, known, schema.keys):
            yield known[number], "its keys are not those that it should be looked up by"
        wanted = {
            (numbers[claim.id], *part, records[claim.id])
            for claim in told.claims
            for part in writing.parts_of(claim)
        }
        for number in self._differing(wanted, known, schema.parts):
            yield known[number], "its actors are not indexed as it names them"
        texts = [writing.words_row(told.heading, told.actors, one, numbers[one.id]) for one in told.claims]
        for number in words.lacking(self._connection, texts):
            yield known[number], "its words are not in the full text"
        yield from self._nameless(told)

    def copies(self, article: str, sample: Sequence[int]) -> tuple[int, tuple[Likeness, ...]]:
        """How many of an article's shingles are kept, and its likenesses with those of later ids."""
        table, pairs = schema.shingles.c, schema.copies
        found = 0
        for some in reading.batches(sample):
            here = select(func.count()).where(table.number.in_(some), table.article == article)
            found += self._connection.scalar(here) or 0
        kept = self._connection.execute(select(pairs).where(pairs.c.one == article))
        return found, tuple(sorted(Likeness(*row) for row in kept))

    def standing(self, article: str) -> tuple[Trace | None, tuple[Trace, ...], tuple[Placed, ...]]:
        """What an article's story is found by, that of those around it, and where they all stand."""
        for trace in traces.load(self._connection, [article]):
            met = traces.around(self._connection, trace)
            near = {article, *(one.article for one in met)}
            return trace, met, traces.placed(self._connection, near)
        return None, (), ()

    def _differing(self, wanted: set[tuple[Any, ...]], numbers: Iterable[int], table: Table) -> list[int]:
        """The claims whose rows in a table are not those that are wanted; a row begins with the number."""
        found = {
            tuple(row)
            for some in reading.batches(numbers)
            for row in self._connection.execute(select(table).where(table.c.claim.in_(some)))
        }
        return sorted({row[0] for row in wanted ^ found})

    def _nameless(self, told: Account) -> Iterator[Problem]:
        table = schema.names
        known: defaultdict[str, set[str]] = defaultdict(set)
        for some in reading.batches(actor.id for actor in told.actors):
            for row in self._connection.execute(select(table).where(table.c.actor.in_(some))):
                known[row.actor].add(row.folded)
        for actor in told.actors:
            folded = {f" {name} " for name in map(fold, writing.names_of(actor)) if name}
            if folded - known[actor.id]:
                yield actor.id, "it is not indexed by all its names"
        homes = self._homes(told)
        for actor in told.actors:
            if actor.country and (actor.country, actor.id) not in homes:
                yield actor.id, "it is not indexed by its country"

    def _homes(self, told: Account) -> set[tuple[str, str]]:
        table = schema.homes
        return {
            (row.country, row.actor)
            for some in reading.batches(actor.id for actor in told.actors)
            for row in self._connection.execute(select(table).where(table.c.actor.in_(some)))
        }

    def chains(self, after: str, most: int) -> list[str]:
        """The next chains in order."""
        query = select(_claims.chain).where(_claims.chain > after).distinct()
        return list(self._connection.scalars(query.order_by(_claims.chain).limit(most)))

    def placed(self, chains: Sequence[str]) -> dict[str, Place]:
        """Each claim of some chains with its record and its chain, and whether it is silent."""
        rows = reading.rows_of(self._connection, _claims.chain, chains)
        return {row["id"]: (row["record"], row["chain"], row["silent"]) for row in rows}

    def strays(self) -> Iterator[Problem]:
        """Rows that belong to nothing: of records without claims, and of claims that are gone."""
        query = select(schema.records.c.id).where(schema.records.c.id.not_in(select(_claims.record)))
        for id in self._connection.scalars(query):
            yield id, "it has no claims"
        for id in days.wrong(self._connection):
            yield id, "its days are not those of its claims"
        for table in (schema.evidence, schema.parts, schema.keys, schema.judged):
            gone = select(table.c.claim).where(table.c.claim.not_in(select(_claims.number))).distinct()
            for number in self._connection.scalars(gone):
                yield f"{table.name} {number}", "it belongs to a claim that is gone"
        known = set(self._connection.scalars(select(_claims.number)))
        for number in words.numbers(self._connection):
            if number not in known:
                yield f"words {number}", "it belongs to a claim that is gone"
        query = select(_claims.id).where(_claims.article.not_in(select(schema.articles.c.id)))
        for id in self._connection.scalars(query):
            yield id, "its article is gone"


def _of_content(sha256: str, size: int, content: bytes | None) -> str | None:
    """What is wrong with the bytes of a page, if anything."""
    if content is None:
        return None
    try:
        found = zlib.decompress(content)
    except zlib.error:
        return "its bytes cannot be unpacked"
    if len(found) != size or hashlib.sha256(found).hexdigest() != sha256:
        return "its bytes are others than those that were read"
    return None

"""Writes one article's changes, and what became of a page."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select

from dragoman import timex
from dragoman.folding import fold
from dragoman.store import addresses, bodies, judging, likenesses, reading, schema, times, traces, words
from dragoman.store import days as days_kept
from dragoman.types import (
    Actor,
    Alignment,
    Article,
    Changes,
    Claim,
    Event,
    Evidence,
    Heading,
    Key,
    Meeting,
    Outcome,
    Page,
    Record,
    Relation,
    Settlement,
    Statement,
)

_KEPT = 32 * 1024 * 1024
"""The largest page whose bytes are kept: a larger one leaves its sum and size."""

Row = dict[str, Any]


def check(changes: Changes) -> None:
    """Make sure that every span says what stands at its place, and that the records fit the claims.

    Raises:
        ValueError: something does not; the stage that made it is at fault, not the page.
    """
    article = changes.article
    for claim in changes.claims:
        if claim.article != article.id:
            raise ValueError(f"claim {claim.id} is of article {claim.article}, not {article.id}")
        for _, _, span in bodies.spans(claim):
            _check_span(article, claim, span)
    placed = {claim.id for record in changes.records for claim in record.claims}
    missing = {claim.id for claim in changes.claims} - placed - {judged.claim for judged in changes.judged}
    if missing:
        raise ValueError(f"claims without a record: {', '.join(sorted(missing))}")


def _check_span(article: Article, claim: Claim, span: Evidence) -> None:
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"evidence of {claim.id} lies outside its article: {span.start} to {span.end}")
    if article.text[span.start : span.end] != span.exact:
        raise ValueError(
            f"evidence of {claim.id} does not stand at {span.start} of {article.id}: {span.exact!r}"
        )


def revision(connection: Connection) -> int:
    """How many times an article has been written."""
    return int(connection.scalars(select(schema.revision.c.number)).one())


def write(connection: Connection, changes: Changes, now: datetime) -> None:
    """Write one article's changes; the caller holds the transaction."""
    connection.execute(schema.revision.update().values(number=schema.revision.c.number + 1))
    page = _first_page(connection, changes.article)
    read = times.first_read(connection, changes.article.id, now)
    likenesses.forget(connection, changes.article.id, changes.sample)
    traces.forget(connection, changes.article.id)
    _forget(connection, changes.article.id)
    _write_article(connection, replace(changes.article, page=page), changes, read)
    likenesses.write(connection, changes.article, changes.sample, changes.copies)
    traces.write(connection, changes.trace, changes.placed)
    _write_actors(connection, changes.article.id, changes.actors)
    _write_records(connection, changes)
    _write_claims(connection, changes)
    _place_claims(connection, changes, own={claim.id for claim in changes.claims})
    days_kept.keep(connection, (record.id for record in changes.records))


def settle(connection: Connection, settlement: Settlement) -> None:
    """Write what a judgement changes in the record; the caller holds the transaction."""
    connection.execute(schema.revision.update().values(number=schema.revision.c.number + 1))
    _write_records(connection, settlement)
    _place_claims(connection, settlement)
    days_kept.keep(connection, (record.id for record in settlement.records))


def forget(connection: Connection, changes: Changes) -> None:
    """Take an article out, and write what that changes; the caller holds the transaction."""
    connection.execute(schema.revision.update().values(number=schema.revision.c.number + 1))
    likenesses.forget(connection, changes.article.id, changes.sample)
    traces.forget(connection, changes.article.id)
    _forget(connection, changes.article.id)
    traces.move(connection, changes.placed)
    _write_records(connection, changes)
    _place_claims(connection, changes)
    days_kept.keep(connection, (record.id for record in changes.records))


def _first_page(connection: Connection, article: Article) -> str:
    """Where an article was read: of several pages that hold the very same, the first in the alphabet."""
    table = schema.articles
    known = connection.scalar(select(table.c.page).where(table.c.id == article.id))
    return min(known or article.page, article.page)


def _forget(connection: Connection, article: str) -> None:
    table = schema.claims
    words.remove(
        connection, connection.scalars(select(table.c.number).where(table.c.article == article)).all()
    )
    connection.execute(schema.articles.delete().where(schema.articles.c.id == article))


def _write_article(connection: Connection, article: Article, changes: Changes, read: str | None) -> None:
    row = {name: getattr(article, name) for name in Article.__slots__}
    row |= {"characters": len(article.text), "company": changes.company, "read": read}
    row["sampled"] = len(changes.sample)
    row["blocks"] = [(block.kind.value, block.start, block.end) for block in article.blocks]
    connection.execute(schema.articles.insert().values(row))


def _write_actors(connection: Connection, article: str, actors: Sequence[Actor]) -> None:
    unique = {actor.id: actor for actor in actors}
    _insert(
        connection,
        schema.actors,
        [
            {"article": article, "id": id, "country": actor.country, "body": dataclasses.asdict(actor)}
            for id, actor in unique.items()
        ],
    )
    _write_homes(connection, {(actor.country, id) for id, actor in unique.items() if actor.country})
    _write_names(connection, {(id, fold(name)) for id, actor in unique.items() for name in names_of(actor)})


def _write_homes(connection: Connection, found: set[tuple[str, str]]) -> None:
    table = schema.homes
    ids = {id for _, id in found}
    rows = connection.execute(select(table.c.country, table.c.actor).where(table.c.actor.in_(ids)))
    known = {(row.country, row.actor) for row in rows}
    _insert(connection, table, [{"country": c, "actor": id} for c, id in sorted(found - known)])


def names_of(actor: Actor) -> tuple[str, ...]:
    """The names by which an actor is looked up."""
    return (actor.name, *actor.names)


def _write_names(connection: Connection, named: Iterable[tuple[str, str]]) -> None:
    wanted = {(id, f" {name} ") for id, name in named if name}
    table = schema.names
    ids = {id for id, _ in wanted}
    known = {
        (row.actor, row.folded) for row in connection.execute(select(table).where(table.c.actor.in_(ids)))
    }
    _insert(connection, table, [{"actor": id, "folded": name} for id, name in sorted(wanted - known)])


def _write_records(connection: Connection, changes: Changes | Settlement) -> None:
    table = schema.records
    stale = {*changes.retired, *(record.id for record in changes.records)}
    rows = [{"stale": id} for id in sorted(stale)]
    if rows:
        connection.execute(table.delete().where(table.c.id == bindparam("stale")), rows)
    _insert(connection, table, [_record_row(record) for record in changes.records])


def _record_row(record: Record) -> Row:
    return {
        "id": record.id,
        "kind": bodies.kind(record.lead),
        "lead": record.lead.id,
        "body": bodies.body(record.lead),
        "discrepancies": [dataclasses.asdict(found) for found in record.discrepancies],
        "corrections": [dataclasses.asdict(found) for found in record.corrections],
        "disputed": bool(record.discrepancies),
    }


def _write_claims(connection: Connection, changes: Changes) -> None:
    records = {claim.id: record.id for record in changes.records for claim in record.claims}
    chains, silent = dict(changes.chains), set(changes.silent)
    rows = [_claim_row(changes.article, claim) for claim in changes.claims]
    for row in rows:
        row |= {
            "record": records.get(row["id"], ""),
            "chain": chains[row["id"]],
            "silent": row["id"] in silent,
        }
    _insert(connection, schema.claims, rows)
    table = schema.claims
    own = select(table.c.id, table.c.number).where(table.c.article == changes.article.id)
    numbers = {row.id: row.number for row in connection.execute(own)}
    _write_details(connection, changes, numbers, records)
    judging.mark(connection, changes.judged, numbers)


def _write_details(
    connection: Connection, changes: Changes, numbers: Mapping[str, int], records: Mapping[str, str]
) -> None:
    spans: list[Row] = []
    parts: list[Row] = []
    for claim in changes.claims:
        number = numbers[claim.id]
        spans += [_span_row(number, *span) for span in bodies.spans(claim)]
        parts += [
            {"claim": number, "role": role, "actor": actor, "record": records.get(claim.id, "")}
            for role, actor in sorted(set(parts_of(claim)))
        ]
    _insert(connection, schema.evidence, spans)
    _insert(connection, schema.parts, parts)
    _insert(connection, schema.keys, key_rows(changes.keys, numbers))
    cast, heading = changes.actors, Heading.of(changes.article)
    words.add(connection, [words_row(heading, cast, claim, numbers[claim.id]) for claim in changes.claims])


def key_rows(keys: Iterable[Key], numbers: Mapping[str, int]) -> list[Row]:
    """The rows of keys; those that are chains themselves need none."""
    rows = []
    for key in (key for key in keys if not key.exact):
        text, since, until = addresses.of(key)
        rows.append({"claim": numbers[key.claim], "text": text, "since": since, "until": until})
    return rows


def _claim_row(article: Article, claim: Claim) -> Row:
    since, until = days(article.published, claim)
    return {
        "id": claim.id,
        "kind": bodies.kind(claim),
        "article": claim.article,
        "since": since,
        "until": until,
        "body": bodies.body(claim),
    }


def _span_row(number: int, role: str, position: int, span: Evidence) -> Row:
    return {
        "claim": number,
        "role": role,
        "position": position,
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
    }


def days(published: str | None, claim: Claim) -> tuple[str | None, str | None]:
    """The days that a claim speaks of, or failing those the days on which its article came out."""
    if isinstance(claim, Relation) and (claim.since or claim.until):
        return timex.bounds(claim.since)[0], timex.bounds(claim.until)[1]
    value = getattr(claim, "said_on", None) or getattr(claim, "date", None)
    for known in (value, published):
        if timex.days(known):
            return timex.bounds(known)
    return None, None


def parts_of(claim: Claim) -> list[tuple[str, str]]:
    """The actors of a claim, each with the role that it has there."""
    match claim:
        case Statement():
            roles = {"speaker": claim.speakers, "addressee": claim.addressee}
        case Meeting():
            roles = {"participant": claim.participants}
        case Event():
            roles = {"actor": claim.actors, "recipient": claim.recipients, "attributed": claim.attributed_to}
        case Relation():
            roles = {"subject": (claim.subject,), "object": (claim.object,)}
        case Alignment():
            roles = {"party": claim.parties}
        case _:
            roles = {}
    return [(role, actor) for role, actors in roles.items() for actor in actors]


def words_row(heading: Heading, cast: Iterable[Actor], claim: Claim, number: int) -> Row:
    """What the full text holds of a claim: its words, and the names around it."""
    own = [span.exact for span in claim.evidence]
    for field in ("topics", "place", "issue", "predicate", "object"):
        value = getattr(claim, field, None) or ()
        own += [value] if isinstance(value, str) else value
    taking_part = {actor for _, actor in parts_of(claim)}
    around = [name for actor in cast if actor.id in taking_part for name in names_of(actor)]
    around += filter(None, (heading.title, heading.source))
    return {"number": number, "claim_words": "\n".join(own), "names": "\n".join(around)}


def _place_claims(connection: Connection, changes: Changes | Settlement, own: Collection[str] = ()) -> None:
    """Give the neighbourhood's claims the records and chains that they now belong to."""
    records = {claim.id: record.id for record in changes.records for claim in record.claims}
    silent = set(changes.silent)
    rows = [
        {"claim_id": id, "record": records.get(id, ""), "chain": chain, "silent": id in silent}
        for id, chain in changes.chains
        if id not in own
    ]
    if rows:
        table = schema.claims
        moved = table.update().where(table.c.id == bindparam("claim_id"))
        connection.execute(moved, rows)
        parts = schema.parts
        home = select(table.c.record).where(table.c.number == parts.c.claim).scalar_subquery()
        for some in reading.batches(row["claim_id"] for row in rows):
            theirs = parts.c.claim.in_(select(table.c.number).where(table.c.id.in_(some)))
            connection.execute(parts.update().where(theirs, parts.c.record != home).values(record=home))


def conclude(connection: Connection, outcome: Outcome, page: Page | None, *, anew: bool = False) -> None:
    """Write a page and what became of it, unless that is known already and is not to be told anew.

    An earlier failure is forgotten.
    """
    if outcome.page:
        table = schema.outcomes
        connection.execute(table.delete().where(table.c.location == outcome.location, table.c.page == ""))
    if page is not None:
        _insert_new(connection, schema.pages, [_page_row(page)])
    row = {
        "location": outcome.location,
        "page": outcome.page or "",
        "articles": outcome.articles,
        "refusals": [dataclasses.astuple(refusal) for refusal in outcome.refusals],
        "notices": outcome.notices,
        "fetched": outcome.fetched.isoformat() if outcome.fetched else None,
        "meta": dict(page.meta) if page is not None else None,
    }
    if anew:
        table = schema.outcomes
        same = [column == row[column.name] for column in table.primary_key]
        connection.execute(table.delete().where(*same))
    _insert_new(connection, schema.outcomes, [row])


def _page_row(page: Page) -> Row:
    keeps = len(page.content) <= _KEPT
    return {
        "sha256": sha256(page.content).hexdigest(),
        "media_type": page.media_type,
        "charset": page.charset,
        "size": len(page.content),
        "content": zlib.compress(page.content) if keeps else None,
    }


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _insert_new(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert the rows whose primary key is not there yet."""
    for row in rows:
        same = [column == row[column.name] for column in table.primary_key]
        if connection.execute(select(*table.primary_key).where(*same)).first() is None:
            connection.execute(table.insert().values(row))

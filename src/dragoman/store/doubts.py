"""What a person may settle: records that may be one, and events that are not certain; the newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, desc, select

from dragoman.store import judging, schema

__all__ = ["Doubt", "find"]

_LOOKED_AT = 600
"""So many of the newest records are looked at."""

_claims, _records = schema.claims.c, schema.records.c


class Doubt(NamedTuple):
    """Two records that may be one, or, without `other`, a record that may be wrong.

    `confidence` is how certain an event is, from 0 to 1.
    """

    one: str
    other: str | None = None
    confidence: float | None = None


def find(connection: Connection, *, most: int, certain: float) -> tuple[Doubt, ...]:
    """The doubts about the newest records that nobody has judged: links first, then the least certain events.

    Two records may be one where a chain of links joins them, but too few for one record.

    Args:
        connection: an open connection.
        most: how many of each sort are wanted at most.
        certain: events that are more certain are passed over.
    """
    pairs = _pairs(connection)
    events = _events(connection, certain)
    judged = _judged(connection, {id for pair in pairs for id in pair} | {one.one for one in events})
    left = [Doubt(*pair) for pair in pairs if not judged[pair[0]] & judged[pair[1]]]
    return (*left[:most], *[one for one in events if not judged[one.one]][:most])


def _pairs(connection: Connection) -> list[tuple[str, str]]:
    """Records of one chain, each with the next of it, those of the newest days first."""
    newest = select(_records.id, _records.day).where(_records.kind != "relation")
    some = newest.order_by(desc(_records.day), _records.id).limit(_LOOKED_AT).subquery().c
    rows = connection.execute(
        select(_claims.chain, some.id, some.day).join(some.id.table, some.id == _claims.record).distinct()
    )
    chains: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for chain, id, day in rows:
        chains[chain].append((day, id))
    found = {
        (day, one, other)
        for members in chains.values()
        for (_, one), (day, other) in pairwise(sorted(members))
        if one != other
    }
    return [(one, other) for _, one, other in sorted(found, reverse=True)]


def _events(connection: Connection, certain: float) -> list[Doubt]:
    newest = select(_records.id, _records.lead).where(_records.kind == "event")
    some = newest.order_by(desc(_records.day), _records.id).limit(_LOOKED_AT).subquery().c
    confidence = _claims.body["confidence"].as_float()
    query = select(some.id, confidence).join(some.id.table, some.lead == _claims.id)
    rows = connection.execute(query.where(confidence < certain).order_by(confidence, some.id))
    return [Doubt(id, None, value) for id, value in rows]


def _judged(connection: Connection, records: Iterable[str]) -> Mapping[str, set[int]]:
    """The judgements that hold and mean claims of records."""
    rows = schema.judged.c
    query = (
        select(_claims.record, rows.judgement)
        .join(schema.claims, _claims.number == rows.claim)
        .where(_claims.record.in_(sorted(records)), rows.judgement.in_(judging.holding_numbers()))
    )
    found: defaultdict[str, set[int]] = defaultdict(set)
    for record, judgement in connection.execute(query):
        found[record].add(judgement)
    return found

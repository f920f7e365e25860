"""What records are listed and found by, which follows from their claims: the days that these speak of.

Of a record's claims `since` is the first day, `until` the last, and `day`, by which records are listed, the
last on which one of them begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from dragoman.store import reading, schema

UNDATED = ""
"""The day of what has none: it sorts behind all others."""


def keep(connection: Connection, records: Iterable[str]) -> None:
    """Keep the days of some records, whose claims are written."""
    table = schema.records
    for some in reading.batches(sorted({*records})):
        connection.execute(table.update().where(table.c.id.in_(some)).values(_days()))


def wrong(connection: Connection) -> list[str]:
    """The ids of the records whose days are not those of their claims, in order."""
    table = schema.records.c
    differs = or_(*(table[name].is_distinct_from(day) for name, day in _days().items()))
    return list(connection.scalars(select(table.id).where(differs).order_by(table.id)))


def catch_up(connection: Connection) -> None:
    """Keep days, what is disputed, and who has a part in what, in a store that does not know it yet."""
    table, parts, claims, actors = schema.records, schema.parts, schema.claims.c, schema.actors.c
    connection.execute(table.update().values(_days()))
    found = connection.execute(select(table.c.id, table.c.discrepancies)).all()
    rows = [{"of": row.id} for row in found if row.discrepancies]
    if rows:
        connection.execute(table.update().where(table.c.id == bindparam("of")).values(disputed=True), rows)
    record = select(claims.record).where(claims.number == parts.c.claim).scalar_subquery()
    connection.execute(parts.update().values(record=record))
    at_home = select(actors.country, actors.id).where(actors.country.is_not(None)).distinct()
    connection.execute(schema.homes.insert().from_select(["country", "actor"], at_home))


def _days() -> dict[str, Any]:
    """The days of a record by their columns, as its claims have them."""
    claims = schema.claims.c
    day = func.coalesce(func.max(claims.since), UNDATED)
    of = {"since": func.min(claims.since), "until": func.max(claims.until), "day": day}
    whose = claims.record == schema.records.c.id
    return {name: select(found).where(whose).scalar_subquery() for name, found in of.items()}

"""The days by which records are listed: of each the last on which a claim of it begins."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, ScalarSelect, bindparam, func, literal, select

from dragoman.store import reading, schema

UNDATED = ""
"""The day of what has none: it sorts behind all others."""


def keep(connection: Connection, records: Iterable[str]) -> None:
    """Keep the days of some records, whose claims are written."""
    table = schema.records
    for some in reading.batches(sorted({*records})):
        connection.execute(table.update().where(table.c.id.in_(some)).values(day=_last()))


def wrong(connection: Connection) -> list[str]:
    """The ids of the records whose days are not those of their claims, in order."""
    table = schema.records
    return list(connection.scalars(select(table.c.id).where(table.c.day != _last()).order_by(table.c.id)))


def catch_up(connection: Connection) -> None:
    """Keep the days of all records, and which of them are disputed, in a store that has neither."""
    table = schema.records
    connection.execute(table.update().values(day=_last()))
    found = connection.execute(select(table.c.id, table.c.discrepancies)).all()
    rows = [{"of": row.id} for row in found if row.discrepancies]
    if rows:
        connection.execute(table.update().where(table.c.id == bindparam("of")).values(disputed=True), rows)


def _last() -> ScalarSelect[str]:
    """The last day on which a claim of a record begins."""
    claims = schema.claims.c
    last = func.coalesce(func.max(claims.since), literal(UNDATED))
    return select(last).where(claims.record == schema.records.c.id).scalar_subquery()

"""Carries all that a store holds into another database, row by row, as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, Table, func, select, text

from dragoman.store import schema, words

_AT_ONCE = 500
"""So many rows are in memory at a time."""

_APART = (schema.schema_version, schema.revision)
"""Tables that every store has filled from the start."""

Row = Mapping[str, Any]


def is_empty(connection: Connection) -> bool:
    """Whether nothing has been written to a store."""
    filled = (schema.articles, schema.outcomes, schema.judgements, schema.story_judgements)
    return not any(connection.execute(select(table).limit(1)).first() for table in filled)


def count(connection: Connection) -> int:
    """How many rows there are to carry."""
    counts = (connection.scalar(select(func.count()).select_from(table)) for table in _tables())
    return sum(many or 0 for many in counts) + words.count(connection)


def carry(source: Connection, target: Connection, on_rows: Callable[[int], None]) -> None:
    """Write what one store holds into another, in which nothing is; the caller holds the transactions.

    Args:
        source: the one.
        target: the other.
        on_rows: called with how many rows have been written since it was called last.
    """
    for table in _tables():
        for rows in _batches(source, table):
            target.execute(table.insert(), rows)
            on_rows(len(rows))
        _count_on(target, table)
    for indexed in words.rows(source, _AT_ONCE):
        words.add(target, indexed)
        on_rows(len(indexed))
    number = source.scalar(select(schema.revision.c.number))
    target.execute(schema.revision.update().values(number=number))


def _tables() -> list[Table]:
    """All tables that hold what was read and judged, those first that others point to."""
    return [table for table in schema.metadata.sorted_tables if table not in _APART]


def _batches(source: Connection, table: Table) -> Iterator[Sequence[dict[str, Any]]]:
    query = select(table).execution_options(yield_per=_AT_ONCE)
    for rows in source.execute(query).mappings().partitions():
        yield [{**row} for row in rows]


def _count_on(target: Connection, table: Table) -> None:
    """Let the database number the next row after those that are there, where it numbers them itself."""
    keys = list(table.primary_key)
    if target.dialect.name != "postgresql" or len(keys) != 1 or not isinstance(keys[0].type, Integer):
        return
    last = target.scalar(select(func.max(keys[0])))
    if last is not None:
        counter = f"pg_get_serial_sequence('{table.name}', '{keys[0].name}')"
        target.execute(text(f"SELECT setval({counter}, :last)"), {"last": last})

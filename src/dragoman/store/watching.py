"""What is known of feeds and folders that are watched, and what is still to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from dragoman.store import schema

State = Mapping[str, Any]
"""What is known of a thing, as JSON."""


def load(connection: Connection, source: str) -> dict[str, State]:
    """What is known of each thing of a source, by name."""
    table = schema.watched
    rows = connection.execute(select(table.c.name, table.c.state).where(table.c.source == source))
    return {row.name: row.state for row in rows}


def keep(connection: Connection, source: str, states: Mapping[str, State], gone: Iterable[str]) -> None:
    """Write what is known of things, and forget others."""
    table = schema.watched
    old = [{"of": source, "called": name} for name in {*states, *gone}]
    if old:
        is_old = (table.c.source == bindparam("of")) & (table.c.name == bindparam("called"))
        connection.execute(table.delete().where(is_old), old)
    new = [{"source": source, "name": name, "state": dict(state)} for name, state in states.items()]
    if new:
        connection.execute(table.insert(), new)

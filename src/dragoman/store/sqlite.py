"""What is SQLite's own: files, pragmas, and when a transaction begins."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from dragoman.store import values

DRIVERS: tuple[str, ...] = ("sqlite", "sqlite+pysqlite")

Error = sqlite3.Error
"""What SQLite raises by itself while it connects."""

_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_IN_MEMORY = (None, "", ":memory:")
_PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY")


def engine(parsed: URL, *, writes: bool) -> Engine:
    """See `dragoman.store.opening.Database`."""
    if parsed.host:
        raise ValueError(f"{parsed.host} is taken for a host; write three slashes before the path")
    _check_file(parsed)
    return _engine(parsed if writes else _readable(parsed))


def reason(error: BaseException) -> str | None:  # noqa: ARG001 - as every database has it
    """None: SQLite's own words will do."""
    return None


def _check_file(parsed: URL) -> None:
    """Refuse what is no file before SQLite waits for it, and make the folders of a new one.

    Raises:
        ValueError: it is no file.
    """
    if parsed.database in _IN_MEMORY:
        return
    path = Path(str(parsed.database))
    if path.is_dir():
        raise ValueError("it is a folder, not a file")
    if path.exists() and not path.is_file():
        raise ValueError("it is not a regular file")
    path.parent.mkdir(parents=True, exist_ok=True)


def _readable(parsed: URL) -> URL:
    """Where a file or its folder may not be written to, the URL that opens it for reading alone.

    SQLite reads a file in WAL mode only with two others beside it, which it makes. Where it may not
    make them and nobody else has, nobody is writing, and the file can be read as one that never changes.
    """
    if parsed.database in _IN_MEMORY:
        return parsed
    path = Path(str(parsed.database)).absolute()
    if not path.exists() or all(map(_is_writable, (path, path.parent))):
        return parsed
    query = {"uri": "true", "mode": "ro"}
    if not Path(f"{path}-wal").exists():
        query["immutable"] = "1"
    return URL.create(parsed.drivername, database=f"file:{quote(str(path))}", query=query)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _engine(parsed: URL) -> Engine:
    if parsed.database in _IN_MEMORY:  # one connection, or each would have a database of its own
        made = create_engine(
            parsed,
            poolclass=StaticPool,
            connect_args={"check_same_thread": False},
            json_serializer=values.dump,
        )
    else:
        made = create_engine(parsed, connect_args={"timeout": _PATIENCE}, json_serializer=values.dump)
    event.listen(made, "connect", _configure)
    event.listen(made, "begin", _begin)
    return made


def _configure(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

"""Opens a database, whatever is wrong with it: every failure is one clear error, and none hangs."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from dragoman.errors import StoreUnavailable
from dragoman.store import schema

_PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_IN_MEMORY = (None, "", ":memory:")
_PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY")


def connect(url: str, *, writes: bool) -> Engine:
    """Open a database and bring its tables up to date.

    Args:
        url: see `dragoman.store.open`.
        writes: whether it is to be written to.

    Raises:
        StoreUnavailable: see `dragoman.store.open`.
    """
    parsed = _parse(url)
    try:
        _check_file(url, parsed)
        engine = _engine(parsed if writes else _readable(parsed))
    except (SQLAlchemyError, OSError, ValueError, TypeError) as error:
        raise StoreUnavailable(url, reason(error)) from error
    try:
        _prepare(url, engine, writes=writes)
    except (SQLAlchemyError, sqlite3.Error, ValueError) as error:
        engine.dispose()
        raise StoreUnavailable(url, reason(error)) from error
    return engine


def _parse(url: str) -> URL:
    if not url:
        raise StoreUnavailable(url, "its name is empty")
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError) as error:
        raise StoreUnavailable(url, "this is no database URL; write sqlite:///PATH or a path") from error
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise StoreUnavailable(url, f"{parsed.drivername} is not a database that this version can use")
    if parsed.host:
        raise StoreUnavailable(url, f"{parsed.host} is taken for a host; write three slashes before the path")
    return parsed


def _check_file(url: str, parsed: URL) -> None:
    """Refuse what is no file before SQLite waits for it, and make the folders of a new one."""
    if parsed.database in _IN_MEMORY:
        return
    path = Path(str(parsed.database))
    if path.is_dir():
        raise StoreUnavailable(url, "it is a folder, not a file")
    if path.exists() and not path.is_file():
        raise StoreUnavailable(url, "it is not a regular file")
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
        engine = create_engine(
            parsed, poolclass=StaticPool, connect_args={"check_same_thread": False}, json_serializer=_dump
        )
    else:
        engine = create_engine(parsed, connect_args={"timeout": _PATIENCE}, json_serializer=_dump)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _configure(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(url: str, engine: Engine, *, writes: bool) -> None:
    with engine.connect() as connection:
        found = schema.version(connection)
    if found is None:
        raise StoreUnavailable(url, "it is a database of another program")
    if found > schema.VERSION:
        raise StoreUnavailable(url, f"a later version of Dragoman made it (tables {found}); update dragoman")
    if found == schema.VERSION and not writes:
        return
    with engine.execution_options(writes=True).begin() as connection:
        since = schema.version(connection)  # again: another program may have got here first
        if since is not None and since < schema.VERSION:
            schema.upgrade(connection, since=since)


def reason(error: BaseException) -> str:
    """The database's own words, without the SQL and the links."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).splitlines()[0] if str(error) else type(error).__name__

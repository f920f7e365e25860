"""What is PostgreSQL's own: its driver, what its transactions see, and that writers take turns."""

from __future__ import annotations

import re
from importlib.util import find_spec

from sqlalchemy import URL, Connection, Engine, create_engine, event

from dragoman.store import values

DRIVERS: tuple[str, ...] = ("postgresql", "postgresql+psycopg")

_TO_CONNECT = 10
"""Seconds in which a server must answer."""

_PATIENCE = "60s"
"""How long to wait for another program that is writing."""

_TURN = int.from_bytes(b"Dragoman", "big")
"""The advisory lock that whoever writes to a store holds."""

_FATAL = re.compile(r"FATAL: +(?P<told>.+)")
_FAILED = re.compile(r'server (?:at|on socket) "(?P<where>[^"]+)".*?failed: (?P<told>[^\n]+)')
_NO_TURN = "55P03"


def engine(parsed: URL, *, writes: bool) -> Engine:  # noqa: ARG001 - a transaction says so, not a connection
    """See `dragoman.store.opening.Database`."""
    if find_spec("psycopg") is None:
        raise ValueError("this needs the package psycopg: pip install 'dragoman[postgres]'")
    if "@" in (parsed.host or ""):
        raise ValueError(
            "the password holds a sign that ends it; write @ there as %40, : as %3A and / as %2F"
        )
    made = create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        connect_args={"connect_timeout": _TO_CONNECT, "application_name": "dragoman"},
        pool_pre_ping=True,  # a server that was started anew is no error to who asks next
        json_serializer=values.dump,
    )
    event.listen(made, "first_connect", _check)
    event.listen(made, "begin", _begin)
    return made


def _check(connection: object, _: object) -> None:
    """Make sure that all texts can be kept.

    Raises:
        ValueError: they cannot.
    """
    encoding = connection.info.parameter_status("server_encoding")  # type: ignore[attr-defined]
    if encoding != "UTF8":
        raise ValueError(f"its encoding is {encoding}; make one with createdb --encoding UTF8 -T template0")


def _begin(connection: Connection) -> None:
    """Let a reader see one state of the store, and a writer all that earlier ones have written.

    A writer's turn comes before anything else, since whatever it reads first would else be as it was
    before its turn.
    """
    from psycopg import IsolationLevel

    writes = connection.get_execution_options().get("writes", False)
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.isolation_level = IsolationLevel.READ_COMMITTED if writes else IsolationLevel.REPEATABLE_READ
    driver.read_only = not writes
    if writes:
        connection.exec_driver_sql(
            f"SELECT set_config('lock_timeout', '{_PATIENCE}', true), pg_advisory_xact_lock({_TURN})"
        )


def reason(error: BaseException) -> str | None:
    """What is wrong with a server or a database; None where the error is of another kind."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    if getattr(error, "sqlstate", None) == _NO_TURN:
        return f"another program has been writing to it for {_PATIENCE}; try again when it has finished"
    told = str(error)
    if fatal := _FATAL.search(told):
        return _advised(fatal["told"])
    if failed := _FAILED.search(told):
        return f"no answer from the server at {failed['where']}: {failed['told'].lower()}; is it running?"
    return None


def _advised(told: str) -> str:
    """What a server says, with what to do where that is known."""
    missing = re.fullmatch(r'database "(.+)" does not exist', told)
    return f"{told}; make it with: createdb --encoding UTF8 -T template0 {missing[1]}" if missing else told

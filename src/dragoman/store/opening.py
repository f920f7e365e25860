"""Opens a database, whatever is wrong with it: every failure is one clear error, and none hangs.

What holds for one kind of database alone stands in a module of its own, `sqlite` or `postgresql`.
"""

from __future__ import annotations

import re
from typing import Protocol

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dragoman.errors import StoreUnavailable
from dragoman.store import postgresql, schema, sqlite


class Database(Protocol):
    """A kind of database."""

    DRIVERS: tuple[str, ...]
    """The names by which URLs ask for it."""

    def engine(self, parsed: URL, *, writes: bool) -> Engine:
        """What connects to one; its transactions write only where the option `writes` says so.

        Those that do come one after another, those that do not see the store as it is at one time.

        Raises:
            ValueError: the URL names none that can be used.
            OSError: as above.
        """

    def reason(self, error: BaseException) -> str | None:
        """What went wrong, where the database's own words do not tell a person what to do."""


_DATABASES: tuple[Database, ...] = (sqlite, postgresql)

_PASSWORD = re.compile(r"(?<=://)([^:/@]*):.*@|((?<=[?&])\w*password=)[^&]*", re.DOTALL)


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
        engine = _database(url, parsed).engine(parsed, writes=writes)
    except (SQLAlchemyError, OSError, ValueError, TypeError) as error:
        raise StoreUnavailable(shown(url), reason(error)) from error
    try:
        _prepare(url, engine, writes=writes)
    except StoreUnavailable:
        engine.dispose()
        raise
    except (SQLAlchemyError, sqlite.Error, ValueError) as error:
        engine.dispose()
        raise StoreUnavailable(shown(url), reason(error)) from error
    return engine


def shown(url: str) -> str:
    """A URL as it may be shown: without the password."""
    return _PASSWORD.sub(_hide, url) if "://" in url else url


def _hide(found: re.Match[str]) -> str:
    return f"{found[2]}***" if found[2] else f"{found[1]}:***@"


def _parse(url: str) -> URL:
    if not url:
        raise StoreUnavailable(url, "its name is empty")
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        return make_url(re.sub("^postgres://", "postgresql://", url))
    except (SQLAlchemyError, ValueError):
        forms = "sqlite:///PATH, postgresql://USER:PASSWORD@HOST/DATABASE (a sign such as @ as %40) or a path"
        # Its cause is not kept: it may hold the password.
        raise StoreUnavailable(shown(url), f"this is no database URL; write {forms}") from None


def _database(url: str, parsed: URL) -> Database:
    for database in _DATABASES:
        if parsed.drivername in database.DRIVERS:
            return database
    name = parsed.drivername
    raise StoreUnavailable(shown(url), f"{name} is not a database that this version can use")


def _prepare(url: str, engine: Engine, *, writes: bool) -> None:
    with engine.connect() as connection:
        found = schema.version(connection)
    if found is None:
        raise StoreUnavailable(shown(url), "it is a database of another program")
    if found > schema.VERSION:
        later = f"a later version of Dragoman made it (tables {found}); update dragoman"
        raise StoreUnavailable(shown(url), later)
    if found == schema.VERSION and not writes:
        return
    with engine.execution_options(writes=True).begin() as connection:
        since = schema.version(connection)  # again: another program may have got here first
        if since is not None and since < schema.VERSION:
            schema.upgrade(connection, since=since)


def reason(error: BaseException) -> str:
    """What went wrong, without the SQL and the links."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    for database in _DATABASES:
        told = database.reason(error)
        if told:
            return told
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).splitlines()[0] if str(error) else type(error).__name__

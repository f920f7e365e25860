"""Databases to test with: a SQLite file, and a PostgreSQL server that the tests start themselves.

`url` is a database that holds nothing yet, in one kind after the other; `store_url` one that is a store.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dragoman import store
from dragoman.store import schema

NOBODY = 65534
"""Who runs the server where root runs the tests: PostgreSQL refuses root."""

PASSWORD = "p@ss:w/rd%41"
SHOWN_AS = "p%40ss%3Aw%2Frd%2541"
"""The password, and how it is written in a URL."""

MISSING = (
    "there is no PostgreSQL server on this machine to test with; install it: apt-get install postgresql, "
    "dnf install postgresql-server or brew install postgresql (it need not run)"
)

_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB")
_READY = 30.0


@dataclass
class Server:
    """A PostgreSQL server on a loopback port, with its data in a folder that goes with it."""

    programs: Path
    folder: Path
    port: int = 0
    _numbers: Iterator[int] = field(default_factory=count)
    _emptied: str = ""
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        if os.geteuid() == 0:
            for path in (self.folder, secret):
                os.chown(path, NOBODY, NOBODY)
        made = (f"--pwfile={secret}", "--username=tester", "--auth=scram-sha-256", "--encoding=UTF8")
        self._run("initdb", f"--pgdata={self.folder / 'data'}", *made, "--locale=C.UTF-8", "--no-sync").wait()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = (*_QUICK, "listen_addresses=127.0.0.1", f"port={self.port}", "unix_socket_directories=")
        options = (part for setting in settings for part in ("-c", setting))
        self._process = self._run("postgres", "-D", str(self.folder / "data"), *options)
        self._wait()
        self._emptied = self.make()
        store.open(self._emptied).close()

    def _run(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        with (self.folder / f"{program}.log").open("wb") as log:
            command = [self.programs / program, *arguments]
            return subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **other)

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + _READY
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                assert self._process is not None
                if self._process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((self.folder / "postgres.log").read_text()) from None
                time.sleep(0.05)
            else:
                return

    def url(self, database: str) -> str:
        return f"postgresql://tester:{SHOWN_AS}@127.0.0.1:{self.port}/{database}"

    def make(self) -> str:
        """The URL of a new database."""
        name = f"store{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.url(name)

    def empty(self) -> str:
        """The URL of a store that is always the same; what an earlier test has written is gone."""
        tables = ", ".join(name for name in (*schema.metadata.tables, "words") if name != "schema_version")
        self.say(f"TRUNCATE {tables}; INSERT INTO revision VALUES (0)", self._emptied)
        return self._emptied

    def say(self, statement: str, url: str | None = None) -> None:
        import psycopg

        with psycopg.connect(url or self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()  # waits for those who are connected; there are none
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs, of the newest version where there are several."""
    found = [Path(path).parent for path in (shutil.which("initdb"),) if path]
    for root in ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt"):
        found += sorted(path.parent for path in Path(root).glob("*/bin/initdb"))
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
        found.append(Path(told.stdout.strip()))
    return next((path for path in reversed(found) if (path / "postgres").exists()), None)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; a test is skipped without one, but never where CI or DRAGOMAN_POSTGRES says so."""
    programs = find_programs()
    if programs is None:
        if os.environ.get("CI") or os.environ.get("DRAGOMAN_POSTGRES") == "required":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with TemporaryDirectory(prefix="dragoman-", ignore_cleanup_errors=True) as folder:
        started = Server(programs, Path(folder))
        try:
            started.start()
            yield started
        finally:
            started.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that holds nothing yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'record.sqlite'}"
    made: str = request.getfixturevalue("server").make()
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that is a store in which nothing is; one at a time."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'record.sqlite'}"
    emptied: str = request.getfixturevalue("server").empty()
    return emptied

"""Whatever is wrong with a database, opening it gives one clear error."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dragoman import store
from dragoman.errors import StoreUnavailable
from dragoman.store import schema
from dragoman.types import Outcome

NOBODY = 65534
"""The user that owns nothing."""


def test_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "record.sqlite"
    store.open(str(path)).close()
    assert path.is_file()


def test_takes_a_url_and_a_path_alike(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    store.open(f"sqlite:///{path}").close()
    store.open(str(path)).close()
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".sqlite"] == ["record.sqlite"]


def test_opens_again_what_it_made(tmp_path: Path) -> None:
    path = str(tmp_path / "record.sqlite")
    store.open(path).close()
    with store.open(path) as db:
        assert db.outcomes() == ()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.touch()
    store.open(str(path)).close()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("{}", "it is a folder"),
        ("sqlite:///{}", "it is a folder"),
        ("{}/text", "file is not a database"),
        ("{}/text/record.sqlite", "not a directory|file exists"),
        ("{}/other", "database of another program"),
        ("{}/later", "later version"),
        ("://", "no database URL"),
        ("sqlite://home/record.sqlite", "three slashes"),
        ("mysql://localhost/record", "not a database that this version can use"),
        ("mongodb://localhost", "not a database that this version can use"),
        ("{}/nul\0", "null"),
        ("", "empty"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, url: str, reason: str) -> None:
    (tmp_path / "text").write_text("Not a database at all. " * 100, encoding="utf-8")
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE theirs (id)")
    with sqlite3.connect(tmp_path / "later") as later:
        later.execute("CREATE TABLE schema_version (version)")
        later.execute("INSERT INTO schema_version VALUES (?)", (schema.VERSION + 1,))
    with pytest.raises(StoreUnavailable, match=reason) as caught:
        store.open(url.replace("{}", str(tmp_path)))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreUnavailable, match="not a regular file"):
        store.open(str(tmp_path / "pipe"))


def test_a_store_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.sqlite"
    store.open(str(path)).close()
    monkeypatch.setattr(store.sqlite, "_PATIENCE", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"), store.open(str(path)) as db:
        db.conclude(Outcome("x"))
    holder.close()


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder with a store, neither of which may be written to, not even where root runs the tests."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this platform has no users to change to")
    with TemporaryDirectory() as name:
        folder = Path(name)
        with store.open(str(folder / "record.sqlite")) as db:
            db.conclude(Outcome("report.txt"))
        (folder / "record.sqlite").chmod(0o444)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


def test_a_store_that_may_only_be_read_is_read(locked: Path) -> None:
    with store.open(str(locked / "record.sqlite"), writes=False) as db:
        assert [outcome.location for outcome in db.outcomes()] == ["report.txt"]
        assert db.find().records == ()
    assert [path.name for path in locked.iterdir()] == ["record.sqlite"]


@pytest.mark.parametrize("name", ["record.sqlite", "new.sqlite"])
def test_what_may_only_be_read_is_not_opened_for_writing(locked: Path, name: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"readonly|unable to open"):
        store.open(str(locked / name))


def test_whether_it_is_to_be_written_to_makes_no_difference_to_one_that_may(tmp_path: Path) -> None:
    path = str(tmp_path / "record.sqlite")
    store.open(path, writes=False).close()
    with store.open(path) as writer, store.open(path, writes=False) as reader:
        writer.conclude(Outcome("report.txt"))
        assert len(reader.outcomes()) == 1

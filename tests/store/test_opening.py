"""Whatever is wrong with a database, opening it gives one clear error."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from dragoman import store
from dragoman.errors import StoreUnavailable
from dragoman.store import schema


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
        ("postgresql://localhost/record", "not a database that this version can use"),
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
    monkeypatch.setattr(store.opening, "_PATIENCE", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"), store.open(str(path)) as db:
        db.conclude(store.database.Outcome("x"))
    holder.close()


def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path = tmp_path / "record.sqlite"
    path.touch(mode=0o400)
    with pytest.raises(StoreUnavailable, match=r"readonly|read-only|permission|unable"):
        store.open(str(path))

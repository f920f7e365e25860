"""A store that an earlier version made becomes one of today, with all that it holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman import store
from dragoman.export import document
from dragoman.query import Query
from judging import judge
from stored import PARIS, TO_VERSION_1, UNDATED, paris, put, undated


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as the first version made it."""
    path = tmp_path / "record.sqlite"
    with store.open(str(path)) as db:
        put(db, PARIS, *paris())
        put(db, UNDATED, *undated())
    with sqlite3.connect(path) as older:
        older.executescript(TO_VERSION_1)
    older.close()
    return path


def test_a_store_of_the_first_version_has_its_record_and_can_be_judged(old: Path) -> None:
    with store.open("sqlite://") as db:
        put(db, PARIS, *paris())
        put(db, UNDATED, *undated())
        expected = document.make(db.find())
    with store.open(str(old)) as db:
        assert document.make(db.find()) == expected
        assert db.engines() == {PARIS.id: None, UNDATED.id: None}
        assert db.browse(Query()).ids[-1].startswith("event")
        judge(db, "value", (paris()[0],), field="place", value="Versailles")
        assert [one.value for one in document.make(db.find()).corrections] == ["Versailles"]
        page = db.page(db.outcomes()[0])
        assert page is not None
        assert page.meta == {}

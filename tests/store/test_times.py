"""When articles came in and runs began is kept, and what came in is found with all that it touches."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from builders import FRANCE, LAVROV, article, meeting, relation
from dragoman import store
from dragoman.store import Store, schema
from stored import PARIS, UNDATED, paris, put, undated

MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def old(tmp_path: Path) -> str:
    """A store of version 1."""
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as made:
        made.executescript((Path(__file__).parent / "version-1.sql").read_text(encoding="utf-8"))
    made.close()
    return str(path)


class TestUpgrade:
    def test_keeps_the_record(self, old: str, db: Store) -> None:
        with store.open(old) as upgraded:
            assert upgraded.find() == db.find()
            assert upgraded.outcomes() == db.outcomes()

    def test_has_the_tables_of_a_new_store(self, old: str, tmp_path: Path) -> None:
        new = str(tmp_path / "new.sqlite")
        for path in (old, new):
            store.open(path).close()
        tables = []
        for path in (old, new):
            with sqlite3.connect(path) as opened:
                names = sorted(row[0] for row in opened.execute("SELECT name FROM sqlite_master"))
                columns = {n: sorted(r[1] for r in opened.execute(f"PRAGMA table_info({n})")) for n in names}
                tables.append((columns, opened.execute("SELECT version FROM schema_version").fetchall()))
            opened.close()
        assert tables[0] == tables[1]
        assert tables[1][1] == [(schema.VERSION,)]

    def test_what_was_there_has_not_come_in_since(self, old: str) -> None:
        with store.open(old) as upgraded:
            put(upgraded, PARIS, *paris(), now=TUESDAY)
            assert upgraded.arrivals(datetime(1970, 1, 1, tzinfo=UTC)) == ()
            assert upgraded.last_run() is None
            put(upgraded, article("Nothing new."), now=TUESDAY)
            assert upgraded.arrivals(MONDAY) == (article("Nothing new.").id,)


def test_an_article_came_in_when_it_was_first_written(empty: Store) -> None:
    put(empty, PARIS, *paris(), now=MONDAY)
    put(empty, UNDATED, *undated(), now=TUESDAY)
    put(empty, PARIS, *paris(), now=TUESDAY)
    assert empty.arrivals(TUESDAY) == (UNDATED.id,)
    assert empty.arrivals(MONDAY) == tuple(sorted((PARIS.id, UNDATED.id)))
    assert empty.arrivals(TUESDAY + timedelta(microseconds=1)) == ()


def test_a_moment_is_the_same_in_any_zone(empty: Store) -> None:
    put(empty, PARIS, *paris(), now=MONDAY.astimezone(timezone(timedelta(hours=9))))
    assert empty.arrivals(MONDAY.astimezone(timezone(timedelta(hours=-8)))) == (PARIS.id,)
    assert empty.arrivals(MONDAY + timedelta(seconds=1)) == ()


def test_by_the_date_that_they_bear_those_without_one_do_not_count(db: Store) -> None:
    assert db.arrivals("2017-07-07") == (PARIS.id,)
    assert db.arrivals("2017-07-08") == ()


def test_the_last_run_is_the_one_that_began_last(empty: Store) -> None:
    assert empty.last_run() is None
    for moment in (TUESDAY, MONDAY, TUESDAY):
        empty.begin(moment)
    assert empty.last_run() == TUESDAY


def test_around_an_article_is_what_is_linked_with_it(db: Store) -> None:
    far = article("Macron met nobody.", page="far.txt")
    put(db, far, meeting(far, "Macron met nobody", FRANCE))
    told = {account.heading.id: account.claims for account in db.linked([UNDATED.id])}
    assert sorted(told) == sorted((PARIS.id, UNDATED.id))
    assert [type(claim).__name__ for claim in told[PARIS.id]] == ["Meeting"]
    assert len(told[UNDATED.id]) == 2


def test_around_an_article_one_stands_for_all_that_say_the_same(empty: Store) -> None:
    """However often it was told that Lavrov is foreign minister."""
    read = [article(f"Report {n}: Lavrov spoke.", page=f"{n}.txt") for n in range(30)]
    for one in read:
        put(empty, one, relation(one, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia"))
    told = [account for account in empty.linked([read[-1].id]) if account.claims]
    assert read[-1].id in {account.heading.id for account in told}
    assert 2 <= len(told) <= 3


def test_around_an_article_that_tells_nothing_it_stands_alone(db: Store) -> None:
    silent = article("It rained.", page="rain.txt")
    put(db, silent)
    (told,) = db.linked([silent.id])
    assert (told.heading.id, told.claims) == (silent.id, ())


def test_ids_are_those_of_what_is_found(db: Store) -> None:
    from dragoman.query import parse

    query = parse("kind:meeting with:lavrov")
    assert db.ids(query) == {record.id for record in db.find(query).records} != frozenset()

"""A store is carried over into another database as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import LAVROV, LE_DRIAN, article, meeting
from databases import Server
from dragoman import store
from dragoman.errors import StoreUnavailable
from dragoman.export import document
from dragoman.store import Store
from dragoman.types import StoryJudgement
from judging import judge
from stored import PARIS, UNDATED, paris, put, undated


def silent(_: int, __: int | None) -> None:
    """Shows nothing."""


@pytest.fixture(params=["to postgresql", "from postgresql"])
def urls(request: pytest.FixtureRequest, server: Server, tmp_path: Path) -> tuple[str, str]:
    file, database = f"sqlite:///{tmp_path / 'moved.sqlite'}", server.make()
    return (file, database) if request.param.startswith("to") else (database, file)


def told(db: Store) -> tuple[object, ...]:
    return (
        document.make(db.find()),
        db.judgements(),
        db.outcomes(),
        [db.page(outcome) for outcome in db.outcomes()],
        db.stories(),
        db.revision(),
        db.last_run(),
        db.engines(),
    )


def test_all_of_it_is_there_and_goes_on(urls: tuple[str, str]) -> None:
    one, other = urls
    counts: list[tuple[int, int | None]] = []
    with store.open(one) as old, store.open(other) as new:
        put(old, PARIS, *paris())
        put(old, UNDATED, *undated())
        old.begin()
        judge(old, "value", (paris()[0],), field="place", value="Versailles")
        old.judge_stories([StoryJudgement(PARIS.id, PARIS.id, "anna", "2017-07-08", "")])
        old.carry(new, on_rows=lambda done, total: counts.append((done, total)))
        assert told(new) == told(old)
        assert counts[-1][0] == counts[-1][1]
        later = article("Lavrov met Le Drian in Rome.", published="2017-08-01", page="later.txt")
        for each in (old, new):
            put(each, later, meeting(later, "Lavrov met Le Drian", LAVROV, LE_DRIAN, place="Rome"))
            each.judge_stories([StoryJudgement(later.id, later.id, "anna", "2017-08-02", "")])
        assert told(new) == told(old)


def test_into_what_is_no_empty_store_nothing_is_written(urls: tuple[str, str]) -> None:
    with store.open(urls[0]) as db, store.open(urls[1]) as other:
        with pytest.raises(StoreUnavailable, match="nothing is in it"):
            other.carry(db, on_rows=silent)
        put(db, UNDATED, *undated())
        put(other, PARIS, *paris())
        with pytest.raises(StoreUnavailable, match="something is in it already"):
            db.carry(other, on_rows=silent)
        assert len(other.find().accounts) == 1

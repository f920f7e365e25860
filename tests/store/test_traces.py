"""Stories in a store: found when articles are read, put right by people, and kept."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from builders import article
from dragoman import record, store, stories
from dragoman.store import Store, schema
from dragoman.types import Article, StoryJudgement, Trace
from stored import WITHOUT_STORIES, put
from test_stories import QUAKE, QUAKE_TOO, VOTE


def read(text: str, day: str | None, page: str) -> Article:
    return article(text, published=day, page=page, title=None, source=page)


FIRST, NEXT = read(QUAKE, "2017-07-07", "a.txt"), read(QUAKE_TOO, "2017-07-08", "b.txt")
LATER, OTHER = read(f"{QUAKE_TOO} More came.", "2017-07-10", "c.txt"), read(VOTE, "2017-07-08", "d.txt")
UNDATED = read(f"{QUAKE} More came.", None, "e.txt")
POOL = [FIRST, NEXT, LATER, OTHER, UNDATED]


def homes(db: Store) -> dict[str, str]:
    return dict(db.find().stories)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_gives_the_same_stories_and_again_changes_nothing(empty: Store, seed: int) -> None:
    for of in random.Random(seed).sample(POOL, len(POOL)):
        put(empty, of)
    found = homes(empty)
    first = stories.id_of(FIRST.id)
    assert found == {OTHER.id: stories.id_of(OTHER.id)} | dict.fromkeys(
        (of.id for of in POOL if of != OTHER), first
    )
    for of in random.Random(seed + 1).sample(POOL, len(POOL)):
        put(empty, of)
        assert homes(empty) == found


def test_an_article_that_is_read_otherwise_lets_its_children_go(empty: Store) -> None:
    for of in (FIRST, NEXT, OTHER):
        put(empty, of)
    bare = stories.trace(article("Nothing.", published="2017-07-07", id=FIRST.id), ())
    hood = empty.neighbours(FIRST.id, (), (), bare)
    assert {one.article for one in hood.traces} == {NEXT.id}
    (own, moved) = sorted(
        stories.place(bare, hood.traces, hood.placed), key=lambda one: one.article != FIRST.id
    )
    assert own.article == FIRST.id
    assert moved == type(moved)(NEXT.id, stories.id_of(NEXT.id))


def test_what_a_person_says_wins_and_outlives_a_reading(empty: Store) -> None:
    for of in (FIRST, NEXT, OTHER):
        put(empty, of)
    empty.judge_stories([StoryJudgement(NEXT.id, "story-own", "Jane Roe", "2026-01-01T00:00:00+00:00")])
    assert homes(empty)[NEXT.id] == "story-own"
    for of in (NEXT, FIRST, OTHER):
        put(empty, of)
    assert homes(empty)[NEXT.id] == "story-own"
    put(empty, read(f"{QUAKE_TOO} Yes.", "2017-07-09", "f.txt"))
    assert list(homes(empty).values()).count("story-own") == 2
    empty.judge_stories(
        [StoryJudgement(NEXT.id, stories.id_of(FIRST.id), "Jane Roe", "2026-01-02T00:00:00+00:00")]
    )
    assert "story-own" not in homes(empty).values()


def test_an_older_store_learns_its_stories(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with store.open(str(path)) as db:
        for of in POOL:
            put(db, of)
        expected = homes(db)
    with sqlite3.connect(path) as old:
        old.executescript(WITHOUT_STORIES)
    with store.open(str(path)) as db:
        assert homes(db) == expected
        put(db, UNDATED)
        assert homes(db) == expected
    with sqlite3.connect(path) as new:
        assert new.execute("SELECT version FROM schema_version").fetchone() == (schema.VERSION,)


def test_an_article_that_is_taken_out_leaves_the_others_in_a_story(empty: Store) -> None:
    for of in (FIRST, NEXT, LATER):
        put(empty, of)
    gone = Trace(FIRST.id)
    changes = record.merge(FIRST, (), (), empty.neighbours(FIRST.id, (), (), gone), gone)
    empty.apply(changes, forgets=True)
    assert homes(empty) == dict.fromkeys((NEXT.id, LATER.id), stories.id_of(NEXT.id))

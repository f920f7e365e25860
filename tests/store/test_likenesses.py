"""Copies are found among what the store holds, whatever the order of reading."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import LAVROV, LE_DRIAN, article, meeting
from dragoman import store
from dragoman.export import document
from dragoman.export.document import Document
from dragoman.store import Store, likenesses, schema
from dragoman.types import Article
from stored import TO_VERSION_1, put

TOLD = "Lavrov met Le Drian in Paris. "
LETTERS = "bdfgklmnprst"


def words(number: int, of: int) -> str:
    chance = random.Random(of)
    return " ".join("".join(chance.choices(LETTERS, k=5)) for _ in range(number))


def report(text: str, page: str, published: str | None = None) -> Article:
    return article(TOLD + text, page=page, published=published, source=page)


WIRE = words(120, 1)
AGENCY = report(WIRE, "agency", "2017-07-06")
MORNING = report(WIRE, "morning", "2017-07-07")
EVENING = report(WIRE[:400], "evening", "2017-07-07")
RIVAL = report(words(120, 2), "rival", "2017-07-07")


def read(db: Store, *given: Article, place: str = "Paris") -> None:
    for of in given:
        put(db, of, meeting(of, TOLD.strip(), LAVROV, LE_DRIAN, date="2017-07-06", place=place))


def made(db: Store) -> Document:
    return document.make(db.find())


def origins(db: Store) -> dict[str, str]:
    return dict(db.find().copies)


def test_copies_count_as_one_report_and_stay_listed(empty: Store) -> None:
    read(empty, AGENCY, MORNING, RIVAL, EVENING)
    (found,) = made(empty).meetings
    assert len(found.reports) == 4
    assert found.independent == 2
    assert {one.id: one.copy_of for one in made(empty).articles} == {
        AGENCY.id: None,
        MORNING.id: AGENCY.id,
        EVENING.id: AGENCY.id,
        RIVAL.id: None,
    }


def test_a_new_original_is_shown_as_such(empty: Store) -> None:
    read(empty, MORNING, EVENING)
    assert origins(empty) == {EVENING.id: MORNING.id}
    read(empty, AGENCY)
    assert origins(empty) == {EVENING.id: AGENCY.id, MORNING.id: AGENCY.id}


def test_reading_again_changes_nothing(empty: Store) -> None:
    read(empty, AGENCY, MORNING, RIVAL, EVENING)
    before = document.to_json(made(empty))
    read(empty, RIVAL, EVENING, AGENCY, MORNING, AGENCY)
    assert document.to_json(made(empty)) == before


def test_an_article_that_is_read_with_another_date_takes_another_place(empty: Store) -> None:
    read(empty, AGENCY, MORNING)
    read(empty, replace(AGENCY, published="2017-07-09"))
    assert origins(empty) == {AGENCY.id: MORNING.id}


def test_the_original_is_among_the_articles_though_it_reports_nothing_that_was_asked_for(
    empty: Store,
) -> None:
    put(empty, AGENCY)
    read(empty, MORNING)
    found = empty.find(articles=[MORNING.id])
    assert [account.heading.id for account in found.accounts] == sorted([AGENCY.id, MORNING.id])
    assert found.copies == ((MORNING.id, AGENCY.id),)


def test_a_copy_that_differs_from_its_original_makes_no_discrepancy(empty: Store) -> None:
    read(empty, AGENCY)
    read(empty, MORNING, place="Moscow")
    fields = [one.field for record in empty.find().records for one in record.discrepancies]
    assert fields == ["place"]
    assert made(empty).discrepancies == ()


def test_another_report_that_differs_does_and_the_copy_has_no_say(empty: Store) -> None:
    read(empty, AGENCY, EVENING)
    read(empty, MORNING, RIVAL, place="Moscow")
    (found,) = made(empty).discrepancies
    assert {(one.value, one.article) for one in found.values} == {
        ("Paris", AGENCY.id),
        ("Paris", EVENING.id),
        ("Moscow", RIVAL.id),
    }


POOL = [
    report(text, page, published)
    for number, (text, page) in enumerate(
        [
            (WIRE, "a"),
            (WIRE, "b"),
            (WIRE[:300], "c"),
            (WIRE + words(30, 3), "d"),
            (words(30, 4) + WIRE, "e"),
            (words(100, 2), "f"),
            (words(100, 2)[:350], "g"),
            (words(100, 2) + " " + WIRE, "review"),
        ]
    )
    for published in [(None, "2017-07-06", "2017-07-07", "2017-07")[number % 4]]
]


@settings(max_examples=25, deadline=None)
@given(st.permutations(POOL), st.lists(st.sampled_from(POOL), max_size=3))
def test_any_order_gives_the_same_copies(order: list[Article], again: list[Article]) -> None:
    with store.open("sqlite://") as expected, store.open("sqlite://") as db:
        for of in POOL:
            put(expected, of)
        for of in [*order, *again]:
            put(db, of)
        assert origins(db) == origins(expected)
        assert len(origins(db)) >= 4


@pytest.mark.parametrize("seed", range(4))
def test_more_copies_than_are_looked_at_have_one_original(
    empty: Store, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(likenesses, "_HOLDERS", 3)
    monkeypatch.setattr(likenesses, "_LOOKED_AT", 3)
    pool = [report(WIRE, f"{n:02}", f"2017-07-{1 + n % 28:02}") for n in range(30)]
    for of in random.Random(seed).sample(pool, len(pool)):
        put(empty, of)
    first = min(pool, key=lambda of: (of.published or "", of.id))
    assert origins(empty) == {of.id: first.id for of in pool if of != first}


def test_an_older_store_learns_which_are_copies(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with store.open(str(path)) as db:
        read(db, AGENCY, RIVAL, MORNING)
        expected = document.to_json(made(db))
    with sqlite3.connect(path) as old:
        old.executescript(TO_VERSION_1)
    with store.open(str(path)) as db:
        assert document.to_json(made(db)) == expected
        read(db, EVENING)
        assert origins(db) == {MORNING.id: AGENCY.id, EVENING.id: AGENCY.id}
        (found,) = made(db).meetings
        assert found.independent == 2
    with sqlite3.connect(path) as new:
        assert new.execute("SELECT version FROM schema_version").fetchone() == (schema.VERSION,)

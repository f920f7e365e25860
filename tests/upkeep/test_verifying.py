"""A store that is whole is told so, and whatever is damaged in it is named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings

import strategies
from builders import CAST, FRANCE, LAVROV, LE_DRIAN, RUSSIA, article, event, meeting, relation, statement
from dragoman import articles, store
from dragoman.claims.evidence import named
from dragoman.types import Account, Article
from dragoman.upkeep import verifying
from judging import judge
from stored import put

TEXT = "Lavrov met Le Drian in Paris on Thursday. “We oppose chemical weapons,” Le Drian said."
OTHER = "Le Drian hosted Lavrov in Paris. Russia accused France of delay."
PARIS = article(TEXT, published="2017-07-07", page="paris.txt", id=articles.id_of(TEXT, None, None))
UNDATED = article(OTHER, page="undated.txt", id=articles.id_of(OTHER, None, None))
MET = named(meeting(PARIS, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"))
SAID = named(statement(PARIS, "We oppose chemical weapons,", LE_DRIAN, cue="said", topics=("Syria",)))
OFFICE = named(relation(PARIS, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia"))
HOSTED = named(meeting(UNDATED, "Le Drian hosted Lavrov", LE_DRIAN, LAVROV, place="Paris"))
ACCUSED = named(event(UNDATED, "Russia accused France of delay.", "ACCUSE", RUSSIA, FRANCE))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a record of two articles and two judgements."""
    path = tmp_path / "record.sqlite"
    with store.open(str(path)) as db:
        put(db, PARIS, MET, SAID, OFFICE)
        put(db, UNDATED, HOSTED, ACCUSED)
        judge(db, "value", (MET,), field="place", value="Versailles")
        judge(db, "wrong", (ACCUSED,))
    return path


def faults(path: Path) -> list[verifying.Fault]:
    with store.open(str(path), writes=False) as db:
        return list(verifying.verify(db).faults)


def test_what_is_whole_stands(path: Path) -> None:
    with store.open(str(path)) as db:
        assert verifying.verify(db) == verifying.Proof(articles=2, claims=5, records=3, faults=())


NUMBER = f"(SELECT number FROM claims WHERE id = '{SAID.id}')"
MEETING = f"(SELECT record FROM claims WHERE id = '{MET.id}')"


@pytest.mark.parametrize(
    ("damage", "what", "problem"),
    [
        ("UPDATE pages SET content = x'00'", "page", "cannot be unpacked"),
        ("UPDATE pages SET size = size + 1", "page", "others than those that were read"),
        (f"DELETE FROM articles WHERE id = '{PARIS.id}'", "page", "not in the store"),
        (f"DELETE FROM articles WHERE id = '{PARIS.id}'", "index", "its article is gone"),
        ("UPDATE articles SET text = replace(text, 'chemical', 'biological')", "article", "not the one"),
        ("UPDATE articles SET text = replace(text, 'chemical', 'biological')", "evidence", "does not stand"),
        ("UPDATE articles SET url = 'https://example.org'", "article", "its id does not follow"),
        ("UPDATE articles SET blocks = '[[\"paragraph\",0,999]]'", "article", "outside its text"),
        ("UPDATE articles SET blocks = 'nonsense'", "article", "cannot be read"),
        ("UPDATE articles SET company = '[]'", "index", "the actors whom it names"),
        ('UPDATE evidence SET start = start + 1, "end" = "end" + 1', "evidence", "does not stand"),
        ("UPDATE evidence SET exact = 'We like' WHERE role = 'evidence'", "evidence", "'We like' does not"),
        (f"DELETE FROM evidence WHERE claim = {NUMBER}", "claim", "cannot be built"),
        (
            "UPDATE claims SET body = replace(body, 'sergei-lavrov', 'somebody') WHERE kind = 'meeting'",
            "claim",
            "its id does not follow",
        ),
        ("UPDATE claims SET since = '1999-01-01'", "index", "its days are not"),
        (f"UPDATE claims SET record = 'meeting-0' WHERE id = '{MET.id}'", "record", "belongs to meeting-"),
        (f"UPDATE claims SET chain = 'nowhere' WHERE id = '{MET.id}'", "index", "the chain"),
        (f"UPDATE claims SET silent = 1 WHERE id = '{MET.id}'", "index", "silent or not"),
        (f"UPDATE claims SET record = '' WHERE id = '{SAID.id}'", "index", "it has no claims"),
        (f"DELETE FROM records WHERE id = {MEETING}", "record", "not in the store"),
        (f"UPDATE records SET id = 'meeting-0' WHERE id = {MEETING}", "record", "not in the store"),
        (
            f"UPDATE records SET body = replace(body, '2017-07-06', '2017-07-05') WHERE id = {MEETING}",
            "record",
            "lead: not what",
        ),
        (f"UPDATE records SET corrections = '[]' WHERE id = {MEETING}", "record", "corrections: not what"),
        (f"UPDATE records SET lead = 'nobody' WHERE id = {MEETING}", "record", "cannot be read"),
        (
            "UPDATE judgements SET value = '\"Rambouillet\"' WHERE number = 1",
            "record",
            "lead, corrections: not what",
        ),
        ("DELETE FROM judgements WHERE number = 2", "record", "belongs to event-"),
        ("DELETE FROM judged WHERE judgement = 1", "judgement", "does not follow from it"),
        (
            "UPDATE subjects SET claim = replace(claim, 'Lavrov met', 'Lavrov saw')",
            "evidence",
            "its words do",
        ),
        ("DELETE FROM keys", "index", "its keys are not"),
        ("UPDATE keys SET until = until + 1", "index", "its keys are not"),
        ("DELETE FROM parts WHERE role = 'participant'", "index", "its actors are not"),
        (
            "INSERT INTO parts SELECT number, 'speaker', 'state:FRA', record FROM claims",
            "index",
            "its actors are not",
        ),
        ("DELETE FROM shingles", "index", "its copies are looked up by"),
        (
            f"INSERT INTO copies VALUES ('{PARIS.id}', '{UNDATED.id}', 0.9)",
            "index",
            "does not follow from their",
        ),
        ("DELETE FROM words", "index", "not in the full text"),
        ("INSERT INTO words(rowid, claim_words, names) VALUES (99, 'a', 'b')", "index", "claim that is gone"),
        ("DELETE FROM names WHERE folded LIKE '% drian %'", "index", "not indexed by all its names"),
        ("DELETE FROM homes WHERE country = 'FRA'", "index", "not indexed by its country"),
        ("UPDATE records SET day = '2001-01-01'", "index", "its days are not those"),
        ("UPDATE parts SET record = 'meeting-none'", "index", "its actors are not"),
        (f"DELETE FROM claims WHERE id = '{SAID.id}'", "index", "claim that is gone"),
    ],
)
def test_what_does_not_stand_is_named(path: Path, damage: str, what: str, problem: str) -> None:
    with sqlite3.connect(path) as damaging:
        assert damaging.execute(damage).rowcount
    damaging.close()
    assert [fault for fault in faults(path) if fault.what == what and problem in fault.problem]


def test_claims_that_should_be_together_and_are_not_are_named(path: Path) -> None:
    with sqlite3.connect(path) as damaging:
        damaging.execute("UPDATE claims SET chain = id, record = 'meeting-' || id WHERE kind = 'meeting'")
    damaging.close()
    assert {fault.id for fault in faults(path)} >= {f"meeting-{MET.id}", f"meeting-{HOSTED.id}"}


@settings(max_examples=15, deadline=None)
@given(strategies.accounts())
def test_whatever_is_read_its_records_stand(world: tuple[tuple[Article, Account], ...]) -> None:
    with store.open("sqlite://") as db:
        for of, account in world:
            put(db, of, *account.claims, actors=CAST)
        proof = verifying.verify(db)
    made_by_hand = {"its id does not follow from its words and values"}
    made_by_hand.add("its id does not follow from its text, address and source")
    assert {fault.problem for fault in proof.faults} <= made_by_hand

"""What is written is found again, all of it or nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import CAST, LAVROV, LE_DRIAN, article, meeting, relation, statement
from dragoman import record, store
from dragoman.errors import StoreChanged
from dragoman.export import document
from dragoman.store import Store
from dragoman.types import (
    Block,
    BlockKind,
    Evidence,
    Meeting,
    Neighbourhood,
    Outcome,
    Page,
    Refusal,
    Selection,
)
from stored import PARIS, UNDATED, paris, put, undated


def json(db: Store) -> str:
    return document.to_json(document.make(db.find()))


def meetings(found: Selection) -> list[Meeting]:
    return [one.lead for one in found.records if isinstance(one.lead, Meeting)]


class TestApply:
    def test_gives_back_what_it_was_given(self, empty: Store) -> None:
        put(empty, PARIS, *paris())
        found = empty.find()
        assert sorted((c for r in found.records for c in r.claims), key=lambda c: c.id) == sorted(
            paris(), key=lambda c: c.id
        )
        assert {*found.accounts[0].actors} == {LAVROV, LE_DRIAN}

    def test_keeps_the_article(self, empty: Store) -> None:
        of = replace(
            PARIS,
            notices=("a date in the future",),
            blocks=(Block(BlockKind.HEADLINE, 0, 4), Block(BlockKind.PARAGRAPH, 5, 20)),
        )
        put(empty, of, *paris())
        assert empty.article(of.id) == of
        with pytest.raises(KeyError):
            empty.article("nowhere")

    def test_two_reports_of_a_meeting_are_one_record(self, db: Store) -> None:
        (found,) = meetings(db.find())
        assert found.date == "2017-07-06"

    def test_the_same_article_again_changes_nothing(self, db: Store) -> None:
        before = json(db)
        for of, claims in ((PARIS, paris()), (UNDATED, undated()), (PARIS, paris())):
            put(db, of, *claims)
            assert json(db) == before

    def test_what_an_article_no_longer_says_goes(self, db: Store) -> None:
        put(db, PARIS, *paris()[1:])
        (found,) = meetings(db.find())
        assert found.date is None
        assert {claim.article for one in db.find().records for claim in one.claims} == {PARIS.id, UNDATED.id}
        put(db, PARIS)
        assert {claim.article for one in db.find().records for claim in one.claims} == {UNDATED.id}

    def test_the_same_article_on_two_pages_has_one_place_whatever_the_order(self) -> None:
        for pages in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
            with store.open("sqlite://") as db:
                for page in pages:
                    put(db, replace(PARIS, page=page), *paris())
                assert [one.heading.page for one in db.find().accounts] == ["a.txt"]

    @pytest.mark.parametrize(
        ("start", "end", "exact"),
        [(0, 6, "Levrov"), (1, 7, "Lavrov"), (-6, 0, "Lavrov"), (0, 10_000, "Lavrov"), (3, 3, "")],
    )
    def test_evidence_that_is_not_there_is_refused_and_nothing_written(
        self, db: Store, start: int, end: int, exact: str
    ) -> None:
        before = json(db)
        of = replace(PARIS, id="another")
        wrong = replace(
            paris()[0], id="m-wrong", article=of.id, evidence=(Evidence(of.id, start, end, exact),)
        )
        with pytest.raises(ValueError, match="evidence"):
            put(db, of, wrong)
        assert json(db) == before

    def test_a_cue_that_is_not_there_is_refused_too(self, empty: Store) -> None:
        said = statement(PARIS, "We oppose chemical weapons,", LE_DRIAN)
        with pytest.raises(ValueError, match="evidence"):
            put(empty, PARIS, replace(said, cue=Evidence(PARIS.id, 0, 4, "said")))

    def test_a_claim_of_another_article_is_refused(self, empty: Store) -> None:
        with pytest.raises(ValueError, match="is of article"):
            put(empty, PARIS, undated()[0])

    def test_a_failure_half_way_leaves_nothing(self, db: Store) -> None:
        before = json(db)
        of = article("Lavrov called Le Drian.", page="third.txt")
        one = meeting(of, of.text, LAVROV, LE_DRIAN, form="call")
        changes = record.merge(of, CAST, [one], db.neighbours(of.id, ()))
        with pytest.raises(KeyError):
            db.apply(replace(changes, chains=()))
        assert json(db) == before

    def test_changes_to_what_has_changed_are_refused(self, empty: Store) -> None:
        stale = record.merge(PARIS, CAST, paris(), empty.neighbours(PARIS.id, ()))
        put(empty, UNDATED, *undated())
        with pytest.raises(StoreChanged):
            empty.apply(stale)


class TestNeighbours:
    def test_are_the_claims_that_share_a_key_without_the_articles_own(self, db: Store) -> None:
        keys = record.keys(UNDATED, CAST, undated())
        hood = db.neighbours(UNDATED.id, keys)
        assert [account.heading.id for account in hood.accounts] == [PARIS.id]
        assert [type(claim) for claim in hood.accounts[0].claims] == [Meeting]
        assert {*hood.accounts[0].actors} == {LAVROV, LE_DRIAN}
        assert {*(hood.accounts[0].company or ())} == {one.id for one in CAST}

    def test_leave_out_claims_that_add_nothing_to_a_relation(self, empty: Store) -> None:
        pages = [article("Lavrov is the minister.", page=f"{n}.txt") for n in range(4)]
        for n, of in enumerate(pages):
            office = relation(
                of, of.text, LAVROV, "holds_office", "minister", since="2004" if n == 2 else None
            )
            hood = empty.neighbours(of.id, record.keys(of, CAST, [office]))
            assert sum(len(account.claims) for account in hood.accounts) <= 2
            put(empty, of, office)
        (found,) = empty.find().records
        assert len(found.claims) == 4
        assert getattr(found.lead, "since", None) == "2004"
        for of in pages:
            put(empty, of)
        assert empty.find().records == ()

    def test_of_an_empty_store_are_none(self, empty: Store) -> None:
        keys = record.keys(PARIS, CAST, paris())
        assert empty.neighbours(PARIS.id, keys) == Neighbourhood()


@settings(max_examples=15, deadline=None)
@given(strategies.accounts(), st.randoms(use_true_random=False))
def test_whatever_the_order_of_reading_the_record_is_the_same(world: tuple, chance: random.Random) -> None:
    documents = []
    for _ in range(2):
        with store.open("sqlite://") as db:
            order = list(world)
            chance.shuffle(order)
            again = chance.sample(order, chance.randint(0, len(order)))
            for of, account in [*order, *again]:
                put(db, of, *account.claims, actors=account.actors)
            documents.append(json(db))
            assert db.find().records == record.records([account for _, account in world])
    assert documents[0] == documents[1]


class TestPages:
    def test_a_page_is_known_once_it_is_concluded(self, empty: Store) -> None:
        page = Page("a.txt", b"bytes")
        assert not empty.has_page("f" * 64)
        empty.conclude(Outcome("a.txt", "f" * 64), page)
        assert empty.has_page("f" * 64)

    def test_outcomes_come_in_order_and_once(self, empty: Store) -> None:
        refused = Refusal("b.txt", "empty", "there is no text in it")
        read = Outcome("a.txt", "f" * 64, ("one", "two"), notices=("no date",))
        for outcome in (Outcome("b.txt", refusals=(refused,)), read, read):
            empty.conclude(outcome)
        assert empty.outcomes() == (read, Outcome("b.txt", refusals=(refused,)))

    def test_outcomes_keep_when_a_page_was_fetched(self, empty: Store) -> None:
        outcome = Outcome("a.txt", fetched=datetime(2017, 7, 7, 9, 31, tzinfo=UTC))
        empty.conclude(outcome)
        assert empty.outcomes() == (outcome,)

    def test_a_changed_page_at_the_same_place_is_another(self, empty: Store) -> None:
        for sha256 in ("a" * 64, "b" * 64):
            empty.conclude(Outcome("a.txt", sha256))
        assert len(empty.outcomes()) == 2


class TestFind:
    def test_everything_includes_articles_that_report_nothing(self, db: Store) -> None:
        of = article("The weather was fine.", page="weather.txt")
        put(db, of)
        assert of.id in {account.heading.id for account in db.find().accounts}

    def test_of_one_article_has_every_report_of_its_records(self, db: Store) -> None:
        found = db.find(articles=[UNDATED.id])
        assert {account.heading.id for account in found.accounts} == {PARIS.id, UNDATED.id}
        assert sorted(type(one.lead).__name__ for one in found.records) == ["Event", "Meeting"]

    def test_of_no_article_is_nothing(self, db: Store) -> None:
        assert db.find(articles=[]) == Selection((), ())
        assert db.find(articles=["unknown"]) == Selection((), ())

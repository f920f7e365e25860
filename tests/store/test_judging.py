"""What people decide wins over the machine, whenever it was decided, and can be taken back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import LAVROV, LE_DRIAN, MACRON, article, meeting, relation
from dragoman import pipeline, record, store
from dragoman.errors import StoreChanged
from dragoman.export import document
from dragoman.store import Store
from dragoman.types import Account, Article, Claim, Judgement, Meeting, Relation, Settlement
from judging import NOON, judge, judgement, withdraw
from stored import PARIS, UNDATED, paris, put, undated

MINSK = article("Le Drian saw Lavrov in Minsk in May.", published="2017-05-20", page="minsk.txt")
SAW = meeting(MINSK, "Le Drian saw Lavrov", LE_DRIAN, LAVROV, date="2017-05", place="Minsk")


def json(db: Store) -> str:
    return document.to_json(document.make(db.find()))


def meetings(db: Store) -> list[list[str]]:
    """The articles of each meeting."""
    found = [one for one in db.find().records if isinstance(one.lead, Meeting)]
    return sorted(sorted(claim.article for claim in one.claims) for one in found)


@pytest.fixture
def three(db: Store) -> Store:
    put(db, MINSK, SAW)
    return db


class TestSame:
    def test_joins_over_contradictions(self, three: Store) -> None:
        judge(three, "same", (paris()[0],), (SAW,))
        assert meetings(three) == [sorted([PARIS.id, UNDATED.id, MINSK.id])]

    def test_survives_reading_again(self, three: Store) -> None:
        judge(three, "same", (paris()[0],), (SAW,))
        before = json(three)
        for of, claims in ((PARIS, paris()), (MINSK, (SAW,)), (UNDATED, undated())):
            put(three, of, *claims)
            assert json(three) == before

    def test_survives_a_newer_model(self, three: Store) -> None:
        judge(three, "same", (paris()[0],), (SAW,))
        newer = meeting(
            MINSK, "Le Drian saw Lavrov in Minsk", LE_DRIAN, LAVROV, date="2017-05", status="planned"
        )
        assert newer.id != SAW.id
        put(three, MINSK, newer)
        assert meetings(three) == [sorted([PARIS.id, UNDATED.id, MINSK.id])]

    def test_rests_on_nothing_where_the_claim_is_gone(self, three: Store) -> None:
        made = judge(three, "wrong", (SAW,))
        assert three.judgements()[1] == {made.number}
        put(three, MINSK)
        assert three.judgements()[1] == frozenset()
        put(three, MINSK, SAW)
        assert three.judgements()[1] == {made.number}
        assert meetings(three) == [sorted([PARIS.id, UNDATED.id])]

    def test_holds_where_an_article_comes_later(self, db: Store) -> None:
        judge(db, "same", (paris()[0],), (SAW,))
        assert meetings(db) == [sorted([PARIS.id, UNDATED.id])]
        put(db, MINSK, SAW)
        assert meetings(db) == [sorted([PARIS.id, UNDATED.id, MINSK.id])]


class TestDifferent:
    def test_parts_what_tells_the_same(self, db: Store) -> None:
        judge(db, "different", (paris()[0],), (undated()[0],))
        assert meetings(db) == sorted([[PARIS.id], [UNDATED.id]])
        put(db, PARIS, *paris())
        assert meetings(db) == sorted([[PARIS.id], [UNDATED.id]])

    def test_the_later_word_holds(self, db: Store) -> None:
        judge(db, "different", (paris()[0],), (undated()[0],))
        judge(db, "same", (paris()[0],), (undated()[0],))
        assert meetings(db) == [sorted([PARIS.id, UNDATED.id])]
        judge(db, "different", (paris()[0],), (undated()[0],))
        assert meetings(db) == sorted([[PARIS.id], [UNDATED.id]])


class TestWrong:
    def test_leaves_the_claim_out_of_the_record_and_keeps_it(self, db: Store) -> None:
        judge(db, "wrong", (paris()[0],))
        assert meetings(db) == [[UNDATED.id]]
        (told,) = db.accounts([PARIS.id])
        assert paris()[0] in told.claims

    def test_right_takes_its_place(self, db: Store) -> None:
        before = json(db)
        judge(db, "wrong", (paris()[0],))
        judge(db, "right", (paris()[0],))
        assert json(db) == before

    def test_a_relation_lives_on_claims_that_were_silent(self, empty: Store) -> None:
        pages = [article("Lavrov is the minister.", page=f"{n}.txt") for n in range(3)]
        offices = {of.id: relation(of, of.text, LAVROV, "holds_office", "minister") for of in pages}
        for of in pages:
            put(empty, of, offices[of.id])
        first = min(offices.values(), key=lambda claim: claim.id)
        judge(empty, "wrong", (first,))
        (found,) = empty.find().records
        assert {claim.id for claim in found.claims} == {claim.id for claim in offices.values()} - {first.id}
        withdraw(empty, 1)
        assert len(empty.find().records[0].claims) == 3


class TestValue:
    def test_sets_a_field_of_the_record_and_says_who(self, db: Store) -> None:
        before = json(db)
        judge(db, "value", (paris()[0], undated()[0]), field="date", value="2017-07-05", why="the communiqué")
        made = document.make(db.find())
        (found,) = made.meetings
        assert found.date == "2017-07-05"
        assert {report.date for report in found.reports} == {"2017-07-06", None}
        (correction,) = made.corrections
        assert (correction.record, correction.field, correction.value) == (found.id, "date", "2017-07-05")
        assert (correction.who, correction.when, correction.why) == ("anna", NOON, "the communiqué")
        withdraw(db, 1)
        assert json(db) == before

    def test_the_last_value_of_a_field_holds(self, db: Store) -> None:
        for value in ("2017-07-05", "2017-07-04"):
            judge(db, "value", (paris()[0],), field="date", value=value)
        (found,) = document.make(db.find()).meetings
        assert found.date == "2017-07-04"

    def test_names_actors_whom_no_report_names(self, db: Store) -> None:
        someone = replace(MACRON, id="person:someone", name="Some One")
        value = (LAVROV.id, someone.id)
        judge(db, "value", (paris()[0],), field="participants", value=value, actors=(someone,))
        made = document.make(db.find())
        assert made.meetings[0].participants == value
        assert "Some One" in {actor.name for actor in made.actors}


class TestWithdraw:
    @pytest.mark.parametrize("kind", ["same", "different", "wrong"])
    def test_is_as_if_nothing_had_been_judged(self, three: Store, kind: str) -> None:
        before = json(three)
        groups = ((paris()[0],), (SAW if kind == "same" else undated()[0],))
        judge(three, kind, *groups[: 1 if kind == "wrong" else 2])
        assert json(three) != before
        withdraw(three, 1)
        assert json(three) == before
        put(three, PARIS, *paris())
        assert json(three) == before

    def test_keeps_both_rows(self, db: Store) -> None:
        judge(db, "wrong", (paris()[0],), why="it was a rehearsal")
        withdraw(db, 1)
        found, _ = db.judgements()
        assert [(one.number, one.kind, one.withdraws) for one in found] == [
            (1, "wrong", None),
            (2, "withdraw", 1),
        ]
        assert found[0].subjects == ((paris()[0],),)


def test_what_has_changed_since_is_not_judged(db: Store) -> None:
    put(db, MINSK, SAW)
    with pytest.raises(StoreChanged):
        db.settle(judgement("wrong", (SAW,)), (), Settlement((), (), (), (), revision=1))
    assert db.judgements() == ((), frozenset())


def _judgements(claims: list[Claim], chance: random.Random) -> list[Judgement]:
    """Some judgements about claims, as somebody careless would make them."""
    made = []
    for number in range(1, chance.randint(2, 5)):
        kind = chance.choice(["same", "different", "wrong", "right", "value"])
        one = chance.choice(claims)
        others = [claim for claim in claims if type(claim) is type(one) and claim.id != one.id]
        groups: tuple[tuple[Claim, ...], ...] = ((one,),)
        if kind in {"same", "different"}:
            if not others or isinstance(one, Relation):
                continue
            groups = ((one,), tuple(chance.sample(others, min(2, len(others)))))
        values = {"field": "place", "value": f"place {number}"} if kind == "value" else {}
        if kind == "value" and not isinstance(one, Meeting):
            continue
        made.append(judgement(kind, *groups, number=number, **values))
    return [replace(one, number=number) for number, one in enumerate(made, 1)]


@settings(max_examples=40, deadline=None)
@given(strategies.accounts(), st.randoms(use_true_random=False))
def test_whenever_something_is_judged_the_record_is_the_same(
    world: tuple[tuple[Article, Account], ...], chance: random.Random
) -> None:
    claims = [claim for _, account in world for claim in account.claims]
    judgements = _judgements(claims, chance) if claims else []
    taken_back = [one.number for one in judgements if chance.random() < 0.3]
    documents = []
    for _ in range(2):
        with store.open("sqlite://") as db:
            steps: list[object] = [*chance.sample(world, len(world)), *chance.sample(world, 1)]
            for at, one in zip(
                sorted(chance.choices(range(len(steps) + 1), k=len(judgements))), judgements, strict=True
            ):
                steps.insert(at + one.number - 1, one)
            for step in steps:
                if isinstance(step, Judgement):
                    pipeline.judge(step, store=db)
                else:
                    put(db, step[0], *step[1].claims, actors=step[1].actors)  # type: ignore[index]
            for number in taken_back:
                withdraw(db, number)
            documents.append(json(db))
            holding = [one for one in judgements if one.number not in taken_back]
            assert db.find().records == record.records([account for _, account in world], holding)
    assert documents[0] == documents[1]

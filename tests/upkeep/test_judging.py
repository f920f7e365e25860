"""How people name what they judge, and what they are told where it makes no sense."""

from __future__ import annotations

import pytest

from builders import LAVROV, PUTIN
from dragoman.errors import BadJudgement, UnknownActor, UnknownArticle, UnknownRecord
from dragoman.store import Store
from dragoman.types import Claim, Record
from dragoman.upkeep import examples, judging
from dragoman.upkeep.judging import Author
from stored import PARIS, UNDATED, paris, put, undated

ANNA = Author("anna", "she was there")


def of(db: Store, kind: str) -> Record:
    """The one record of a kind."""
    (found,) = [one for one in db.find().records if type(one.lead).__name__ == kind]
    return found


def judged(db: Store) -> list[list[str]]:
    """The ids of the claims of the last judgement, by group."""
    made = judging.listed(db)[-1].judgement
    return [[claim.id for claim in group] for group in made.subjects]


@pytest.mark.parametrize("short", ["{id}", "meeting-{hex:.4}", "{hex}", "{hex:.5}"])
def test_a_record_is_named_by_the_beginning_of_its_id(db: Store, short: str) -> None:
    meeting = of(db, "Meeting")
    kind, _, hex_ = meeting.id.partition("-")
    assert kind == "meeting"
    judging.wrong(short.format(id=meeting.id, hex=hex_), ANNA, store=db)
    assert judged(db) == [sorted(claim.id for claim in meeting.claims)]


def test_a_claim_is_named_by_its_id_even_where_it_is_in_no_record(db: Store) -> None:
    claim = paris()[0]
    judging.wrong(claim.id, ANNA, store=db)
    judging.right(claim.id, ANNA, store=db)
    assert judged(db) == [[claim.id]]
    assert len(of(db, "Meeting").claims) == 2


@pytest.mark.parametrize("article", [PARIS.id, PARIS.id[:6], "paris.txt"])
def test_a_report_is_named_by_its_article(db: Store, article: str) -> None:
    judging.wrong(f"{of(db, 'Meeting').id}@{article}", ANNA, store=db)
    assert judged(db) == [[paris()[0].id]]


@pytest.mark.parametrize("other", ["undated.txt", "{id}@undated.txt", "{claim}"])
def test_different_parts_a_report_from_the_rest(db: Store, other: str) -> None:
    id = of(db, "Meeting").id
    judging.different(id, other.format(id=id, claim=undated()[0].id), ANNA, store=db)
    assert judged(db) == [[paris()[0].id], [undated()[0].id]]


def test_same_takes_two_records(db: Store) -> None:
    judging.different(of(db, "Meeting").id, "undated.txt", ANNA, store=db)
    one, other = (found.id for found in db.find().records if found.id.startswith("meeting"))
    judging.same(one, other, ANNA, store=db)
    assert len(of(db, "Meeting").claims) == 2


@pytest.mark.parametrize("name", ["meeting-nothing", "", "%", "meeting-_"])
def test_what_is_not_there_is_said(db: Store, name: str) -> None:
    with pytest.raises(UnknownRecord, match="show --ids"):
        judging.wrong(name, ANNA, store=db)


def test_what_may_be_several_is_said_with_their_ids(db: Store) -> None:
    judging.different(of(db, "Meeting").id, "undated.txt", ANNA, store=db)
    with pytest.raises(UnknownRecord, match=r"may be meeting-.*, meeting-.*; give more"):
        judging.wrong("meeting-", ANNA, store=db)


def test_an_article_that_reports_nothing_of_it_is_said(db: Store) -> None:
    with pytest.raises(UnknownArticle, match="no report of such an article"):
        judging.wrong(f"{of(db, 'Meeting').id}@elsewhere.txt", ANNA, store=db)


def test_what_makes_no_sense_is_said(db: Store) -> None:
    meeting, statement, relation = (of(db, kind).id for kind in ("Meeting", "Statement", "Relation"))
    with pytest.raises(BadJudgement, match="a meeting and a statement are never the same"):
        judging.same(meeting, statement, ANNA, store=db)
    with pytest.raises(BadJudgement, match="the same already"):
        judging.same(meeting, meeting, ANNA, store=db)
    with pytest.raises(BadJudgement, match="the same already"):
        judging.different(statement, "paris.txt", ANNA, store=db)
    with pytest.raises(BadJudgement, match="relations are the same where"):
        judging.different(relation, "paris.txt", ANNA, store=db)
    assert judging.listed(db) == ()


class TestValue:
    @pytest.mark.parametrize(
        ("kind", "field", "text", "value"),
        [
            ("Meeting", "date", "2017-07-05", "2017-07-05"),
            ("Meeting", "date", "", None),
            ("Meeting", "status", "planned", "planned"),
            ("Meeting", "topics", "Syria, terrorism", ("Syria", "terrorism")),
            ("Meeting", "topics", "", ()),
            ("Meeting", "participants", "Lavrov, Putin", (LAVROV.id, PUTIN.id)),
            ("Event", "type", "THREATEN", "THREATEN"),
            ("Event", "recipients", "Lavrov", (LAVROV.id,)),
            ("Statement", "said_on", "2017-07", "2017-07"),
            ("Relation", "object", "envoy of Russia, at large", "envoy of Russia, at large"),
            ("Relation", "subject", "Putin", PUTIN.id),
        ],
    )
    def test_is_what_the_record_has_then(
        self, db: Store, kind: str, field: str, text: str, value: object
    ) -> None:
        judging.value(of(db, kind).id, field, text, ANNA, store=db)
        found = of(db, kind)
        assert getattr(found.lead, field) == value
        assert [(one.field, one.value, one.who, one.why) for one in found.corrections] == [
            (field, value, "anna", "she was there")
        ]

    @pytest.mark.parametrize(
        ("kind", "field", "text", "reason"),
        [
            ("Meeting", "date", "yesterday", "write 2017"),
            ("Meeting", "status", "over", "'held', 'planned'"),
            ("Meeting", "form", "", "left empty"),
            ("Meeting", "reports", "none", "its fields are participants, form"),
            ("Meeting", "id", "meeting-1", "no field 'id'"),
            ("Event", "type", "GREET", "a type of PLOVER"),
        ],
    )
    def test_that_cannot_be_is_said(self, db: Store, kind: str, field: str, text: str, reason: str) -> None:
        with pytest.raises(BadJudgement, match=reason):
            judging.value(of(db, kind).id, field, text, ANNA, store=db)

    def test_names_somebody_who_is_known(self, db: Store) -> None:
        with pytest.raises(UnknownActor):
            judging.value(of(db, "Meeting").id, "participants", "Nobody At All", ANNA, store=db)


class TestWithdraw:
    @pytest.mark.parametrize(("number", "reason"), [(7, "no judgement 7"), (2, "no judgement 2")])
    def test_takes_back_what_is_there(self, db: Store, number: int, reason: str) -> None:
        judging.wrong(of(db, "Meeting").id, ANNA, store=db)
        judging.withdraw(1, ANNA, store=db)
        with pytest.raises(BadJudgement, match=reason):
            judging.withdraw(number, ANNA, store=db)

    def test_is_done_once(self, db: Store) -> None:
        judging.wrong(of(db, "Meeting").id, ANNA, store=db)
        judging.withdraw(1, ANNA, store=db)
        with pytest.raises(BadJudgement, match="withdrawn already, by 2"):
            judging.withdraw(1, ANNA, store=db)
        assert [(one.withdrawn_by, one.rests) for one in judging.listed(db)] == [(2, True), (None, False)]


class TestExamples:
    def test_pairs_are_those_across_the_two_groups(self, db: Store) -> None:
        judging.different(of(db, "Meeting").id, "undated.txt", ANNA, store=db)
        (example,) = examples.make(db)
        assert (example["label"], example["kind"], example["who"]) == ("different", "meeting", "anna")
        one, other = example["claims"]
        assert one["claim"]["evidence"][0]["exact"] == "Lavrov met Le Drian in Paris"
        assert one["article"]["source"] == "Riverside Gazette"
        assert {actor["id"] for actor in one["actors"]} >= {LAVROV.id}
        assert other["article"]["id"] == UNDATED.id

    def test_what_is_withdrawn_or_gone_is_none(self, db: Store) -> None:
        judging.wrong(of(db, "Meeting").id, ANNA, store=db)
        assert len(list(examples.make(db))) == 2
        judging.withdraw(1, ANNA, store=db)
        assert list(examples.make(db)) == []


def test_a_judgement_about_what_is_gone_says_that_it_rests_on_nothing(db: Store) -> None:
    judging.wrong(paris()[0].id, ANNA, store=db)
    rest: tuple[Claim, ...] = paris()[1:]
    put(db, PARIS, *rest)
    (found,) = judging.listed(db)
    assert not found.rests

"""What new reports changed in the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diary
import strategies
from builders import LAVROV, LE_DRIAN, account, article, meeting
from dragoman import record, store
from dragoman.analysis import news, schema
from dragoman.analysis.news import Item, News
from dragoman.history import Passage
from dragoman.query import parse
from dragoman.types import Account, Selection

DAY = {"date": "2017-07-06", "place": "Paris"}


def since(moment: datetime | str, query: str = "") -> News:
    with store.open("sqlite://") as db:
        diary.fill(db)
        return news.find(db, moment, query=parse(query) if query else None)


def told(words: str, published: str, **values: str) -> Account:
    """A report of one meeting of two ministers."""
    of = article(f"{words}.", published=published, page=f"{published}.txt")
    return account(of, meeting(of, words, LAVROV, LE_DRIAN, **values))


def between(old: list[Account], new: list[Account]) -> News:
    before, after = (Selection(tuple(some), record.records(some)) for some in (old, [*old, *new]))
    return news.make(Passage(tuple(one.heading.id for one in new), before, after), since="2017-07-01")


def only(found: News) -> Item:
    (item,) = found.entries
    return item


class TestRun:
    """What the second run of the diary brought."""

    def test_what_is_new_and_what_changed_comes_in_order_of_weight(self) -> None:
        assert [(one.kind, one.change) for one in since(diary.SECOND).entries] == [
            ("meeting", "new"),
            ("meeting", "new"),
            ("meeting", "changed"),
            ("alignment", "new"),
            ("statement", "changed"),
            ("event", "new"),
        ]

    def test_what_was_planned_is_held_now(self) -> None:
        (changed,) = [one for one in since(diary.SECOND).entries if one.kind == "meeting" and one.fields]
        assert [(f.field, f.before, f.after) for f in changed.fields] == [("status", ("planned",), ("held",))]
        assert changed.articles == (diary.TOLD.id,)

    def test_what_was_paraphrased_is_quoted_now(self) -> None:
        (said,) = [one for one in since(diary.SECOND).entries if one.kind == "statement"]
        assert [(f.field, f.before, f.after) for f in said.fields] == [("kind", ("indirect",), ("direct",))]

    def test_who_differed_agrees_now(self) -> None:
        found = since(diary.SECOND)
        (marked,) = [one for one in found.entries if one.kind == "alignment"]
        kinds = {one.id: one.kind for one in found.record.alignments}
        assert kinds[marked.record] == "agree"
        assert [kinds[id] for id in marked.reverses] == ["differ"]

    def test_since_the_first_run_all_is_new(self) -> None:
        assert {one.change for one in since(diary.FIRST).entries} == {"new"}

    def test_since_the_last_minute_one_report_came_in(self) -> None:
        found = since(datetime(2026, 5, 5, 9, 0, 30, tzinfo=UTC))
        assert found.articles == (diary.LATE.id,)
        assert [(one.kind, one.change, one.date) for one in found.entries] == [
            ("meeting", "new", "2017-08-20")
        ]

    def test_later_there_is_nothing(self) -> None:
        found = since(datetime(2027, 1, 1, tzinfo=UTC))
        assert (found.articles, found.entries, found.record.articles) == ((), (), ())

    def test_by_date_of_publication(self) -> None:
        found = since("2017-08-01")
        assert (found.articles, found.counted) == ((diary.LATE.id,), "published")

    @pytest.mark.parametrize(
        ("query", "count"),
        [("kind:meeting", 3), ("by:russia", 1), ("with:putin kind:meeting", 2), ("rain", 0)],
    )
    def test_a_query_chooses(self, query: str, count: int) -> None:
        assert len(since(diary.SECOND, query).entries) == count


def test_a_date_grows_more_precise() -> None:
    month, day = "2017-07", "2017-07-06"
    item = only(
        between(
            [told("They met in July", "2017-07-07", date=month, place="Paris")],
            [told("They met on Thursday", "2017-07-08", date=day, place="Paris")],
        )
    )
    assert [(f.field, f.before, f.after) for f in item.fields] == [("date", (month,), (day,))]


def test_a_report_that_says_the_same_only_confirms() -> None:
    item = only(between([told("They met", "2017-07-07", **DAY)], [told("They talked", "2017-07-08", **DAY)]))
    assert (item.change, item.fields, len(item.articles)) == ("confirmed", (), 1)


def test_a_discrepancy_arises_and_is_settled() -> None:
    held = told("They met", "2017-07-07", **DAY)
    other = told("They met in Lyon", "2017-07-08", date="2017-07-06", place="Lyon")
    (dispute,) = only(between([held], [other])).discrepancies
    assert (dispute.field, dispute.change, {one.value for one in dispute.values}) == (
        "place",
        "new",
        {"Paris", "Lyon"},
    )
    whole = Selection((held, other), record.records([held, other]))
    settled = replace(whole, records=(replace(whole.records[0], discrepancies=()),))
    (dispute,) = only(news.make(Passage((), whole, settled), since="2017-07-01")).discrepancies
    assert (dispute.field, dispute.change, len(dispute.values)) == ("place", "settled", 2)


class TestClusters:
    """Records that were several, and such as were a part of another."""

    APART = (told("They met", "2017-07-07", **DAY), told("They talked", "2018-07-30", date="2018-07"))

    def passages(self) -> tuple[Selection, Selection]:
        two = Selection(self.APART, record.records(self.APART))
        first, other = two.records
        one = replace(first, claims=(*first.claims, *other.claims))
        return two, replace(two, records=(one,))

    def test_two_become_one(self) -> None:
        two, one = self.passages()
        item = only(news.make(Passage((), two, one), since="2017-07-01"))
        assert (item.change, sorted(item.was)) == ("joined", sorted(made.id for made in two.records))

    def test_one_becomes_two(self) -> None:
        two, one = self.passages()
        found = news.make(Passage((), one, two), since="2017-07-01")
        assert [item.change for item in found.entries] == ["parted", "confirmed"]
        assert {item.was for item in found.entries} == {(one.records[0].id,)}


@given(strategies.accounts(), st.data())
def test_any_news_fits_its_schema_and_leaves_out_only_what_did_not_change(
    world: tuple, data: st.DataObject
) -> None:
    new = data.draw(st.sets(st.integers(0, len(world) - 1)))
    parts = [[told for n, (_, told) in enumerate(world) if (n in new) == is_new] for is_new in (False, True)]
    found = between(*parts)
    (path,) = [path for path, model in schema.SCHEMAS.items() if model is News]
    jsonschema.validate(json.loads(found.model_dump_json()), json.loads(path.read_text(encoding="utf-8")))
    before = {one.id: one for one in record.records(parts[0])}
    after = {one.id: one for one in record.records([*parts[0], *parts[1]])}
    named = {one.record for one in found.entries}
    assert named <= after.keys()
    assert all(after[id] == before.get(id) for id in after.keys() - named)
    assert all(item.was or not item.fields for item in found.entries)
    heirs = [id for item in found.entries if item.change != "parted" for id in item.was]
    assert len(heirs) == len(set(heirs))

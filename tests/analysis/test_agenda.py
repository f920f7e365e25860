"""What became of meetings that were to be."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diary
import strategies
from builders import LAVROV, LE_DRIAN, PUTIN, RUSSIA, account, actor, article, meeting
from dragoman import record, store, who
from dragoman.analysis import agenda, schema
from dragoman.analysis.agenda import Agenda
from dragoman.export import document
from dragoman.types import Account, Actor, Selection

LATER = "2017-09-30"


def seen(today: str, *of: str, **options: object) -> Agenda:
    with store.open("sqlite://") as db:
        diary.fill(db)
        return agenda.find(db, [one for one in map(who.standing_of, of) if one], today=today, **options)


def states(found: Agenda) -> list[tuple[str, str | None]]:
    return [(one.state, one.date) for one in found.entries]


def plan(one: Actor, other: Actor, *, date: str | None, **values: str) -> Account:
    of = article("A plan is told.", published="2017-07-01", page="plan.txt")
    return account(of, meeting(of, "A plan", one, other, status="planned", date=date, **values))


def held(*people: Actor, date: str | None, published: str = "2017-09-01", **values: str) -> Account:
    of = article("They met.", published=published, page="met.txt")
    return account(of, meeting(of, "They met", *people, date=date, **values), actors=(*diary.CAST, *people))


def made(*accounts: Account, today: str = LATER) -> Agenda:
    return agenda.make(document.make(Selection(accounts, record.records(accounts))), today=today)


def test_before_the_days_all_is_ahead() -> None:
    assert states(seen("2017-07-02")) == [
        ("ahead", "2017-07-03"),
        ("ahead", "2017-07-06"),
        ("ahead", "2017-07-10"),
        ("ahead", "2017-08"),
        ("undated", None),
        ("refused", "2017-07-05"),
    ]


def test_later_reports_tell_what_became_of_it() -> None:
    assert states(seen(LATER)) == [
        ("overdue", "2017-07-10"),
        ("undated", None),
        ("cancelled", "2017-07-03"),
        ("refused", "2017-07-05"),
        ("held", "2017-07-06"),
        ("held", "2017-08"),
    ]


def test_what_became_of_it_is_one_record_with_it_or_another() -> None:
    became = {one.date: one.became == one.record for one in seen(LATER).entries if one.became}
    assert became == {"2017-07-03": False, "2017-07-05": True, "2017-07-06": True, "2017-08": False}


@pytest.mark.parametrize(
    ("date", "today", "state"),
    [
        ("2017-07-10", "2017-07-09", "ahead"),
        ("2017-07-10", "2017-07-10", "due"),
        ("2017-07-10", "2017-07-13", "due"),
        ("2017-07-10", "2017-07-14", "overdue"),
        ("2017-W28", "2017-07-12", "due"),
        ("2017-W28", "2017-07-19", "due"),
        ("2017-W28", "2017-07-20", "overdue"),
        ("2017-07", "2017-07-31", "due"),
        ("2017-07", "2017-08-04", "overdue"),
        ("2017-07-08/2017-07-12", "2017-07-14", "due"),
        ("XXXX-07-10", "2017-07-14", "undated"),
        (None, "2017-07-14", "undated"),
    ],
)
def test_it_is_overdue_only_when_all_its_days_are_past(date: str | None, today: str, state: str) -> None:
    assert [one.state for one in made(plan(LAVROV, LE_DRIAN, date=date), today=today).entries] == [state]


@pytest.mark.parametrize(
    ("later", "state"),
    [
        (held(LAVROV, LE_DRIAN, date="2017-07-12"), "held"),
        (held(LAVROV, LE_DRIAN, date="2017-07-13"), "overdue"),
        (held(LAVROV, LE_DRIAN, date=None), "overdue"),
        (held(LAVROV, LE_DRIAN, date="2017-07-11", form="call"), "overdue"),
        (held(LAVROV, LE_DRIAN, date="2017-07-12", place="Moscow"), "overdue"),
        (held(LAVROV, LE_DRIAN, date="2017-07-10", place="Moscow"), "held"),
        (held(RUSSIA, LE_DRIAN, date="2017-07-11"), "held"),
        (held(PUTIN, LE_DRIAN, date="2017-07-11"), "overdue"),
        (held(LAVROV, LE_DRIAN, PUTIN, date="2017-07-11"), "held"),
        (held(LAVROV, LE_DRIAN, actor("Angela Merkel", "person", "DEU"), date="2017-07-11"), "overdue"),
        (held(LAVROV, LE_DRIAN, date="2017-07-11", published="2017-06-30"), "overdue"),
    ],
)
def test_the_same_parties_on_the_day_of_the_plan_follow_it_up(later: Account, state: str) -> None:
    found = made(plan(LAVROV, LE_DRIAN, date="2017-07-10", place="Paris"), later)
    assert [one.state for one in found.entries] == [state]


def test_the_next_meeting_is_told_where_nothing_is_told_of_the_plan() -> None:
    found = made(plan(LAVROV, LE_DRIAN, date=None), held(LAVROV, LE_DRIAN, date="2017-08-20"))
    assert [(one.state, one.became) for one in found.entries] == [("undated", None)]
    assert found.entries[0].met in {one.id for one in found.record.meetings}
    far = made(plan(LAVROV, LE_DRIAN, date=None), held(LAVROV, LE_DRIAN, date="2017-09-20"))
    assert far.entries[0].met is None


def test_only_those_are_told_in_which_all_actors_take_part() -> None:
    found = seen(LATER, LAVROV.id, LE_DRIAN.id)
    assert states(found) == [("held", "2017-07-06")]
    assert {id for one in found.record.meetings for id in one.participants} == {LAVROV.id, LE_DRIAN.id}


def test_since_leaves_out_what_is_past() -> None:
    assert states(seen(LATER, since="2017-07-10")) == [("overdue", "2017-07-10"), ("held", "2017-08")]


def test_grace_is_as_long_as_one_likes() -> None:
    assert ("due", "2017-07-10") in states(seen("2017-07-20", grace=10))
    assert ("overdue", "2017-07-10") in states(seen("2017-07-20", grace=9))


@given(strategies.accounts(), st.dates(min_value=date(2017, 6, 1)).map(str))
def test_any_agenda_fits_its_schema_and_cites_what_it_has(world: tuple, today: str) -> None:
    found = made(*(told for _, told in world), today=today)
    (path,) = [path for path, model in schema.SCHEMAS.items() if model is Agenda]
    jsonschema.validate(json.loads(found.model_dump_json()), json.loads(path.read_text(encoding="utf-8")))
    ids = {one.id for one in found.record.meetings}
    assert {id for e in found.entries for id in (e.record, e.became, e.met) if id} == ids
    assert [e.record for e in found.entries if e.state == "held" and not e.became] == []

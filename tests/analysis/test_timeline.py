"""What happened between actors, in order of date."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings

import rivals
import strategies
from builders import LAVROV, LE_DRIAN, PUTIN, account, article, meeting
from dragoman import record, who
from dragoman.analysis import schema, timeline
from dragoman.analysis.sides import Standing
from dragoman.analysis.timeline import Timeline
from dragoman.export import document
from dragoman.types import Account, Selection


def of(*ids: str) -> list[Standing]:
    found = [one for one in map(who.standing_of, ids) if one]
    assert len(found) == len(ids)
    return found


def between(*ids: str, accounts: tuple[Account, ...] = ()) -> Timeline:
    told = accounts or rivals.accounts()
    return timeline.make(document.make(Selection(told, record.records(told))), of(*ids))


def test_all_in_which_both_have_a_part_comes_in_order_of_date() -> None:
    assert [(e.kind, e.date, e.dated) for e in between("state:FRA", "state:RUS").entries] == [
        ("meeting", "2017-07-06", "told"),
        ("statement", "2017-07-07", "reported"),
        ("alignment", "2017-07-07", "reported"),
        ("alignment", "2017-07-07", "reported"),
        ("statement", "2019-08-20", "reported"),
        ("event", "2019-08-20", "reported"),
        ("event", "2019-09", "told"),
    ]


def test_of_one_actor_all_in_which_he_has_a_part() -> None:
    assert [e.kind for e in between(PUTIN.id).entries] == ["statement", "statement"]


@pytest.mark.parametrize(
    ("who_", "count"), [((LAVROV.id, LE_DRIAN.id, PUTIN.id), 0), (("state:RUS", LAVROV.id), 4)]
)
def test_all_of_several_must_have_a_part(who_: tuple[str, ...], count: int) -> None:
    assert len(between(*who_).entries) == count


def test_relations_count_only_with_a_date() -> None:
    relations = [e.date for e in between("state:RUS").entries if e.kind == "relation"]
    assert relations == ["2015-09"]


def test_a_meeting_has_no_date_but_its_own_and_comes_last_without_one() -> None:
    one = article("Lavrov may meet Putin. Lavrov met Putin.", published="2017-01-01")
    told = account(
        one,
        meeting(one, "Lavrov may meet Putin", LAVROV, PUTIN, status="planned"),
        meeting(one, "Lavrov met Putin", LAVROV, PUTIN, date="2019-05"),
    )
    found = between(LAVROV.id, accounts=(told,))
    assert [(e.date, e.dated) for e in found.entries] == [("2019-05", "told"), (None, None)]


@settings(max_examples=15, deadline=None)
@given(strategies.accounts())
def test_any_timeline_fits_its_schema_and_is_in_order(world: tuple) -> None:
    found = between("state:RUS", accounts=tuple(one for _, one in world))
    (path,) = [path for path, model in schema.SCHEMAS.items() if model is Timeline]
    jsonschema.validate(json.loads(found.model_dump_json()), json.loads(path.read_text(encoding="utf-8")))
    days = [e.date for e in found.entries if e.date and len(e.date) == len("2017-07-06") and e.date[0] == "2"]
    assert days == sorted(days)


def test_the_original_of_a_copy_is_kept_though_it_tells_nothing_of_them() -> None:
    told = rivals.accounts()
    other = replace(told[0], heading=replace(told[0].heading, id="original"), claims=())
    copies = tuple((one.heading.id, "original") for one in told[:1])
    selection = Selection((*told, other), record.records(told), copies)
    found = timeline.make(document.make(selection), of("state:FRA", "state:RUS"))
    assert "original" in {one.id for one in found.record.articles}

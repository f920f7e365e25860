"""Where two sides stand, computed from a document."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rivals
import strategies
from builders import LAVROV
from dragoman import record, who
from dragoman.analysis import positions, schema
from dragoman.analysis.positions import Position, Positions
from dragoman.analysis.sides import Standing
from dragoman.export import document
from dragoman.export.document import Document
from dragoman.types import Account, Selection


def made(*accounts: Account) -> Document:
    return document.make(Selection(accounts, record.records(accounts)))


def standing(id: str) -> Standing:
    found = who.standing_of(id)
    assert found
    return found


def compare(since: str | None = None, *two: str) -> Positions:
    of = [standing(id) for id in two or ("state:FRA", "state:RUS")]
    return positions.make(made(*rivals.accounts()), of, nations=who.nations(), since=since)


def words(found: Positions, position: Position) -> str:
    parts = (*found.record.statements, *found.record.events, *found.record.alignments)
    (one,) = [part for part in parts if part.id == position.record]
    return one.reports[0].evidence[0].exact


def issue(found: Positions, name: str | None) -> tuple[Position, ...]:
    (entries,) = [one.entries for one in found.issues if one.name == name]
    return entries


def test_statements_and_marks_on_one_thing_stand_together_in_order_of_date() -> None:
    found = compare()
    assert [(p.kind, p.sides, p.date, p.dated) for p in issue(found, "Khan Sheikhun")] == [
        ("statement", ("state:RUS",), "2017-07-07", "reported"),
        ("alignment", ("state:FRA", "state:RUS"), "2017-07-07", "reported"),
        ("statement", ("state:FRA",), "2019-08-20", "reported"),
    ]


def test_an_issue_has_both_sides_although_only_one_has_the_topic() -> None:
    found = compare()
    assert [(p.sides, p.date, p.dated) for p in issue(found, "chemical weapons")] == [
        (("state:FRA",), "2017-07-06", "told"),
        (("state:RUS",), "2017-07-07", "reported"),
    ]


def test_acts_have_the_issue_of_their_context() -> None:
    found = compare()
    assert [words(found, p) for p in issue(found, "military")] == [
        "Russia accused France",
        "France will impose sanctions",
    ]


def test_what_is_said_together_is_of_both() -> None:
    (position,) = issue(compare(), None)
    assert position.sides == ("state:FRA", "state:RUS")


def test_nobody_speaks_for_a_state_but_its_own_people_in_office() -> None:
    found = compare()
    said = {words(found, p) for one in found.issues for p in one.entries}
    assert "Syria was lost" not in said, "he has left office"
    assert "the raid a lie" not in said, "a group speaks for itself"
    assert [side.actors for side in found.sides] == [
        ("person:emmanuel-macron", "person:jean-yves-le-drian", "state:france"),
        ("person:sergei-lavrov", "person:vladimir-putin", "state:russia"),
    ]


def test_only_what_a_report_says_of_both_is_marked() -> None:
    found = compare(None, "state:FRA", LAVROV.id)
    marks = [(one.name, p.sides) for one in found.issues for p in one.entries if p.kind == "alignment"]
    assert marks == [("terrorism", ("state:FRA", LAVROV.id))], (
        "the other mark is of Russia, not of its minister"
    )


@pytest.mark.parametrize(
    ("since", "new"),
    [("2019", 3), ("2019-09", 1), ("2017-07-07", 8), ("2017-07-06", 9), ("2020", 0), (None, 0)],
)
def test_what_is_of_the_days_since_is_new(since: str | None, new: int) -> None:
    found = compare(since)
    assert sum(p.new for one in found.issues for p in one.entries) == new


def test_the_record_holds_what_is_named_and_nothing_else() -> None:
    found = compare(None, "state:FRA", LAVROV.id)
    named = {p.record for one in found.issues for p in one.entries}
    parts = (*found.record.statements, *found.record.events, *found.record.alignments)
    assert {part.id for part in parts} == named
    assert not found.record.meetings
    assert not found.record.relations
    assert "person:vladimir-putin" in {actor.id for actor in found.record.actors}, "he is spoken to"
    assert "person:nicolas-sarkozy" not in {actor.id for actor in found.record.actors}


@settings(max_examples=15, deadline=None)
@given(strategies.accounts(), st.sampled_from([None, "2017-07", "2018"]))
def test_any_comparison_fits_its_schema_and_loses_nothing(world: tuple, since: str | None) -> None:
    told = made(*(one for _, one in world))
    sides_ = [standing("state:FRA"), standing("state:RUS")]
    found = positions.make(told, sides_, nations=who.nations(), since=since)
    (model,) = [path for path, model in schema.SCHEMAS.items() if model is Positions]
    jsonschema.validate(json.loads(found.model_dump_json()), json.loads(model.read_text(encoding="utf-8")))
    shown = [p.record for one in found.issues for p in one.entries]
    countries = {actor.id: actor.country for actor in told.actors}
    by_them = [s.id for s in told.statements if {countries[id] for id in s.speakers} & {"FRA", "RUS"}]
    assert sorted(shown) == sorted(by_them)


@pytest.mark.parametrize("path", schema.SCHEMAS, ids=lambda path: path.name)
def test_the_schemas_in_the_package_are_current(path: schema.Path) -> None:
    expected = schema.schema.make(schema.SCHEMAS[path])
    assert path.read_text(encoding="utf-8") == expected, "run python -m dragoman.analysis.schema"

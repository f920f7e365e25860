"""The document holds every report with its own values, in an order that its content gives."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import CAST, LAVROV, LE_DRIAN, RUSSIA, account, actor, article, meeting, relation, statement
from dragoman import record
from dragoman.export import document, schema
from dragoman.export.document import Document
from dragoman.types import Account, Office, Selection

ONE = article("Lavrov met Le Drian in Paris. “We agree,” he said.", published="2017-07-07", page="one.txt")
TWO = article("Lavrov was received in Paris by Le Drian.", page="two.txt")


def select(*accounts: Account) -> Selection:
    return Selection(tuple(replace(one, claims=()) for one in accounts), record.records(accounts))


def both() -> tuple[Account, Account]:
    said = statement(ONE, "We agree,", LE_DRIAN, cue="said", source="he")
    return (
        account(ONE, meeting(ONE, "Lavrov met", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"), said),
        account(TWO, meeting(TWO, "Lavrov was received", RUSSIA, LE_DRIAN, place="Paris")),
    )


def test_each_report_has_its_own_values() -> None:
    made = document.make(select(*both()))
    (found,) = made.meetings
    assert found.date == "2017-07-06"
    assert found.participants == (LAVROV.id, LE_DRIAN.id)
    assert [(one.article, one.date, one.participants) for one in found.reports] == [
        (ONE.id, "2017-07-06", (LAVROV.id, LE_DRIAN.id)),
        (TWO.id, None, (RUSSIA.id, LE_DRIAN.id)),
    ]


def test_a_statement_has_its_words_its_cue_and_its_source() -> None:
    (found,) = document.make(select(*both())).statements
    (report,) = found.reports
    assert report.content == report.evidence
    assert [one.exact for one in (*report.content, report.cue, report.source) if one] == [
        "We agree,",
        "said",
        "he",
    ]


def test_an_article_that_tells_an_occasion_twice_reports_it_once() -> None:
    told = [
        meeting(ONE, words, LAVROV, LE_DRIAN, place="Paris") for words in ("Lavrov met", "Le Drian in Paris")
    ]
    (found,) = document.make(select(account(ONE, *told))).meetings
    assert [[one.exact for one in report.evidence] for report in found.reports] == [
        ["Lavrov met", "Le Drian in Paris"]
    ]


def test_only_actors_that_are_spoken_of_are_listed_with_all_that_articles_say_of_them() -> None:
    one, two = both()
    named = actor(
        "Sergei Lavrov", "person", "RUS", "Mr Lavrov", offices=(Office("foreign minister", "Russia"),)
    )
    two = replace(two, actors=(*(a for a in CAST if a.id != LAVROV.id), replace(named, name="Lavrov")))
    made = document.make(
        select(one, replace(two, claims=(meeting(TWO, "Lavrov", LAVROV, LE_DRIAN, place="Paris"),)))
    )
    assert [found.id for found in made.actors] == sorted([LAVROV.id, LE_DRIAN.id])
    lavrov = next(found for found in made.actors if found.id == LAVROV.id)
    assert lavrov.name == "Sergei Lavrov"
    assert lavrov.names == ("Sergei Lavrov", "Lavrov", "Mr Lavrov")
    assert [office.title for office in lavrov.offices] == ["foreign minister"]


def test_discrepancies_say_which_article_gives_which_value() -> None:
    one, two = both()
    other = meeting(TWO, "Lavrov was received", LAVROV, LE_DRIAN, date="2017-07-07", place="Paris")
    made = document.make(select(one, replace(two, claims=(other,))))
    (found,) = made.discrepancies
    assert (found.record, found.field) == (made.meetings[0].id, "date")
    assert {(v.value, v.article) for v in found.values} == {("2017-07-06", ONE.id), ("2017-07-07", TWO.id)}


def test_an_object_may_be_a_text() -> None:
    office = relation(ONE, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia")
    (found,) = document.make(select(account(ONE, office))).relations
    assert found.object == "foreign minister of Russia"


def test_each_place_is_listed_once_with_what_is_known_of_it() -> None:
    made = document.make(select(*both()))
    (paris,) = made.places
    assert (paris.name, paris.country) == ("Paris", "FRA")
    assert (round(paris.latitude or 0), round(paris.longitude or 0)) == (49, 2)


def test_a_place_is_looked_for_in_the_countries_that_its_articles_name() -> None:
    met = meeting(ONE, "Lavrov met", LAVROV, LE_DRIAN, place="Cambridge")
    one = account(ONE, met)
    assert [p.country for p in document.make(select(one)).places] == [None]
    named = replace(one, company=("body:USA:state-department", "person:sergei-lavrov"))
    assert [p.country for p in document.make(select(named)).places] == ["USA"]
    both_named = replace(one, company=("state:USA", "state:GBR"))
    assert [p.country for p in document.make(select(both_named)).places] == [None]


def test_places_come_in_order_of_name_and_unknown_ones_have_nulls() -> None:
    told = [
        meeting(ONE, words, LAVROV, LE_DRIAN, place=place, date=day)
        for words, place, day in (
            ("Lavrov met", "the Old Mill", "2017-07-05"),
            ("Le Drian in Paris", "Biarritz", "2017-01-01"),
        )
    ]
    made = json.loads(document.to_json(document.make(select(account(ONE, *told)))))
    assert [place["name"] for place in made["places"]] == ["Biarritz", "the Old Mill"]
    assert made["places"][1] == {"name": "the Old Mill", "country": None, "latitude": None, "longitude": None}


def test_an_empty_record_is_a_document() -> None:
    made = document.make(Selection((), ()))
    assert made.version == "1"
    assert json.loads(document.to_json(made))["meetings"] == []


@settings(max_examples=15, deadline=None)
@given(strategies.accounts(), st.randoms(use_true_random=False))
def test_any_record_fits_the_schema_and_its_order_is_fixed(world: tuple, chance: random.Random) -> None:
    selection = select(*(one for _, one in world))
    text = document.to_json(document.make(selection))
    jsonschema.validate(json.loads(text), json.loads(schema.make()))
    assert document.to_json(Document.model_validate_json(text)) == text
    mixed = Selection(
        tuple(chance.sample(selection.accounts, len(selection.accounts))),
        tuple(chance.sample(selection.records, len(selection.records))),
    )
    assert document.to_json(document.make(mixed)) == text


def test_every_span_says_what_stands_at_its_place() -> None:
    texts = {ONE.id: ONE.text, TWO.id: TWO.text}
    made = document.make(select(*both()))
    spans = [
        span
        for one in (*made.meetings, *made.statements)
        for report in one.reports
        for span in report.evidence
    ]
    assert spans
    assert all(texts[span.article][span.start : span.end] == span.exact for span in spans)


def test_the_schema_in_the_package_is_current() -> None:
    assert schema.PATH.read_text(encoding="utf-8") == schema.make(), "run python -m dragoman.export.schema"


@pytest.mark.parametrize(
    "name", ["articles", "actors", "statements", "meetings", "events", "relations", "alignments", "places"]
)
def test_the_contract_keeps_its_names(name: str) -> None:
    assert name in json.loads(schema.make())["properties"]

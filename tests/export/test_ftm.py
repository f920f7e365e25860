"""FollowTheMoney entities, read by that project's own package and by the project's own import."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

import exported
from builders import FRANCE, LAVROV, RUSSIA, account, article, meeting
from dragoman.actors import adding
from dragoman.actors import ftm as importer
from exported import NEWS

Entity = dict[str, Any]


def _lines() -> list[str]:
    return exported.text("ftm", exported.everything()).splitlines()


def _of(schema: str) -> list[Entity]:
    return [entity for entity in map(json.loads, _lines()) if entity["schema"] == schema]


def test_ids_are_unique_and_every_link_leads_to_an_entity() -> None:
    entities = [json.loads(line) for line in _lines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    links = ("holder", "post", "involved", "proof", "document", "resolved", "subject", "object")
    pointed = {id for entity in entities for name in links for id in entity["properties"].get(name, ())}
    assert pointed <= ids
    assert pointed


def test_every_schema_is_there() -> None:
    assert {entity["schema"] for entity in map(json.loads, _lines())} >= {
        *("Article", "Person", "PublicBody", "Position", "Occupancy", "Event", "Mention", "Organization"),
        "UnknownLink",
    }


def test_the_package_finds_nothing_wrong() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of a package that is only needed here
        followthemoney = pytest.importorskip("followthemoney", reason="install the group ftm")
        model, types = followthemoney.model, followthemoney.registry
    for entity in map(json.loads, _lines()):
        schema = model.get(entity["schema"])
        assert schema is not None
        assert not schema.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            known = schema.get(name)
            assert known is not None, name
            for value in values:
                assert known.type is types.entity or known.type.clean(value) == value, (name, value)
            assert sorted(proxy.get(name)) == sorted(values), name
        assert set(schema.required) <= set(entity["properties"])


def test_an_office_is_a_position_that_somebody_occupies() -> None:
    (post,) = [one for one in _of("Position") if one["properties"]["name"] == ["foreign minister of Russia"]]
    held = [one for one in _of("Occupancy") if one["properties"]["post"] == [post["id"]]]
    (lavrov,) = [one for one in _of("Person") if one["properties"]["name"] == [LAVROV.name]]
    assert {tuple(one["properties"]["holder"]) for one in held} == {(lavrov["id"],)}
    assert ["2004"] in [one["properties"].get("startDate") for one in held]


def test_what_did_not_happen_is_no_event() -> None:
    names = [one["properties"]["name"][0] for one in _of("Event")]
    assert not [name for name in names if name.startswith(("negated", "hypothetical"))]
    assert "planned meeting: Emmanuel Macron, Vladimir Putin" in names


def test_a_week_is_its_first_and_last_day() -> None:
    told = article("Lavrov met France.")
    met = meeting(told, "Lavrov met", LAVROV, FRANCE, date="2017-W27")
    entities = map(json.loads, exported.text("ftm", exported.source(account(told, met), told)).splitlines())
    (event,) = [one["properties"] for one in entities if one["schema"] == "Event"]
    assert (event.get("date"), event["startDate"], event["endDate"]) == (None, ["2017-07-03"], ["2017-07-09"])


def test_an_article_says_which_actors_it_speaks_of() -> None:
    (news,) = [one for one in _of("Article") if one["properties"].get("sourceUrl") == [NEWS.url]]
    named = {
        one["properties"]["name"][0]
        for one in _of("Mention")
        if one["properties"]["document"] == [news["id"]]
    }
    assert {LAVROV.name, RUSSIA.name, "River Front"} <= named
    assert "Saad Hariri" not in named


def test_the_projects_own_import_reads_it() -> None:
    given = [one for _, one in importer.read("x.ftm.json", _lines(), adding.directory(), lambda _: None)]
    names = {one["name"] for one in given if isinstance(one, dict)}
    assert {"Sergei Lavrov", "Supreme Court"} <= names

"""FollowTheMoney entities as actors; the people and bodies are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import who
from dragoman.actors import adding, ftm
from dragoman.errors import BadActors

FOREIGN = ("p1", "Position", {"name": ["Minister of Foreign Affairs of Estonia"], "country": ["ee"]})
HELD = {"holder": ["q1"], "post": ["p1"], "startDate": ["2031-04-09"], "endDate": ["2033-06"]}


def _line(id: str, schema: str, properties: dict[str, Any], caption: str | None = None) -> str:
    return json.dumps({"id": id, "schema": schema, "caption": caption, "properties": properties})


def _person(**properties: list[str]) -> str:
    return _line("q1", "Person", {"name": ["Ada Quill"], "nationality": ["ee"], **properties})


def _read(*lines: str) -> list[dict[str, Any] | str]:
    found = ftm.read("x.ftm.json", lines, adding.directory(), lambda _: None)
    return [given for _, given in found]


def _offices(*lines: str) -> list[dict[str, str]]:
    person = _read(*lines)[-1]
    assert isinstance(person, dict)
    offices: list[dict[str, str]] = person["offices"]
    return offices


def _occupied(post: tuple[str, str, dict[str, list[str]]], **occupancy: list[str]) -> list[dict[str, str]]:
    given = {"holder": ["q1"], "post": [post[0]], **occupancy}
    return _offices(_line(*post), _person(), _line("c1", "Occupancy", given))


def test_a_person_with_a_position_and_an_occupancy_has_a_dated_office() -> None:
    assert _offices(_person(), _line(*FOREIGN), _line("c1", "Occupancy", HELD)) == [
        {"title": "foreign minister", "of": "state:EST", "since": "2031-04-09", "until": "2033-06"}
    ]


def test_a_person_has_names_country_and_gender() -> None:
    line = _person(alias=["Ada M. Quill", "Quill", "Ада Квилл"], weakAlias=["Iron Quill"], gender=["female"])
    assert _read(line) == [
        {
            "kind": "person",
            "name": "Ada Quill",
            "names": ["Ada M. Quill", "Iron Quill"],
            "country": "EST",
            "gender": "f",
            "offices": [],
        }
    ]


def test_the_caption_is_the_name() -> None:
    line = _line("q1", "Person", {"name": ["Quill, Ada", "Ada Quill"]}, caption="Ada Quill")
    (person,) = _read(line)
    assert isinstance(person, dict)
    assert (person["name"], person["names"]) == ("Ada Quill", ["Quill, Ada"])


def test_who_is_known_keeps_the_known_name() -> None:
    (person,) = _read(_line("q1", "Person", {"name": ["Sergey Lavrov", "Sergei V. Lavrov"]}))
    assert isinstance(person, dict)
    assert person["name"] == "Sergei Lavrov"


def test_a_name_in_no_latin_letters_is_refused() -> None:
    assert _read(_line("q1", "Person", {"name": ["Ада Квилл"]})) == ["it has no name in Latin letters"]


def test_a_position_of_a_country_is_that_of_the_state() -> None:
    post = ("p1", "Position", {"name": ["Prime Minister"], "country": ["lv"]})
    assert _occupied(post, startDate=["2031"]) == [
        {"title": "prime minister", "of": "state:LVA", "since": "2031"}
    ]


@pytest.mark.parametrize(
    ("code", "of"),
    [("fr", "FRA"), ("cd", "COD"), ("xk", "XKX"), ("gb-sct", "GBR"), ("suhh", "SUN"), ("us", "USA")],
)
def test_codes_of_countries(code: str, of: str) -> None:
    post = ("p1", "Position", {"name": ["Prime Minister"], "country": [code]})
    assert [o["of"] for o in _occupied(post, startDate=["2031"])] == [f"state:{of}"]


def test_a_position_at_the_union() -> None:
    post = ("p1", "Position", {"name": ["Commissioner"], "country": ["eu"]})
    assert [o["of"] for o in _occupied(post, startDate=["2031"])] == ["igo:eu"]


def test_of_several_countries_the_persons_own_is_meant() -> None:
    post = ("p1", "Position", {"name": ["Prime Minister"], "country": ["lv", "ee"]})
    assert [o["of"] for o in _occupied(post, startDate=["2031"])] == ["state:EST"]
    post = ("p1", "Position", {"name": ["Prime Minister"], "country": ["lv", "lt"]})
    assert _occupied(post, startDate=["2031"]) == []


def test_the_term_stands_in_for_the_persons_own_dates() -> None:
    held = _occupied(FOREIGN, periodStart=["2031-01-01"], periodEnd=["2034-01-01"])
    assert [(o["since"], o["until"]) for o in held] == [("2031-01-01", "2034-01-01")]


def test_an_office_of_a_rank_needs_a_date() -> None:
    assert _occupied(FOREIGN, status=["current"]) == []
    post = ("p1", "Position", {"name": ["Keeper of the Lighthouses"], "country": ["ee"]})
    assert _occupied(post) == [{"title": "keeper of the Lighthouses", "of": "state:EST"}]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Minister of Finance (2030-2034)", [("finance minister", "2030", "2034")]),
        ("Minister of Finance of Estonia (2030-)", [("finance minister", "2030", None)]),
        ("Minister of Finance (-2034)", [("finance minister", None, "2034")]),
        ("Minister of Finance", []),
        ("Keeper of the Lighthouses", [("keeper of the Lighthouses", None, None)]),
    ],
)
def test_a_position_told_in_words(text: str, offices: list[tuple[str, str | None, str | None]]) -> None:
    found = _offices(_person(position=[text]))
    assert [(o["title"], o.get("since"), o.get("until")) for o in found] == offices


@pytest.mark.parametrize(
    ("schema", "more", "kind"),
    [
        ("Organization", {}, "organization"),
        ("Company", {}, "organization"),
        ("LegalEntity", {"topics": ["pol.party"]}, "party"),
        ("Organization", {"topics": ["gov.igo"]}, "igo"),
        ("PublicBody", {}, "organization"),
        ("PublicBody", {"country": ["ee"]}, "body"),
    ],
)
def test_kinds_of_organisations(schema: str, more: dict[str, list[str]], kind: str) -> None:
    (found,) = _read(_line("o1", schema, {"name": ["Harbour Council"], **more}))
    assert isinstance(found, dict)
    assert found["kind"] == kind


def test_an_organisation_that_is_known_stays_the_same_actor() -> None:
    (found,) = _read(_line("o1", "Company", {"name": ["North Atlantic Treaty Organization"]}))
    assert isinstance(found, dict)
    assert (found["kind"], found["id"], found["name"]) == ("igo", "igo:nato", "NATO")


def test_other_entities_are_passed_over() -> None:
    assert _read(_line("v1", "Vessel", {"name": ["Sea Quill"]})) == []


def test_lines_that_are_no_entities_are_refused_and_the_rest_is_read() -> None:
    found = _read("no JSON", "[]", '{"id": "x"}', "", _person())
    assert found[:3] == [
        "this is no JSON",
        "this is no FollowTheMoney entity; it needs id, schema and properties",
        "this is no FollowTheMoney entity; it needs id, schema and properties",
    ]
    assert len(found) == 4


def test_a_file_without_entities_is_a_wrong_file() -> None:
    with pytest.raises(BadActors, match="no FollowTheMoney entities"):
        _read('{"a": 1}')


def test_a_whole_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "actors.json"))
    path = tmp_path / "peps.ftm.json"
    keeper = _line("p2", "Position", {"name": ["Keeper"], "organization": ["o1"]})
    kept = _line("c2", "Occupancy", {"holder": ["q1"], "post": ["p2"], "startDate": ["2035"]})
    council = _line("o1", "PublicBody", {"name": ["Harbour Council"], "country": ["ee"]})
    lines = [_line("c1", "Occupancy", HELD), kept, _person(), keeper, _line(*FOREIGN), council]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert who.load([str(path)]).new == ("body:EST:harbour-council", "person:ada-quill")
    (ada,) = who.find("Ada Quill").profiles
    assert [(o.title, o.of, o.since, o.until) for o in ada.offices] == [
        ("foreign minister", "Estonia", "2031-04-09", "2033-06"),
        ("keeper", "Harbour Council", "2035", None),
    ]
    assert ada.source == "peps.ftm.json"


_JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=6),
    lambda v: st.lists(v, max_size=2) | st.dictionaries(st.text(max_size=6), v, max_size=2),
)
_SCHEMAS = st.sampled_from(["Person", "Position", "Occupancy", "PublicBody"])
_NAMES = st.sampled_from(
    ["name", "alias", "country", "holder", "post", "startDate", "position", "organization"]
)


@settings(max_examples=100)
@given(
    st.lists(st.tuples(_SCHEMAS, st.dictionaries(_NAMES, _JSON | st.lists(st.text(max_size=6)))), max_size=3)
)
def test_whatever_the_properties_hold_is_read(entities: list[tuple[str, dict[str, Any]]]) -> None:
    lines = [_line("q1", schema, properties) for schema, properties in entities]
    assert len(_read(*lines, _person())) <= len(lines) + 1

"""What actors and places are called."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.export.document import Document
from dragoman.telling.names import Names

KINDS = ("articles", "actors", "statements", "meetings", "events", "relations", "alignments", "discrepancies")
EMPTY: dict[str, Any] = dict.fromkeys(KINDS, ())


def names(*actors: dict[str, Any]) -> Names:
    given = {"names": [], "kind": "person", "country": None, "offices": []}
    values = {**EMPTY, "actors": [{**given, **actor} for actor in actors]}
    return Names(Document.model_validate(values))


def office(title: str, of: str | None, since: str | None = None, until: str | None = None) -> dict[str, Any]:
    return {"title": title, "of": of, "since": since, "until": until}


@pytest.mark.parametrize(
    ("name", "others", "short"),
    [
        ("Jean-Yves Le Drian", ["Le Drian", "Mr Le Drian", "the French minister"], "Le Drian"),
        ("Moon Jae-in", ["Moon", "President Moon"], "Moon"),
        ("Donald Trump", ["Donald", "Trump"], "Trump"),
        ("Madonna", [], "Madonna"),
    ],
)
def test_a_person_is_called_as_a_second_mention_calls_him(name: str, others: list[str], short: str) -> None:
    assert names({"id": "p", "name": name, "names": [name, *others]}).short("p") == short


def test_a_state_keeps_its_name() -> None:
    state = {"id": "FRA", "name": "France", "names": ["France", "Paris"], "kind": "state"}
    assert names(state).short("FRA") == "France"


def test_an_office_names_what_it_is_of() -> None:
    kerry = {"id": "k", "name": "John Kerry", "offices": [office("secretary of state", "United States")]}
    assert names(kerry).office("k", None) == "secretary of state of the United States"


def test_an_office_of_a_known_actor_takes_his_name() -> None:
    state = {"id": "FRA", "name": "France", "kind": "state"}
    minister = {"id": "l", "name": "Le Drian", "offices": [office("foreign minister", "FRA")]}
    assert names(state, minister).office("l", "2017-07-06") == "foreign minister of France"


def test_an_office_that_is_all_that_is_known_is_not_said_twice() -> None:
    role = {"id": "r", "name": "president of Finland", "offices": [office("president", "Finland")]}
    assert names(role).full("r") == "president of Finland"
    assert names(role).office("r", None) is None


def test_the_office_is_the_one_held_on_the_day() -> None:
    le_drian = {
        "id": "l",
        "name": "Jean-Yves Le Drian",
        "offices": [
            office("defence minister", "France", "2012-05-16", "2017-05-10"),
            office("foreign minister", "France", "2017-05-17", "2022-05-20"),
        ],
    }
    assert names(le_drian).office("l", "2015-02-12") == "defence minister of France"
    assert names(le_drian).office("l", "2017-07") == "foreign minister of France"
    assert names(le_drian).office("l", "2023") is None


def test_an_unknown_actor_is_called_by_his_id() -> None:
    assert names().full("nobody") == "nobody"
    assert names().office("nobody", None) is None


def test_names_in_a_row() -> None:
    assert names().all([]) == ""
    assert names().all(["A"]) == "A"
    assert names().all(["A", "B", "C"]) == "A, B and C"


def test_a_place_has_its_country_where_that_is_not_evident() -> None:
    found = [
        {"name": name, "country": country, "latitude": None, "longitude": None}
        for name, country in (("Biarritz", "FRA"), ("Paris", "FRA"), ("the Old Mill", None))
    ]
    made = Names(Document.model_validate({**EMPTY, "places": found}))
    shown = [made.place(place) for place in ("Biarritz", "Paris", "the Old Mill", "Vidin")]
    assert shown == ["Biarritz, France", "Paris", "the Old Mill", "Vidin"]

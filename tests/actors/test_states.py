from __future__ import annotations

import pytest

from actors.drawn import read
from actors.seen import actor, mentions, names, places
from dragoman.actors import resolve


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("They met in Paris .", "Paris"),
        ("The president flew_VERB to Moscow .", None),
        ("They met near the city of [Biarritz]LOC .", "Biarritz"),
        ("PARIS ( Reuters ) - They met .", "PARIS"),
        ("They met in the United States .", "United States"),
    ],
)
def test_places(line: str, place: str | None) -> None:
    assert places(read(line)) == ([place] if place else [])


def test_a_trip_goes_to_a_place() -> None:
    reading = read("He had a trip to Tehran .")
    assert places(reading) == ["Tehran"]
    assert "Tehran" not in mentions(reading)


def test_a_capital_stands_for_its_state() -> None:
    reading = read("Moscow said so .", "They met in Berlin .")
    assert mentions(reading)["Moscow"] == ("Russia",)
    assert "Berlin" not in mentions(reading)


def test_a_people_stands_for_its_state() -> None:
    reading = read("The Palestinians agreed .", "The French said so .")
    assert mentions(reading) == {"The Palestinians": ("Palestine",), "The French": ("France",)}


def test_an_adjective_is_no_name_of_the_state() -> None:
    reading = read("Russia spoke_VERB of Russian gas .")
    russia = actor(reading, "Russia")
    assert russia.names == ("Russia",)
    assert mentions(reading)["Russian"] == ("Russia",)


def test_an_organisation_and_its_acronym() -> None:
    reading = read("The [International Example Committee]ORG met .", "The [IEC]ORG agreed .")
    assert mentions(reading)["The IEC"] == ("International Example Committee",)


def test_a_summit_is_whose_it_is() -> None:
    reading = read("They met at the [NATO summit]ORG .")
    assert mentions(reading)["NATO"] == ("NATO",)


def test_a_body_that_only_the_model_names() -> None:
    reading = read("The [Senate Example Committee]ORG of the United States met .")
    assert actor(reading, "Senate Example Committee").country == "USA"


def test_regions_act() -> None:
    cast = resolve(read("The West agreed ."))
    assert names(cast, cast.mentions[0].actors) == ("the West",)


@pytest.mark.parametrize(
    ("line", "words", "names"),
    [
        ("The two Koreas agreed .", "The two Koreas", ("North Korea", "South Korea")),
        ("The inter-Korean talks ended .", "inter-Korean", ("North Korea", "South Korea")),
        ("The Franco-German talks ended .", "Franco-German", ("France", "Germany")),
    ],
)
def test_words_for_several_states_at_once(line: str, words: str, names: tuple[str, ...]) -> None:
    assert mentions(read(line))[words] == names

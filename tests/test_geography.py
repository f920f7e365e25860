from __future__ import annotations

import gzip
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import geography
from dragoman.geography import Place, locate, shown

PACKED = (files("dragoman") / "data" / "places.tsv.gz").read_bytes()
LINES = gzip.decompress(PACKED).decode().splitlines()
NAMES = sorted({line.split("\t")[0] for line in LINES[2:]})
CODES = sorted({line.split("\t")[2] for line in LINES[2:]} - {""})

names = st.sampled_from(NAMES)
countries = st.frozensets(st.sampled_from(CODES), max_size=6)


def country(name: str, *named: str) -> str | None:
    return locate(name, named).country


def is_near(place: Place, latitude: float, longitude: float) -> bool:
    return (
        place.latitude is not None
        and place.longitude is not None
        and abs(place.latitude - latitude) < 0.2
        and abs(place.longitude - longitude) < 0.2
    )


@pytest.mark.parametrize(
    ("name", "named", "expected"),
    [
        ("Biarritz", (), "FRA"),
        ("Vidin", ("ROU",), "BGR"),
        ("Mendoza", ("CHL",), "ARG"),
        ("Kisumu", ("UGA",), "KEN"),
        ("KIEV", ("RUS",), "UKR"),
        ("Lvov", (), "UKR"),
        ("Hague", (), "NLD"),
        ("Mexico", (), "MEX"),
        ("Ohio", ("USA",), "USA"),
        ("eastern Aleppo", (), "SYR"),
        ("St. Petersburg", ("RUS", "USA"), "RUS"),
    ],
)
def test_a_place_is_in_its_country(name: str, named: tuple[str, ...], expected: str) -> None:
    assert country(name, *named) == expected


def test_a_capital_comes_first() -> None:
    assert country("Paris", "USA") == "FRA"
    assert country("Tripoli", "LBN") == "LBY"
    assert country("San Jose") == "CRI"


def test_a_greater_city_of_a_named_country_comes_before_a_capital_whose_country_is_not_named() -> None:
    assert country("San Jose", "USA") == "USA"
    assert country("San Jose", "USA", "CRI") == "CRI"


def test_then_comes_a_country_that_is_named() -> None:
    assert country("Cambridge", "USA") == "USA"
    assert country("Cambridge", "GBR") == "GBR"
    assert country("Barcelona", "VEN") == "VEN"
    assert country("Barcelona", "VEN", "ESP") == "ESP"


def test_a_village_of_a_named_country_does_not_come_before_a_city_that_all_know() -> None:
    assert country("Naples", "USA") == "ITA"
    assert country("Geneva", "USA", "IRN") == "CHE"


def test_where_two_are_close_neither_is_meant() -> None:
    assert locate("Cambridge") == Place("Cambridge")
    assert locate("Cambridge", {"USA", "GBR"}) == Place("Cambridge")
    assert country("Odessa", "USA") is None
    assert country("Odessa", "USA", "UKR") == "UKR"


def test_of_close_places_in_one_country_the_country_is_known() -> None:
    assert locate("Springfield", {"USA"}) == Place("Springfield", "USA")


def test_a_small_place_needs_its_country_named() -> None:
    assert country("Heliopolis", "EGY") is None
    assert country("Heliopolis", "DZA") == "DZA"


def test_a_part_of_a_state_with_a_state_s_name() -> None:
    assert country("Georgia") == "GEO"
    assert country("Georgia", "USA", "GEO") == "GEO"
    assert country("Georgia", "USA") == "USA"
    assert country("Atlanta, Georgia", "GEO") == "USA"
    assert country("Tbilisi, Georgia", "USA") == "GEO"


def test_the_last_part_of_a_name_tells_where_to_look() -> None:
    assert is_near(locate("Paris, Texas", {"FRA"}), 33.66, -95.56)
    assert is_near(locate("Springfield, Illinois"), 39.8, -89.64)
    assert is_near(locate("Cambridge, Massachusetts", {"GBR"}), 42.37, -71.11)
    assert country("Some House, Lausanne, Switzerland") == "CHE"


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Quai d'Orsay, Paris", 48.85, 2.35),
        ("Élysée Palace", 48.85, 2.35),
        ("the Kremlin", 55.75, 37.62),
        ("Downing Street", 51.51, -0.13),
        ("White House, Washington", 38.9, -77.04),
        ("Camp David", 39.62, -77.41),
    ],
)
def test_a_seat_of_government_is_where_its_city_is(name: str, latitude: float, longitude: float) -> None:
    assert is_near(locate(name), latitude, longitude)


def test_states_and_their_parts_have_no_coordinates_unless_they_are_a_city() -> None:
    assert locate("Ukraine") == Place("Ukraine", "UKR")
    assert locate("Bavaria") == Place("Bavaria", "DEU")
    assert is_near(locate("Singapore"), 1.29, 103.85)


@pytest.mark.parametrize(
    "name", ["", ",", "the", "Middle East", "Guest House of Nowhere", "Danube", "\t", "#"]
)
def test_what_is_in_no_country_stays_unknown(name: str) -> None:
    assert locate(name) == Place(name)


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Biarritz", "FRA", "Biarritz, France"),
        ("Vidin", "BGR", "Vidin, Bulgaria"),
        ("Brégançon", "FRA", "Brégançon, France"),
        ("Paris", "FRA", "Paris"),
        ("Paris", "USA", "Paris, United States"),
        ("Geneva", "CHE", "Geneva"),
        ("Mexico City", "MEX", "Mexico City"),
        ("Ohio", "USA", "Ohio"),
        ("Germany", "DEU", "Germany"),
        ("White House, Washington", "USA", "White House, Washington"),
        ("Lausanne, Switzerland", "CHE", "Lausanne, Switzerland"),
        ("Camp David", "USA", "Camp David"),
        ("Nowhere", None, "Nowhere"),
        ("Nowhere", "FRA", "Nowhere"),
    ],
)
def test_the_country_is_shown_where_it_is_not_evident(name: str, code: str | None, expected: str) -> None:
    assert shown(name, code) == expected


@given(names, countries)
def test_any_name_of_the_gazetteer_is_answered(name: str, named: frozenset[str]) -> None:
    place = locate(name, named)
    assert place.name == name
    assert (place.latitude is None) == (place.longitude is None)
    if place.latitude is not None and place.longitude is not None:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.country
    assert shown(name, place.country).startswith(name)


@given(names, countries)
def test_the_letters_of_a_name_do_not_matter(name: str, named: frozenset[str]) -> None:
    found = locate(name, named)
    for other in (name.upper(), name.title(), f"the {name}", f" {name} "):
        place = locate(other, named)
        assert (place.country, place.latitude, place.longitude) == (
            found.country,
            found.latitude,
            found.longitude,
        )


@given(st.text(max_size=40), countries)
def test_any_text_is_answered(name: str, named: frozenset[str]) -> None:
    assert locate(name, named).name == name


def test_the_gazetteer_is_sorted_names_its_source_and_is_small() -> None:
    assert sorted(LINES) == LINES
    assert "GeoNames" in LINES[0]
    assert "CC BY 4.0" in LINES[0]
    assert len(PACKED) < 2_000_000


def test_every_state_has_a_name_to_show() -> None:
    assert [code for code in CODES if geography.country_name(code) is None] == []
    assert geography.country_name("XXX") is None


def test_it_is_not_read_before_it_is_needed() -> None:
    code = "from dragoman import geography as g; print(g._lines.cache_info().currsize)"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "0"

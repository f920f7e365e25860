from __future__ import annotations

import pytest

from actors import seen
from actors.drawn import read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("They met in Moscow", ["Moscow"]),
        ("They met at the Quai d'Orsay", ["Quai d'Orsay, Paris"]),
        ("Moscow dismissed the report", []),
        ("The guards in [Benghazi]PER slept", ["Benghazi"]),
        ("He had confidence in [Clinton]PER", []),
        ("He had confidence in [Xyzzer]PER", []),
        ("He spoke in [Davos]PER and [Anna Davos]PER spoke too", []),
    ],
)
def test_names_of_places(line: str, expected: list[str]) -> None:
    assert seen.places(read(line)) == expected


def test_a_capital_that_is_visited_is_a_place_and_its_state() -> None:
    reading = read("The minister will visit_VERB [Belgrade]LOC")
    assert seen.places(reading) == ["Belgrade"]
    assert seen.mentions(reading)["Belgrade"] == ("Serbia",)


def test_talks_may_be_named_for_their_place() -> None:
    assert seen.places(read("They left_VERB the [Paris]LOC summit")) == ["Paris"]


def test_a_town_is_no_person() -> None:
    assert "Benghazi" not in seen.mentions(read("The guards in [Benghazi]PER slept"))
    assert "Clinton" in seen.mentions(read("He had confidence in [Clinton]PER"))

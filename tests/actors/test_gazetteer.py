from __future__ import annotations

import pytest

from actors.drawn import read
from dragoman.actors import gazetteer, words
from dragoman.actors.loading import load


def found(*lines: str) -> list[tuple[str, str, str]]:
    seen = words.of(read(*lines))
    items = gazetteer.find(seen, load())
    return [(seen.text(f.start, f.end), f.how, f.id) for f in items if not f.nested]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The U.S. met the UK", [("U.S.", "name", "state:USA"), ("UK", "name", "state:GBR")]),
        ("French troops in Côte d'Ivoire", [("French", "adjective", "state:FRA"),
                                            ("Côte d'Ivoire", "name", "state:CIV")]),
        ("The Kremlin and Downing Street", [("Kremlin", "name", "body:RUS:kremlin"),
                                            ("Downing Street", "name", "body:GBR:downing-street")]),
        ("The P5+1 and the OPCW", [("P5+1", "name", "igo:p5-plus-1"), ("OPCW", "name", "igo:opcw")]),
        ("Palestinians and Daesh", [("Palestinians", "people", "state:PSE"),
                                    ("Daesh", "name", "group:islamic-state")]),
        ("Moscow and Sergey Lavrov", [("Moscow", "capital", "state:RUS"),
                                      ("Sergey Lavrov", "person", "person:sergei-lavrov")]),
        ("The West met the West Bank", [("The West", "name", "group:west")]),
        ("North and South Korea met", [("North", "name", "state:PRK"), ("South Korea", "name", "state:KOR")]),
    ],
)  # fmt: skip
def test_what_it_finds(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(line) == expected


def test_a_byword_needs_its_state() -> None:
    assert ("the North", "byword", "state:PRK") in found("Pyongyang said the North was ready")
    assert found("they went to the North by train") == []


def test_an_acronym_that_several_have_is_decided_by_the_state_named() -> None:
    assert ("SDF", "name", "group:sdf") in found("In Syria the SDF fought")
    assert ("SDF", "name", "body:JPN:self-defense-forces") in found("In Japan the SDF paraded")
    assert found("The SDF paraded") == []


def test_a_shared_name_is_not_given_to_another_state() -> None:
    assert ("Senate", "name", "body:USA:senate") in found("The United States Congress and the Senate")
    assert all(id != "body:USA:senate" for _, _, id in found("The US praised the Philippine Senate"))


def test_a_state_whose_name_a_part_of_another_has() -> None:
    georgia = ("Georgia", "name", "state:GEO")
    assert georgia in found("The minister will visit Georgia in May")
    assert georgia in found("Georgia and Florida, the Georgian minister joked, have nothing in common")
    assert georgia in found("He was born in Batumi, Georgia")
    assert georgia not in found("Voters in Georgia and Florida went to the polls")
    assert georgia not in found("He was born in Atlanta, Georgia")


def test_a_name_inside_a_longer_one_is_no_mention() -> None:
    assert found("[Moscow State University]ORG opened") == []
    assert found("[Michael Jordan]PER spoke") == []


def test_what_is_named_most_weighs_most() -> None:
    reading = read("France met Russia", "a", "b", "c", "d", "e", "France and French people")
    seen = words.of(reading)
    weights = gazetteer.weigh(gazetteer.find(seen, load()), seen, load())
    assert weights.most_common(1)[0][0] == "FRA"

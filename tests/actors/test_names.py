from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.names import is_same, make_full, short_fit

NAMES = ["Sergei Lavrov", "Kim Jong Un", "Jean-Yves Le Drian", "Bashar al-Assad", "Luiz Inácio Lula da Silva"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Sergei V. Lavrov", "Sergei Lavrov"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Hillary Rodham Clinton", "Hillary Clinton"),
        ("Mike Pompeo", "Michael Pompeo"),
        ("Hossein Dehqan", "Hossein Dehghan"),
        ("Fumio Kishida", "Kishida Fumio"),
        ("François Hollande", "Francois Hollande"),
        ("Gerardo Solís", "Gerado Solís"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert is_same(make_full(one), make_full(other))
    assert is_same(make_full(other), make_full(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Ali Khamenei", "Ali Abdollahi"),
        ("Mohammed bin Salman", "Mohammed bin Zayed"),
        ("Sabah Al-Khaled Al-Sabah", "Sabah Al-Ahmad Al-Sabah"),
        ("Lavrov", "Sergei Lavrov"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not is_same(make_full(one), make_full(other))


@pytest.mark.parametrize(
    ("short", "full", "fit"),
    [
        ("Lavrov", "Sergei Lavrov", 3),
        ("Le Drian", "Jean-Yves Le Drian", 3),
        ("al-Assad", "Bashar al-Assad", 3),
        ("Kim", "Kim Jong Un", 3),
        ("Moon", "Moon Jae-in", 3),
        ("Peña Nieto", "Enrique Peña Nieto", 3),
        ("Dehghan", "Hossein Dehqan", 2),
        ("Hillary", "Hillary Clinton", 1),
        ("Macron", "Sergei Lavrov", 0),
        ("Sergei Lavrov", "Sergei Lavrov", 0),
    ],
)
def test_how_a_short_name_fits(short: str, full: str, fit: int) -> None:
    assert short_fit(make_full(short), make_full(full)) == fit


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sergey V. Lavrov", "sergei-lavrov"),
        ("Jean-Yves Le Drian", "jean-yves-le-drian"),
        ("Bashar al-Assad", "bashar-assad"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Dmitry Medvedev", "dmitri-medvedev"),
        ("Müller", "muller"),
    ],
)
def test_the_key_that_ids_are_made_of(text: str, key: str) -> None:
    assert make_full(text).key == key


def test_family_names_that_come_first() -> None:
    assert make_full("Xi Jinping").family == "xi"
    assert make_full("Xi Jinping").given == "jinping"
    assert make_full("Emmanuel Macron").family == "macron"


@given(st.sampled_from(NAMES), st.text(max_size=30))
def test_sameness_does_not_depend_on_order(one: str, other: str) -> None:
    a, b = make_full(one), make_full(other)
    assert is_same(a, b) == is_same(b, a)
    assert 0 <= short_fit(a, b) <= 3

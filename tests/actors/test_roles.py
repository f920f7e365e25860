from __future__ import annotations

import pytest

from actors.drawn import read
from actors.seen import actor, mentions

MACRON = "French President [Emmanuel Macron]PER met Russian President [Vladimir Putin]PER ."


@pytest.mark.parametrize(
    ("line", "phrase", "names"),
    [
        ("He met the Russian president .", "the Russian president", ("Vladimir Putin",)),
        ("The French leader said so .", "The French leader", ("Emmanuel Macron",)),
        ("The two leaders agreed .", "The two leaders", ("Emmanuel Macron", "Vladimir Putin")),
        ("Both presidents agreed .", "Both presidents", ("Emmanuel Macron", "Vladimir Putin")),
        ("The two countries agreed .", "The two countries", ("France", "Russia")),
        ("The presidents of Russia and France agreed .", "The presidents of Russia and France",
         ("Vladimir Putin", "Emmanuel Macron")),
        ("The Russian foreign minister said so .", "The Russian foreign minister", ("Sergei Lavrov",)),
        ("Both foreign ministers of Russia and France met .", "Both foreign ministers of Russia and France",
         ("Sergei Lavrov", "Jean-Yves Le Drian")),
    ],
)  # fmt: skip
def test_roles_by_the_article_and_then_by_the_registry(
    line: str, phrase: str, names: tuple[str, ...]
) -> None:
    assert mentions(read(MACRON, line, published="2018-05-24"))[phrase] == names


def test_a_counterpart_in_the_article_before_one_at_the_time() -> None:
    reading = read(
        "German Foreign Minister [Heiko Maas]PER met his French counterpart .",
        "France 's foreign minister , [Anna Example]PER , said so .",
        published="2019-01-01",
    )
    assert mentions(reading)["his French counterpart"] == ("Anna Example",)
    reading = read(
        "German Foreign Minister [Heiko Maas]PER met his French counterpart .", published="2019-01-01"
    )
    assert mentions(reading)["his French counterpart"] == ("Jean-Yves Le Drian",)


def test_a_counterpart_nobody_knows() -> None:
    reading = read(
        "German Foreign Minister [Heiko Maas]PER met his Comorian counterpart .", published="2019-01-01"
    )
    (name,) = mentions(reading)["his Comorian counterpart"]
    assert name == "Comorian foreign minister"
    assert actor(reading, name).id == "role:COM:foreign-minister"
    assert actor(reading, name).country == "COM"


def test_the_office_at_the_date_of_the_article() -> None:
    line = "The US secretary of state said so ."
    assert mentions(read(line, published="2013-01-15"))["The US secretary of state"] == ("Hillary Clinton",)
    assert mentions(read(line, published="2018-08-04"))["The US secretary of state"] == ("Mike Pompeo",)
    (unknown,) = mentions(read(line))["The US secretary of state"]
    assert unknown == "US secretary of state"


def test_a_former_holder_is_not_the_holder() -> None:
    lines = [
        "Former President [Barack Obama]PER spoke_VERB in the United States .",
        "The president said so .",
    ]
    reading = read(*lines, published="2018-06-01")
    assert mentions(reading)["The president"] == ("Donald Trump",)


def test_the_president_is_that_of_the_state_an_article_is_written_for() -> None:
    reading = read(
        "US President [Barack Obama]PER spoke_VERB .",
        "Turkish President [Recep Tayyip Erdogan]PER listened_VERB .",
        "The president agreed .",
        published="2015-03-11",
        source="NPR",
    )
    assert mentions(reading)["The president"] == ("Barack Obama",)


def test_unnamed_people_are_actors_too() -> None:
    reading = read("A French official said so .", "The official added a word .", "Western nations agreed .")
    seen = mentions(reading)
    assert seen["A French official"] == seen["The official"] == ("French official",)
    assert actor(reading, "French official").country == "FRA"
    assert str(actor(reading, "French official").kind) == "person"
    assert str(actor(reading, "Western nations").kind) == "group"


def test_armed_people_and_the_press() -> None:
    reading = read("Pro - Russian separatists fought_VERB .", "One_NUM German newspaper said so .")
    assert str(actor(reading, "Pro-Russian separatists").kind) == "armed_group"
    assert str(actor(reading, "German newspaper").kind) == "organization"


@pytest.mark.parametrize(
    ("lines", "phrase", "name", "id"),
    [
        (["The Russian foreign ministry said so ."], "The Russian foreign ministry",
         "Russian foreign ministry", "body:RUS:foreign-ministry"),
        (["Turkey 's parliament said so ."], "Turkey's parliament",
         "Turkish parliament", "body:TUR:parliament"),
        (["Ukraine met .", "The defence ministry said so ."], "The defence ministry",
         "Ukrainian defence ministry", "body:UKR:defence-ministry"),
        (["The Syrian government said so ."], "The Syrian government", "Syria", "state:SYR"),
        (["The [Trump]PER administration said so ."], "The Trump administration",
         "Trump administration", "body:USA:trump-administration"),
        (["[Justin Trudeau]PER left_VERB .", "Trudeau 's office said so ."], "Trudeau's office",
         "Trudeau's office", "body:CAN:trudeau-s-office"),
    ],
)  # fmt: skip
def test_bodies_of_a_state(lines: list[str], phrase: str, name: str, id: str) -> None:
    reading = read(*lines, published="2018-01-01")
    assert mentions(reading)[phrase] == (name,)
    assert actor(reading, name).id == id


def test_a_body_named_before_comes_back() -> None:
    reading = read(
        "France and Germany met .", "The Russian foreign ministry said so .", "The ministry added more ."
    )
    assert mentions(reading)["The ministry"] == ("Russian foreign ministry",)


def test_a_source_that_nothing_else_names() -> None:
    reading = read("A cable said so .", "Others_NOUN agreed .", speakers=("A cable", "Others"))
    assert mentions(reading)["A cable"] == ("cable",)
    assert mentions(reading)["Others"] == ("others",)


def test_a_statement_is_whose_it_was_last() -> None:
    reading = read("[Anna Example]PER said so .", "The statement said more .",
                   speakers=("Anna Example", "The statement"))  # fmt: skip
    assert mentions(reading)["The statement"] == ("Anna Example",)


@pytest.mark.parametrize(
    "line",
    [
        "Their leader said so .",
        "Its leaders agreed .",
        "His minister met her spokesman .",
        "My president agreed .",
    ],
)
def test_possessors_whom_nobody_knows(line: str) -> None:
    for names in mentions(read(line, published="2018-05-24")).values():
        assert all(name.split()[-1] in line for name in names)


def test_an_hour_is_no_prime_minister() -> None:
    assert mentions(read("They met at 3_NUM PM_NOUN in Berlin .", published="2018-05-24")) == {}


def test_a_named_counterpart_has_the_office_and_the_state() -> None:
    reading = read(
        "Chadian Foreign Minister [Anna Example]PER met_VERB her counterpart from Ghana ,"
        " [Bela Sample]PER , in Accra ."
    )
    bela = actor(reading, "Bela Sample")
    assert bela.country == "GHA"
    assert [(o.title, o.of) for o in bela.offices] == [("foreign minister", "Ghana")]

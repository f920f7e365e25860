from __future__ import annotations

import pytest

from actors.drawn import read
from actors.seen import actor, mentions, offices


def test_a_surname_is_its_full_name() -> None:
    reading = read("[Sergei Lavrov]PER spoke_VERB .", "[Lavrov]PER added a word .")
    assert mentions(reading)["Lavrov"] == ("Sergei Lavrov",)
    assert actor(reading, "Sergei Lavrov").id == "person:sergei-lavrov"


def test_spellings_are_one_person_and_all_are_kept() -> None:
    lavrov = actor(read("[Sergey Lavrov]PER said so .", "[Sergei Lavrov]PER left_VERB ."), "Sergei Lavrov")
    assert {"Sergei Lavrov", "Sergey Lavrov"} <= set(lavrov.names)


def test_a_person_whom_the_registry_does_not_know() -> None:
    reading = read("Mayor [Anna Example]PER spoke_VERB .", "Ms. [Example]PER added more .")
    assert actor(reading, "Anna Example").id == "person:anna-example"
    assert mentions(reading)["Ms. Example"] == ("Anna Example",)


def test_a_single_name_holds_in_its_article_only() -> None:
    reading = read("Mr. [Quimby]PER spoke_VERB .", id="a-1")
    assert actor(reading, "Quimby").id == "person:quimby@a-1"


@pytest.mark.parametrize(
    ("line", "name"),
    [("Mr. [Clinton]PER said so .", "Bill Clinton"), ("Mrs. [Clinton]PER said so .", "Hillary Clinton")],
)
def test_a_form_of_address_tells_which_of_two(line: str, name: str) -> None:
    reading = read("[Hillary Clinton]PER and [Bill Clinton]PER came_VERB .", line)
    assert mentions(reading)[line.split(" said", maxsplit=1)[0].replace("[", "").replace("]PER", "")] == (
        name,
    )


def test_a_single_name_of_the_registry_at_the_time() -> None:
    reading = read("North Korea said Mr. [Kim]PER would go .", published="2018-05-26")
    assert mentions(reading)["Mr. Kim"] == ("Kim Jong Un",)
    reading = read("North Korea said Mr. [Kim]PER would go .", published="2010-05-26")
    assert mentions(reading)["Mr. Kim"] == ("Kim Jong-il",)


def test_of_two_of_a_name_the_one_who_leads_the_state_is_meant() -> None:
    reading = read("South Korea said that Mr. [Lee]PER would go .", published="2015-03-20")
    assert mentions(reading)["Mr. Lee"] != ("Lee Myung-bak",)
    reading = read("South Korea said that Mr. [Lee]PER would go .", published="2010-05-26")
    assert mentions(reading)["Mr. Lee"] == ("Lee Myung-bak",)


def test_the_family_name_alone_is_no_minister_of_a_small_state() -> None:
    reading = read("Ms. [Hill]PER told the committee so .", published="2019-11-21")
    assert mentions(reading)["Ms. Hill"] == ("Hill",)
    reading = read("El Salvador said that Ms. [Hill]PER would go .", published="2019-11-21")
    assert mentions(reading)["Ms. Hill"] == ("Alexandra Hill",)


def test_who_still_holds_office_is_meant_where_an_article_has_no_date() -> None:
    reading = read("Jordan said that Mr. [Hussein]PER would go .")
    assert mentions(reading)["Mr. Hussein"] != ("King Hussein",)


def test_another_spelling_is_somebody_of_the_registry_only_where_he_fits() -> None:
    reading = read("[Michael Moore]PER made a film .", published="2018-05-14")
    assert actor(reading, "Michael Moore").id == "person:michael-moore"
    reading = read("[Michael Moore]PER led New Zealand then .", published="2018-05-14")
    assert actor(reading, "Mike Moore").country == "NZL"


def test_a_title_tells_whom_a_single_name_means() -> None:
    reading = read("President [Trump]PER met [Ivanka Trump]PER .", published="2018-05-14")
    assert mentions(reading)["President Trump"] == ("Donald Trump",)


def test_a_name_that_the_model_missed() -> None:
    reading = read("[Emmanuel Macron]PER spoke_VERB .", "Later_ADV Macron added a word .")
    assert mentions(reading)["Macron"] == ("Emmanuel Macron",)


def test_a_capital_that_is_also_a_surname() -> None:
    reading = read("[Valerie Paris]PER spoke_VERB .", "[Paris]PER said more .")
    assert mentions(reading)["Paris"] == ("Valerie Paris",)


def test_names_joined_by_a_hyphen() -> None:
    reading = read("Russia praised_VERB the [Obama - Putin]PER meeting .", published="2013-09-05")
    seen = mentions(reading)
    assert (seen["Obama"], seen["Putin"]) == (("Barack Obama",), ("Vladimir Putin",))


@pytest.mark.parametrize(
    ("lines", "person", "office"),
    [
        (["French Foreign Minister [Jean - Yves Le Drian]PER said so ."], "Jean-Yves Le Drian",
         "foreign minister of France: French Foreign Minister Jean-Yves Le Drian"),
        (["[Sergei Lavrov]PER , the Russian foreign minister , said so ."], "Sergei Lavrov",
         "foreign minister of Russia: Sergei Lavrov, the Russian foreign minister"),
        (["Russia 's foreign minister , [Sergei Lavrov]PER , said so ."], "Sergei Lavrov",
         "foreign minister of Russia: Russia's foreign minister, Sergei Lavrov"),
        (["[Angela Merkel]PER is the chancellor of Germany ."], "Angela Merkel",
         "chancellor of Germany: Angela Merkel is the chancellor of Germany"),
        (["Prime Minister [David Cameron]PER of Britain spoke_VERB ."], "David Cameron",
         "prime minister of United Kingdom: Prime Minister David Cameron of Britain"),
        (["Former French president [Francois Hollande]PER spoke_VERB ."], "Francois Hollande",
         "former president of France: Former French president Francois Hollande"),
        (["Kremlin spokesman [Dmitry Peskov]PER said so ."], "Dmitry Peskov",
         "Kremlin spokesman of Russia: Kremlin spokesman Dmitry Peskov"),
        (["NATO secretary - general [Jens Stoltenberg]PER said so ."], "Jens Stoltenberg",
         "secretary-general of NATO: NATO secretary-general Jens Stoltenberg"),
        (["French President [Emmanuel Macron]PER met his Russian counterpart [Vladimir Putin]PER ."],
         "Vladimir Putin", "president of Russia: his Russian counterpart Vladimir Putin"),
    ],
)  # fmt: skip
def test_the_office_that_an_article_gives(lines: list[str], person: str, office: str) -> None:
    assert offices(read(*lines))[person] == [office]


def test_a_senator_is_of_the_state_not_of_the_party() -> None:
    reading = read("The United States voted .", "Republican Senator [Bob Corker]PER said so .")
    assert offices(reading)["Bob Corker"] == ["senator of United States: Republican Senator Bob Corker"]
    assert mentions(reading)["Republican"] == ("Republican Party",)


def test_two_offices_at_once() -> None:
    reading = read("[Tony Blair]PER , the peace envoy and former British prime_ADJ minister , said so .")
    assert [o.partition(":")[0] for o in offices(reading)["Tony Blair"]] == [
        "special envoy",
        "former prime minister of United Kingdom",
    ]


def test_an_office_whose_state_is_only_implied() -> None:
    reading = read("[Pravind Jugnauth]PER was in Mauritius .", "Prime Minister [Jugnauth]PER said so .")
    assert offices(reading)["Pravind Jugnauth"] == ["prime minister of Mauritius: Prime Minister Jugnauth"]


def test_a_plural_title_before_several_names() -> None:
    reading = read("Presidents [Macron]PER and [Putin]PER met .", published="2018-05-24")
    assert set(offices(reading)) == {"Emmanuel Macron", "Vladimir Putin"}


def test_a_rank_says_the_state() -> None:
    reading = read("NATO 's supreme allied commander , U.S. Gen. [Philip Example]PER , said so .")
    assert actor(reading, "Philip Example").country == "USA"


def test_a_headline_with_capitals_everywhere_names_nobody_behind_a_title() -> None:
    reading = read("Choice Of Example As Egypt Prime_ADJ Minister Uncertain Once More")
    assert "Uncertain" not in mentions(reading)


def test_what_is_no_office() -> None:
    assert offices(read("Analyst [Anna Example]PER said so .")) == {}
    assert offices(read("A friend , [Anna Example]PER , said so .")) == {}


def test_dates_of_offices_come_from_the_registry() -> None:
    reading = read("French President [Emmanuel Macron]PER said so .", published="2019-08-19")
    (office,) = actor(reading, "Emmanuel Macron").offices
    assert (office.title, office.of, office.since, office.until) == (
        "president",
        "France",
        "2017-05-14",
        None,
    )


def test_an_outlet_before_its_reporter() -> None:
    reading = read("The BBC 's [Anna Example]PER said so .")
    assert mentions(reading) == {"The BBC's Anna Example": ("Anna Example",)}


def test_a_family_name_that_begins_an_adjective() -> None:
    assert mentions(read("The [Obama - led]PER talks went_VERB on .", published="2013-09-05"))["Obama"] == (
        "Barack Obama",
    )


def test_the_state_of_a_colleague_is_not_his_own() -> None:
    reading = read("Foreign Minister [Jürgen Müller]PER met his French colleague .")
    assert offices(reading)["Jürgen Müller"] == ["foreign minister: Foreign Minister Jürgen Müller"]

"""Who acts for whom, as far as the registry knows."""

from __future__ import annotations

from dragoman import who


def test_a_state_has_its_bodies_and_those_who_held_its_offices() -> None:
    france = who.standing_of("state:FRA")
    assert france
    assert (france.name, france.country, france.home) == ("France", "FRA", None)
    assert {"france", "elysee palace"} <= france.offices
    assert {"person:emmanuel-macron", "person:jean-yves-le-drian"} <= set(france.holders)
    assert {"french", "paris", "france"} <= france.words
    assert "elysee palace" not in france.words


def test_an_organisation_has_those_who_held_its_offices_and_no_country() -> None:
    nato = who.standing_of("igo:nato")
    assert nato
    assert nato.country is None
    assert "person:jens-stoltenberg" in nato.holders
    assert "norway" not in nato.offices


def test_a_person_is_at_home_in_a_state_and_nobody_acts_for_him() -> None:
    lavrov = who.standing_of("person:sergei-lavrov")
    assert lavrov
    assert (lavrov.country, lavrov.home, lavrov.holders) == (None, "RUS", ())


def test_who_is_not_known_has_no_standing() -> None:
    assert who.standing_of("person:nobody") is None


def test_a_word_for_a_state_gives_its_name_but_its_capital_does_not() -> None:
    nations = who.nations()
    assert nations["syrian"] == nations["syria"] == "Syria"
    assert "damascus" not in nations

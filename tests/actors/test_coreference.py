from __future__ import annotations

from dataclasses import replace

import pytest

from actors.drawn import read
from actors.seen import actor, mentions
from dragoman.types import Attribution, Reading, Span

MEETING = "[Emmanuel Macron]PER met [Angela Merkel]PER ."


@pytest.mark.parametrize(
    ("line", "pronoun", "names"),
    [
        ("He said so .", "He", ("Emmanuel Macron",)),
        ("She said so .", "She", ("Angela Merkel",)),
        ("He told her a word .", "her", ("Angela Merkel",)),
        ("It was clear that he agreed .", "It", None),
    ],
)
def test_he_and_she(line: str, pronoun: str, names: tuple[str, ...] | None) -> None:
    assert mentions(read(MEETING, line)).get(pronoun) == names


def test_they_are_those_whom_and_joins() -> None:
    reading = read("[Emmanuel Macron]PER and [Angela Merkel]PER met .", "They agreed .")
    assert mentions(reading)["They"] == ("Emmanuel Macron", "Angela Merkel")


def test_it_is_a_state_or_a_body() -> None:
    reading = read("The Kremlin said so .", "It added a word .")
    assert mentions(reading)["It"] == ("Kremlin",)


def test_a_subject_comes_before_an_object() -> None:
    reading = read("[Emmanuel Macron]PER met [Vladimir Putin]PER .", "He agreed .")
    assert mentions(reading)["He"] == ("Emmanuel Macron",)


def test_a_speaker_comes_before_others() -> None:
    reading = read("[Vladimir Putin]PER and [Emmanuel Macron]PER agreed .", "He added a word .",
                   speakers=("Vladimir Putin",))  # fmt: skip
    assert mentions(reading)["He"] == ("Vladimir Putin",)


def test_pronouns_in_quotations_are_left_alone() -> None:
    reading = read("[Emmanuel Macron]PER said “ he agreed ” .")
    assert "he" not in mentions(reading)


def test_a_relative_pronoun_goes_back_to_the_mention_before_it() -> None:
    reading = read("[Emmanuel Macron]PER met [Angela Merkel]PER , who_PRON agreed .")
    assert mentions(reading)["who"] == ("Angela Merkel",)


def test_nobody_too_far_away() -> None:
    reading = read(MEETING, *["The talks went_VERB on ."] * 6, "She said so .")
    assert "She" not in mentions(reading)


def test_a_possessive_within_a_longer_mention() -> None:
    reading = read("[Emmanuel Macron]PER met [Angela Merkel]PER .", "He thanked his foreign minister .")
    found = mentions(reading)
    assert found["his"] == ("Emmanuel Macron",)
    assert found["his foreign minister"] != ("Emmanuel Macron",)


def _quoting(reading: Reading, source: str) -> Reading:
    """The reading, with all its quotations said by one source."""
    start = reading.article.text.index(source)
    contents = tuple(q.outer for q in reading.quotations)
    return replace(
        reading, attributions=(Attribution(Span(start, start + len(source)), None, contents, is_said=True),)
    )


def test_the_speaker_is_i_and_nobody_else() -> None:
    reading = read("[Emmanuel Macron]PER met [Vladimir Putin]PER .", "Macron said “ I told him so ” .")
    found = mentions(_quoting(reading, "Macron said"))
    assert found["I"] == ("Emmanuel Macron",)
    assert found["him"] == ("Vladimir Putin",)


def test_a_country_is_the_state_named_last() -> None:
    reading = read("[France]LOC agreed .", "The country added a word .")
    assert mentions(reading)["The country"] == ("France",)
    assert actor(reading, "France").names == ("France",)


@pytest.mark.parametrize(
    "line",
    [
        "[France]LOC met [Germany]LOC .",
        "A word was said .",
        "Officials said “ [France]LOC agreed ” .",
    ],
)
def test_a_country_that_cannot_be_told(line: str) -> None:
    reading = read(line, "The country added a word .")
    assert "The country" not in mentions(reading)


def test_that_country_is_the_last_of_several() -> None:
    reading = read("[France]LOC met [Germany]LOC .", "That country added a word .")
    assert mentions(reading)["That country"] == ("Germany",)


@pytest.mark.parametrize(
    ("line", "pronoun"),
    [
        ("He met [Vladimir Putin]PER .", "He"),  # who meets Putin is not Putin
        ("[Vladimir Putin]PER told him a word .", "him"),  # nor is whom Putin tells
    ],
)
def test_who_is_named_beside_a_pronoun_is_somebody_else(line: str, pronoun: str) -> None:
    before = (
        "[Vladimir Putin]PER said so .",
        "[Emmanuel Macron]PER said so .",
        "[Vladimir Putin]PER added a word .",
    )
    assert mentions(read(*before, line)).get(pronoun) == ("Emmanuel Macron",)

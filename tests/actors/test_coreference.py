from __future__ import annotations

import pytest

from actors.drawn import read
from actors.seen import mentions

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

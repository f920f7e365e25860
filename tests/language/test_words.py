"""Words: what comes apart, what stays whole, and that offsets are exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.words import split


def forms(text: str) -> str:
    """The words of a text with bars between them."""
    return "|".join(text[word.start : word.end] for word in split(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They|do|n't|know|."),
        ("They don’t, and we can’t.", "They|do|n’t|,|and|we|ca|n’t|."),
        ("We cannot.", "We|can|not|."),
        ("He wouldn't've gone", "He|would|n't|'ve|gone"),
        ("Lavrov's and the ministers’ talks", "Lavrov|'s|and|the|ministers|’|talks"),
        ("the U.S.'s offer, the (UN)'s", "the|U.S.|'s|offer|,|the|(|UN|)|'s"),
        ("O'Brien in Sana'a, d’affaires", "O'Brien|in|Sana'a|,|d’affaires"),
    ],
)
def test_contractions_come_apart(text: str, expected: str) -> None:
    """Clitics are words of their own; apostrophes inside names are not."""
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the vice-president", "the|vice|-|president"),
        ("an ex-president's pro-Russian e-mail", "an|ex-president|'s|pro-Russian|e-mail"),
        ("Bashar al-Assad", "Bashar|al|-|Assad"),
        ("the mid-1980s, anti-U.S. crowds", "the|mid-1980s|,|anti-U.S.|crowds"),
        ("the Franco-German summit", "the|Franco|-|German|summit"),
    ],
)
def test_hyphens(text: str, expected: str) -> None:
    """A hyphen joins a prefix to its word and separates everything else."""
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gen. Smith of the U.S. Army, at 5 p.m. on Sept. 5.",
            "Gen.|Smith|of|the|U.S.|Army|,|at|5|p.m.|on|Sept.|5|.",
        ),
        ("Mr. Le Drian and J. K. Rowling", "Mr.|Le|Drian|and|J.|K.|Rowling"),
        ("No. 10 said no. Others agreed", "No.|10|said|no|.|Others|agreed"),
        ("shown on RT. Later", "shown|on|RT|.|Later"),
        ("the 1990s, the 24th of May", "the|1990s|,|the|24th|of|May"),
        ("US$1.5bn, €3,000 and 5%", "US|$|1.5|bn|,|€|3,000|and|5|%"),
        ("the G7, 9/11 and 24-26 August", "the|G7|,|9/11|and|24|-|26|August"),
        ("see https://example.org/a-b?c=d. Or", "see|https://example.org/a-b?c=d|.|Or"),
        ("“Well…” – he – she -- it ...", "“|Well|…|”|–|he|–|she|--|it|..."),
        ("What?! Never!!", "What|?!|Never|!!"),
    ],
)
def test_abbreviations_numbers_and_marks(text: str, expected: str) -> None:
    """Abbreviations keep their stop, numbers their commas, runs of marks stay together."""
    assert forms(text) == expected


def test_white_space_belongs_to_no_word() -> None:
    """Not even no-break spaces and new lines."""
    assert forms(" a\u00a0b\n\n\tc ") == "a|b|c"
    assert split("") == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("'’.-“” nt\n0"))))
def test_words_cover_all_but_white_space(text: str) -> None:
    """Words are ordered, do not overlap, and leave out nothing but white space."""
    words = split(text)
    assert all(word.start < word.end for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert "".join(text[word.start : word.end] for word in words) == "".join(text.split())

"""Lists of links inside sentences are blanked, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.asides import blanked

LINKS = " Joan Mary BellSenators question the plan Poll: voters split on trade MORE"


@pytest.mark.parametrize(
    ("before", "links", "after"),
    [
        ("Senator Bell", LINKS, " said on Friday that"),
        ("“No,” said Bell", LINKS, "."),
        ("Roland Bell", " Roland (Rolly) Bell2020 candidates meet Five takeaways MORE", ", who left,"),
        ("Speaker Bell", " Joan Bell Judges hear the case Bell’s lawyers object MORE", " (R-Ohio) said"),
    ],
)
def test_links_behind_a_name_are_blanked(before: str, links: str, after: str) -> None:
    assert blanked(before + links + after) == before + " " * len(links) + after


@pytest.mark.parametrize(
    "text",
    [
        "Bell said that Joan Bell wants MORE of it.",
        "READ MORE: Bell meets Bellini, and MORE",
        "Bell met\nJoan BellSenators question the plan MORE",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert blanked(text) == text


@given(st.text(alphabet="ab BMORE.\n’“"))
def test_the_length_and_what_is_left_stay(text: str) -> None:
    found = blanked(text)
    assert len(found) == len(text)
    assert all(b in {a, " "} for a, b in zip(text, found, strict=True))

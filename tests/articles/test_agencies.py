"""Agencies are credited at the head and at the foot of a report, not in what it tells."""

from __future__ import annotations

import pytest

from dragoman import articles
from dragoman.types import Page

LEAD = "The foreign ministers of France and Russia met on Thursday and agreed to meet again in the autumn."
MORE = "They spoke for two hours about the war, a spokesman for the French ministry told Reuters on Thursday."


def credited(*parts: str) -> tuple[str, ...]:
    (found,) = articles.parse(Page("report.txt", "\n\n".join(parts).encode())).articles
    return found.credits


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("PARIS (Reuters) - ", ("Reuters",)),
        ("PARIS, July 6 (Xinhua) -- ", ("Xinhua",)),
        ("PARIS (AP) — ", ("Associated Press",)),
        ("PARIS /AFP/ — ", ("AFP",)),
        ("Berlin (dpa) - ", ("DPA",)),
        ("PARIS, 6 July 2017 (Harbour Wire) - ", ("Harbour Wire",)),
        ("PARIS — ", ()),
    ],
)
def test_a_dateline(head: str, expected: tuple[str, ...]) -> None:
    assert credited("Ministers meet in Paris", head + LEAD, MORE) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By AFP", ("AFP",)),
        ("By Ann Lee, Associated Press", ("Associated Press",)),
        ("By Ann Lee and Bo Ek", ()),
    ],
)
def test_a_byline(byline: str, expected: tuple[str, ...]) -> None:
    assert credited("Ministers meet in Paris", byline, LEAD, MORE) == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("— AFP contributed to this report", ("AFP",)),
        ("The Associated Press contributed to this report.", ("Associated Press",)),
        ("Ann Lee, Bo Ek and the Associated Press contributed to this article.", ("Associated Press",)),
        (
            "Associated Press writers Ann M. Lee in Paris and Bo Ek in Moscow contributed to this report.",
            ("Associated Press",),
        ),
        ("Reuters and The Associated Press contributed.", ("Reuters", "Associated Press")),
        ("Contributing: Ann Lee, Bo Ek; The Associated Press", ("Associated Press",)),
        ("(Reporting by Ann Lee in Paris; Editing by Bo Ek)", ("Reuters",)),
        ("(With inputs from ANI and PTI)", ("ANI", "PTI")),
        ("© 2017 AFP", ("AFP",)),
        ("Copyright 2017 The Associated Press. All rights reserved.", ("Associated Press",)),
        ("© Thomson Reuters 2017", ("Reuters",)),
        ("Source: TASS", ("TASS",)),
        ("(AFP)", ("AFP",)),
        ("AFP, Reuters", ("AFP", "Reuters")),
        ("Both sides expect to meet again before the end of the year. (PTI)", ("PTI",)),
        ("Both sides expect to meet again before the end of the year. — Reuters", ("Reuters",)),
        ("Fox News' Ann Lee contributed to this report.", ()),
        ("CNN's Ann Lee contributed to this report.", ()),
        ("Ann Lee contributed to this report.", ()),
        ("Photo: AFP", ()),
        ("He told AFP that the sanctions have contributed to the crisis.", ()),
        ("The talks will go on in Moscow, according to Interfax.", ()),
    ],
)
def test_a_foot(foot: str, expected: tuple[str, ...]) -> None:
    assert credited("Ministers meet in Paris", LEAD, MORE, foot) == expected


def test_each_once_head_first() -> None:
    foot = "AFP and Reuters contributed to this report."
    assert credited("Ministers meet in Paris", "PARIS (Reuters) - " + LEAD, MORE, foot) == ("Reuters", "AFP")


def test_a_sign_off_says_nothing_where_an_agency_is_named() -> None:
    foot = "(Reporting by Ann Lee; editing by Bo Ek)"
    head = "PARIS, 6 July 2017 (Harbour Wire) - "
    assert credited("Ministers meet in Paris", head + LEAD, MORE, foot) == ("Harbour Wire",)


def test_what_is_told_in_the_middle_is_no_credit() -> None:
    assert credited("Ministers meet in Paris", LEAD, "Sources: AFP and TASS.", *[MORE] * 5) == ()

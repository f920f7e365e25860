"""Datelines at the head of paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles import datelines

REST = "The ministers met on Thursday."


@pytest.mark.parametrize(
    ("head", "date", "agency"),
    [
        ("PARIS (AFP) — ", None, "AFP"),
        ("Paris (AP) -- ", None, "AP"),
        ("LA MALBAIE, Quebec (Reuters) - ", None, "Reuters"),
        ("SEOUL/TOKYO (Reuters) - ", None, "Reuters"),
        ("(CNN) ", None, "CNN"),
        ("(AFP) — ", None, "AFP"),
        ("TODAY HARBOUR (Voz de la Costa) ", None, "Voz de la Costa"),
        ("MOSCOW, July 6 (X) - ", "July 6", "X"),
        ("MOSCOW, July 6. /TASS/. ", "July 6", "TASS"),
        ("BEIJING, July 6, 2017 (Xinhua) -- ", "July 6 2017", "Xinhua"),
        ("Varnes, 6 July 2017 — ", "6 July 2017", None),
        ("Tehran, June 5, IRNA – ", "June 5", "IRNA"),
        ("coast News, 5 February - ", "5 February", "coast News"),
        ("KUWAIT: ", None, None),
        ("HANOI, Vietnam — ", None, None),
        ("WASHINGTON— ", None, None),
        ("ST. PETERSBURG – ", None, None),
    ],
)
def test_a_dateline_ends_where_the_report_begins(head: str, date: str | None, agency: str | None) -> None:
    found = datelines.find(head + REST, at_head=True, colon=True)
    assert found is not None
    assert (head + REST)[found.end :] == REST
    assert (found.date, found.agency) == (date, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "Agence France-Presse (AFP) said that the talks had failed.",
        "The Syrian Observatory (SOHR) - a group based in Britain - said so.",
        "On the morning of July 15 — the day of the talks — it rained.",
        "Monday, July 15 — the first day of talks — went well.",
        "NATO — the alliance — agreed.",
        "BREAKING: The talks have failed.",
        "WATCH: The ministers meet.",
        "Rep. Ann Lee (D-CA) – the chairwoman – agreed.",
        "PARIS (AFP) — ",
        "",
    ],
)
def test_a_sentence_is_no_dateline(paragraph: str) -> None:
    assert datelines.find(paragraph, at_head=True, colon=True) is None


def test_a_place_alone_is_a_dateline_only_at_the_head() -> None:
    assert datelines.find("KUWAIT: " + REST, at_head=False, colon=True) is None
    assert datelines.find("KUWAIT: " + REST, at_head=True, colon=False) is None
    assert datelines.find("PARIS (AFP) - " + REST, at_head=False, colon=False) is not None


@given(st.text(alphabet="AB ab(),.-—:/\n1", max_size=150))
def test_any_paragraph_will_do(paragraph: str) -> None:
    found = datelines.find(paragraph, at_head=True, colon=True)
    assert found is None or paragraph[found.end :].strip()

"""The outlet of an article where its text names one."""

from __future__ import annotations

import pytest

from dragoman.articles import text

REPORT = "The envoys of the two neighbours met in Geneva on Thursday, officials said."


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Courier Bulletin / News Desk\n\n", "Courier Bulletin"),
        ("DAILY COURIER\n\n", "DAILY COURIER"),
        ("News Desk\n\n", None),
        ("Ann Lee\n\n", None),
        ("By Ann Lee, Coast Times\n\n", "Coast Times"),
        ("The Riverside Reader, 28 July 2019\n\n", "The Riverside Reader"),
        ("Geneva, 28 July 2019\n\n", None),
        ("GENEVA (Reuters) - ", "Reuters"),
        ("Coast Times\n\nGENEVA (Reuters) - ", "Coast Times"),
        ("", None),
    ],
)
def test_the_head_or_the_dateline_names_the_outlet(head: str, outlet: str | None) -> None:
    assert text.draft(f"Envoys reopen channel after freeze\n\n{head}{REPORT}").source == outlet

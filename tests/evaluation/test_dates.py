"""The score of dates, on a file made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from evaluation.timex import plain

from evaluation import dates

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<text id="a" dateCreated="2017-07-07"><p><s>
They\tPP\tthey
met\tVVD\tmeet
on\tIN\ton
<date when="2017-06-30">
June\tNP\tJune
30\tCD\t30
</date>
,\t,\t,
in\tIN\tin
the\tDT\tthe
<date from="1990-01-01" to="1999-12-31">
1990s\tNNS\t1990s
</date>
.\tSENT\t.
</s></p></text>"""


def test_a_file(tmp_path: Path) -> None:
    """The words are put together again, and dates that cover the same days are right."""
    (tmp_path / "a.xml").write_text(PAGE, encoding="utf-8")
    gold = dates.read(tmp_path / "a.xml")
    assert gold.text == "They met on June 30, in the 1990s."
    assert [gold.text[s.start : s.end] for s, _, _ in gold.times] == ["June 30", "1990s"]
    scores = dates.score(tmp_path, plain, errors=5)
    assert (scores["strict"]["f1"], scores["relaxed"]["f1"], scores["value"]["f1"]) == (0.5, 1.0, 1.0)
    assert scores["errors"] == []


@pytest.mark.parametrize(
    ("attributes", "days"),
    [
        ({"when": "2004"}, "2004-01-01/2004-12-31"),
        ({"when": "2016-02"}, "2016-02-01/2016-02-29"),
        ({"notAfter": "1900-01-01"}, "0001-01-01/1900-01-01"),
        ({"from": "--03", "to": "--06"}, "--03/--06"),
    ],
)
def test_days(attributes: dict[str, str], days: str) -> None:
    """Dates of any precision, open ends, and what cannot be told."""
    assert dates.days_of(attributes) == days

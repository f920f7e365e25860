"""`dragoman positions`: what a person sees of two sides, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import rivals
import snapshots
from dragoman import store, who
from dragoman.analysis import positions
from dragoman.cli.render_positions import render
from dragoman.export.document import Document
from paper import Paper

SHOWN = Path(__file__).parent / "shown"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Calls a command over the record of the rivals."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        rivals.fill(db)
    return run


def printed(found: positions.Positions, *, width: int) -> str:
    paper = Paper(is_terminal=True, width=width)
    render(found, paper.console)
    return paper.text()


def test_in_a_pipe(ask: Run) -> None:
    status, shown, said = ask("positions", "FRA", "Russia")
    assert (status, said) == (0, "")
    snapshots.check(SHOWN / "positions.txt", shown)


def test_since_a_date_what_is_new_is_shown_in_full_and_the_rest_in_brief(ask: Run) -> None:
    _, shown, _ = ask("positions", "FRA", "RUS", "--since", "2019")
    snapshots.check(SHOWN / "positions-since.txt", shown)


def test_two_sides_stand_beside_each_other_in_a_wide_terminal(
    document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # no page is found from here, so that links do not differ between machines
    of = [one for one in map(who.standing_of, ("state:FRA", "state:RUS")) if one]
    found = positions.make(document, of, nations=who.nations())
    snapshots.check(SHOWN / "positions-terminal.txt", printed(found, width=100))
    assert printed(found, width=80) != printed(found, width=100)


def test_about_leaves_only_what_has_the_words(ask: Run) -> None:
    _, shown, _ = ask("positions", "FRA", "RUS", "--about", "chemical weapons")
    assert "red line" in shown
    assert "Khan Sheikhun" not in shown


def test_without_a_topic_of_that_name_the_topics_are_told(ask: Run) -> None:
    status, shown, said = ask("positions", "FRA", "RUS", "--about", "mars")
    assert (status, shown) == (0, "")
    assert said.startswith("Nothing that France or Russia said or did about mars is in the record")
    assert "Khan Sheikhun" in said
    assert said.count("\n") == 1


def test_known_actors_of_whom_the_record_has_nothing(ask: Run) -> None:
    status, shown, said = ask("positions", "BRA", "JPN")
    assert (status, shown) == (0, "")
    assert said == "Nothing that Brazil or Japan said or did is in the record.\n"


def test_json_holds_the_record_that_it_cites(ask: Run) -> None:
    _, shown, _ = ask("positions", "le drian", "lavrov", "--json")
    found = json.loads(shown)
    ids = {
        record["id"] for kind in ("statements", "events", "alignments") for record in found["record"][kind]
    }
    assert {entry["record"] for issue in found["issues"] for entry in issue["entries"]} == ids
    assert [side["name"] for side in found["sides"]] == ["Jean-Yves Le Drian", "Sergei Lavrov"]


def test_json_of_nothing_is_a_document(ask: Run) -> None:
    _, shown, said = ask("positions", "BRA", "JPN", "--json")
    assert json.loads(shown)["issues"] == []
    assert said


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("FRA", "Lavrow"), "dragoman: nobody called “Lavrow” is known; close: Sergei Lavrov"),
        (("FRA", "FRA"), "dragoman: France cannot be compared with itself"),
        (("FRA", "Macron"), "dragoman: France and Emmanuel Macron are one side"),
    ],
)
def test_a_mistake_in_an_actor_is_one_line_and_status_2(
    ask: Run, words: tuple[str, str], reason: str
) -> None:
    status, shown, said = ask("positions", *words)
    assert (status, shown) == (2, "")
    assert said.startswith(reason)
    assert said.count("\n") == 1


def test_a_date_that_is_none_is_refused(ask: Run) -> None:
    status, _, said = ask("positions", "FRA", "RUS", "--since", "yesterday")
    assert status == 2
    assert "'yesterday' is no date; write 2017, 2017-06 or 2017-06-30" in said

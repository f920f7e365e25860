"""`dragoman timeline`: what a person sees of what happened between actors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import rivals
import snapshots
from builders import LAVROV, article, meeting, statement
from dragoman import store
from stored import put

SHOWN = Path(__file__).parent / "shown"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Calls a command over the record of the rivals, with a day on which much was said."""
    text = " ".join(f"“Word number {n} of many,” Lavrov said." for n in range(8)) + " Lavrov met somebody."
    of = article(text, published="2018-05-05", page="speech.txt")
    said = [statement(of, f"Word number {n} of many,", LAVROV, said_on="2018-05-04") for n in range(8)]
    with store.open(str(tmp_path / "record.sqlite")) as db:
        rivals.fill(db)
        put(db, of, *said, meeting(of, "Lavrov met somebody", LAVROV))
    return run


def test_of_one_actor_everything_with_long_days_folded(ask: Run) -> None:
    status, shown, said = ask("timeline", "Lavrov")
    assert (status, said) == (0, "")
    snapshots.check(SHOWN / "timeline.txt", shown)


def test_of_two_what_is_between_them(ask: Run) -> None:
    snapshots.check(SHOWN / "timeline-two.txt", ask("timeline", "FRA", "RUS")[1])


def test_the_same_actor_twice_counts_once(ask: Run) -> None:
    assert ask("timeline", "Lavrov", "sergei lavrov") == ask("timeline", "Lavrov")


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (("--since", "2019"), ["2019-08-20", "2019-08-20", "2019-09"]),
        (("--until", "2017-07-06"), ["2017-07-06"]),
        (("--since", "2018", "--until", "2018"), []),
        (("--about", "Khan Sheikhun", "--until", "2018"), ["2017-07-07"]),
    ],
)
def test_options_choose(ask: Run, options: tuple[str, ...], dates: list[str]) -> None:
    _, shown, _ = ask("timeline", "FRA", "RUS", *options, "--json")
    assert [entry["date"] for entry in json.loads(shown)["entries"]] == dates


def test_nothing_is_said_on_standard_error(ask: Run) -> None:
    assert ask("timeline", "BRA", "JPN") == (
        0,
        "",
        "Nothing of Brazil and Japan is in the record for this.\n",
    )


def test_an_unknown_actor_is_one_line_and_status_2(ask: Run) -> None:
    status, shown, said = ask("timeline", "FRA", "Lavrow")
    assert (status, shown) == (2, "")
    assert said.startswith("dragoman: nobody called “Lavrow” is known")
    assert said.count("\n") == 1

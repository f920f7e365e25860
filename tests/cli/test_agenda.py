"""`dragoman agenda`: what a person sees of meetings that were to be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import diary
import snapshots
from dragoman import store

SHOWN = Path(__file__).parent / "shown"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Calls a command over the diary."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        diary.fill(db)
    return run


def test_what_became_of_what_was_planned(ask: Run) -> None:
    status, shown, said = ask("agenda", "--today", "2017-09-30")
    assert (status, said) == (0, "")
    snapshots.check(SHOWN / "agenda.txt", shown)


def test_before_it_came_about(ask: Run) -> None:
    snapshots.check(SHOWN / "agenda-ahead.txt", ask("agenda", "FRA", "RUS", "--today", "2017-07-05")[1])


def test_json_has_the_records_that_it_names(ask: Run) -> None:
    found = json.loads(
        ask("agenda", "lavrov", "macron", "--today", "2017-07-20", "--grace", "10", "--json")[1]
    )
    assert [(one["state"], one["date"]) for one in found["entries"]] == [
        ("due", "2017-07-10"),
        ("undated", None),
    ]
    assert {one["id"] for one in found["record"]["meetings"]} == {one["record"] for one in found["entries"]}


def test_nothing_is_said_on_standard_error(ask: Run) -> None:
    assert ask("agenda", "BRA") == (0, "", "No planned meeting of Brazil is in the record for this.\n")


def test_a_day_that_is_none_is_refused(ask: Run) -> None:
    status, _, said = ask("agenda", "--today", "tomorrow")
    assert status == 2
    assert "'tomorrow' is no day; write it as 2017-06-30" in said

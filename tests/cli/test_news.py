"""`dragoman news`: what a person sees of what new reports changed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import diary
import snapshots
from dragoman import store

SHOWN = Path(__file__).parent / "shown"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Calls a command over the diary, in Greenwich."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        diary.fill(db)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield run
    time.tzset()


def count(shown: str) -> int:
    return len(json.loads(shown)["articles"])


def test_since_the_last_run(ask: Run) -> None:
    status, shown, said = ask("news")
    assert (status, said) == (0, "")
    snapshots.check(SHOWN / "news.txt", shown)
    assert ask("news", "--since", "last-run")[1] == shown


@pytest.mark.parametrize(
    ("options", "articles"),
    [
        (("--since", "2026-05-04"), 3),
        (("--since", "2026-05"), 3),
        (("--since", "2026-05-04T09:00:01"), 2),
        (("--since", "2026-05-05T11:00:30+02:00"), 1),
        (("--since", "yesterday", "--today", "2026-05-06"), 2),
        (("--since", "yesterday", "--today", "2026-05-07"), 0),
        (("--published", "--since", "2017-07-07"), 2),
        (("--published", "--since", "2017-08"), 1),
    ],
)
def test_since_when_one_likes(ask: Run, options: tuple[str, ...], articles: int) -> None:
    assert count(ask("news", *options, "--json")[1]) == articles


def test_a_query_chooses(ask: Run) -> None:
    _, shown, _ = ask("news", "kind:event")
    assert "New events" in shown
    assert "meeting" not in shown


def test_nothing_is_said_on_standard_error(ask: Run) -> None:
    assert ask("news", "about:mars") == (0, "", "Nothing new for about:mars since 5 May 2026, 09:00.\n")
    assert ask("news", "--since", "2030")[2] == "Nothing new since 1 January 2030, 00:00.\n"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (
            ("--since", "lately"),
            "'lately' is no date; write 2017-06-30, 2017-06-30T12:00, yesterday or last-run",
        ),
        (("--since", "2017-06-30T99:00"), "is no date"),
        (("--published",), "no run is known that it could begin with; name a date"),
    ],
)
def test_a_moment_that_is_none_is_refused(ask: Run, options: tuple[str, ...], reason: str) -> None:
    status, shown, said = ask("news", *options)
    assert (status, shown) == (2, "")
    assert reason in " ".join(said.split())


def test_without_a_run_a_date_must_be_named(run: Run) -> None:
    status, _, said = run("news")
    assert status == 2
    assert "no run is known" in said

"""Work in several processes: in order, a few ahead, and clear when it fails."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import pipeline, store
from dragoman.errors import MissingPath, WorkerLost
from dragoman.export import document
from dragoman.workers import spread

EXAMPLES = Path(__file__).parent.parent / "examples"


def fail(path: str) -> str:
    raise MissingPath(path)


def die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_results_come_in_order(jobs: int) -> None:
    assert list(spread(abs, range(-30, 0), jobs=jobs)) == [(-n, n) for n in range(30, 0, -1)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_asked_for_a_few_at_a_time(jobs: int) -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for i in range(1000):
            asked.append(i)
            yield i

    assert next(spread(abs, items(), jobs=jobs)) == (0, 0)
    assert len(asked) < 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_the_same_as_in_one_process(jobs: int) -> None:
    with pytest.raises(MissingPath, match="nowhere: no such file"):
        list(spread(fail, ["nowhere"], jobs=jobs))


@pytest.mark.skipif(os.name == "nt", reason="processes are killed so on POSIX")
def test_a_process_that_is_killed_is_told_in_one_line() -> None:
    with pytest.raises(WorkerLost, match="want of memory"):
        list(spread(die, [1], jobs=2))


def test_two_processes_make_the_record_that_one_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "ENOUGH", 1)
    shown = []
    for jobs in (1, 2):
        with store.open("sqlite://") as db:
            run = pipeline.read([str(EXAMPLES)], store=db, jobs=jobs)
            record = document.to_json(document.make(db.find()))
            shown.append(([o.articles for o in run.outcomes], record))
    assert shown[0] == shown[1]

"""Work that is spread over processes: a call for each of many items, the results in their order."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from dragoman.errors import WorkerLost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["spread"]

_AHEAD = 4
"""How many items wait for each process, so that none is idle and memory stays small."""

T = TypeVar("T")
R = TypeVar("R")


def spread(call: Callable[[T], R], items: Iterable[T], *, jobs: int) -> Iterator[tuple[T, R]]:
    """Each item with the result of the call for it, in order; in this process where there is one job.

    Items are asked for in this process, a few ahead of the results. What a call raises is raised here.

    Raises:
        WorkerLost: a process was killed, most often for want of memory.
    """
    if jobs == 1:
        yield from ((item, call(item)) for item in items)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start)
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(call, item)))
            if len(waiting) > _AHEAD * jobs:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())
    except BrokenProcessPool as error:
        raise WorkerLost(jobs) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _done(item: T, result: Future[R]) -> tuple[T, R]:
    return item, result.result()


def _start() -> None:
    """Leaves an interruption from the keyboard to the process that gave the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

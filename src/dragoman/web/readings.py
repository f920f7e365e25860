"""Reports that are being read in the background, one run after the other, and how far each has come."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from dragoman.errors import DragomanError
from dragoman.store import Store
from dragoman.types import Outcome

__all__ = ["Reading", "Readings", "Step"]

log = logging.getLogger(__name__)

_KEPT = 50
"""So many runs are remembered."""

_WAITING = 20
"""So many runs may wait."""

Step = Callable[[Store], Outcome]
"""Reads one page into a store."""


@dataclass(slots=True)
class Reading:
    """One run: how many of how many pages are read, and what became of each."""

    id: str
    total: int
    outcomes: list[Outcome] = field(default_factory=list)
    problem: str | None = None
    is_done: bool = False


class Readings:
    """The runs of one process."""

    def __init__(self) -> None:
        self._runs: OrderedDict[str, Reading] = OrderedDict()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._lock = Lock()

    def start(self, steps: Sequence[Step], store: Store) -> Reading | None:
        """Begin to read as soon as the runs before are done; None where too many wait."""
        reading = Reading(secrets.token_urlsafe(9), len(steps))
        with self._lock:
            if sum(not one.is_done for one in self._runs.values()) >= _WAITING:
                return None
            self._runs[reading.id] = reading
            while len(self._runs) > _KEPT and next(iter(self._runs.values())).is_done:
                self._runs.popitem(last=False)
        self._worker.submit(_run, reading, steps, store)
        return reading

    def get(self, id: str) -> Reading | None:
        """A run by its id."""
        return self._runs.get(id)


def _run(reading: Reading, steps: Sequence[Step], store: Store) -> None:
    try:
        for step in steps:
            reading.outcomes.append(step(store))
    except DragomanError as error:
        reading.problem = " ".join(str(error).split())
    except Exception:
        log.exception("reading failed")
        reading.problem = "Reading failed; the server's log tells more."
    finally:
        reading.is_done = True

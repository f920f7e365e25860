"""A store with watches on it, and what they say."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from dragoman import store
from dragoman.sources.url import Limits
from dragoman.store import Store
from dragoman.types import Outcome
from dragoman.watch.changes import Change
from dragoman.watch.loop import Watch
from dragoman.watch.manners import Manners
from dragoman.watch.plan import Plan

WITHIN = Limits(allow_private=True, connect=2, read=2, whole=5)


class Told:
    """Keeps what a watch says of how it goes."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.changes: list[Change] = []
        self.failures: list[str] = []

    def read(self, outcome: Outcome, found: Sequence[Change]) -> None:
        self.outcomes.append(outcome)
        self.changes += found

    def failed(self, name: str, reason: str) -> None:
        self.failures.append(f"{name}: {reason}")

    def refusals(self) -> list[str]:
        return [refusal.code for outcome in self.outcomes for refusal in outcome.refusals]


class Desk:
    """A store, and what watches on it; each watch is a program that was started anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = str(folder / "record.sqlite")
        self.stop = threading.Event()
        self.told = Told()

    def open(self) -> Store:
        return store.open(self.path)

    def manners(self, pause: float = 0.0) -> Manners:
        return Manners(WITHIN, "Dragoman/test", self.stop, pause=pause)

    def once(self, plan: Plan) -> bool:
        self.told = Told()
        with self.open() as opened:
            return Watch(plan, opened, self.told, self.stop, within=WITHIN, pause=0.0).once()

"""Where changes are told: appended to a log, sent to a server, and kept as an Atom feed.

An output takes the changes of one saved query. What a server could not be told waits in the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from dragoman.errors import CannotWrite
from dragoman.store import Store
from dragoman.watch.atom import AtomFeed
from dragoman.watch.changes import Change
from dragoman.watch.manners import Manners
from dragoman.watch.plan import Saved
from dragoman.watch.webhooks import Outbox

__all__ = ["Log", "Output", "make"]


class Output(Protocol):
    """Something that is told of changes."""

    def take(self, changes: Sequence[Change]) -> None:
        """Tell of changes, or keep them to be told.

        Raises:
            CannotWrite: a file cannot be written.
        """

    def flush(self, now: float) -> str | None:
        """Tell what waits and is due; gives what went wrong, in one line."""


class Log:
    """A file to which each change is appended as a line of JSON."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.take(())

    def take(self, changes: Sequence[Change]) -> None:
        """See `Output`."""
        lines = "".join(f"{change.model_dump_json()}\n" for change in changes)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(lines)
        except OSError as error:
            raise CannotWrite(str(self._path), (error.strerror or str(error)).lower()) from error

    def flush(self, now: float) -> None:
        """See `Output`: nothing waits."""


def make(saved: Saved, store: Store, manners: Manners) -> list[Output]:
    """The outputs of a saved query.

    Raises:
        CannotWrite: a file cannot be written.
    """
    outputs: list[Output] = []
    if saved.log is not None:
        outputs.append(Log(saved.log))
    if saved.webhook is not None:
        outputs.append(Outbox(saved.webhook, saved.name, store, manners))
    if saved.atom is not None:
        outputs.append(AtomFeed(saved.atom, saved, store))
    return outputs

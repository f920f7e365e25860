"""Looks at what is followed when it is due, reads what is new, and tells what that changed.

Before a page is read the store notes that it is, and after its changes are told that they are. So a program
that ends in between tells them when it is started again: perhaps twice, never not at all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

from dragoman import pipeline
from dragoman.errors import CannotFetch, MissingPath
from dragoman.sources import links, url
from dragoman.sources.url import Limits
from dragoman.store import Store
from dragoman.types import Outcome
from dragoman.watch import changes, outputs
from dragoman.watch.changes import Change
from dragoman.watch.feeds import FeedSource, Found
from dragoman.watch.folders import SETTLED, FolderSource
from dragoman.watch.manners import PAUSE, Manners, Stopped
from dragoman.watch.plan import Plan

__all__ = ["Listener", "Watch"]

_TOLD = "told"
_READING = "reading"
_SHORT, _LONG = 0.5, 30.0


class Source(Protocol):
    """Something that is followed."""

    name: str
    key: str
    unsettled: int
    """How many things it has that a second look may find ready."""

    def due(self) -> float:
        """When it is to be looked at, in seconds since 1970."""

    def look(self, now: float) -> Iterator[Found]:
        """The pages that are new.

        Raises:
            CannotFetch: it cannot be had.
            MissingPath: it is gone.
        """


class Listener(Protocol):
    """Who is told how it goes, for people to see."""

    def read(self, outcome: Outcome, found: Sequence[Change]) -> None:
        """A page was read, or refused."""

    def failed(self, name: str, reason: str) -> None:
        """A source or an output failed; it is tried again."""


class Watch:
    """Follows what a plan says; one thread, one page at a time.

    Raises:
        ForbiddenLink: a feed or a webhook has an address that may not be asked.
        MissingPath: a folder does not exist.
        CannotWrite: an output cannot be written.
    """

    def __init__(
        self,
        plan: Plan,
        store: Store,
        listener: Listener,
        stop: threading.Event,
        *,
        within: Limits | None = None,
        pause: float = PAUSE,
    ) -> None:
        self._store, self._listener, self._stop = store, listener, stop
        manners = Manners(within or url.limits(), plan.user_agent or url.called(), stop, pause=pause)
        for link in plan.feeds:
            links.parse(link)
        for folder in plan.folders:
            if not folder.is_dir():
                raise MissingPath(str(folder))
        self._sources: list[Source] = [
            *(FeedSource(link, store, manners, plan.every) for link in dict.fromkeys(plan.feeds)),
            *(FolderSource(folder, store, plan.every) for folder in dict.fromkeys(plan.folders)),
        ]
        self._went_well = True
        self._outputs = [(saved, outputs.make(saved, store, manners)) for saved in plan.saved]

    def once(self) -> bool:
        """Look at everything once, due or not; whether all sources and outputs did well."""
        self._recover()
        self._store.begin()
        for source in self._sources:
            self._look(source)
        growing = [source for source in self._sources if source.unsettled]
        if growing and not self._stop.wait(SETTLED):
            for source in growing:
                self._look(source)
        self._flush()
        return self._went_well

    def run(self, *, wait: Callable[[float], bool] | None = None) -> None:
        """Look at each source when it is due, until somebody says stop; an article that is read is finished.

        Args:
            wait: waits some seconds; whether to stop. That of the event where not given.
        """
        wait = wait or self._stop.wait
        self._recover()
        while not self._stop.is_set():
            due = [source for source in self._sources if source.due() <= time.time()]
            if due:
                self._store.begin()
            for source in due:
                self._look(source)
            self._flush()
            soonest = min((source.due() for source in self._sources), default=time.time() + _LONG)
            if wait(min(max(soonest - time.time(), _SHORT), _LONG)):
                return

    def _look(self, source: Source) -> None:
        """Read what is new of one source; the others go on where it cannot be had."""
        found = source.look(time.time())
        try:
            for one in found:
                self._read(one)
                self._store.watch(source.key, one.states)
                self._flush()
                if self._stop.is_set():
                    return
        except Stopped:
            return
        except CannotFetch as error:
            self._fail(source.name, error.reason)
        except MissingPath:
            self._fail(source.name, "the folder is gone")
        except OSError as error:
            self._fail(source.name, f"cannot be read: {(error.strerror or str(error)).lower()}")

    def _fail(self, name: str, reason: str) -> None:
        self._went_well = False
        self._listener.failed(name, reason)

    def _read(self, found: Found) -> None:
        began = datetime.now(UTC)
        self._store.watch(_TOLD, {_READING: {"since": began.isoformat()}})
        outcome = pipeline.read_page(found.page, store=self._store, is_run=False)
        self._listener.read(outcome, self._tell(began))

    def _tell(self, since: datetime) -> tuple[Change, ...]:
        """Tell what changed since a moment."""
        found = changes.find(self._store, since)
        for saved, some in self._outputs:
            told = tuple(changes.of_query(found, saved, self._store))
            for output in some:
                output.take(told)
        self._store.watch(_TOLD, {}, gone=[_READING])
        return found

    def _recover(self) -> None:
        """Tell what an earlier run has read and not told."""
        left = self._store.watched(_TOLD).get(_READING)
        if left:
            self._tell(datetime.fromisoformat(left["since"]))

    def _flush(self) -> None:
        """Let the outputs tell what waits."""
        for saved, some in self._outputs:
            for output in some:
                try:
                    wrong = output.flush(time.time())
                except Stopped:
                    return
                if wrong:
                    self._fail(f"query {saved.name}", wrong)

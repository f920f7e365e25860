"""The bar that shows how far a run has come, once it has taken a second."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from dragoman.cli import console

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds of work after which a person wants to see that something happens."""


class Bar:
    """A progress bar on standard error, in a terminal only; a context manager.

    It does not know what is counted: `advance` is called once for each page.
    """

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self._show)
        self._timer.daemon = True
        self._bar: Progress | None = None
        self._is_over = False
        self._done = 0
        self._total: int | None = None

    def __enter__(self) -> Self:
        if console.errors().is_terminal:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._bar:
                self._bar.stop()
                self._bar = None

    @property
    def is_shown(self) -> bool:
        """Whether the bar is on the screen."""
        with self._lock:
            return self._bar is not None

    def advance(self, done: int, total: int | None) -> None:
        """Show that so many pages are done, of so many where that is known."""
        with self._lock:
            self._done, self._total = done, total
            self._update()

    def _show(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        with self._lock:
            if self._is_over:
                return
            columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=console.errors(), transient=True)
            self._bar.add_task("reading", total=None)
            self._bar.start()
            self._update()

    def _update(self) -> None:
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done, total=self._total)

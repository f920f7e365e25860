"""A folder that is followed: its new and changed files, once they no longer grow.

It is looked through again and again. Notices of the system (inotify and its like) do not reach across
network shares, and a look at a thousand files takes some milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.errors import MissingPath
from dragoman.sources import file
from dragoman.store import Store
from dragoman.watch.feeds import Found

__all__ = ["FolderSource"]

EVERY = 10.0
"""Seconds between two looks, where feeds are not looked at more often."""

SETTLED = 2.0
"""Seconds after which a file that was not written to is taken for complete."""


class FolderSource:
    """A folder that is followed, with all that is in it; `unsettled` files are still being written."""

    def __init__(self, path: Path, store: Store, every: float) -> None:
        self.name = str(path)
        self.key = f"folder:{sha256(str(path.absolute()).encode('utf-8', 'surrogateescape')).hexdigest()}"
        self._path, self._store, self._every = path, store, min(every, EVERY)
        self._known: dict[str, Mapping[str, Any]] | None = None
        self._next = 0.0
        self.unsettled = 0

    def due(self) -> float:
        """When it is to be looked at, in seconds since 1970."""
        return self._next

    def look(self, now: float) -> Iterator[Found]:
        """The pages of its new and changed files.

        Raises:
            MissingPath: the folder is gone.
        """
        self._next = now + self._every
        if not self._path.is_dir():
            raise MissingPath(self.name)
        if self._known is None:
            self._known = dict(self._store.watched(self.key))
        present: set[str] = set()
        self.unsettled = 0
        for one in file.find([str(self._path)]):
            if isinstance(one, Path):
                name = str(one)
                present.add(name)
                yield from self._changed(one, name, now)
        gone = self._known.keys() - present
        if gone:
            self._store.watch(self.key, {}, gone=gone)
            self._known = {name: state for name, state in self._known.items() if name in present}

    def _changed(self, path: Path, name: str, now: float) -> Iterator[Found]:
        """The pages of a file that is not as it was, and is not being written."""
        assert self._known is not None
        state = _state(path)
        if state is None or state == self._known.get(name):
            return
        if abs(now - state["written"] / 1e9) < SETTLED:
            self.unsettled += 1
            return
        pages = list(file.fetch([path]))
        if _state(path) != state:
            return
        for page in pages:
            is_last = page is pages[-1]
            yield Found(page, {name: state} if is_last else {})
        self._known[name] = state


def _state(path: Path) -> Mapping[str, Any] | None:
    """How long a file is and when it was last written to; None where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return {"size": status.st_size, "written": status.st_mtime_ns}

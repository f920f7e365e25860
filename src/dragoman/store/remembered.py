"""What was counted before: it is so as long as nothing is written."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

_T = TypeVar("_T")

_ROOM = 500
"""So many counts are kept."""


class Remembered:
    """The latest counts of a store, at one revision of it."""

    def __init__(self) -> None:
        self._revision = -1
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, revision: int, key: Hashable, count: Callable[[], _T]) -> _T:
        """What was counted for a key at a revision; it is counted where it was not."""
        with self._lock:
            if revision != self._revision:
                self._kept.clear()
                self._revision = revision
            if key in self._kept:
                self._kept.move_to_end(key)
                found: _T = self._kept[key]
                return found
        made = count()
        with self._lock:
            if revision == self._revision:
                self._kept[key] = made
                if len(self._kept) > _ROOM:
                    self._kept.popitem(last=False)
        return made

"""What the routes share: the store, the token, the answers that were given, and whose turn it is to read."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from dragoman.api.answers import Answers
from dragoman.api.problems import Refused
from dragoman.store import Store

__all__ = ["Desk", "TheDesk", "TheWriter"]

T = TypeVar("T")

_WAITING = 4
"""So many articles may wait to be read; who comes later is told to come back."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One store and all who ask it. Reading takes long, so it is done for one at a time."""

    store: Store
    token: str | None = field(default=None, repr=False)
    answers: Answers = field(default_factory=Answers)
    _turn: Lock = field(default_factory=Lock, repr=False)
    _places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_WAITING), repr=False)

    def may_write(self, authorization: str | None) -> None:
        """Make sure that a request may write.

        Args:
            authorization: its header of that name.

        Raises:
            Refused: nobody may, or the token is not the one.
        """
        if self.token is None:
            raise Refused("read-only")
        scheme, _, given = (authorization or "").partition(" ")
        is_it = hmac.compare_digest(given.strip().encode(), self.token.encode())
        if scheme.lower() != "bearer" or not is_it:
            raise Refused("unauthorized", headers={"WWW-Authenticate": "Bearer"})

    def read(self, call: Callable[[Store], T]) -> T:
        """Read something into the store when it is its turn.

        Raises:
            Refused: too many are waiting.
        """
        with self._place(), self._turn:
            return call(self.store)

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise Refused("busy", headers={"Retry-After": "10"})
        try:
            yield
        finally:
            self._places.release()


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def _writer(request: Request) -> Desk:
    found = _desk(request)
    found.may_write(request.headers.get("authorization"))
    return found


TheDesk = Annotated[Desk, Depends(_desk)]
"""The desk, for who reads."""

TheWriter = Annotated[Desk, Depends(_writer)]
"""The desk, for who may write."""

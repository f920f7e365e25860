"""How to ask servers without being a burden: one request a host at a time, a pause between, and patience.

A server that says when to come back is taken at its word; one that fails is asked ever more rarely.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from dragoman.errors import BadAnswer, CannotFetch, ForbiddenLink, Unreachable
from dragoman.sources import feed, links, url
from dragoman.sources.feed import Feed
from dragoman.sources.robots import Robots
from dragoman.sources.url import Answer, Limits
from dragoman.types import Page

__all__ = ["DAY", "Manners", "Stopped", "backoff"]

PAUSE = 2.0
"""Seconds between two requests to one host, where its robots.txt does not ask for more."""

PATIENCE = 90.0
"""Seconds that one waits for a host's turn; one that wants more is left for later."""

DAY = 86_400.0
_BUSY = frozenset({429, 503})
_BUSY_FOR = 300.0

T = TypeVar("T")


class Stopped(Exception):
    """Somebody asked the program to stop while it waited."""


class Manners:
    """Asks servers in turn, on behalf of one program."""

    def __init__(
        self, within: Limits, user_agent: str, stop: threading.Event, *, pause: float = PAUSE
    ) -> None:
        self._within, self._user_agent = within, user_agent
        self._stop, self._pause = stop, pause
        self._robots = Robots(within, user_agent)
        self._free: dict[str, float] = {}

    def feed(self, link: str, validators: Mapping[str, str] | None) -> Feed:
        """A feed (see `feed.fetch`), in its turn."""
        return self._turn(
            link, lambda: feed.fetch(link, validators, within=self._within, user_agent=self._user_agent)
        )

    def page(self, link: str) -> Page:
        """A page (see `url.fetch`), in its turn, where the site's robots.txt allows it.

        Raises:
            CannotFetch: it cannot be had, or the site does not want it to be fetched.
        """
        if not self._turn(link, lambda: self._robots.allow(link), pause=0.0):
            reason = "the site's robots.txt does not allow programs to fetch it; open it and save it yourself"
            raise ForbiddenLink(links.shown(link), reason)
        return self._turn(link, lambda: url.fetch(link, within=self._within, user_agent=self._user_agent))

    def post(self, link: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send something (see `url.post`), in its turn."""
        return self._turn(link, lambda: url.post(link, body, headers, within=self._within), pause=0.0)

    def wait(self, seconds: float) -> None:
        """Wait.

        Raises:
            Stopped: somebody wants the program to stop.
        """
        if self._stop.wait(max(0.0, seconds)):
            raise Stopped

    def _turn(self, link: str, call: Callable[[], T], *, pause: float | None = None) -> T:
        """Make one request when it is the host's turn, and note when the next one may be."""
        host = links.parse(link).host
        left = self._free.get(host, 0.0) - time.monotonic()
        if left > PATIENCE:
            reason = f"the server wants to be left alone for {left / 60:.0f} minutes more"
            raise BadAnswer(links.shown(link), reason, 429, left)
        self.wait(left)
        rest = (self._pause if pause is None else pause) if self._pause else 0.0
        try:
            return call()
        except BadAnswer as error:
            if error.status in _BUSY:
                rest = max(rest, min(error.wait if error.wait is not None else _BUSY_FOR, DAY))
            raise
        finally:
            asked = self._robots.pause(link) if pause is None and self._pause else 0.0
            self._free[host] = time.monotonic() + max(rest, asked)


def backoff(failures: int, every: float, error: CannotFetch | None = None) -> float:
    """The seconds until something that failed is tried again.

    It doubles with each failure up to a day, some of it by chance, so that not all who failed come back
    at once; a server that says when to come back is believed, up to a day.
    """
    doubled = min(every * 2.0 ** min(failures, 12), max(DAY, every))
    waited = doubled * random.uniform(0.8, 1.2)  # noqa: S311 - no secret hangs on it
    asked = error.wait if isinstance(error, BadAnswer) else None
    return max(waited, min(asked or 0.0, DAY))


def is_passing(error: CannotFetch) -> bool:
    """Whether what failed may succeed later."""
    if isinstance(error, BadAnswer):
        return error.status in {408, 425, 429} or error.status >= 500
    return isinstance(error, Unreachable)

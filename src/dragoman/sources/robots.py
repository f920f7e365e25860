"""What sites ask of programs in their robots.txt, and whether a page may be fetched by it.

Source: RFC 9309. The rules are read by the standard library; they are fetched as pages are, with the same
guards.
"""

from __future__ import annotations

import time
from urllib.robotparser import RobotFileParser

from dragoman.sources import links, url
from dragoman.sources.url import Limits

__all__ = ["Robots"]

_KEPT = 3600.0
"""Seconds for which rules are kept before they are fetched anew; RFC 9309 allows a day."""

_LONGEST_PAUSE = 60.0
_MOST_SITES = 500
_SIZE = 512_000
_FAILING = frozenset({429, *range(500, 600)})
"""The answers that say that the server cannot tell its rules now."""


class Robots:
    """The rules of the sites that were asked; a site without rules allows everything."""

    def __init__(self, within: Limits, user_agent: str) -> None:
        self._within = Limits(
            size=_SIZE, whole=min(within.whole, 20.0), read=within.read, allow_private=within.allow_private
        )
        self._user_agent = user_agent
        self._known: dict[str, tuple[float, RobotFileParser]] = {}

    def allow(self, link: str) -> bool:
        """Whether a page may be fetched.

        Raises:
            CannotFetch: the rules cannot be had since the server fails or is not there; then nothing is
                to be fetched.
        """
        return self._rules(link).can_fetch(self._user_agent, str(links.parse(link)))

    def pause(self, link: str) -> float:
        """The seconds that a site wants between two requests, a minute at most; 0 where it does not say."""
        known = self._known.get(links.parse(link).origin)
        asked = known[1].crawl_delay(self._user_agent) if known else None
        return min(float(asked or 0), _LONGEST_PAUSE)

    def _rules(self, link: str) -> RobotFileParser:
        origin = links.parse(link).origin
        known = self._known.get(origin)
        if known and time.monotonic() - known[0] < _KEPT:
            return known[1]
        rules = RobotFileParser()
        rules.parse(self._lines(origin))
        if len(self._known) >= _MOST_SITES:
            self._known.pop(next(iter(self._known)))
        self._known[origin] = time.monotonic(), rules
        return rules

    def _lines(self, origin: str) -> list[str]:
        """The lines of a site's rules; none where it has none, as RFC 9309 has it."""
        where = f"{origin}/robots.txt"
        answer = url.get(where, within=self._within, user_agent=self._user_agent)
        if answer.status in _FAILING:
            raise url.bad(where, answer)
        return answer.content.decode("utf-8", "replace").splitlines() if answer.status == 200 else []

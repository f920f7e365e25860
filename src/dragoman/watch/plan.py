"""What to follow, how often, and where to tell what changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.query import Query

__all__ = ["EVERY", "Plan", "Saved", "Webhook", "seconds"]

EVERY = 900.0
"""Seconds between two looks at a feed, where nobody says otherwise."""

_SHORTEST = 1.0
_LONGEST = 30 * 86_400.0
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_DURATION = re.compile(r"(\d{1,7})\s*([smhd])")


@dataclass(frozen=True, slots=True)
class Webhook:
    """A server that is told: `url` may itself be a secret, `secret` is what its messages are signed with."""

    url: str = field(repr=False)
    secret: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved query and where its changes go; without a query all changes do."""

    name: str = "all"
    query: Query | None = None
    log: Path | None = None
    webhook: Webhook | None = None
    atom: Path | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What `dragoman watch` does: `every` is in seconds, `user_agent` what it calls itself before servers."""

    feeds: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    saved: tuple[Saved, ...] = ()
    every: float = EVERY
    user_agent: str = ""


def seconds(text: str) -> float:
    """A duration such as 90s, 15m, 2h or 1d, in seconds.

    Raises:
        ValueError: it is none, or is shorter than a second or longer than 30 days.
    """
    found = _DURATION.fullmatch(text.strip().lower())
    value = int(found[1]) * _UNITS[found[2]] if found else 0
    if not _SHORTEST <= value <= _LONGEST:
        raise ValueError(f"{text!r} is no duration; write 90s, 15m, 2h or 1d")
    return float(value)

"""A feed that is followed: its new entries, each once, over the end of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from dragoman.errors import CannotFetch
from dragoman.sources import feed, links, url
from dragoman.sources.feed import Entry, Feed
from dragoman.store import Store
from dragoman.types import Page, Refusal
from dragoman.watch.manners import Manners, backoff, is_passing

__all__ = ["FeedSource", "Found"]

TRIES = 4
"""So often an entry's link is tried whose server fails, once a look."""

_KEPT_DAYS = 60
_SELF = ""
"""The name under which the feed itself is kept among its entries."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page to read, and what is to be kept once it was read, by name."""

    page: Page | Refusal
    states: Mapping[str, Mapping[str, Any]]


class FeedSource:
    """A feed that is followed; it asks what it needs of a store and of servers."""

    unsettled = 0

    def __init__(self, link: str, store: Store, manners: Manners, every: float) -> None:
        self.name = links.shown(link)
        self.key = f"feed:{sha256(link.encode()).hexdigest()}"
        self._link, self._store, self._manners, self._every = link, store, manners, every

    def due(self) -> float:
        """When it is to be looked at, in seconds since 1970."""
        return float(self._own().get("next", 0.0))

    def look(self, now: float) -> Iterator[Found]:
        """The pages of its new entries.

        What says that the feed was read is written when all of them are: a program that ends before that
        is sent the whole feed again.

        Raises:
            CannotFetch: the feed cannot be had; it is tried again later.
        """
        own = self._own()
        try:
            found = self._manners.feed(self._link, own.get("validators"))
        except CannotFetch as error:
            failures = int(own.get("failures", 0)) + 1
            later = now + backoff(failures, self._every, error)
            self._keep({**own, "failures": failures, "next": later})
            raise
        is_done = True
        if not found.is_same:
            for one in self._new(found):
                is_done = is_done and all(state.get("done") for state in one.states.values())
                yield one
        validators = found.validators if is_done else None
        self._keep(
            {"validators": validators, "next": now + self._every, "title": found.title or own.get("title")}
        )

    def _own(self) -> Mapping[str, Any]:
        return self._store.watched(self.key).get(_SELF, {})

    def _keep(self, state: Mapping[str, Any]) -> None:
        self._store.watch(self.key, {_SELF: state})

    def _new(self, found: Feed) -> Iterator[Found]:
        """The pages of the entries that were not read yet, the oldest first: feeds list the newest first."""
        known = self._store.watched(self.key)
        today = datetime.now(UTC).date()
        current = {entry.key for entry in found.entries}
        seen = {
            key: {**known[key], "seen": today.isoformat()}
            for key in current & known.keys()
            if known[key].get("seen") != today.isoformat()
        }
        gone = [
            key
            for key, state in known.items()
            if key not in {*current, _SELF}
            and (today - datetime.fromisoformat(state.get("seen", "2000-01-01")).date()).days > _KEPT_DAYS
        ]
        self._store.watch(self.key, seen, gone=gone)
        for entry in reversed(found.entries):
            state = known.get(entry.key, {})
            if not state.get("done"):
                page, is_done = self._page(entry, found, int(state.get("tries", 0)) + 1)
                kept = {"done": is_done, "tries": int(state.get("tries", 0)) + 1, "seen": today.isoformat()}
                yield Found(page, {entry.key: kept})

    def _page(self, entry: Entry, found: Feed, tries: int) -> tuple[Page | Refusal, bool]:
        """The page of an entry, or why there is none, and whether that is the end of it."""
        try:
            if entry.link is None:
                return self._without_link(entry, found), True
            return _dated(self._manners.page(entry.link), entry), True
        except CannotFetch as error:
            if is_passing(error) and tries < TRIES:
                return url.refused(error.url, error), False
            if entry.is_full:
                return feed.carried(entry, found.title, error.reason), True
            return url.refused(error.url, error), True

    def _without_link(self, entry: Entry, found: Feed) -> Page | Refusal:
        if entry.is_full:
            return feed.carried(entry, found.title, "it has none")
        where = f"{self.name}#{entry.key[:12]}"
        return Refusal(where, "no-article", "the entry has neither a link nor the text of a report")


def _dated(page: Page, entry: Entry) -> Page:
    """A page with the date that its feed gives it, for one that does not say its own."""
    if entry.published is None:
        return page
    return replace(page, meta={**page.meta, "published": entry.published})

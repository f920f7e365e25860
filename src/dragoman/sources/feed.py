"""RSS and Atom feeds: what they list, and the pages of it.

Source: RFC 4287 (Atom), RFC 9110 (conditional requests), https://www.rssboard.org/rss-specification.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from dragoman.errors import WrongType
from dragoman.sources import links, url
from dragoman.sources.links import Link
from dragoman.sources.tidying import tidy
from dragoman.sources.url import Answer, Limits
from dragoman.types import Page

__all__ = ["Entry", "Feed", "carried", "fetch", "parse"]

SIZE = 3_000_000
"""The most bytes of a feed. Those with the full text of a hundred reports have one or two million; a
feed made to keep the parser busy takes some seconds for each."""

MOST = 300
"""So many entries of a feed are looked at, from its beginning."""

FULL = 600
"""So many characters of text make an entry a report of its own, and no mere teaser."""

_LONGEST = 4000
_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one report.

    `key` is the same each time the feed is fetched: a hash of what the feed calls the entry. `link` is its
    address, `published` an ISO date and time, `content` what the feed has of the text, in HTML.
    """

    key: str
    link: str | None
    title: str | None
    published: str | None
    content: str

    @property
    def is_full(self) -> bool:
        """Whether the feed has so much of the text that it can be read."""
        return len(html.unescape(_TAG.sub("", self.content)).strip()) >= FULL


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was answered: its entries, in its order, and what to send with the next request.

    `is_same` says that nothing was sent, since nothing changed.
    """

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    validators: Mapping[str, str] | None = None
    is_same: bool = False


def fetch(
    link: str,
    validators: Mapping[str, str] | None = None,
    *,
    within: Limits | None = None,
    user_agent: str | None = None,
) -> Feed:
    """The feed at a link.

    Args:
        link: an http or https address.
        validators: the headers that the last answer gave for the next request; see `Feed.validators`.
        within: what it may cost; the settings' limits where not given.
        user_agent: what Dragoman calls itself; the settings' word where not given.

    Raises:
        CannotFetch: it cannot be had, or is no feed.
    """
    within = replace(within or url.limits(), size=SIZE)
    answer = url.get(link, {"Accept": _ACCEPT, **(validators or {})}, within=within, user_agent=user_agent)
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Feed(validators=validators, is_same=True)
    if answer.status != HTTPStatus.OK:
        raise url.bad(links.shown(link), answer)
    return parse(answer)


def parse(answer: Answer) -> Feed:
    """What an answer lists.

    Raises:
        WrongType: it is no feed, or one that is made to do harm.
    """
    import feedparser

    where = links.shown(str(answer.link))
    try:
        tidied = tidy(answer.content, answer.charset, most=MOST)
        headers = {"content-type": "application/xml; charset=utf-8", "content-location": str(answer.link)}
        found = feedparser.parse(
            BytesIO(tidied or b""), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except ValueError as error:
        raise WrongType(where, str(error)) from error
    if not found.get("version") and not found.get("entries"):
        raise WrongType(where, "this is no RSS or Atom feed; `dragoman read` reads single pages")
    return Feed(
        title=_text(found.feed.get("title")),
        entries=tuple(_entries(found.entries, answer.link)),
        validators=_validators(answer),
    )


def carried(entry: Entry, feed: str | None, why: str) -> Page:
    """The page of an entry whose text the feed carries itself, where its link could not be had."""
    title = html.escape(entry.title or "")
    body = f"<!doctype html><title>{title}</title><article><h1>{title}</h1>{entry.content}</article>"
    where = links.shown(entry.link) if entry.link else f"urn:sha256:{entry.key}"
    meta = {"url": where if entry.link else None, "source": feed, "published": entry.published}
    return Page(
        location=where,
        content=body.encode(),
        media_type="text/html",
        charset="utf-8",
        fetched=datetime.now(UTC),
        meta={name: value for name, value in meta.items() if value},
        notices=(f"read from the text in the feed, since its link could not be had: {why}",),
    )


def _validators(answer: Answer) -> dict[str, str]:
    """The headers of the next request, so that only what changed is sent (RFC 9110, 13.1)."""
    pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
    return {asks: told for asks, tells in pairs if (told := answer.headers.get(tells)) and len(told) < 500}


def _entries(found: list[Any], base: Link) -> list[Entry]:
    """The entries that have a link or a text, each once."""
    made: dict[str, Entry] = {}
    for one in found:
        link = _link(one.get("link"), base)
        content = max(
            (_text(part.get("value")) or "" for part in one.get("content") or ()), key=len, default=""
        )
        content = content or _text(one.get("summary")) or ""
        name = _text(one.get("id")) or link or f"{one.get('title')}\n{content}"
        key = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
        if link or content:
            made.setdefault(key, Entry(key, link, _text(one.get("title")), _moment(one), content))
    return list(made.values())


def _link(value: object, base: Link) -> str | None:
    """The address of an entry, where it is one on the web; most are whole, some are meant from the feed's."""
    text = _text(value)
    if text is None or len(text) > _LONGEST:
        return None
    try:
        whole = urljoin(str(base), text)
    except ValueError:
        return None
    return whole if whole.lower().startswith(("http://", "https://")) else None


def _moment(entry: dict[str, Any]) -> str | None:
    """When an entry came out, in UTC."""
    parsed = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    try:
        return datetime(*parsed[:6]).strftime("%Y-%m-%dT%H:%M") if parsed else None  # noqa: DTZ001 - a TIMEX value
    except (ValueError, TypeError):
        return None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None

"""Links as a source of pages: fetched over http and https, from the public internet alone.

Each address, that of a redirect too, is checked, and the connection goes to the address that was checked.
No cookies, no credentials, no proxies.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus

from dragoman import __version__, settings
from dragoman.errors import BadAnswer, CannotFetch, ForbiddenLink, Unreachable, WrongType
from dragoman.sources import addresses, exchanges, formats, links
from dragoman.sources.exchanges import Answer, Limits, Request
from dragoman.types import Page, Refusal

__all__ = [
    "USER_AGENT",
    "Answer",
    "Limits",
    "bad",
    "called",
    "fetch",
    "get",
    "limits",
    "page",
    "post",
    "refused",
]

USER_AGENT = f"Dragoman/{__version__}"
"""What Dragoman calls itself before servers; the settings may say more, such as whom to write to."""

TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
"""What is read as a page. A page that does not say what it is, is judged by its first bytes."""

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_MOVED = frozenset({301, 302, 303, 307, 308})


def limits() -> Limits:
    """The limits that the settings give."""
    return Limits(allow_private=settings.load().allow_private)


def fetch(link: str, *, within: Limits | None = None, user_agent: str | None = None) -> Page:
    """The page at a link.

    Args:
        link: an http or https address.
        within: what it may cost; the settings' limits where not given.
        user_agent: what Dragoman calls itself; the settings' word where not given.

    Returns:
        The page with its bytes unpacked, what the server declares of them, and in `meta` the address that
        redirects led to. Keys in addresses are replaced by `***`: a store may be handed on.

    Raises:
        CannotFetch: it cannot be had, may not be asked for, or is no text; its kind says which.
    """
    answer = get(link, {"Accept": "text/html, text/plain;q=0.8"}, within=within, user_agent=user_agent)
    return page(link, answer)


def page(link: str, answer: Answer) -> Page:
    """The page that an answer holds; see `fetch`.

    Raises:
        BadAnswer: the server has no page there.
        WrongType: what it has is no text.
    """
    where = links.shown(link)
    if answer.status != HTTPStatus.OK:
        raise bad(where, answer)
    if answer.media_type in _FEEDS:
        raise WrongType(where, "this is a feed or other XML, no page; `dragoman watch` follows feeds")
    found = formats.recognise(answer.content[: formats.HEAD], "")
    if found:
        raise WrongType(where, found.reason)
    if answer.media_type not in {*TYPES, ""}:
        raise WrongType(where, f"the page is {answer.media_type[:60]}; only HTML and plain text are read")
    return Page(
        location=where,
        content=answer.content,
        media_type=answer.media_type or None,
        charset=answer.charset,
        fetched=datetime.now(UTC),
        meta={"url": links.shown(str(answer.link))},
    )


def get(
    link: str,
    headers: Mapping[str, str] | None = None,
    *,
    within: Limits | None = None,
    user_agent: str | None = None,
) -> Answer:
    """What a server answers, whatever it is, after redirects.

    Args:
        link: an http or https address.
        headers: what else to tell the server, such as `If-None-Match`.
        within: see `fetch`.
        user_agent: see `fetch`.

    Raises:
        CannotFetch: it cannot be had or may not be asked for.
    """
    within = within or limits()
    until = time.monotonic() + within.whole
    at = links.parse(link)
    for _ in range(within.redirects + 1):
        request = Request(at, {"User-Agent": user_agent or called(), **(headers or {})})
        answer = _asked(request, within, until)
        target = answer.headers.get("location")
        if answer.status not in _MOVED or not target:
            return answer
        at = _next(at, target)
    raise Unreachable(links.shown(link), f"it redirects more than {within.redirects} times")


def post(link: str, body: bytes, headers: Mapping[str, str], *, within: Limits | None = None) -> Answer:
    """Send something to a server; a redirect is not followed, since it may lead what is sent elsewhere.

    Raises:
        CannotFetch: it may not be sent there, or nobody answers.
    """
    within = within or limits()
    request = Request(links.parse(link), {"User-Agent": called(), **headers}, body)
    return _asked(request, within, time.monotonic() + within.whole)


def refused(link: str, error: CannotFetch) -> Refusal:
    """What could not be fetched, as a line of the outcome."""
    return Refusal(links.shown(link), error.code, error.reason)


def bad(where: str, answer: Answer) -> BadAnswer:
    """The error of an answer that is not what was asked for."""
    try:
        words = f"{answer.status} {HTTPStatus(answer.status).phrase}"
    except ValueError:
        words = str(answer.status)
    return BadAnswer(where, f"the server answers {words}", answer.status, answer.wait)


def called() -> str:
    """What Dragoman calls itself before servers."""
    return settings.load().user_agent or USER_AGENT


def _asked(request: Request, within: Limits, until: float) -> Answer:
    found = addresses.resolve(request.link, allow_private=within.allow_private)
    return exchanges.ask(request, found, within, until=until)


def _next(at: links.Link, target: str) -> links.Link:
    """Where a redirect leads; servers write UTF-8 where the protocol reads Latin-1.

    Raises:
        ForbiddenLink: where it leads is no place to go.
    """
    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return links.join(at, target)
    except ValueError as error:
        raise ForbiddenLink(links.shown(str(at)), "it redirects to what is no address") from error

"""Who may write from a page: whoever sits at this computer, and only from a page that this server gave.

A page with a form sets a cookie that no script can read and no other site can have sent along, and holds a
token made from it. Both must come back, from the same origin, and never by GET.

Source: OWASP, Cross-Site Request Forgery Prevention Cheat Sheet (signed double submit).
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Form, Request
from starlette.responses import Response

from dragoman.web.errors import Forbidden

__all__ = ["COOKIE", "Sessions", "TheWriter", "may_write"]

COOKIE = "dragoman-session"

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


@dataclass(frozen=True, slots=True)
class Sessions:
    """Makes and checks the tokens of one process."""

    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def begin(self, request: Request) -> tuple[str, str]:
        """The session of a request, a new one where it has none, and its token."""
        session = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
        return session, self._token(session)

    def check(self, request: Request, token: str) -> None:
        """Make sure that a request may write, and comes from a page of ours.

        Raises:
            Forbidden: it may not, or does not.
        """
        if not may_write(request):
            raise Forbidden("Only who sits at the computer that runs Dragoman may write from its pages.")
        session = request.cookies.get(COOKIE, "")
        if not _is_from_here(request) or not hmac.compare_digest(
            self._token(session).encode(), token.encode()
        ):
            raise Forbidden("This form was not given by this server, or is too old. Load the page again.")

    def _token(self, session: str) -> str:
        return hmac.new(self._secret, session.encode(), sha256).hexdigest()


def may_write(request: Request) -> bool:
    """Whether a request comes from this computer, to a name of its own, and not through a proxy."""
    is_forwarded = any(name in request.headers for name in _FORWARDED)
    host = (request.url.hostname or "").strip("[]")
    return not is_forwarded and host in _LOCAL and _is_loopback(request.client.host if request.client else "")


def keep(response: Response, session: str) -> None:
    """Let the browser keep a session until it is closed."""
    response.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _is_from_here(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site in {"same-origin", "none"} and (
        origin is None or origin == f"{request.url.scheme}://{request.url.netloc}"
    )


def _writer(request: Request, token: Annotated[str, Form()] = "") -> None:
    request.app.state.sessions.check(request, token)


TheWriter = Depends(_writer)
"""What a route that writes depends on."""

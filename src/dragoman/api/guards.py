"""What stands before the routes: which names are answered, how large a request may be, and what goes along.

Each guard is an ASGI application around another, which costs less than a hook for each answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from dragoman.api import problems

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOCAL", "install"]

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""The names by which a computer calls itself."""

_ALONG = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}
"""What every answer says, so that no browser takes it for something else, tells of it or frames it."""


def install(app: FastAPI, *, hosts: Iterable[str], limit: int) -> None:
    """Put the guards around an application (see `dragoman.api.application`)."""
    app.add_middleware(_Sizes, limit=limit)
    app.add_middleware(_Heads)
    app.add_middleware(_Names, hosts=frozenset(map(_name, (*LOCAL, *hosts))))
    app.add_middleware(_Manners)


class _Manners:
    """Adds what every answer says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALONG.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)


class _Names:
    """Answers only to its own names: no other site can have a browser read from it (DNS rebinding)."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if _name(Headers(scope=scope).get("host", "")) not in self._hosts:
                await problems.answer("wrong-host")(scope, receive, send)
                return
            if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
                await problems.answer("bad-request", "there is a NUL in it")(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _name(host: str) -> str:
    """The name of a host, without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower().rstrip(".")


class _Heads:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def without(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"}, receive, without)


class _Sizes:
    """Refuses bodies that are too large, by what they say and by what comes."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app, self._limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if said.isdigit() and int(said) > self._limit:
            await self._refusal()(scope, receive, send)
            return
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._limit:
                raise problems.TooLarge(self._told())
            return message

        await self._app(scope, counted, send)

    def _refusal(self) -> ASGIApp:
        return problems.answer("too-large", self._told())

    def _told(self) -> str:
        return f"the limit is {self._limit / 1e6:.0f} MB"

"""Answers with their tags: an answer is the same as long as the record is, so it is made once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel

from dragoman import __version__

if TYPE_CHECKING:
    from dragoman.store import Store

__all__ = ["Answers"]

_ROOM = 32_000_000
"""Bytes of answers that are kept at most."""

Make = Callable[[], BaseModel]


class Answers:
    """The latest answers, by their tags."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room, self._used = room, 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def give(self, request: Request, store: Store, make: Make, *, besides: str = "") -> Response:
        """The answer to a request; 304 where who asks has it already.

        Args:
            request: its path and query say what is asked for.
            store: its revision says how long the answer is so.
            make: makes the answer where there is none yet.
            besides: what else the answer depends on, such as the day.
        """
        tag = _tag(request, store.revision(), besides)
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if _has(request.headers.get("if-none-match"), tag):
            return Response(status_code=304, headers=headers)
        body = self._get(tag) or self._keep(tag, _json(make()))
        return Response(body, media_type="application/json", headers=headers)

    def _get(self, tag: str) -> bytes | None:
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def _keep(self, tag: str, body: bytes) -> bytes:
        with self._lock:
            if tag not in self._kept and len(body) <= self._room:
                self._kept[tag] = body
                self._used += len(body)
            while self._used > self._room:
                self._used -= len(self._kept.popitem(last=False)[1])
        return body


def _json(answer: BaseModel) -> bytes:
    return answer.__pydantic_serializer__.to_json(answer)


def _tag(request: Request, revision: int, besides: str) -> str:
    asked = (request.url.path, request.url.query, besides, str(revision), __version__)
    return '"' + blake2b("\n".join(asked).encode(), digest_size=12).hexdigest() + '"'


def _has(header: str | None, tag: str) -> bool:
    """Whether who asks has an answer with this tag (RFC 9110: they are compared weakly)."""
    if header is None:
        return False
    return header.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in header.split(",")}

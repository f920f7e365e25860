"""A server that is told of changes by POST: signed, tried again, and kept over the end of the program.

A message is a JSON object with the name of the query and its changes. `X-Dragoman-Delivery` is the same
when a message is sent again. Where there is a secret, `X-Dragoman-Signature` is `sha256=` and the
HMAC-SHA256 (RFC 2104) of `X-Dragoman-Timestamp`, a full stop and the body, in hexadecimal.
"""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from dragoman.errors import BadAnswer, CannotFetch
from dragoman.sources import links, url
from dragoman.store import Store
from dragoman.watch.changes import Change
from dragoman.watch.manners import Manners, backoff, is_passing
from dragoman.watch.plan import Webhook

__all__ = ["Outbox", "sign"]

TRIES = 12
"""So often a message is sent at most; with the waits between, that is about a day."""

MOST = 1000
"""So many messages wait at most; of more the oldest are dropped."""

_FIRST_WAIT = 10.0
_SELF = ""


class Outbox:
    """What waits to be sent to one server for one saved query."""

    def __init__(self, to: Webhook, query: str, store: Store, manners: Manners) -> None:
        links.parse(to.url)
        self._to, self._query, self._store, self._manners = to, query, store, manners
        self._name = links.host_of(to.url)
        self._key = f"webhook:{query}:{sha256(to.url.encode()).hexdigest()}"

    def take(self, changes: Sequence[Change]) -> None:
        """Keep a message of these changes until it is sent."""
        if not changes:
            return
        told = [change.model_dump(mode="json") for change in changes]
        body = json.dumps({"version": "1", "query": self._query, "changes": told}, ensure_ascii=False)
        delivery = sha256(body.encode()).hexdigest()[:32]
        waiting = self._waiting()
        dropped = list(waiting)[: max(0, len(waiting) + 1 - MOST)]
        self._store.watch(self._key, {f"{time.time():020.6f}-{delivery}": {"body": body}}, gone=dropped)

    def flush(self, now: float) -> str | None:
        """Send what waits, in its order, until the server fails; gives what went wrong."""
        own = self._store.watched(self._key).get(_SELF, {})
        if now < float(own.get("next", 0.0)):
            return None
        for name, message in self._waiting().items():
            try:
                self._send(name.rpartition("-")[2], str(message["body"]))
            except CannotFetch as error:
                return self._put_off(name, message, own, error, now)
            self._store.watch(self._key, {}, gone=[name, _SELF])
            own = {}
        return None

    def _waiting(self) -> dict[str, Mapping[str, Any]]:
        """The messages that wait, the oldest first."""
        known = self._store.watched(self._key)
        return {name: known[name] for name in sorted(known) if name != _SELF}

    def _send(self, delivery: str, body: str) -> None:
        """Send one message.

        Raises:
            CannotFetch: it was not taken.
        """
        content, stamp = body.encode(), str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "X-Dragoman-Delivery": delivery,
            "X-Dragoman-Timestamp": stamp,
        }
        if self._to.secret is not None:
            headers["X-Dragoman-Signature"] = sign(self._to.secret, stamp, content)
        answer = self._manners.post(self._to.url, content, headers)
        if not 200 <= answer.status < 300:
            raise url.bad(self._name, answer)

    def _put_off(
        self, name: str, message: Mapping[str, Any], own: Mapping[str, Any], error: CannotFetch, now: float
    ) -> str:
        """Try again later, or give up what will never be taken."""
        tries = int(message.get("tries", 0)) + 1
        failures = int(own.get("failures", 0)) + 1
        state = {_SELF: {"failures": failures, "next": now + backoff(failures - 1, _FIRST_WAIT, error)}}
        is_lost = tries >= TRIES or not (is_passing(error) or _is_ours(error))
        if is_lost:
            self._store.watch(self._key, state, gone=[name])
            return f"{self._name}: {error.reason}; the message is given up"
        self._store.watch(self._key, {**state, name: {**message, "tries": tries}})
        return f"{self._name}: {error.reason}; the message is sent again later"


def _is_ours(error: CannotFetch) -> bool:
    """Whether the fault may be put right without the message being wrong: a door that is shut."""
    return not isinstance(error, BadAnswer) or error.status in {401, 403, 404}


def sign(secret: bytes, stamp: str, body: bytes) -> str:
    """The signature of a message."""
    return f"sha256={hmac.new(secret, stamp.encode() + b'.' + body, sha256).hexdigest()}"

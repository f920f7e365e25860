"""One request to one machine and its answer, within limits that a hostile server cannot stretch.

The connection goes to an address that was checked before, not to a name. Every byte that comes in is
counted and timed, headers and the marks between chunks too, and what unpacks to more than it may is left.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from dragoman.errors import CannotFetch, TooLarge, Unreachable
from dragoman.sources.links import Link, shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from urllib3 import BaseHTTPResponse

__all__ = ["Answer", "Limits", "Request", "ask"]

HEADERS = 64_000
"""The most bytes that headers may have."""

_PIECE = 65_536
_PACKED = ("gzip", "x-gzip", "deflate", "identity", "")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: bytes once unpacked, seconds to connect, to wait for more, and in all."""

    size: int = 20_000_000
    connect: float = 10.0
    read: float = 15.0
    whole: float = 60.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a machine; `body` is that of a POST."""

    link: Link
    headers: Mapping[str, str]
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a machine answered; the names of headers are in lower case."""

    link: Link
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """What the content is declared to be, in lower case; empty where nothing is."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset" and value.strip():
                return value.strip().strip("\"'")[:40] or None
        return None

    @property
    def wait(self) -> float | None:
        """The seconds after which one may ask again, where the server says."""
        asked = self.headers.get("retry-after", "").strip()
        if asked.isascii() and asked.isdigit():
            return float(asked[:9])
        try:
            return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
        except (ValueError, OverflowError):
            return None


def ask(request: Request, addresses: tuple[str, ...], limits: Limits, *, until: float) -> Answer:
    """Ask the first of some addresses that lets us connect.

    Args:
        request: what is asked.
        addresses: where; they were checked.
        limits: what it may cost.
        until: the moment (`time.monotonic`) by which all must be done.

    Raises:
        Unreachable: nobody answers, or not in time, or not in the language of the web.
        TooLarge: the answer is longer than it may be.
    """
    for number, address in enumerate(addresses, 1):
        left = until - time.monotonic()
        if left <= 0:
            break
        meter = _Meter(until, limits)
        connection = _connection(request.link, address, min(limits.connect, left), meter)
        try:
            connection.connect()
        except (HTTPError, OSError, ValueError) as error:
            connection.close()
            if number == len(addresses):
                raise Unreachable(shown(str(request.link)), _why(error)) from error
            continue
        try:
            return _exchange(connection, request, limits)
        except CannotFetch:
            raise
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            raise Unreachable(shown(str(request.link)), _why(error)) from error
        finally:
            connection.close()
            meter.close()
    raise Unreachable(shown(str(request.link)), _SLOW)


def _exchange(connection: HTTPConnection, request: Request, limits: Limits) -> Answer:
    where = shown(str(request.link))
    connection.request(
        "GET" if request.body is None else "POST",
        request.link.target,
        body=request.body,
        headers={
            "Host": request.link.authority,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **request.headers,
        },
        preload_content=False,
    )
    answer = connection.getresponse()
    headers: dict[str, str] = {}
    for name, value in answer.headers.items():
        headers.setdefault(name.lower(), value)
    if sum(len(name) + len(value) for name, value in answer.headers.items()) > HEADERS:
        raise TooLarge(where, f"its headers have more than {HEADERS // 1000} kB")
    if any(one.strip() not in _PACKED for one in headers.get("content-encoding", "").lower().split(",")):
        raise Unreachable(where, "the server packs the page in a way that was not asked for")
    return Answer(request.link, answer.status, headers, _content(answer, where, limits))


def _content(answer: BaseHTTPResponse, where: str, limits: Limits) -> bytes:
    content = bytearray()
    while piece := answer.read(_PIECE):
        content += piece
        if len(content) > limits.size:
            raise TooLarge(where, f"it has more than the {limits.size / 1e6:g} MB that may be fetched")
    return bytes(content)


class _Meter:
    """Counts what comes in, and says how long one may wait for more."""

    def __init__(self, until: float, limits: Limits) -> None:
        self._until, self._limits = until, limits
        self._stream: io.BufferedReader | None = None
        self._left = limits.size + HEADERS + limits.size // 8  # the marks between small chunks count too

    def stream(self, sock: socket.socket) -> io.BufferedReader:
        """What a machine sends, through this meter."""
        self._stream = io.BufferedReader(_Metered(sock, self))
        return self._stream

    def close(self) -> None:
        """Let go of the connection, also where an answer was left half read."""
        if self._stream is not None:
            self._stream.close()

    def patience(self) -> float:
        """The seconds to wait for the next bytes.

        Raises:
            TimeoutError: the time is over.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(self._limits.read, left)

    def count(self, size: int) -> None:
        """Note that bytes came in.

        Raises:
            _TooMuch: more than there may be.
        """
        self._left -= size
        if self._left < 0:
            raise _TooMuch


class _TooMuch(OSError):
    """More bytes came in than an answer may have."""

    def __str__(self) -> str:
        return "it sends more than may be fetched"


class _Metered(io.RawIOBase):
    """What a machine sends, through a meter."""

    def __init__(self, sock: socket.socket, meter: _Meter) -> None:
        self._sock, self._meter = sock, meter
        self._inner = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        """Whether one may read: always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read what there is, at most so much as fits."""
        self._sock.settimeout(self._meter.patience())
        size = self._inner.readinto(buffer) or 0
        self._meter.count(size)
        return int(size)

    def close(self) -> None:
        """Let go of the connection."""
        if not self.closed:
            self._inner.close()
        super().close()


class _Guarded:
    """A socket that is read through a meter; all else is the socket's own."""

    def __init__(self, sock: socket.socket, meter: _Meter) -> None:
        self._sock, self._meter = sock, meter

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        """What the machine sends."""
        return self._meter.stream(self._sock)

    def __getattr__(self, name: str) -> object:
        return getattr(self._sock, name)


class _Plain(HTTPConnection):
    """A connection without encryption, read through a meter."""

    meter: _Meter

    def connect(self) -> None:
        super().connect()
        self.sock = cast("socket.socket", _Guarded(self.sock, self.meter))


class _Encrypted(HTTPSConnection):
    """A connection with encryption, read through a meter."""

    meter: _Meter

    def connect(self) -> None:
        super().connect()
        self.sock = cast("socket.socket", _Guarded(self.sock, self.meter))


def _connection(link: Link, address: str, patience: float, meter: _Meter) -> HTTPConnection:
    """A connection to an address, which must show the certificate of the host."""
    if link.scheme == "http":
        plain = _Plain(address, link.port, timeout=patience)
        plain.meter = meter
        return plain
    encrypted = _Encrypted(
        address,
        link.port,
        timeout=patience,
        ssl_context=ssl.create_default_context(),
        server_hostname=link.host,
    )
    encrypted.meter = meter
    return encrypted


_SLOW = "it does not answer in time; try again later"


def _why(error: BaseException) -> str:
    """What went wrong, in words that hold nothing of the address."""
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    for one in chain:
        if isinstance(one, _TooMuch):
            return str(one)
        if isinstance(one, ssl.SSLCertVerificationError):
            return f"its certificate is not valid ({one.verify_message}); somebody else may be answering"
        if isinstance(one, TimeoutError):
            return _SLOW
    for one in chain:
        if isinstance(one, ConnectionRefusedError):
            return "nobody answers there; check the address, or try again later"
    return f"the connection failed ({type(chain[-1]).__name__}); try again later"

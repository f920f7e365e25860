"""Links: what an address on the web may look like, and how it is shown where others may read it.

It does not resolve names: `dragoman.sources.addresses` does.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit

from dragoman.errors import ForbiddenLink

__all__ = ["Link", "host_of", "is_link", "join", "parse", "shown"]

_SCHEMES = {"http": 80, "https": 443}

_SAFE = "/%:@!$&'()*+,;=~-._?"
"""What of a path and a query stands as it is; all else is percent-encoded."""

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")
_AUTHORITY = re.compile(r"\[[0-9a-f:.]*:[0-9a-f:.]*\](:\d*)?|[^\[\]]*", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)

_SECRET_NAME = re.compile(
    r"auth|cred|jwt|key|pass|pin|pwd|secret|session|sid|sig|ticket|token|hash|hmac|code", re.IGNORECASE
)
_SECRET_VALUE = re.compile(r"(?=.*\d)(?=.*[a-z])[\w+/=.~]{24,}", re.IGNORECASE)
_MASK = "***"
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web in its plain form: the host in ASCII and lower case, the path percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, which robots.txt and politeness go by."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def is_link(text: str) -> bool:
    """Whether a text is meant as an address with a scheme, one that is read or not."""
    return _SCHEME.match(text) is not None


def parse(text: str) -> Link:
    """Read an address.

    Args:
        text: an absolute http or https address; its fragment is left out.

    Raises:
        ForbiddenLink: it is none, is none that is fetched, or is written in an odd way.
    """
    if len(text) > _LONGEST:
        _refuse(text, f"the address has more than {_LONGEST} characters")
    if _FORBIDDEN.search(text):
        _refuse(text, "the address holds spaces, backslashes or control characters; percent-encode them")
    try:
        parts, port = _split(text)
    except ValueError:
        _refuse(text, "this is no address on the web; write it as https://host/path")
    if parts.scheme not in _SCHEMES:
        _refuse(text, "only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        _refuse(text, "the address holds a name or password, which are never sent; take them out")
    if not _AUTHORITY.fullmatch(parts.netloc):
        _refuse(text, "the host is written in an odd way; write it plainly")
    host = _host(text, parts.hostname or "")
    target = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    return Link(parts.scheme, host, _SCHEMES[parts.scheme] if port is None else port, target)


def join(base: Link, reference: str) -> Link:
    """The address that a reference on a page means; see `parse`."""
    return parse(urljoin(str(base), reference.strip()))


def shown(text: str) -> str:
    """An address as it may stand in a message or the store: without credentials, fragment and keys.

    The value of a parameter that is named like a secret, or looks like one, is replaced by `***`.
    """
    try:
        parts, _ = _split(text)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return text.partition("?")[0][:200]
    if parts.username is None and parts.password is None and not any(map(_is_secret, pairs)):
        return text.partition("#")[0]
    query = urlencode(
        [(name, _MASK if _is_secret((name, value)) else value) for name, value in pairs],
        safe=_SAFE,
    )
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}{'?' if query else ''}{query}"


def host_of(text: str) -> str:
    """Scheme and host alone, as an address is shown whose path may be a secret."""
    try:
        parts, _ = _split(text)
    except ValueError:
        return "the address"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _split(text: str) -> tuple[SplitResult, int | None]:
    parts = urlsplit(text)
    return parts, parts.port


def _is_secret(pair: tuple[str, str]) -> bool:
    name, value = pair
    return bool(value) and bool(_SECRET_NAME.search(name) or _SECRET_VALUE.fullmatch(value))


def _host(text: str, host: str) -> str:
    """The host in ASCII and lower case, without the dot at its end; odd notations are refused.

    `2130706433`, `0x7f.1` and `127.1` are addresses to some programs and names to others.
    """
    if "%" in host:
        _refuse(text, "the host holds a zone or percent signs; write it plainly")
    if ":" in host:
        return _version_6(text, host)
    try:
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        plain = ""
    labels = plain.split(".")
    if not plain or not all(map(_NAME.fullmatch, labels)):
        _refuse(text, "this is no host's name; write the address as https://host/path")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(ipaddress.IPv4Address(plain))
        except ValueError:
            _refuse(text, "the host is a number in an odd notation; write it plainly")
    return plain


def _version_6(text: str, host: str) -> str:
    try:
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        _refuse(text, "this is no host; write the address as https://host/path")


def _refuse(text: str, reason: str) -> NoReturn:
    raise ForbiddenLink(shown(text), reason)

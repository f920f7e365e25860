"""Makes of a feed what a strict parser can read: well formed, in UTF-8, no longer and no deeper than need be.

A parser of feeds that puts up with everything takes minutes over a few megabytes that were made for it.
libxml2, which takes a second at most, puts up with nearly as much: so it goes first.
"""

from __future__ import annotations

import codecs
import re
from html.entities import html5

from lxml import etree

__all__ = ["tidy"]

_UNCLOSED = re.compile(rb"<[A-Za-z/][^<>]*(?=<)")
_MOST_UNCLOSED = 1000
"""So many tags may be broken off before the next one; putting thousands right takes minutes."""

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30};)")
_KEPT = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_LISTED = ("{*}item", "{*}entry")


def tidy(content: bytes, charset: str | None, *, most: int) -> bytes | None:
    """A feed in XML, or None where it is nothing like it.

    Args:
        content: what a server sent.
        charset: the encoding that it declares; what the feed declares itself where this is None or unknown.
        most: so many entries are kept, from the beginning.

    Raises:
        ValueError: it declares entities of its own, which no feed needs and which may grow without end; or
            it is so broken that putting it right would take minutes.
    """
    if b"<!ENTITY" in content.replace(b"\0", b""):
        raise ValueError("the feed declares entities of its own, which may grow without end")
    if sum(1 for _ in _UNCLOSED.finditer(content)) > _MOST_UNCLOSED:
        raise ValueError("the feed is so broken that it cannot be read")
    parser = etree.XMLParser(
        encoding=_known(charset, content),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_number, content.lstrip()), parser)
    except (etree.LxmlError, ValueError, LookupError):
        return None
    if root is None:
        return None
    for entry in list(root.iter(*_LISTED))[most:]:
        parent = entry.getparent()
        if parent is not None:
            parent.remove(entry)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _known(charset: str | None, content: bytes) -> str | None:
    """The declared encoding where it is one that the bytes can be in."""
    try:
        name = codecs.lookup(charset or "").name
        content.decode(name)
    except (LookupError, ValueError):
        return None
    return name


def _number(found: re.Match[bytes]) -> bytes:
    """An entity of HTML, which XML does not know, by the numbers of its characters."""
    name = found[1].decode()
    known = None if name in _KEPT else html5.get(name)
    return "".join(f"&#{ord(c)};" for c in known).encode() if known else found[0]

"""Turns bytes into text, whatever their encoding is, and says where a page declares a wrong one."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.articles.sniffing import wide

__all__ = ["Decoded", "decode"]

MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
HEAD = 4096
SAMPLE = 32768
MIXED = re.compile(r"[A-Za-z][\u0370-\u04ff\u0590-\u06ff]|[\u0370-\u04ff\u0590-\u06ff][A-Za-z]")
CURLY = "‘’“”–—…•€£©®·«»°´½éèêëàâäáãåçîïíìôöóòõøûüúùñßæœÉÈÀÂÄÁÅÇÎÍÔÖÓØÜÚÑ\xa0"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, newlines being line feeds and no byte order mark in front, and remarks about it."""

    text: str
    notices: tuple[str, ...] = ()


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of a page.

    The byte order mark goes first, then UTF-8 where the bytes are valid in it, then what the page
    declares, then a guess. What cannot be decoded becomes U+FFFD, and so does NUL,
    which no text has and not every database can keep.

    Args:
        content: the bytes of the page.
        declared: the encoding that the source declares; one that the page declares in its own head
            is looked for where this is None.
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], name, None)
    codec = wide(content)
    if codec:
        return _decoded(content, codec, None)
    declared = declared or _declared(content)
    if _is_valid(content, "utf-8"):
        return _decoded(content, "utf-8", None if content.isascii() else declared)
    codec = _codec(declared)
    if codec and codec != "utf-8" and _is_plausible(content, codec):
        return _decoded(content, codec, None)
    return _decoded(content, _guess(content), declared)


def _decoded(content: bytes, codec: str, declared: str | None) -> Decoded:
    """The text, with a notice where `declared` names an encoding that is not the one used."""
    text = content.decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    notices = []
    if declared and _codec(declared) != codec:
        notices.append(f"the page says that it is in {declared[:40]}, which it is not; read as {codec}")
    lost = text.count("\ufffd")
    if lost:
        notices.append(f"{lost} characters could not be read in {codec} and stand as \ufffd")
    return Decoded(text, tuple(notices))


def _declared(content: bytes) -> str | None:
    """The encoding that an HTML or XML page names in its head."""
    found = DECLARED.search(content[:HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _codec(name: str | None) -> str | None:
    """Python's name for an encoding, None where it knows none. Latin-1 is windows-1252 on the web.

    Source: WHATWG Encoding Standard, section 4.2, for the labels of windows-1252.
    """
    try:
        codec = codecs.lookup((name or "").strip())
    except (LookupError, ValueError):
        return None
    if codec.name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return codec.name if codec._is_text_encoding else None  # noqa: SLF001 - how codecs tells rot13 from the rest


def _is_valid(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except (UnicodeError, ValueError):
        return False
    return True


def _is_plausible(content: bytes, codec: str) -> bool:
    """Whether bytes read in an encoding give words that are not of two scripts each."""
    sample = content[:SAMPLE]
    text = sample.decode(codec, "replace")
    if text.count("\ufffd") > len(text) // 100:
        return False
    return len(MIXED.findall(text)) <= len(text) // 1000


def _guess(content: bytes) -> str:
    """The encoding that bytes seem to be in, neither UTF-8 nor what they declare."""
    sample = _telling(content)
    western = sample.decode("cp1252", "replace")
    foreign = [char for char in western if not char.isascii()]
    if sum(char in CURLY for char in foreign) >= 0.9 * len(foreign) and len(foreign) < len(western) // 5:
        return "cp1252"
    if _is_nearly(content, "utf-8"):
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return _codec(best.encoding) or "cp1252" if best else "cp1252"


def _is_nearly(content: bytes, codec: str) -> bool:
    """Whether nearly all that is not ASCII can be read in an encoding, as in a text cut in the middle."""
    text = content[: 4 * SAMPLE].decode(codec, "replace")
    lost = text.count("\ufffd")
    return lost * 10 < sum(not char.isascii() for char in text)


def _telling(content: bytes) -> bytes:
    """A sample that has what is not ASCII: the start, or the lines around the first such bytes."""
    found = re.search(rb"[\x80-\xff]", content)
    start = max(0, found.start() - SAMPLE // 2) if found else 0
    return content[start : start + SAMPLE]

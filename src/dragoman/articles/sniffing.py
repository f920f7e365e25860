"""Tells from a page's content whether it is binary, HTML or plain text."""

from __future__ import annotations

import re

__all__ = ["is_binary", "is_html", "wide"]

SAMPLE = 8192
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
WIDE = (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1))
"""Encodings, how many bytes a character has in them, and which of these tells most letters apart."""

ODD = bytes({*range(32), 127} - {7, 8, 9, 10, 11, 12, 13, 27})
"""Control characters that no text has."""

ROOT = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|a|span|article|section|table|ul|body|html|title)\b[^<>]{0,500}>", re.IGNORECASE
)


def is_binary(content: bytes) -> bool:
    """Whether bytes are no text in any encoding, judged from their beginning."""
    head = content[:SAMPLE]
    if head.startswith(MARKS) or wide(head):
        return False
    return b"\x00" in head or _is_odd(head)


def wide(content: bytes) -> str | None:
    """The UTF-16 or UTF-32 that text without a byte order mark is in, None where it is in neither.

    Most letters of Western scripts leave every second byte zero there, or three of four.
    """
    head = content[: SAMPLE // 4 * 4]
    for name, step, letter in WIDE:
        columns = [head[number::step] for number in range(step)]
        letters = columns.pop(letter)
        is_wide = all(column.count(0) > 0.7 * len(column) for column in columns)
        if len(letters) >= 4 and is_wide and not _is_odd(head.decode(name, "replace").encode("utf-8")):
            return name
    return None


def _is_odd(sample: bytes) -> bool:
    """Whether more than every twentieth byte is a control character that no text has."""
    return len(sample) - len(sample.translate(None, ODD)) > len(sample) // 20


def is_html(text: str, media_type: str | None) -> bool:
    """Whether text is HTML: it begins like it, or is declared so and has tags, or is full of them."""
    head = text[:SAMPLE]
    if ROOT.match(head) and "<" in head:
        return not head.lstrip().startswith("<?xml") or "<html" in text[: 4 * SAMPLE].lower()
    tags = sum(1 for _ in TAG.finditer(head))
    if media_type is not None and "html" in media_type:
        return tags > 0 or TAG.search(text) is not None
    return tags >= 3 and head.lstrip().startswith("<")

"""Tells from a page's content whether it is binary, HTML or plain text."""

from __future__ import annotations

import re

__all__ = ["is_binary", "is_html"]

SAMPLE = 8192
ODD = bytes({*range(32), 127} - {7, 8, 9, 10, 11, 12, 13, 27})
ROOT = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|a|span|article|section|table|ul|body|html|title)\b[^<>]{0,500}>", re.IGNORECASE
)


def is_binary(content: bytes) -> bool:
    """Whether bytes are no text in any encoding, judged from their beginning."""
    head = content[:SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or is_wide(head):
        return False
    odd = len(head) - len(head.translate(None, ODD))
    return b"\x00" in head or odd > len(head) // 20


def is_wide(content: bytes) -> str | None:
    """The UTF-16 or UTF-32 that text without a byte order mark is in, None where it is in neither.

    Most letters of the scripts of the West leave every second byte (or three of four) zero.
    """
    head = content[: SAMPLE // 4 * 4]
    for name, step, zero in (
        ("utf-32-le", 4, 3),
        ("utf-32-be", 4, 0),
        ("utf-16-le", 2, 1),
        ("utf-16-be", 2, 0),
    ):
        column, letters = head[zero::step], head[step - 1 - zero :: step]
        if len(column) >= 4 and column.count(0) > 0.7 * len(column) and letters.count(0) == 0:
            return name
    return None


def is_html(text: str, media_type: str | None) -> bool:
    """Whether text is HTML: it begins like it, or is declared so and has tags, or is full of them."""
    head = text[:SAMPLE]
    if ROOT.match(head) and "<" in head:
        return not head.lstrip().startswith("<?xml") or "<html" in text[: 4 * SAMPLE].lower()
    tags = sum(1 for _ in TAG.finditer(head))
    if media_type is not None and "html" in media_type:
        return tags > 0 or TAG.search(text) is not None
    return tags >= 3 and head.lstrip().startswith("<")

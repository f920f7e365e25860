"""Settles where reported words begin and end, and whether they are the speaker's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.types import Quotation

__all__ = ["kind", "settle"]

_BEFORE = re.compile(r"(?:[\s,;:–—-]+|that\b(?!\s+(?:is|was|would|will)\b))+", re.IGNORECASE)
_AFTER = re.compile(r"[\s,;:–—-]+$")
_MARKS = "\"“”„«»‘’'"
_MOST = 0.6
"""A content that covers this share of a quotation, or a quotation this share of it, is meant to be it."""


def settle(text: str, content: Span, quotations: Sequence[Quotation]) -> Span | None:
    """The words of a content as a statement cites them, None where nothing is left.

    Words that stand wholly between quotation marks are cited without them, to the marks; other words
    with the marks that they hold, without a leading `that` and without the comma that ends them.
    """
    inside = [q for q in quotations if _is_it(text, content, q)]
    if inside:
        inner = inside[0].inner
        return _stripped(text, inner, before=False)
    return _stripped(text, content, before=True)


def kind(contents: Sequence[Span], quotations: Sequence[Quotation]) -> str:
    """`direct` where all words stand between marks, `mixed` where some do, else `indirect`."""
    marked = [any(q.inner.contains(c) for q in quotations) for c in contents]
    if all(marked):
        return "direct"
    touched = any(c.overlaps(q.inner) for c in contents for q in quotations)
    return "mixed" if any(marked) or touched else "indirect"


def _is_it(text: str, content: Span, quotation: Quotation) -> bool:
    """Whether a content is a quotation, give or take its marks and edges."""
    start, end = max(content.start, quotation.inner.start), min(content.end, quotation.inner.end)
    if end <= start:
        return False
    bare = text[content.start : content.end].strip(_MARKS + " ,.\n")
    size = max(1, len(bare))
    return (end - start) / size >= 1 - (1 - _MOST) / 2 and (end - start) / max(
        1, quotation.inner.end - quotation.inner.start
    ) >= _MOST / 2


def _word(text: str, start: int) -> int:
    """Where the word begins that a short form hangs on: that of `it` in `it's`."""
    if start and text[start : start + 1] in {"'", "’"} and text[start - 1].isalpha():
        while start and text[start - 1].isalpha():
            start -= 1
    return start


def _stripped(text: str, span: Span, *, before: bool) -> Span | None:
    start, end = span.start, span.end
    if before:
        found = _BEFORE.match(text, start, end)
        start = found.end() if found else _word(text, start)
    exact = text[start:end]
    trimmed = _AFTER.sub("", exact)
    lead = len(trimmed) - len(trimmed.lstrip())
    end = start + len(trimmed)
    start += lead
    return Span(start, end) if end > start and any(c.isalnum() for c in text[start:end]) else None

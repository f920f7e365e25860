"""Reads the date of publication that an HTML page declares in its head or its elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.articles import signs, stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

__all__ = ["published", "refine"]

LINKED_DATA = re.compile(r'"(?:datePublished|dateCreated)"\s*:\s*"([^"]{8,40})"')
SCRIPT = 200_000


def published(root: HtmlElement) -> list[str]:
    """The TIMEX values that a tree declares as its date of publication, the surest first."""
    found = (stamps.from_iso(raw) for raw in _declared(root))
    return list(dict.fromkeys(value for value in found if value))


def refine(day: str | None, declared: list[str]) -> str | None:
    """The day that was found, with the time of day that a declared date has; else the first declared."""
    if day is None:
        return declared[0] if declared else None
    finer = [value for value in declared if value.startswith(day)]
    return max(finer, key=len, default=day)


def _declared(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from LINKED_DATA.findall((script.text or "")[:SCRIPT])
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in signs.whole("metadata", "published"):
            yield meta.get("content") or ""
    for time in root.iter("time"):
        if (time.get("itemprop") or "").lower() != "datemodified":
            yield time.get("datetime") or ""

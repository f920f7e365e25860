"""Finds the outlet of an article where its text names one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.articles import kinds, signs, stamps
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.articles.datelines import Dateline
    from dragoman.articles.lines import Line

__all__ = ["find"]

DESK = re.compile(r"\s*[/|,]\s*|\s+[-–—]\s+")
HEAD = 10


def find(lines: Sequence[Line], found: Sequence[BlockKind], datelines: Mapping[int, Dateline]) -> str | None:
    """The outlet that a line at the head names, else the agency of the dateline, else None."""
    for line, kind in zip(lines[:HEAD], found, strict=False):
        name = _name(line.text) if kind is BlockKind.BYLINE else None
        name = name or (_masthead(line.text) if kind is BlockKind.NOTE else None)
        if name:
            return name
    for dateline in datelines.values():
        if dateline.agency:
            return dateline.agency.strip()
    return None


def _name(text: str) -> str | None:
    """The part of a line that names the outlet: not the desk, not the people."""
    parts = [part.strip() for part in DESK.split(text) if part.strip()]
    names = [part for part in parts if not _is_desk(part) and kinds.is_outlet(part)]
    return names[0] if names else None


def _masthead(text: str) -> str | None:
    """The outlet that a date line begins with: `The Riverside Reader, 28 July 2019`."""
    found = stamps.find(text)
    name = DESK.split(text[: found[0].start].strip())[0].strip(" ,|") if found else ""
    words = name.split()
    if len(words) < 2 or not all(word[0].isupper() or not word[0].isalpha() for word in words):
        return None
    is_titled = words[0].lower() == "the" or (name.isupper() and len(words) > 2)
    return name if is_titled or kinds.is_outlet(name) else None


def _is_desk(part: str) -> bool:
    """Whether words say who works at an outlet rather than which it is."""
    last = part.rsplit(maxsplit=1)[-1].lower()
    return part.lower() not in signs.whole("agencies", "names") and last in signs.words("outlets", "staff")

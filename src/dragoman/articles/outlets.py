"""Finds the outlet of an article where its text names one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.articles import kinds, signs
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
        if kind is BlockKind.BYLINE and kinds.is_outlet(line.text):
            name = _name(line.text)
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


def _is_desk(part: str) -> bool:
    """Whether words say who works at an outlet rather than which it is."""
    last = part.rsplit(maxsplit=1)[-1].lower()
    return part.lower() not in signs.whole("agencies", "names") and last in signs.words("outlets", "staff")

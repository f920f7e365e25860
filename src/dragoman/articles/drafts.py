"""An article on its way: what `text` and `html` find, before it is checked and given its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.types import Block

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text with its blocks, and what the page says of it.

    `published` is a TIMEX value, not yet held against the calendar.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    notices: tuple[str, ...] = ()

"""What a page is made of. A line that ends in no source cannot be built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

PLACEHOLDER = " …"
"""What stands for words of a quotation that are left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a line: plain, strong, or quoted, which are exactly those of the source that follows."""

    text: str
    style: Literal["plain", "strong", "quote"] = "plain"


@dataclass(frozen=True, slots=True)
class Cites:
    """The numbers of the sources of what stands before."""

    numbers: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.numbers:
            raise ValueError("nothing is said without a source")


Piece = Words | Cites


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence."""

    pieces: tuple[Piece, ...]

    def __post_init__(self) -> None:
        if not self.pieces or not isinstance(self.pieces[-1], Cites):
            raise ValueError("a line ends in its sources")


@dataclass(frozen=True, slots=True)
class Group:
    """Some lines, under a heading of their own where they have one."""

    heading: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page."""

    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a number stands for: an article, by its id and in a line; its address on the web, or its page."""

    number: int
    article: str
    title: str
    page: str

    @property
    def url(self) -> str | None:
        """Its address on the web, where it has one."""
        return self.page if self.page.startswith(("http://", "https://")) else None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: headings say of whom, of what and of when it is, lines say all else."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


def quote(text: str, longest: int | None = None) -> tuple[Words, ...]:
    """A quotation, or the first words of it where it is long."""
    if longest is None or len(text) <= longest:
        return (Words(text, "quote"),)
    return Words(text[:longest].rpartition(" ")[0], "quote"), Words(PLACEHOLDER)


def section(heading: str, groups: Iterable[Group]) -> Iterator[Section]:
    """A section, where there is anything in it."""
    some = tuple(group for group in groups if group.lines)
    if some:
        yield Section(heading, some)

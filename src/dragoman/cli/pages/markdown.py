"""A page as Markdown (CommonMark): readable as it is, and nothing of a report counts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.cli.pages.lines import Cites

if TYPE_CHECKING:
    from dragoman.cli.pages.lines import Line, Page, Piece, Source, Words

_MARKUP = re.compile(r"([\\`*_\[\]<>~|])")


def write(page: Page) -> bytes:
    """The page in UTF-8."""
    return ("\n".join(_page(page)) + "\n").encode()


def _page(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.title)}"
    yield f"\n## {_plain(page.subtitle)}"
    for section in page.sections:
        yield f"\n## {section.heading}"
        for group in section.groups:
            yield f"\n### {_plain(group.heading)}\n" if group.heading else ""
            yield from (f"- {_line(line)}" for line in group.lines)
    if page.sources:
        yield "\n## Sources\n"
        yield from map(_source, page.sources)


def _source(source: Source) -> str:
    where = f"<{source.url}>" if source.url else _plain(source.page)
    return f"- [{source.number}] {_plain(source.title)}, {where}"


def _line(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, Cites):
        return "".join(f" [{number}]" for number in piece.numbers)
    return _words(piece)


def _words(words: Words) -> str:
    text = _plain(words.text)
    return f"**{text}**" if words.style == "strong" else f"“{text}”" if words.style == "quote" else text


def _plain(text: str) -> str:
    """A text with all that would be markup escaped."""
    return _MARKUP.sub(r"\\\1", text)

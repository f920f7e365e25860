"""A page as HTML: one file of its own, without scripts, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from dragoman.cli.pages.lines import Cites

if TYPE_CHECKING:
    from dragoman.cli.pages.lines import Line, Page, Piece, Section, Source

STYLE = """\
:root { color-scheme: light dark;
  --ink: #1b1b1b; --faint: #5c5c5c; --paper: #fff; --rule: #d0d0d0; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --faint: #a8a8a8; --paper: #161616; --rule: #3c3c3c; --link: #8ab8f0; }
}
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 Georgia, "Noto Serif", serif; }
h1 { margin: 0; font-size: 1.6rem; }
h1 + p { margin: .2rem 0 1.5rem; color: var(--faint); }
h2 { margin: 1.6rem 0 .4rem; border-bottom: 1px solid var(--rule); font-size: 1.15rem; }
h3 { margin: .8rem 0 .2rem; font-size: 1rem; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .2rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
:target { background: color-mix(in srgb, var(--link) 20%, transparent); }
.sources { padding: 0; list-style: none; font-size: .85rem; }
@media print {
  :root { --ink: #000; --faint: #333; --paper: #fff; --rule: #999; --link: #000; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
  @page { margin: 2cm; }
}
"""


def write(page: Page) -> bytes:
    """The page in UTF-8."""
    return ("\n".join(_page(page)) + "\n").encode()


def _page(page: Page) -> Iterator[str]:
    title, subtitle = escape(page.title), escape(page.subtitle)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}, {subtitle}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{title}</h1>\n<p>{subtitle}</p>\n</header>\n<main>"
    for section in page.sections:
        yield from _section(section)
    yield "</main>"
    if page.sources:
        yield '<footer>\n<h2>Sources</h2>\n<ol class="sources">'
        yield from map(_source, page.sources)
        yield "</ol>\n</footer>"
    yield "</body>\n</html>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.heading)}</h2>"
    for group in section.groups:
        if group.heading:
            yield f"<h3>{escape(group.heading)}</h3>"
        yield "<ul>"
        yield from (f"<li>{_line(line)}</li>" for line in group.lines)
        yield "</ul>"
    yield "</section>"


def _line(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, Cites):
        return "".join(f' <a href="#source-{number}">[{number}]</a>' for number in piece.numbers)
    text = escape(piece.text)
    return {"strong": f"<strong>{text}</strong>", "quote": f"“{text}”"}.get(piece.style, text)


def _source(source: Source) -> str:
    title, page = escape(source.title), escape(source.page)
    shown = f'<a href="{page}">{title}</a>' if source.url else f"{title}, {page}"
    return f'<li id="source-{source.number}">[{source.number}] {shown}</li>'

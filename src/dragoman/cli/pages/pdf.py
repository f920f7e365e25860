"""A page as PDF on A4, in PT Serif, which has the Latin and Cyrillic letters of names in the news."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman import __version__
from dragoman.cli.pages.lines import Cites
from dragoman.errors import MissingPackage

try:
    import fontpkg
    from fpdf import FPDF
    from fpdf.enums import XPos, YPos
except ImportError as error:
    raise MissingPackage("fpdf2", "pdf") from error

if TYPE_CHECKING:
    from dragoman.cli.pages.lines import Line, Page, Piece, Source

FONT = "PT Serif"

_MARGIN, _INDENT = 18.0, 4.0
_TITLE, _HEADING, _TEXT, _SMALL = 17.0, 12.0, 9.5, 8.0
_HEIGHT = 1.3
"""The height of a line of text in heights of its letters."""

_POINT = 25.4 / 72
"""Millimetres in a point."""

_LINK = (11, 87, 164)


def write(page: Page) -> bytes:
    """The page; the same page gives the same bytes."""
    paper = _Paper(page)
    paper.title(page.title, page.subtitle)
    for section in page.sections:
        paper.heading(section.heading, _HEADING)
        for group in section.groups:
            if group.heading:
                paper.heading(group.heading, _TEXT)
            for line in group.lines:
                paper.line(line)
    if page.sources:
        paper.heading("Sources", _HEADING)
        for source in page.sources:
            paper.source(source)
    return bytes(paper.pdf.output())


class _Paper:
    """The sheets that are written on."""

    def __init__(self, page: Page) -> None:
        self.pdf = pdf = FPDF(format="A4", unit="mm")
        pdf.set_margins(_MARGIN, _MARGIN, _MARGIN)
        pdf.set_auto_page_break(auto=True, margin=_MARGIN)
        for style, weight in (("", 400), ("B", 700)):
            pdf.add_font(FONT, style, fontpkg.path(FONT, weight=weight))
        pdf.set_title(f"{page.title}, {page.subtitle}")
        pdf.set_creator(f"Dragoman {__version__}")
        pdf.set_producer("fpdf2")
        pdf.set_lang("en")
        pdf.set_creation_date(datetime(2000, 1, 1, tzinfo=UTC))  # of no meaning: the page says of when it is
        pdf.add_page()
        self._links = {source.number: pdf.add_link() for source in page.sources}

    def title(self, title: str, subtitle: str) -> None:
        """What the page is of."""
        self._block(title, _TITLE, "B")
        self._block(subtitle, _TEXT, "")

    def heading(self, text: str, size: float) -> None:
        """A heading, which does not stand alone at the foot of a sheet."""
        height = size * _POINT * _HEIGHT
        if self.pdf.will_page_break(3 * height):
            self.pdf.add_page()
        self.pdf.ln(height / (2 if size > _TEXT else 4))
        self._block(text, size, "B")

    def line(self, line: Line) -> None:
        """A line, its numbers linked to its sources."""
        self._indented()
        for piece in line.pieces:
            self._piece(piece)
        self._end()

    def source(self, source: Source) -> None:
        """What a number stands for."""
        self._indented()
        self.pdf.set_link(self._links[source.number], y=self.pdf.get_y(), page=self.pdf.page_no())
        page = "" if source.url else f", {source.page}"
        self._text(f"[{source.number}] {source.title}{page}", _SMALL, link=source.url or "")
        self._end(_SMALL)

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Cites):
            for number in piece.numbers:
                self._number(number)
            return
        text = f"“{piece.text}”" if piece.style == "quote" else piece.text
        self._text(text, _TEXT, style="B" if piece.style == "strong" else "")

    def _number(self, number: int) -> None:
        """The number of a source, which is not broken at the end of a line."""
        mark = f"[{number}]"
        self._text(" ", _TEXT)
        if self.pdf.get_x() + self.pdf.get_string_width(mark) > self.pdf.w - self.pdf.r_margin - 2:
            self.pdf.ln(_TEXT * _POINT * _HEIGHT)
        self.pdf.set_text_color(*_LINK)
        self._text(mark, _TEXT, link=self._links[number])
        self.pdf.set_text_color(0)

    def _block(self, text: str, size: float, style: str) -> None:
        self.pdf.set_font(FONT, style, size)
        self.pdf.multi_cell(0, size * _POINT * _HEIGHT, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _text(self, text: str, size: float, *, style: str = "", link: str | int = "") -> None:
        self.pdf.set_font(FONT, style, size)
        self.pdf.write(size * _POINT * _HEIGHT, text, link=link)

    def _indented(self) -> None:
        self.pdf.set_left_margin(_MARGIN + _INDENT)
        self.pdf.set_x(_MARGIN)
        self._text("• ", _TEXT)
        self.pdf.set_x(_MARGIN + _INDENT)

    def _end(self, size: float = _TEXT) -> None:
        self.pdf.ln(size * _POINT * _HEIGHT)
        self.pdf.set_left_margin(_MARGIN)
        self.pdf.set_x(_MARGIN)

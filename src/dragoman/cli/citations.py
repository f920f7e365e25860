"""The numbers in brackets: which article a line rests on, in the order of first mention."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.style import Style
from rich.text import Text

from dragoman.cli import dates
from dragoman.cli.console import printable
from dragoman.copies import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.document import ArticlePart, Document, EvidencePart

FRAGMENT = 80
"""Characters of the words that a link jumps to; browsers find a passage by less."""


class Citations:
    """The articles of a document, numbered as they are cited."""

    def __init__(self, document: Document) -> None:
        self._articles = {article.id: article for article in document.articles}
        self._places = {article.id: place for place, article in enumerate(document.articles)}
        self._origins = {article.id: article.copy_of for article in document.articles if article.copy_of}
        self._numbers: dict[str, int] = {}

    def cite(self, spans: Iterable[EvidencePart]) -> Text:
        """The numbers of the articles that these words are from, each a link to the words.

        Copies come behind what they are copies of: `[1] [2], 2 copies [3] [4]`.
        """
        first: dict[str, EvidencePart] = {}
        for span in sorted(spans, key=lambda span: (self.order(span.article), span.start)):
            first.setdefault(span.article, span)
        groups = grouped(first, self._origins)
        copies = sorted((id for _, *rest in groups for id in rest), key=self.order)
        marks = Text(" ").join(self._mark(group[0], first[group[0]].exact) for group in groups)
        if copies:
            marks.append(f", {len(copies)} cop{'y' if len(copies) == 1 else 'ies'} ", style="faint")
            marks.append_text(Text(" ").join(self._mark(id, first[id].exact) for id in copies))
        return marks

    def numbers(self, articles: Iterable[str]) -> tuple[int, ...]:
        """The numbers of articles, in order."""
        ordered = sorted(set(articles), key=lambda id: (self.order(id), id))
        return tuple(sorted(map(self._number, ordered)))

    def cite_article(self, id: str) -> Text:
        """The number of an article, as a link to its page."""
        return self._mark(id, None)

    def sources(self, *, are_all: bool = True) -> list[tuple[int, ArticlePart]]:
        """The articles of the document with their numbers: those cited and, if all are wanted, the rest."""
        for id in self._articles if are_all else ():
            self._number(id)
        for id in [*self._numbers]:
            self._number(self._origins.get(id, id))
        return sorted(
            (number, self._articles[id]) for id, number in self._numbers.items() if id in self._articles
        )

    def background(self, article: ArticlePart) -> Text:
        """What an article is a copy of and whom it credits; empty where it is neither."""
        agencies = [printable(name) for name in article.credits if name not in (article.source or "")]
        parts = [Text(f"credits {' and '.join(agencies)}")] if agencies else []
        if article.copy_of:
            parts.insert(0, Text("copy of ") + self.cite_article(article.copy_of))
        return Text.assemble(" (", Text(", ").join(parts), ")") if parts else Text()

    def order(self, id: str) -> int:
        """Where an article stands among the others of the document."""
        return self._places.get(id, len(self._places))

    def _number(self, id: str) -> int:
        return self._numbers.setdefault(id, len(self._numbers) + 1)

    def _mark(self, id: str, words: str | None) -> Text:
        mark = Text(f"[{self._number(id)}]", style="source")
        address = _address(self._articles.get(id), words)
        if address:
            mark.stylize(Style(link=address))
        return mark


def title(article: ArticlePart) -> str:
    """An article in one line: source, date, title and page."""
    day = dates.words(article.published) if article.published else "no date"
    named = f"“{article.title}”" if article.title else None
    return ", ".join(printable(part) for part in (article.source, day, named, article.page) if part)


def _address(article: ArticlePart | None, words: str | None) -> str | None:
    """Where the page is, as a link that jumps to the words (a text fragment)."""
    if article is None:
        return None
    page = article.page
    if "://" not in page:
        if not Path(page).exists():
            return None
        page = Path(page).resolve().as_uri()
    passage = printable(words or "")[:FRAGMENT].rpartition(" ")[0]
    return f"{page}#:~:text={quote(passage, safe='')}" if passage else page

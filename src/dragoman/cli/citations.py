"""The numbers in brackets: which article a line rests on, in the order of first mention."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.style import Style
from rich.text import Text

from dragoman.cli.console import printable
from dragoman.telling.citations import Numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.document import ArticlePart, EvidencePart
    from dragoman.telling.citations import Mark

FRAGMENT = 80
"""Characters of the words that a link jumps to; browsers find a passage by less."""


class Citations(Numbers):
    """The articles of a document, numbered as they are cited."""

    def cite(self, spans: Iterable[EvidencePart]) -> Text:
        """The numbers of the articles that these words are from, each a link to the words.

        Copies come behind what they are copies of: `[1] [2], 2 copies [3] [4]`.
        """
        originals, copies = self.marks(spans)
        shown = Text(" ").join(map(self._shown, originals))
        if copies:
            shown.append(f", {len(copies)} cop{'y' if len(copies) == 1 else 'ies'} ", style="faint")
            shown.append_text(Text(" ").join(map(self._shown, copies)))
        return shown

    def cite_article(self, id: str) -> Text:
        """The number of an article, as a link to its page."""
        return self._shown(self.mark(id))

    def background(self, article: ArticlePart) -> Text:
        """What an article is a copy of and whom it credits; empty where it is neither."""
        agencies = [printable(name) for name in article.credits if name not in (article.source or "")]
        parts = [Text(f"credits {' and '.join(agencies)}")] if agencies else []
        if article.copy_of:
            parts.insert(0, Text("copy of ") + self.cite_article(article.copy_of))
        return Text.assemble(" (", Text(", ").join(parts), ")") if parts else Text()

    def _shown(self, mark: Mark) -> Text:
        shown = Text(f"[{mark.number}]", style="source")
        address = _address(self.articles.get(mark.article), mark.span.exact if mark.span else None)
        if address:
            shown.stylize(Style(link=address))
        return shown


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

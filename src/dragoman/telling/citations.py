"""The numbers of sources: which article a line rests on, in the order of first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.copies import grouped
from dragoman.telling import dates
from dragoman.telling.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.document import ArticlePart, Document, EvidencePart

__all__ = ["Mark", "Marks", "Numbers", "title"]


class Mark(NamedTuple):
    """The number of an article, with the words of it that are meant; None where all of it is."""

    number: int
    article: str
    span: EvidencePart | None


class Marks(NamedTuple):
    """What something rests on: reports of which none is a copy of another, and copies of them."""

    originals: tuple[Mark, ...]
    copies: tuple[Mark, ...]


class Numbers:
    """The articles of a document, numbered as they are cited."""

    def __init__(self, document: Document) -> None:
        self.articles = {article.id: article for article in document.articles}
        self._places = {article.id: place for place, article in enumerate(document.articles)}
        self._origins = {article.id: article.copy_of for article in document.articles if article.copy_of}
        self._numbers: dict[str, int] = {}

    def marks(self, spans: Iterable[EvidencePart]) -> Marks:
        """The articles that these words are from, each once, with the first of its words."""
        first: dict[str, EvidencePart] = {}
        for span in sorted(spans, key=lambda span: (self.order(span.article), span.start)):
            first.setdefault(span.article, span)
        groups = grouped(first, self._origins)
        originals = tuple(Mark(self.number(id), id, first[id]) for id in (group[0] for group in groups))
        copies = sorted((id for _, *rest in groups for id in rest), key=self.order)
        return Marks(originals, tuple(Mark(self.number(id), id, first[id]) for id in copies))

    def mark(self, id: str) -> Mark:
        """An article as a whole."""
        return Mark(self.number(id), id, None)

    def numbers(self, articles: Iterable[str]) -> tuple[int, ...]:
        """The numbers of articles, in order."""
        ordered = sorted(set(articles), key=lambda id: (self.order(id), id))
        return tuple(sorted(map(self.number, ordered)))

    def sources(self, *, are_all: bool = True) -> list[tuple[int, ArticlePart]]:
        """The articles of the document with their numbers: those cited and, if all are wanted, the rest."""
        for id in self.articles if are_all else ():
            self.number(id)
        for id in [*self._numbers]:
            self.number(self._origins.get(id, id))
        return sorted(
            (number, self.articles[id]) for id, number in self._numbers.items() if id in self.articles
        )

    def order(self, id: str) -> int:
        """Where an article stands among the others of the document."""
        return self._places.get(id, len(self._places))

    def number(self, id: str) -> int:
        """The number of an article: the next one where it has none yet."""
        return self._numbers.setdefault(id, len(self._numbers) + 1)


def title(article: ArticlePart) -> str:
    """An article in one line: source, date, title and page."""
    day = dates.words(article.published) if article.published else "no date"
    named = f"“{article.title}”" if article.title else None
    return ", ".join(printable(part) for part in (article.source, day, named, article.page) if part)

"""What one report of a meeting has that another leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.export.occasions import Occasion, outline

if TYPE_CHECKING:
    from dragoman.export.document import Document

__all__ = ["Omission", "find"]

_FIELDS = ("date", "place")


class Omission(NamedTuple):
    """What an article leaves out of a meeting that it reports: records, and fields of the meeting."""

    meeting: str
    article: str
    records: tuple[str, ...]
    fields: tuple[str, ...]


def find(document: Document) -> Iterator[Omission]:
    """The omissions of each report of a meeting that two or more independent reports tell of.

    Copies are passed over. A record is left out where no report of it is the article's own.
    """
    copies = {article.id for article in document.articles if article.copy_of}
    for occasion in outline(document).occasions:
        articles = [r.article for r in occasion.meeting.reports if r.article not in copies]
        for article in articles if len(articles) > 1 else ():
            found = _of(occasion, article, set(articles) - {article})
            if found.records or found.fields:
                yield found


def _of(occasion: Occasion, article: str, others: set[str]) -> Omission:
    told = {said.id: {r.article for r in said.reports} for said in occasion.statements}
    told |= {shared.id: {r.article for r in shared.reports} for shared in occasion.alignments}
    records = tuple(id for id, by in told.items() if article not in by and by & others)
    own = next(r for r in occasion.meeting.reports if r.article == article)
    fields = tuple(f for f in _FIELDS if getattr(occasion.meeting, f) and not getattr(own, f))
    return Omission(occasion.meeting.id, article, records, fields)

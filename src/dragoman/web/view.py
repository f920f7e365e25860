"""What every template that shows records needs: their names, their numbers, their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote

from fastapi import Request

from dragoman.analysis import entries
from dragoman.analysis.entries import AnyRecord, Entry
from dragoman.export.document import ArticlePart, Document, EvidencePart, ReportPart, StatementPart
from dragoman.store import Store
from dragoman.telling import dates, phrases
from dragoman.telling import wordings as telling
from dragoman.telling.citations import Mark, Marks, Numbers
from dragoman.telling.names import Names
from dragoman.telling.wordings import Wording

__all__ = ["View", "actor_at", "article_at", "joined", "record_at", "store_of"]


def store_of(request: Request) -> Store:
    """The store that the pages show."""
    found: Store = request.app.state.store
    return found


def record_at(id: str) -> str:
    """Where the page of a record is."""
    kind = id.partition("-")[0]
    return f"/{kind}s/{quote(id, safe='')}"


def actor_at(id: str) -> str:
    """Where the page of an actor is."""
    return f"/actors/{quote(id, safe='')}"


def article_at(id: str, start: int | None = None) -> str:
    """Where the page of an article is, and on it the words that begin at an offset."""
    return f"/articles/{quote(id, safe='')}" + (f"#at-{start}" if start is not None else "")


_PARTS = (
    *("articles", "actors", "statements", "meetings", "events", "relations", "alignments"),
    *("discrepancies", "places", "omissions", "corrections"),
)


def joined(first: Document, *others: Document) -> Document:
    """Several documents as one, so that a page has one row of numbers; what two have, the first has."""
    found = {
        name: tuple(
            {
                getattr(one, "id", one): one for part in (*others[::-1], first) for one in getattr(part, name)
            }.values()
        )
        for name in _PARTS
    }
    return first.model_copy(update=found)


class View:
    """A document as templates show it."""

    phrases = phrases
    actor_at = staticmethod(actor_at)
    article_at = staticmethod(article_at)
    record_at = staticmethod(record_at)

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names, self.numbers = Names(document), Numbers(document)
        self.records: dict[str, AnyRecord] = {one.id: one for _, one in entries.records(document)}
        self.actors = {one.id: one for one in document.actors}
        self._entries = {
            one.id: entries.entry(kind, one, document) for kind, one in entries.records(document)
        }

    def kind(self, id: str) -> str:
        """What sort of record an id is of."""
        return id.partition("-")[0]

    def cite(self, reports: Iterable[ReportPart]) -> Marks:
        """The numbers of what reports rest on."""
        return self.numbers.marks(span for report in reports for span in report.evidence)

    def at(self, mark: Mark) -> str:
        """Where the words of a mark are."""
        return article_at(mark.article, mark.span.start if mark.span else None)

    def sources(self) -> list[tuple[int, ArticlePart]]:
        """The articles that were cited so far."""
        return self.numbers.sources(are_all=False)

    def wordings(self, statement: StatementPart) -> list[Wording]:
        """The wordings of a statement, the fullest first."""
        return list(telling.wordings(statement, self.numbers))

    def entry(self, id: str) -> Entry:
        """A record at its place in time."""
        return self._entries[id]

    def day(self, id: str) -> str:
        """The day of a record in words; "reported" where only the first report's is known."""
        at = self._entries[id]
        if at.date is None:
            return "date not known"
        return f"{'reported ' if at.dated == 'reported' else ''}{dates.words(at.date, with_weekday=True)}"

    def by_day(self, ids: Iterable[str]) -> Iterator[tuple[str, list[AnyRecord]]]:
        """Records in order, those of one day in a row under it."""
        for day, some in groupby((id for id in ids if id in self.records), key=self.day):
            yield day[0].upper() + day[1:], [self.records[id] for id in some]

    def words(self, spans: Iterable[EvidencePart]) -> str:
        """The words of spans on one line."""
        return " … ".join(" ".join(span.exact.split()) for span in spans)

    def side(self, id: str) -> str | None:
        """The country of an actor, None where it has none."""
        return self.actors[id].country if id in self.actors else None

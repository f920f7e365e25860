"""What reading something changed, as values to be sent: one for each record that is new or not as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal

from pydantic import Field

from dragoman.analysis import entries, news
from dragoman.analysis.entries import AnyRecord, Part
from dragoman.analysis.news import Item
from dragoman.export.document import (
    AlignmentPart,
    ArticlePart,
    Document,
    EventPart,
    MeetingPart,
    RelationPart,
    StatementPart,
)
from dragoman.store import Store
from dragoman.telling import phrases
from dragoman.telling.names import Names
from dragoman.watch.plan import Saved

__all__ = ["Change", "find", "of_query", "title"]


class Change(Part):
    """One record, and what came of it."""

    version: Literal["1"] = "1"
    time: str = Field(description="When this was found, in UTC, ISO 8601.")
    query: str | None = Field(default=None, description="The name of the saved query that it meets.")
    text: str = Field(description="The record in one line.")
    item: Item = Field(description="What came of it: as in `dragoman news --json`.")
    document: Document = Field(description="The record with its reports: as in `dragoman show --json`.")

    @property
    def articles(self) -> tuple[ArticlePart, ...]:
        """The articles that came in and report it."""
        return tuple(one for one in self.document.articles if one.id in self.item.articles)


def find(store: Store, since: datetime) -> tuple[Change, ...]:
    """What the articles that came in since a moment changed; those that only tell it again change nothing."""
    found = news.find(store, since)
    names, now = Names(found.record), datetime.now(UTC).isoformat(timespec="seconds")
    records = {record.id: record for _, record in entries.records(found.record)}
    return tuple(
        Change(
            time=now,
            text=title(records[item.record], names),
            item=item,
            document=entries.excerpt(found.record, {item.record, *item.reverses}),
        )
        for item in found.entries
        if item.change != "confirmed"
    )


def of_query(changes: tuple[Change, ...], saved: Saved, store: Store) -> Iterator[Change]:
    """Those of some changes whose records meet a saved query."""
    ids = store.ids(saved.query) if saved.query and changes else frozenset()
    for change in changes:
        if saved.query is None or change.item.record in ids:
            yield change.model_copy(update={"query": saved.name})


def title(record: AnyRecord, names: Names) -> str:
    """A record in one line."""
    match record:
        case MeetingPart():
            people = ", ".join(names.full(id) for id in record.participants)
            return f"{phrases.when_and_where(record, names)}, {record.status}: {people}"
        case StatementPart():
            return f"{names.all(record.speakers) or '(speaker not named)'}: {_said(record)}"
        case EventPart():
            done, towards = phrases.doing(record)
            upon = (
                " ".join(filter(None, (towards, names.all(record.recipients)))) if record.recipients else ""
            )
            return " ".join(filter(None, (names.all(record.actors) or "somebody", done, upon)))
        case RelationPart():
            two = names.full(record.subject), names.full(record.object)
            return f"{two[0]} {phrases.predicate(record)} {two[1]} {phrases.spell(record)}".strip()
        case AlignmentPart():
            issue = record.issue or phrases.beginning(record.reports[0].evidence[0].exact)
            return f"{names.all(record.parties)} {record.kind} on {issue}"


def _said(record: StatementPart) -> str:
    report = next((one for one in record.reports if one.kind == "direct"), record.reports[0])
    words = phrases.beginning(report.content[0].exact)
    return f"“{words}”" if report.kind == "direct" else f"{words} (paraphrase)"

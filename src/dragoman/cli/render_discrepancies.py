"""Where the reports of one record differ: each value with the articles that give it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli import dates
from dragoman.cli.console import printable
from dragoman.cli.render_meetings import when_and_where
from dragoman.cli.sections import section

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.analysis.news import Dispute
    from dragoman.cli.citations import Citations
    from dragoman.cli.names import Names
    from dragoman.export.document import DiscrepancyPart, Document

DATES = {"date", "said_on", "since", "until"}
"""The fields whose values are TIMEX values."""

ACTORS = {"participants", "speakers", "addressee", "actors", "recipients", "attributed_to", "parties"}
"""The fields whose values are ids of actors, with commas between them."""

WORDS_SHOWN = 60


def discrepancies(document: Document, names: Names, citations: Citations) -> RenderableType:
    """All of a document's discrepancies under their heading."""
    called = subjects(document, names)
    lines = []
    for found in document.discrepancies:
        line = Text(called.get(found.record, found.record))
        line.append(f"  {found.field.replace('_', ' ')}: ", style="differ")
        line.append_text(values(found, names, citations))
        lines.append(line)
    return section("Where the reports differ", *lines)


def values(found: DiscrepancyPart | Dispute, names: Names, citations: Citations) -> Text:
    """The values that reports give, each with the articles that give it."""
    articles: dict[str, list[str]] = defaultdict(list)
    for each in found.values:
        articles[each.value].append(each.article)
    parts = [
        Text(f"{in_words(found.field, value, names)} ") + Text(" ").join(map(citations.cite_article, ids))
        for value, ids in articles.items()
    ]
    return Text(" / ").join(parts)


def in_words(field: str, value: str, names: Names) -> str:
    """A value of a field in words."""
    if field in DATES:
        return dates.words(value)
    if field in ACTORS:
        return names.all(part.strip() for part in value.split(","))
    return names.place(value) if field == "place" else printable(value)


def subjects(document: Document, names: Names) -> dict[str, str]:
    """What to call the records that reports may differ on."""
    called = {meeting.id: when_and_where(meeting, names) for meeting in document.meetings}
    for said in document.statements:
        called[said.id] = f"{names.all(said.speakers)}, “{_beginning(said.reports[0].content[0].exact)}”"
    for event in document.events:
        called[event.id] = f"{names.all(event.actors)}, {event.type}"
    return called


def _beginning(words: str) -> str:
    text = printable(words)
    return text if len(text) <= WORDS_SHOWN else text[:WORDS_SHOWN].rpartition(" ")[0] + " …"

"""Where the reports of one record differ: each value with the articles that give it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.sections import section
from dragoman.telling import phrases

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.analysis.news import Dispute
    from dragoman.cli.citations import Citations
    from dragoman.export.document import DiscrepancyPart, Document
    from dragoman.telling.names import Names

WORDS_SHOWN = 60


def discrepancies(document: Document, names: Names, citations: Citations) -> RenderableType:
    """All of a document's discrepancies under their heading."""
    called = phrases.subjects(document, names)
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
        Text(f"{phrases.in_words(found.field, value, names)} ")
        + Text(" ").join(map(citations.cite_article, ids))
        for value, ids in articles.items()
    ]
    return Text(" / ").join(parts)

"""What one report of a meeting leaves out that another has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.sections import section
from dragoman.telling.phrases import when_and_where

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.cli.citations import Citations
    from dragoman.export.document import Document, OmissionPart
    from dragoman.telling.names import Names


def omissions(document: Document, names: Names, citations: Citations) -> RenderableType:
    """All of a document's omissions under their heading, a line for each report."""
    meetings = {meeting.id: when_and_where(meeting, names) for meeting in document.meetings}
    lines = []
    for found in document.omissions:
        line = Text(f"{meetings.get(found.meeting, found.meeting)}  ")
        line.append_text(citations.cite_article(found.article))
        line.append(" says nothing of: ", style="differ")
        line.append("; ".join(_things(found, document, names)))
        lines.append(line)
    return section("What a report leaves out", *lines)


def _things(found: OmissionPart, document: Document, names: Names) -> list[str]:
    left = set(found.records)
    said = Counter(s.speakers for s in document.statements if s.id in left)
    shared = Counter(a.kind for a in document.alignments if a.id in left)
    things = [f"the {field}" for field in found.fields]
    for speakers, number in said.items():
        who = f" of {names.all(speakers)}" if speakers else ""
        things.append(f"{number} statement{'s' * (number > 1)}{who}")
    return [
        *things,
        *(f"{number} matter{'s' * (number > 1)} on which they {kind}" for kind, number in shared.items()),
    ]

"""The values that people have set: which, who set it, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.sections import section
from dragoman.telling import dates, phrases

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.export.document import CorrectionPart, Document
    from dragoman.telling.names import Names


def corrections(document: Document, names: Names) -> RenderableType:
    """All of a document's corrections under their heading."""
    subjects = phrases.subjects(document, names)
    return section(
        "What people have corrected", *(_line(one, subjects, names) for one in document.corrections)
    )


def _line(made: CorrectionPart, subjects: dict[str, str], names: Names) -> Text:
    line = Text(subjects.get(made.record, made.record))
    line.append(f"  {made.field.replace('_', ' ')}: ", style="heading")
    given = ", ".join(made.value) if isinstance(made.value, tuple) else made.value
    line.append(phrases.in_words(made.field, given, names) if given else "not known")
    line.append(f"  {printable(made.who)}, {dates.words(made.when[:10])}", style="faint")
    line.append(f": {printable(made.why)}" if made.why else "", style="faint")
    return line

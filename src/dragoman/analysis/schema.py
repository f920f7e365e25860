"""The JSON Schemas of the answers, made from their types: `python -m dragoman.analysis.schema`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.analysis.agenda import Agenda
from dragoman.analysis.brief_parts import Brief
from dragoman.analysis.news import News
from dragoman.analysis.positions import Positions
from dragoman.analysis.stories import Stories
from dragoman.analysis.timeline import Timeline
from dragoman.export import schema

if TYPE_CHECKING:
    from pydantic import BaseModel

_DATA = Path(__file__).parent.parent / "data"

SCHEMAS: dict[Path, type[BaseModel]] = {
    _DATA / "agenda.schema.json": Agenda,
    _DATA / "brief.schema.json": Brief,
    _DATA / "news.schema.json": News,
    _DATA / "positions.schema.json": Positions,
    _DATA / "stories.schema.json": Stories,
    _DATA / "timeline.schema.json": Timeline,
}
"""The types of answers, by where their schemas lie in the package."""


def write() -> None:
    """Write the schemas to their places in the package."""
    for path, model in SCHEMAS.items():
        schema.write(path, model)


if __name__ == "__main__":
    write()

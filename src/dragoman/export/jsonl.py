"""The record as JSON lines: every object of the document on a line of its own.

`part` says what it is: `article`, `actor`, `statement` …
"""

from __future__ import annotations

from dragoman.export.files import Destination
from dragoman.export.formats import Source
from dragoman.export.rows import write_line
from dragoman.export.tables import KINDS


def write(source: Source, to: Destination) -> None:
    """Write articles and actors before the records that name them."""
    with to.file("record.jsonl") as out:
        for kind, name in {**KINDS, "place": "places", "omission": "omissions"}.items():
            for part in getattr(source.document, name):
                write_line(out, {"part": kind, **part.model_dump(mode="json")})

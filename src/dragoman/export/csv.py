"""The record as comma-separated tables (RFC 4180, UTF-8): a cell that is a list holds JSON."""

from __future__ import annotations

import csv
import io
import json

from dragoman.export import tables
from dragoman.export.files import Destination
from dragoman.export.formats import Source


def write(source: Source, to: Destination) -> None:
    """Write one file a kind, with a header; a kind without rows has that alone."""
    for name in tables.KINDS.values():
        with to.file(f"{name}.csv") as out:
            text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
            table = csv.writer(text)
            wanted = tables.columns(name)
            table.writerow(wanted)
            for row in tables.rows(source.document, name):
                table.writerow([_cell(row[column]) for column in wanted])
            text.detach()


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value

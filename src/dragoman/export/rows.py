"""Rows of tab-separated values, which cannot hold a tab or a line break."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO


def write_row(to: BinaryIO, cells: Iterable[str]) -> None:
    """Write one row; white space within a cell becomes single spaces."""
    to.write(("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode())


def write_line(to: BinaryIO, value: object) -> None:
    """Write one line of JSON."""
    to.write((json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n").encode())

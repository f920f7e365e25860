"""The formats of `dragoman export`: what one must be able to do, and which there are.

A format is a module with one function, `write`. It takes the document and gives its files to a
destination; it does not know where they go, nor how the record is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the list of formats is part of the command's help, which loads nothing heavy
    from dragoman.export.document import Document
    from dragoman.export.files import Destination
    from dragoman.types import Article

FORMATS = {
    "plover": "PLOVER's JSON, one event a line",
    "polecat": "POLECAT's 40 columns, tab-separated",
    "gdelt": "the 61 columns of GDELT's Events 2.0, tab-separated",
    "jsonl": "the whole record, one JSON object a line",
    "csv": "a table a kind, in a folder",
    "parquet": "the same tables for pandas, R or DuckDB, in a folder",
    "webannotation": "W3C Web Annotations of the words of each claim",
    "ftm": "FollowTheMoney entities, one a line",
}
"""The names of the formats, each with what it is."""

IN_FOLDERS = ("csv", "parquet")
"""The formats that are several files."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is exported: a document, and its articles with their texts, each by its id."""

    document: Document
    article: Callable[[str], Article]


class Format(Protocol):
    """What the module of a format does."""

    def write(self, source: Source, to: Destination) -> None:
        """Write the document."""
        ...


def get(name: str) -> Format:
    """The format of this name; KeyError where there is none.

    Raises:
        MissingPackage: it needs a package that is not installed.
    """
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Format", import_module(f"dragoman.export.{name}"))

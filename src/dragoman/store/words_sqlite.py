"""Full text with SQLite's FTS5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, literal_column, text


def create(connection: Connection) -> None:
    """Make the index."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE words USING fts5("
            "claim_words, names, tokenize='porter unicode61 remove_diacritics 2')"
        )
    )


def add(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Index claims."""
    insert = "INSERT INTO words(rowid, claim_words, names) VALUES (:number, :claim_words, :names)"
    connection.execute(text(insert), rows)


def holds(phrases: Sequence[str], *, names_too: bool) -> ColumnElement[bool]:
    """Whether a row of the index holds one of some folded phrases."""
    either = " OR ".join(f'"{phrase}"' for phrase in phrases)
    scope = "{claim_words names}" if names_too else "{claim_words}"
    index: ColumnElement[Any] = literal_column("words.words")
    return index.op("MATCH", is_comparison=True)(f"{scope} : ({either})")

"""Full text with PostgreSQL's vectors of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal_column, or_, text

_CONFIGURATION = "dragoman_words"
_SHORT = "([a-z]?[sy])"
"""Words that are too short to be stemmed: “us” is not the “U” of the U.S."""

_KINDS_OF_WORD = (
    *("asciiword", "word", "numword", "asciihword", "hword", "numhword", "hword_asciipart", "hword_part"),
    *("hword_numpart", "int", "uint", "float", "sfloat", "version", "host", "file", "url", "url_path"),
)


def _vector(words: str) -> str:
    """What is searched of some words, as SQL; short words are given a sign that keeps them whole."""
    whole = rf"regexp_replace({words}, '\m{_SHORT}\M', '\10', 'g')"
    return f"to_tsvector('{_CONFIGURATION}', {whole})"


_MADE = (
    # The server's own dictionary for English leaves out words such as “not”, and stems by later rules.
    "CREATE TEXT SEARCH DICTIONARY dragoman_porter (TEMPLATE = snowball, LANGUAGE = porter)",
    f'CREATE TEXT SEARCH CONFIGURATION {_CONFIGURATION} (PARSER = "default")',
    f"""ALTER TEXT SEARCH CONFIGURATION {_CONFIGURATION}
        ADD MAPPING FOR {", ".join(_KINDS_OF_WORD)} WITH dragoman_porter""",
    f"""CREATE TABLE words (
        rowid INTEGER PRIMARY KEY,
        claim_words TEXT NOT NULL,
        names TEXT NOT NULL,
        in_claim TSVECTOR GENERATED ALWAYS AS ({_vector("claim_words")}) STORED,
        in_names TSVECTOR GENERATED ALWAYS AS ({_vector("names")}) STORED
    )""",
    "CREATE INDEX words_by_word ON words USING gin (in_claim, in_names)",
)


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _MADE:
        connection.exec_driver_sql(statement)


def add(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Index claims."""
    insert = "INSERT INTO words(rowid, claim_words, names) VALUES (:number, :claim_words, :names)"
    connection.execute(text(insert), rows)


def holds(phrases: Sequence[str], *, names_too: bool) -> ColumnElement[bool]:
    """Whether a row of the index holds one of some folded phrases."""
    whole = [re.sub(rf"\b{_SHORT}\b", r"\g<1>0", one) for one in phrases]
    wanted = [func.phraseto_tsquery(literal_column(f"'{_CONFIGURATION}'"), phrase) for phrase in whole]
    either: ColumnElement[Any] = reduce(lambda one, other: one.op("||")(other), wanted)
    columns = ("words.in_claim", "words.in_names") if names_too else ("words.in_claim",)
    return or_(*(literal_column(column).op("@@", is_comparison=True)(either) for column in columns))

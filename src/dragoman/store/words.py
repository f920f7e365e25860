"""Full text over claims, with SQLite's FTS5; another database would have its own in place of this file.

A claim's row holds its words (evidence, topics, place …) and the names around it (its actors, the
article's title and source). Words are stemmed as English and lose their accents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, literal, select, table, text

from dragoman.folding import fold

_words = table("words", column("rowid"), column("claim_words"), column("names"), column("words"))


def create(connection: Connection) -> None:
    """Make the index."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE words USING fts5("
            "claim_words, names, tokenize='porter unicode61 remove_diacritics 2')"
        )
    )


def add(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Index claims: mappings of `number`, `claim_words` and `names`."""
    if rows:
        connection.execute(
            text("INSERT INTO words(rowid, claim_words, names) VALUES (:number, :claim_words, :names)"), rows
        )


def lacking(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """The numbers of the claims that the index does not hold so, in any order; `rows` are as for `add`."""
    table = select(_words.c.claim_words, _words.c.names)
    missing: list[int] = []
    for row in rows:
        found = connection.execute(table.where(_words.c.rowid == row["number"])).first()
        if found is None or [*map(_lines, found)] != [*map(_lines, (row["claim_words"], row["names"]))]:
            missing.append(row["number"])
    return missing


def _lines(text: str) -> list[str]:
    return sorted(text.split("\n"))


def numbers(connection: Connection) -> Iterator[int]:
    """The numbers of all the claims that the index holds, in order."""
    yield from connection.scalars(select(_words.c.rowid).order_by(_words.c.rowid))


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Take claims out of the index."""
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(text("DELETE FROM words WHERE rowid = :number"), rows)


def matching(value: str, *, names_too: bool) -> Select[tuple[int]]:
    """The numbers of the claims that hold the words of `value` in that order.

    Args:
        value: words as a person types them; a country's name also finds its plain adjective.
        names_too: whether names of actors, titles and sources count.
    """
    forms = _forms(fold(value))
    if not forms:
        return select(_words.c.rowid).where(literal(value="") != "")
    phrases = " OR ".join(f'"{form}"' for form in forms)
    scope = "{claim_words names}" if names_too else "{claim_words}"
    return select(_words.c.rowid).where(_match(f"{scope} : ({phrases})"))


def _match(expression: str) -> ColumnElement[bool]:
    return _words.c.words.op("MATCH", is_comparison=True)(expression)


def _forms(folded: str) -> tuple[str, ...]:
    """The words themselves, and for a country ("syria") what its adjective may be ("syrian")."""
    if not folded:
        return ()
    if folded not in _countries():
        return (folded,)
    stem = folded.removesuffix("e").removesuffix("a")
    return (folded, *(folded + end for end in ("n", "an", "i", "ian")), stem + "ian", stem + "ese")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(fold(name) for code, name in Locale("en").territories.items() if code.isalpha())

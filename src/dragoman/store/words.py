"""Full text over claims, which SQLite and PostgreSQL each keep in a way of their own.

A claim's row holds its words (evidence, topics, place …) and the names around it (its actors, the
article's title and source). Both are folded (see `dragoman.folding`) and stemmed as English by Porter's
rules, and no word is left out, so that both databases find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, false, func, select, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from dragoman.folding import fold
from dragoman.store import words_postgresql, words_sqlite

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

_words = table("words", column("rowid"), column("claim_words"), column("names"))

_AT_ONCE = 1000
"""So many rows are folded at once."""

Row = Mapping[str, Any]
"""`number`, `claim_words` and `names` of a claim; the two texts are folded, line by line."""


class _Index(Protocol):
    """A database's way to keep and to search words."""

    def create(self, connection: Connection) -> None:
        """Make the index."""

    def add(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Index claims."""

    def holds(self, phrases: Sequence[str], *, names_too: bool) -> ColumnElement[bool]:
        """Whether a row of the index holds one of some folded phrases."""


_INDEXES: Mapping[str, _Index] = {"sqlite": words_sqlite, "postgresql": words_postgresql}


def create(connection: Connection) -> None:
    """Make the index."""
    _INDEXES[connection.dialect.name].create(connection)


def add(connection: Connection, rows: Sequence[Row]) -> None:
    """Index claims: mappings of `number`, `claim_words` and `names`."""
    if rows:
        _INDEXES[connection.dialect.name].add(connection, [_folded(row) for row in rows])


def _folded(row: Row) -> Row:
    return {**row, **{name: "\n".join(map(fold, row[name].split("\n"))) for name in ("claim_words", "names")}}


def fold_all(connection: Connection) -> None:
    """Fold what an index holds that was made before its words were folded."""
    for kept in rows(connection, _AT_ONCE):
        remove(connection, (row["number"] for row in kept))
        add(connection, kept)


def rows(connection: Connection, at_once: int) -> Iterator[Sequence[Row]]:
    """All that an index holds, so much at once, in order of number."""
    last = -1
    kept = select(_words.c.rowid.label("number"), _words.c.claim_words, _words.c.names)
    kept = kept.order_by(_words.c.rowid).limit(at_once)
    while found := connection.execute(kept.where(_words.c.rowid > last)).mappings().all():
        last = found[-1]["number"]
        yield [{**row} for row in found]


def count(connection: Connection) -> int:
    """How many claims an index holds."""
    return connection.scalar(select(func.count()).select_from(_words)) or 0


def lacking(connection: Connection, rows: Sequence[Row]) -> list[int]:
    """The numbers of the claims that the index does not hold so, in any order; `rows` are as for `add`."""
    table = select(_words.c.claim_words, _words.c.names)
    missing: list[int] = []
    for row in map(_folded, rows):
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
        connection.execute(_words.delete().where(_words.c.rowid == bindparam("number")), rows)


def matching(value: str, *, names_too: bool) -> Select[tuple[int]]:
    """The numbers of the claims that hold the words of `value` in that order.

    Args:
        value: words as a person types them; a country's name also finds its plain adjective.
        names_too: whether names of actors, titles and sources count.
    """
    phrases = _forms(fold(value))
    if not phrases:
        return select(_words.c.rowid).where(false())
    ways = (index.holds(phrases, names_too=names_too) for index in _INDEXES.values())
    return select(_words.c.rowid).where(_Holds(*ways))


class _Holds(FunctionElement[Any]):
    """One condition, said as each database has it, in the order of `_INDEXES`."""

    inherit_cache = True


@compiles(_Holds)
def _say(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the compiler's own
    said = dict(zip(_INDEXES, element.clauses, strict=True))[compiler.dialect.name]
    return compiler.process(said, **options)


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

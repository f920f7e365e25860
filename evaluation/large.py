"""Large stores for measuring: a small one that was read, many times over, in other years.

What is copied are rows, so that a store of 20,000 articles takes minutes and not hours. Each copy of an
article has an id, claims and records of its own, and dates so many years away; words and actors stay. Only
relations are one record in all copies, as they are where thousands of reports say who is president.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman import store
from dragoman.store import Store, days, reading, schema, words, writing

YEARS = 20
"""The copies are spread over so many years, the last of them that in which the articles came out."""

_ID = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{12}|[0-9a-f]{16})(?![0-9a-f])")
_DATE = re.compile(r"(?:^|(?<=/))\d{4}(?=$|[-/])")
_AT_ONCE = 2000

Row = dict[str, Any]

_NUMBERED = ("evidence", "parts")
_ONCE = ("names", "homes")
_COPIED = ("articles", "traces", "actors", "records", "claims")


def make(small: Store, url: str, articles: int) -> Store:
    """Makes a store of so many articles out of one that holds a few.

    Args:
        small: what was read.
        url: where the large one is made; there must be none yet.
        articles: how many articles it is to have at least.
    """
    made = store.open(url)
    with small.audit() as audit, made._connection(writes=True) as connection:  # noqa: SLF001 - rows, not values
        source = audit._connection  # noqa: SLF001
        rows = {name: _rows(source, schema.metadata.tables[name]) for name in (*_ONCE, *_COPIED, *_NUMBERED)}
        texts = list(_words(source, rows))
        for name in _ONCE:
            _insert(connection, schema.metadata.tables[name], rows[name])
        for turn in range(-(-articles // len(rows["articles"]))):
            _Copy(turn, max(row["number"] for row in rows["claims"])).write(connection, rows, texts)
        days.keep(connection, (row["id"] for row in rows["records"] if _is_relation(row["id"])))
        connection.execute(schema.revision.update().values(number=articles))
    return made


class _Copy:
    """What was read once more, in another year."""

    def __init__(self, turn: int, numbers: int) -> None:
        self._suffix = f"{turn:02x}" if turn else ""
        self._years = turn % YEARS
        self._numbers = turn * numbers

    def write(self, connection: Connection, rows: Mapping[str, Sequence[Row]], texts: Sequence[Row]) -> None:
        for name in _COPIED:
            wanted = (row for row in rows[name] if not self._is_there(name, row))
            _insert(connection, schema.metadata.tables[name], map(self._row, wanted))
        for name in _NUMBERED:
            _insert(connection, schema.metadata.tables[name], map(self._row, rows[name]))
        words.add(connection, [row | {"number": row["number"] + self._numbers} for row in texts])

    def _is_there(self, table: str, row: Row) -> bool:
        return bool(self._suffix) and table == "records" and _is_relation(row["id"])

    def _row(self, row: Row) -> Row:
        kept = {name: row[name] for name in ("text", "title", "exact") if name in row}
        kept |= {name: row[name] + self._numbers for name in ("number", "claim") if name in row}
        if _is_relation(row.get("record", "")):
            kept["record"] = row["record"]
            kept |= {"silent": True} if self._suffix and "silent" in row else {}
        return {name: kept[name] if name in kept else self._value(value) for name, value in row.items()}

    def _value(self, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
        """A value of the copy: another id, an earlier date, or the same."""
        match value:
            case str():
                value = _ID.sub(lambda found: found[0] + self._suffix, value)
                return _DATE.sub(self._earlier, value)
            case list():
                return [self._value(one) for one in value]
            case dict():
                return {name: self._value(one) for name, one in value.items()}
            case _:
                return value

    def _earlier(self, year: re.Match[str]) -> str:
        return f"{int(year[0]) - self._years:04}"


def _is_relation(record: str) -> bool:
    return record.startswith("relation-")


def _rows(connection: Connection, table: Table) -> list[Row]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _words(connection: Connection, rows: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    numbers = {row["id"]: row["number"] for row in rows["claims"]}
    for told in reading.whole(connection, [row["id"] for row in rows["articles"]]):
        for claim in told.claims:
            yield writing.words_row(told.heading, told.actors, claim, numbers[claim.id])


def _insert(connection: Connection, table: Table, rows: Any) -> None:  # noqa: ANN401 - an iterable of rows
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        connection.execute(table.insert(), some)

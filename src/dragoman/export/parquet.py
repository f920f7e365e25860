"""The record as Parquet tables: those of csv, with lists as lists and evidence as structures."""

from __future__ import annotations

from itertools import islice

from dragoman.errors import MissingPackage
from dragoman.export import tables
from dragoman.export.files import Destination
from dragoman.export.formats import Source

try:
    import pyarrow as pa
    from pyarrow import parquet as pq
except ImportError as error:
    raise MissingPackage("pyarrow", "parquet") from error

_AT_ONCE = 10_000
"""Rows in one group of a file: what is held beside the document."""

_STRUCTURES = {
    "evidence": {"article": pa.string(), "start": pa.int64(), "end": pa.int64(), "exact": pa.string()},
    "offices": dict.fromkeys(("title", "of", "since", "until"), pa.string()),
    "values": dict.fromkeys(("value", "article"), pa.string()),
}
"""The lists whose items have fields of their own."""


def write(source: Source, to: Destination) -> None:
    """Write one file a kind; a kind without rows has its columns all the same."""
    for name in tables.KINDS.values():
        schema = pa.schema([(column, _type(column, kind)) for column, kind in tables.columns(name).items()])
        rows = tables.rows(source.document, name)
        with to.file(f"{name}.parquet") as out, pq.ParquetWriter(out, schema) as file:
            while some := list(islice(rows, _AT_ONCE)):
                file.write_table(pa.Table.from_pylist(some, schema=schema))


def _type(column: str, kind: type) -> pa.DataType:
    if kind is int:
        return pa.int64()
    if kind is str:
        return pa.string()
    fields = _STRUCTURES.get(column)
    return pa.list_(pa.struct(list(fields.items())) if fields else pa.string())

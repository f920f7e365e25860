"""jsonl, csv and parquet: the whole record, as others' readers have it."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

import exported
from builders import account, article
from dragoman.errors import MissingPackage
from dragoman.export import formats, tables
from dragoman.export.document import Document
from exported import NEWS

EMPTY = exported.source()


def _csv(name: str) -> list[dict[str, str]]:
    content = exported.files("csv", exported.everything())[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(content, newline="")))


def _parquet(folder: Path, name: str, given: formats.Source) -> list[dict[str, Any]]:
    path = folder / f"{name}.parquet"
    path.write_bytes(exported.files("parquet", given)[f"{name}.parquet"])
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_jsonl_gives_the_document_back() -> None:
    given = exported.everything().document
    names = {**tables.KINDS, "place": "places", "omission": "omissions"}
    read: dict[str, list[Any]] = {name: [] for name in names.values()}
    for line in exported.text("jsonl", exported.everything()).splitlines():
        part = json.loads(line)
        read[names[part.pop("part")]].append(part)
    assert Document.model_validate({"version": "1", **read}) == given


def test_csv_is_a_table_a_kind_with_all_rows() -> None:
    given = exported.everything().document
    for name in tables.KINDS.values():
        rows = _csv(name)
        assert len(rows) == len(getattr(given, name)) > 0
        assert list(rows[0]) == list(tables.columns(name))


def test_a_cell_that_is_a_list_holds_json() -> None:
    for name in tables.KINDS.values():
        lists = [column for column, kind in tables.columns(name).items() if kind is list]
        for row in _csv(name):
            assert all(isinstance(json.loads(row[column]), list) for column in lists)


def test_csv_keeps_the_offsets_and_names_the_actors() -> None:
    (said,) = _csv("statements")
    assert json.loads(said["speakers_names"]) == ["Jean-Yves Le Drian"]
    assert json.loads(said["kinds"]) == ["direct"]
    (span,) = json.loads(said["evidence"])
    assert NEWS.text[span["start"] : span["end"]] == span["exact"] == "We oppose chemical weapons,"


def test_parquet_says_the_same_as_the_tables(tmp_path: Path) -> None:
    given = exported.everything()
    for name in tables.KINDS.values():
        wanted = [
            {column: row[column] for column in tables.columns(name)}
            for row in tables.rows(given.document, name)
        ]
        assert _parquet(tmp_path, name, given) == wanted


def test_a_program_can_ask_parquet_for_words(tmp_path: Path) -> None:
    _parquet(tmp_path, "meetings", exported.everything())
    found = duckdb.sql(
        "SELECT span.start, span.exact FROM "
        f"(SELECT unnest(evidence) AS span FROM '{tmp_path}/meetings.parquet')"
    ).fetchall()
    assert (NEWS.text.index("Macron will see Putin"), "Macron will see Putin") in found


@pytest.mark.parametrize("name", formats.FORMATS)
def test_an_empty_record_is_no_error(name: str, tmp_path: Path) -> None:
    made = exported.files(name, EMPTY)
    assert made
    if name == "parquet":
        assert _parquet(tmp_path, "meetings", EMPTY) == []
    elif name == "csv":
        assert made["meetings.csv"].decode().strip() == ",".join(tables.columns("meetings"))
    elif name == "webannotation":
        assert json.loads(made["annotations.jsonld"])["first"]["items"] == []
    else:
        (content,) = made.values()
        assert len(content.splitlines()) == (name == "polecat")


@pytest.mark.parametrize("name", formats.FORMATS)
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    assert exported.files(name, exported.everything()) == exported.files(name, exported.everything())


@pytest.mark.parametrize("name", formats.FORMATS)
def test_an_article_that_tells_nothing_is_no_error(name: str) -> None:
    silent = article("Nothing happened.")
    assert exported.files(name, exported.source(account(silent), silent))


def test_a_format_that_is_none_is_told() -> None:
    with pytest.raises(KeyError):
        formats.get("xlsx")


def test_a_package_that_is_missing_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "dragoman.export.parquet", raising=False)
    with pytest.raises(MissingPackage, match=r"pip install 'dragoman\[parquet\]'"):
        formats.get("parquet")

"""The record as tables, one a kind: what csv and parquet have in common.

A row is an article, an actor, a record or a discrepancy, with the document's own fields. A record has
the words that it rests on in `evidence`, and its articles in `articles`, in place of its reports; a
statement has in `kinds` whether each of them quotes it. Where a field names actors, `…_names` beside it
gives their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.export.document import Document

KINDS = {
    "article": "articles",
    "actor": "actors",
    "statement": "statements",
    "meeting": "meetings",
    "event": "events",
    "relation": "relations",
    "alignment": "alignments",
    "discrepancy": "discrepancies",
}
"""What there is a table of: the word for one, and for several."""

ACTORS = ("speakers", "addressee", "participants", "actors", "recipients", "attributed_to", "parties")
"""The fields that are lists of actors."""

Row = dict[str, Any]


def columns(name: str) -> dict[str, type]:
    """The columns of a table in order, each with its type: str, int, or list for several of either."""
    part = Document.model_fields[name].annotation.__args__[0]  # type: ignore[union-attr]
    found: dict[str, type] = {}
    for field, info in part.model_fields.items():
        if field == "reports":
            found |= {"articles": list, **({"kinds": list} if name == "statements" else {}), "evidence": list}
            continue
        found[field] = _type(info.annotation)
        if field in ACTORS:
            found[f"{field}_names"] = list
    return found


def rows(document: Document, name: str) -> Iterator[Row]:
    """The rows of a table in the document's order."""
    names = {actor.id: actor.name for actor in document.actors}
    for part in getattr(document, name):
        yield _row(part.model_dump(mode="json"), names)


def _row(values: Row, names: Mapping[str, str]) -> Row:
    reports = values.pop("reports", None)
    row: Row = {}
    for field, value in values.items():
        row[field] = value
        if field in ACTORS:
            row[f"{field}_names"] = [names.get(id, id) for id in value]
    if reports is not None:
        row["articles"] = [report["article"] for report in reports]
        row["kinds"] = [report.get("kind") for report in reports]
        row["evidence"] = [span for report in reports for span in report["evidence"]]
    return row


def _type(annotation: Any) -> type:  # noqa: ANN401 - any annotation of a field
    if annotation is int:
        return int
    return list if getattr(annotation, "__origin__", None) is tuple else str

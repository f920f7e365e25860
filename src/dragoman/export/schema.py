"""The JSON Schema of a document, made from its types: `python -m dragoman.export.schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.export.document import Document

if TYPE_CHECKING:
    from pydantic import BaseModel

PATH = Path(__file__).parent.parent / "data" / "contract.schema.json"
"""Where the schema of the record lies in the package."""


def make(model: type[BaseModel] = Document) -> str:
    """The schema of a type of document as JSON text."""
    schema = model.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write(path: Path = PATH, model: type[BaseModel] = Document) -> None:
    """Write a schema to its place in the package."""
    path.write_text(make(model), encoding="utf-8")


if __name__ == "__main__":
    write()

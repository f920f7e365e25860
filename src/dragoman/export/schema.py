"""The JSON Schema of the document, made from its types: `python -m dragoman.export.schema`."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.export.document import Document

PATH = Path(__file__).parent.parent / "data" / "contract.schema.json"
"""Where the schema lies in the package."""


def make() -> str:
    """The schema as JSON text."""
    schema = Document.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write(path: Path = PATH) -> None:
    """Write the schema to its place in the package."""
    path.write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    write()

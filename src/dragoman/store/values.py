"""Values as every database keeps them."""

from __future__ import annotations

import json

from sqlalchemy import types
from sqlalchemy.ext.compiler import compiles


def dump(value: object) -> str:
    """A value as JSON, as short as can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class String(types.String):
    """A text of any length that sorts by its characters' numbers, as in Python."""


@compiles(String, "postgresql")
def _by_number(*_: object, **__: object) -> str:
    """The type in PostgreSQL, where texts else sort as the database's language has it."""
    return 'TEXT COLLATE "C"'

"""Builds src/dragoman/data/meetings.json from the words in verbs_meetings.yaml.

Usage: python resources/build_meetings.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).resolve().with_name("verbs_meetings.yaml")
BUILT = WORDS.parent.parent / "src" / "dragoman" / "data" / "meetings.json"


class BadWords(Exception):
    """A word list that YAML read as something else (`on` and `off` need quotes), or that says no source."""


def main() -> int:
    """Writes the words, or checks that they are current."""
    text = render()
    if "--check" in sys.argv[1:]:
        return 0 if BUILT.exists() and BUILT.read_text(encoding="utf-8") == text else 1
    BUILT.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{BUILT}: {len(text)} characters\n")
    return 0


def render() -> str:
    """The words as JSON, one list a line."""
    words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    if not words.pop("source", None):
        raise BadWords(f"{WORDS.name}: says no source")
    for key in _keys(words):
        if not isinstance(key, str):
            raise BadWords(f"{WORDS.name}: {key!r} is not a word; put it in quotes")
    lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in words.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _keys(value: object) -> Iterator[object]:
    """Every key and every item of a list, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        yield from value


if __name__ == "__main__":
    sys.exit(main())

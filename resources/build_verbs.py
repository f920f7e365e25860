"""Builds src/dragoman/data/NAME.json from the words in each verbs_NAME.yaml of this folder.

Usage: python resources/build_verbs.py [--check]

With --check nothing is written: the exit status is 1 where a file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

RESOURCES = Path(__file__).resolve().parent
DATA = RESOURCES.parent / "src" / "dragoman" / "data"


class BadWords(Exception):
    """A word list that YAML read as something else (`on` and `off` need quotes), or that says no source."""


def main() -> int:
    """Writes the words, or checks that they are current."""
    built = {target(path): render(path) for path in sources()}
    if "--check" in sys.argv[1:]:
        return 0 if all(p.exists() and p.read_text(encoding="utf-8") == t for p, t in built.items()) else 1
    for path, text in built.items():
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path}: {len(text)} characters\n")
    return 0


def sources() -> list[Path]:
    """The files of words."""
    return sorted(RESOURCES.glob("verbs_*.yaml"))


def target(source: Path) -> Path:
    """The file that is built from one of them."""
    return DATA / f"{source.stem.removeprefix('verbs_')}.json"


def render(source: Path) -> str:
    """The words as JSON, one list a line."""
    words: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    if not words.pop("source", None):
        raise BadWords(f"{source.name}: says no source")
    for key in _keys(words):
        if not isinstance(key, str):
            raise BadWords(f"{source.name}: {key!r} is not a word; put it in quotes")
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

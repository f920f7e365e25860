"""Builds src/dragoman/data/cues.json from cues.yaml.

Usage: python resources/build_cues.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

RESOURCES = Path(__file__).resolve().parent
CUES = RESOURCES.parent / "src" / "dragoman" / "data" / "cues.json"


def render() -> str:
    """The file's text: each list of words, sorted, without its source."""
    facts = yaml.safe_load((RESOURCES / "cues.yaml").read_text(encoding="utf-8"))
    if not facts.pop("source", None):
        raise SystemExit("cues.yaml does not say where it comes from")
    words = {
        key: sorted({w for row in rows for w in (row if isinstance(row, list) else [row])})
        for key, rows in facts.items()
    }
    return json.dumps(words, indent=1) + "\n"


def main() -> int:
    """Writes the file, or checks that it is current."""
    text = render()
    if "--check" in sys.argv[1:]:
        return 0 if CUES.exists() and CUES.read_text(encoding="utf-8") == text else 1
    CUES.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Snapshots of what people see: a text is compared with the file that holds what it was.

UPDATE_SNAPSHOTS=1 python -m pytest tests/cli      (or `make snapshots`) writes them anew
"""

from __future__ import annotations

import os
from pathlib import Path


def check(path: Path, text: str) -> None:
    """Compare a text with the snapshot in a file, or write it there when snapshots are updated."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {path.name}; write it with `make snapshots`"
    assert text == path.read_text(encoding="utf-8")

"""Whether what different articles tell alike comes into one record, with the scorer beside the gold articles.

The scorer prints a table; it is run as it is, and its table is read.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
import tempfile
from pathlib import Path
from typing import Any

from evaluation.record import document

__all__ = ["score"]

_KINDS = ("statements", "meetings", "events", "relations", "alignments")


def score(gold_dir: Path, text_dir: Path, scorer: Path) -> dict[str, Any]:
    """For each kind of claim: gold pairs, those whose two claims were found, and how far these are merged.

    Args:
        gold_dir: holds `<id>.gold.json` and `links.json`.
        text_dir: holds `<id>.txt`.
        scorer: the folder of `links.py`.
    """
    record = document(
        [text_dir / p.name.replace(".gold.json", ".txt") for p in sorted(gold_dir.glob("*.gold.json"))]
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.json"
        path.write_text(json.dumps(record), encoding="utf-8")
        printed = _run(scorer / "links.py", [str(path), str(gold_dir), str(text_dir)])
    rows = {cells[0]: cells[1:] for line in printed.splitlines() if (cells := line.split())[:1]}
    return {kind: _row(rows[kind]) for kind in _KINDS}


def _run(script: Path, arguments: list[str]) -> str:
    """What a script prints."""
    kept, out = (sys.argv, sys.path[:]), io.StringIO()
    sys.argv = [str(script), *arguments]
    sys.path.insert(0, str(script.parent))
    try:
        with contextlib.redirect_stdout(out):
            runpy.run_path(str(script), run_name="__main__")
    finally:
        sys.argv, sys.path[:] = kept
    return out.getvalue()


def _row(cells: list[str]) -> dict[str, Any]:
    pairs, found, precision, recall, whole, f1 = cells
    return {
        "pairs": int(pairs),
        "found": int(found),
        "precision": float(precision),
        "recall": float(recall),
        "of all": float(whole),
        "f1": float(f1),
    }

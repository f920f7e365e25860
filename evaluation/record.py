"""The record against gold articles, with the scorer that lies beside them."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from dragoman import pipeline, store
from dragoman.export import document as export
from evaluation import mistakes

__all__ = ["document", "open_scorer", "score"]


def document(paths: list[Path], *, certain: float | None = None) -> dict[str, Any]:
    """What `dragoman read PATHS --json` prints; `certain` is what `--certain` says."""
    with store.open("sqlite://") as opened:
        pipeline.read([str(p) for p in paths], store=opened, certain=certain)
        found: dict[str, Any] = json.loads(export.to_json(export.make(opened.find())))
    return found


def score(gold_dir: Path, text_dir: Path, scorer: Path, *, errors: int = 0) -> dict[str, Any]:
    """Found and strict scores of each kind of claim.

    Args:
        gold_dir: holds `<id>.gold.json`.
        text_dir: holds `<id>.txt`.
        scorer: the folder of `score.py`.
        errors: how many mistakes to list of each kind, under `errors`.
    """
    module = open_scorer(scorer)
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(gold_dir.glob("*.gold.json"))]
    articles = {
        g["id"]: module.Article(g, (text_dir / f"{g['id']}.txt").read_text(encoding="utf-8")) for g in golds
    }
    record = document([text_dir / f"{g['id']}.txt" for g in golds])
    out: dict[str, Any] = {"articles": len(articles)}
    for name, strict in (("found", False), ("strict", True)):
        rows, bad = module.score(record, articles, strict)
        out["bad_evidence"] = bad
        out[name] = {
            kind: {"precision": round(r[3], 4), "recall": round(r[4], 4), "f1": round(r[5], 4)}
            for kind, r in rows.items()
        }
    if errors:
        wrong = mistakes.find(module, record, articles)
        out["mistakes"] = mistakes.counts(wrong)
        out["errors"] = [
            f"{kind}  {m.article}  {m.text}"
            for kind in out["mistakes"]
            for m in [m for m in wrong if m.kind == kind][:errors]
        ]
    return out


def open_scorer(folder: Path) -> ModuleType:
    """The scorer that lies beside the gold articles, a module outside the project."""
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module

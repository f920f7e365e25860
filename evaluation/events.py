"""What the threshold does: events found and wrong, for each certainty that a user may ask for.

python -m evaluation events GOLD_DIR TEXT_DIR
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.record import document, open_scorer

__all__ = ["STEPS", "above", "score"]

STEPS = (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def score(gold_dir: Path, text_dir: Path, scorer: Path) -> dict[str, Any]:
    """Precision, recall and F1 of events, found and strict, at each of `STEPS`.

    Args:
        gold_dir: holds `<id>.gold.json`.
        text_dir: holds `<id>.txt`.
        scorer: the folder of `score.py`.
    """
    module = open_scorer(scorer)
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(gold_dir.glob("*.gold.json"))]
    texts = {g["id"]: text_dir / f"{g['id']}.txt" for g in golds}
    articles = {g["id"]: module.Article(g, texts[g["id"]].read_text(encoding="utf-8")) for g in golds}
    record = document(list(texts.values()), certain=0.0)
    return {f"{step:.2f}": _row(module, above(record, step), articles) for step in STEPS}


def above(record: dict[str, Any], step: float) -> dict[str, Any]:
    """The record with those reports of events alone that are at least so certain."""
    events = [
        {**event, "reports": [r for r in event["reports"] if r["confidence"] >= step]}
        for event in record["events"]
    ]
    return {**record, "events": [event for event in events if event["reports"]]}


def _row(module: Any, record: dict[str, Any], articles: dict[str, Any]) -> dict[str, float]:  # noqa: ANN401
    row: dict[str, float] = {"events": sum(len(event["reports"]) for event in record["events"])}
    for name, strict in (("", False), ("strict ", True)):
        rows, _ = module.score(record, articles, strict)
        precision, recall, f1 = rows["events"][3:6]
        row |= {f"{name}precision": precision, f"{name}recall": recall, f"{name}f1": f1}
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()}

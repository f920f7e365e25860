"""Precision, recall and F1 over sets of spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Tally", "f1"]


def f1(right: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 from counts; 0 where nothing can be divided."""
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(both, 4)}


@dataclass
class Tally:
    """Counts by label: right, found and gold."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, found: Iterable[tuple[str, int, int]], gold: Iterable[tuple[str, int, int]]) -> None:
        """Counts one text's spans (label, start, end); a span is right where all three agree."""
        found, gold = set(found), set(gold)
        for label in {s[0] for s in found | gold}:
            row = self.counts.setdefault(label, [0, 0, 0])
            row[0] += sum(s[0] == label for s in found & gold)
            row[1] += sum(s[0] == label for s in found)
            row[2] += sum(s[0] == label for s in gold)

    def scores(self) -> dict[str, dict[str, float]]:
        """The scores of each label, and of all together under `all`."""
        out = {label: f1(*row) for label, row in sorted(self.counts.items())}
        out["all"] = f1(*(sum(row[i] for row in self.counts.values()) for i in range(3)))
        return out

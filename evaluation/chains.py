"""How well chains of mentions agree: MUC, B-cubed and CEAF-e, as the CoNLL-2012 scorer counts them.

A chain is the set of mentions that mean one entity. Nothing is added to either side for a mention that
the other does not have. Each metric gives what is right of the key and of the response, and how much
there is of each; these add up over documents.

Source: Pradhan et al., Scoring Coreference Partitions of Predicted Mentions: A Reference Implementation
(2014).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Chains", "Counts", "b_cubed", "best", "ceaf_e", "mentions", "muc"]

Chains = Sequence[AbstractSet[Any]]
Part = tuple[float, float]
"""What is right, and of how much."""


def muc(key: Chains, response: Chains) -> tuple[Part, Part]:
    """Recall and precision of the links that hold chains together."""
    return _links(key, response), _links(response, key)


def _links(chains: Chains, others: Chains) -> Part:
    pieces = 0
    for chain in chains:
        parts = [chain & other for other in others if chain & other]
        pieces += len(parts) + len(chain) - sum(map(len, parts))
    whole = sum(map(len, chains))
    return whole - pieces, whole - len(chains)


def b_cubed(key: Chains, response: Chains) -> tuple[Part, Part]:
    """Recall and precision of each mention's chain."""
    return _overlaps(key, response), _overlaps(response, key)


def _overlaps(chains: Chains, others: Chains) -> Part:
    shared = sum(len(chain & other) ** 2 / len(chain) for chain in chains for other in others)
    return shared, sum(map(len, chains))


def ceaf_e(key: Chains, response: Chains) -> tuple[Part, Part]:
    """Recall and precision of entities, each aligned with one at most; likeness is phi 4."""
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    right = best(likeness)
    return (right, len(key)), (right, len(response))


def mentions(key: Chains, response: Chains) -> tuple[Part, Part]:
    """Recall and precision of the mentions in chains."""
    told, found = (frozenset[Any]().union(*chains) for chains in (key, response))
    return (len(told & found), len(told)), (len(told & found), len(found))


def best(values: Sequence[Sequence[float]]) -> float:
    """The highest sum of values, one at most of each row and of each column (the Hungarian method)."""
    if not values or not values[0]:
        return 0.0
    rows = values if len(values) <= len(values[0]) else list(zip(*values, strict=True))
    width = len(rows[0])
    above, beside = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)
    for row in range(1, len(rows) + 1):
        _assign(rows, row, above, beside, taken)
    return sum(rows[taken[column] - 1][column - 1] for column in range(1, width + 1) if taken[column])


def _assign(
    rows: Sequence[Sequence[float]], row: int, above: list[float], beside: list[float], taken: list[int]
) -> None:
    """Gives one more row its column, moving others along the cheapest way; column 0 holds the new row."""
    width = len(beside)
    slack, before, is_done = [float("inf")] * width, [0] * width, [False] * width
    taken[0], at = row, 0
    while taken[at]:
        is_done[at] = True
        here, free = taken[at], [c for c in range(1, width) if not is_done[c]]
        for column in free:
            cost = -rows[here - 1][column - 1] - above[here] - beside[column]
            if cost < slack[column]:
                slack[column], before[column] = cost, at
        at = min(free, key=slack.__getitem__)
        step = slack[at]
        for column in range(width):
            if is_done[column]:
                above[taken[column]] += step
                beside[column] -= step
            else:
                slack[column] -= step
    while at:
        taken[at], at = taken[before[at]], before[at]


_METRICS: dict[str, Callable[[Chains, Chains], tuple[Part, Part]]] = {
    "mentions": mentions, "muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf_e,
}  # fmt: skip


@dataclass(slots=True)
class Counts:
    """The metrics over documents: for each, what is right and how much of the key and the response."""

    sums: dict[str, list[float]] = field(default_factory=lambda: {name: [0.0] * 4 for name in _METRICS})

    def add(self, key: Chains, response: Chains) -> None:
        """Adds a document; chains of one mention are left out."""
        kept = [[c for c in chains if len(c) > 1] for chains in (key, response)]
        for name, metric in _METRICS.items():
            recall, precision = metric(*kept)
            self.sums[name] = [a + b for a, b in zip(self.sums[name], (*recall, *precision), strict=True)]

    def scores(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 of each metric, and CoNLL's mean of three of them."""
        scores = {name: _scores(*sums) for name, sums in self.sums.items()}
        mean = sum(scores[name]["f1"] for name in ("muc", "b_cubed", "ceaf_e")) / 3
        return scores | {"conll": {"f1": round(mean, 4)}}


def _scores(right: float, gold: float, also: float, found: float) -> dict[str, float]:
    recall, precision = (right / gold if gold else 0.0), (also / found if found else 0.0)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(both, 4)}

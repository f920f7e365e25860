"""The classifier of pairs against PLOVER's pairs: what the source does to the target.

    python -m evaluation plover FILE.tsv

Roots are 15 types, CONCEDE and RETREAT being one (YIELD); the four quad classes are summed from them.
F1 is the plain mean over the types that the file has. The thresholds show what withholding the
uncertain ones costs.

The classifier that ships has learned from PLV_train.tsv: on that file this shows what it remembers.
What it scores on what it did not learn from is on the model card, from folds (`python -m training pairs`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from training.corpora import plover
from training.pair_sentences import to_pair

from dragoman.language import model, pairs
from evaluation.scores import f1

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["THRESHOLDS", "score", "scored"]

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def score(paths: list[Path]) -> dict[str, Any]:
    """The scores of files together, each in the published layout."""
    marked = list(chain.from_iterable(plover.rows(p) for p in paths))
    classifier = pairs.load()
    found = classifier.classify([to_pair(m, model.load()) for m in marked])
    return scored(found, classifier.types, [m.root for m in marked], [m.quad for m in marked])


def scored(
    probabilities: NDArray[np.float32], types: Sequence[str], roots: Sequence[str], quads: Sequence[int]
) -> dict[str, Any]:
    """Scores from probabilities.

    Args:
        probabilities: (pair, type); that something happens is given, so NONE is not among the answers.
        types: the names of the types.
        roots: the right type of each pair.
        quads: the right quad class of each pair.
    """
    told = [i for i, name in enumerate(types) if name != pairs.NONE]
    names = [types[i] for i in told]
    best = probabilities[:, told]
    found = [names[i] for i in best.argmax(1)]
    classes = sorted(plover.QUADS)
    sums = np.stack([best[:, [n in plover.QUADS[q] for n in names]].sum(1) for q in classes], axis=1)
    return {
        "pairs": len(roots),
        "roots": _means(found, roots),
        "quads": _means([classes[i] for i in sums.argmax(1)], quads),
        "types": {name: _one(name, found, roots) for name in sorted(set(roots))},
        "thresholds": {f"{t:.1f}": _kept(best.max(1) >= t, found, roots) for t in THRESHOLDS},
    }


def _means(found: Sequence[object], right: Sequence[object]) -> dict[str, float]:
    """The share of right answers, and the plain mean of the F1 of all types."""
    each = [_one(name, found, right)["f1"] for name in set(right)]
    hits = sum(f == r for f, r in zip(found, right, strict=True))
    return {"f1": sum(each) / len(each), "right": hits / len(right)}


def _one(name: object, found: Sequence[object], right: Sequence[object]) -> dict[str, float]:
    hits = sum(f == r == name for f, r in zip(found, right, strict=True))
    return {**f1(hits, sum(f == name for f in found), n := sum(r == name for r in right)), "pairs": n}


def _kept(kept: NDArray[np.bool_], found: Sequence[str], right: Sequence[str]) -> dict[str, float]:
    """What is right of those kept, what is kept and right of all, and what is kept."""
    hits = sum(f == r for f, r, k in zip(found, right, kept, strict=True) if k)
    count = int(kept.sum())
    return {
        "precision": hits / count if count else 0.0,
        "recall": hits / len(right),
        "coverage": count / len(right),
    }

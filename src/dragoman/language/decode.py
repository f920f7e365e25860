"""Turns scores into tags, spans and trees.

Sources: Viterbi 1967 for the best path of tags; Chu and Liu 1965 and Edmonds 1967 for the best tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

__all__ = ["spans", "tags", "tree"]


def tags(emissions: Floats, steps: Floats, start: Floats, lengths: Sequence[int]) -> list[list[int]]:
    """The best path of each passage in a batch.

    Args:
        emissions: scores (passage, word, tag).
        steps: scores of going from one tag to the next (tag, tag).
        start: scores of the first tag (tag,).
        lengths: the number of words of each passage.
    """
    batch, size, kinds = emissions.shape
    back = np.zeros((size, batch, kinds), dtype=np.int64)
    alpha = np.empty((size, batch, kinds), dtype=np.float32)
    alpha[0] = emissions[:, 0] + start
    for t in range(1, size):
        grown = alpha[t - 1][:, :, None] + steps
        back[t] = grown.argmax(axis=1)
        alpha[t] = grown.max(axis=1) + emissions[:, t]
    return [_path(alpha[:n, i], back[:n, i]) if n else [] for i, n in enumerate(lengths)]


def _path(alpha: Floats, back: Ints) -> list[int]:
    at = int(alpha[-1].argmax())
    path = [at]
    for t in range(len(alpha) - 1, 0, -1):
        at = int(back[t, at])
        path.append(at)
    return path[::-1]


def spans(path: Sequence[str]) -> list[tuple[str, int, int]]:
    """The spans of a path of BIO tags: kind, first word, end exclusive."""
    found: list[tuple[str, int, int]] = []
    for i, tag in enumerate(path):
        if tag.startswith("B-"):
            found.append((tag[2:], i, i + 1))
        elif tag.startswith("I-") and found and found[-1][2] == i and found[-1][0] == tag[2:]:
            found[-1] = (tag[2:], found[-1][1], i + 1)
    return found


def tree(scores: Floats, greedy: Sequence[int]) -> list[int]:
    """The heads of one sentence as positions in it, the root its own head.

    The greedy heads stand where they are a tree with one root, as they nearly always are; else the best
    such tree over `scores` (from, to; from itself for the root) is found.
    """
    heads = list(greedy)
    roots = [i for i, h in enumerate(heads) if i == h]
    if len(roots) == 1 and not _cycle(heads):
        return heads
    best: list[int] = []
    best_score = -np.inf
    candidates = roots or [int(np.argmax(np.diagonal(scores)))]
    for root in candidates:
        found = _arborescence(scores.astype(np.float64), root)
        total = sum(float(scores[i, h]) for i, h in enumerate(found))
        if total > best_score:
            best, best_score = found, total
    return best


def _cycle(heads: Sequence[int]) -> list[int]:
    """Some cycle among the heads, the root's own not counted; empty where there is none."""
    state = [0] * len(heads)
    for first in range(len(heads)):
        path, at = [], first
        while state[at] == 0 and heads[at] != at:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1 and at in path:
            return path[path.index(at) :]
        for i in path:
            state[i] = 2
    return []


def _arborescence(scores: NDArray[np.float64], root: int) -> list[int]:
    """The best tree that hangs on `root`: the best head of each word, cycles contracted one by one."""
    size = len(scores)
    weights = scores.copy()
    np.fill_diagonal(weights, -np.inf)
    weights[root] = -np.inf
    heads = [root if i == root else int(weights[i].argmax()) for i in range(size)]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    return _expanded(weights, heads, cycle, root)


def _expanded(weights: NDArray[np.float64], heads: list[int], cycle: list[int], root: int) -> list[int]:
    """Contracts a cycle into one word, solves the smaller problem, and opens the cycle again."""
    inside = set(cycle)
    rest = [i for i in range(len(weights)) if i not in inside]
    size = len(rest)
    gain = weights[cycle] - np.array([weights[c, heads[c]] for c in cycle])[:, None]
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = weights[np.ix_(rest, rest)]
    small[:size, size] = weights[np.ix_(rest, cycle)].max(axis=1)
    small[size, :size] = gain[:, rest].max(axis=0)
    leaving = weights[np.ix_(rest, cycle)].argmax(axis=1)
    entering = gain[:, rest].argmax(axis=0)
    solved = _arborescence(small, rest.index(root))
    out = list(heads)
    for i, h in enumerate(solved[:size]):
        out[rest[i]] = cycle[int(leaving[i])] if h == size else rest[h]
    broken = cycle[int(entering[solved[size]])]
    out[broken] = rest[solved[size]]
    out[root] = root
    return out

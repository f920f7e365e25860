"""Turns scores of tags into the spans that are likely, rather than into the likeliest path of tags.

The likeliest path of a long passage can hold spans that are unlikely themselves, and lack likely ones that
many paths share. Which spans are worth marking depends on how they are measured: by F1, a span is worth it
where its probability is above half of the F1 that is reached.

Sources: Rabiner 1989 for the sums over all paths; Goodman 1996 for decoding by what is measured; Lipton
et al. 2014 for the bar at half of the F1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]

__all__ = ["BAR", "best", "likely", "tags"]

Stretch = tuple[str, int, int]

BAR = 0.35
"""Half of an F1 of .7, which is about what the spans of attributions reach."""


def tags(
    emissions: Floats, steps: Floats, start: Floats, lengths: Sequence[int], labels: Sequence[str]
) -> list[list[str]]:
    """The BIO tags of the best spans of each passage in a batch; the arguments are those of `likely`."""
    found = likely(emissions, steps, start, lengths, labels)
    return [_tagged(best(chances), n) for chances, n in zip(found, lengths, strict=True)]


def best(chances: Mapping[Stretch, float], *, bar: float = BAR) -> list[Stretch]:
    """The spans, none of which overlap, whose probabilities exceed the bar by most in all; in order."""
    order = sorted(chances, key=lambda s: (s[2], s))
    ends = [s[2] for s in order]
    totals, taken = [0.0], [False]
    for i, span in enumerate(order):
        total = totals[bisect_right(ends, span[1], hi=i)] + chances[span] - bar
        taken.append(total > totals[-1])
        totals.append(max(total, totals[-1]))
    out, i = [], len(order)
    while i:
        if taken[i]:
            out.append(order[i - 1])
            i = bisect_right(ends, order[i - 1][1], hi=i - 1)
        else:
            i -= 1
    return out[::-1]


def likely(
    emissions: Floats,
    steps: Floats,
    start: Floats,
    lengths: Sequence[int],
    labels: Sequence[str],
    *,
    least: float = BAR,
) -> list[dict[Stretch, float]]:
    """The spans of each passage in a batch, (kind, first word, end exclusive), with their probabilities.

    Args:
        emissions: scores (passage, word, tag).
        steps: scores of going from one tag to the next (tag, tag).
        start: scores of the first tag (tag,).
        lengths: the number of words of each passage.
        labels: the BIO tags, the `I-` of a kind right behind its `B-`.
        least: spans that are less probable are left out.
    """
    goes, stands = _chain(emissions, steps, start, lengths)
    kinds = [(i, label[2:]) for i, label in enumerate(labels) if label.startswith("B-")]
    return [
        {
            (kind, a, b): chance
            for at, kind in kinds
            for a, b, chance in _spans(
                stands[:n, i, at], goes[:n, i, at, at + 1], goes[:n, i, at + 1, at + 1], least
            )
        }
        for i, n in enumerate(lengths)
    ]


def _chain(
    emissions: Floats, steps: Floats, start: Floats, lengths: Sequence[int]
) -> tuple[Doubles, Doubles]:
    """The probability of each tag given the one before it and all words, and that of each tag.

    They are (word, passage, tag, next tag), zero at a passage's last word, and (word, passage, tag).
    """
    batch, size, kinds = emissions.shape
    weights = np.exp(emissions - emissions.max(axis=2, keepdims=True)).astype(np.float64).swapaxes(0, 1)
    moves = np.exp(steps).astype(np.float64)
    goes_on = np.arange(1, size + 1)[:, None, None] < np.array(lengths)[:, None]
    onward = weights.copy()
    for t in range(size - 2, -1, -1):
        after = onward[t + 1] @ moves.T
        row = weights[t] * (after if t + 1 < min(lengths) else np.where(goes_on[t], after, 1.0))
        onward[t] = row / row.sum(axis=1, keepdims=True)
    goes = np.zeros((size, batch, kinds, kinds))
    goes[:-1] = moves * onward[1:, :, None]
    goes /= np.maximum(goes.sum(axis=3, keepdims=True), np.finfo(float).tiny)
    goes *= goes_on[..., None]
    stands = np.empty((size, batch, kinds))
    first = onward[0] * np.exp(start)
    stands[0] = first / first.sum(axis=1, keepdims=True)
    for t in range(size - 1):
        stands[t + 1] = (stands[t, :, None] @ goes[t])[:, 0]
    return goes, stands


def _spans(begins: Doubles, grows: Doubles, stays: Doubles, least: float) -> list[tuple[int, int, float]]:
    """First word, end and probability of the spans of a kind.

    Given are, for each word, the probabilities that a span begins with it, that one which begins with it
    goes on, and that one which has come to it goes on.
    """
    out = []
    for a in (begins >= least).nonzero()[0]:
        going = np.concatenate([grows[a : a + 1], stays[a + 1 :]])
        reaches = begins[a] * np.concatenate([[1.0], np.cumprod(going[:-1])])
        chance = reaches * (1 - going)
        out += [(int(a), int(a + i + 1), float(chance[i])) for i in (chance >= least).nonzero()[0]]
    return out


def _tagged(spans: Sequence[Stretch], size: int) -> list[str]:
    """Spans that do not overlap as BIO tags of `size` words."""
    out = ["O"] * size
    for kind, a, b in spans:
        out[a:b] = [f"B-{kind}", *[f"I-{kind}"] * (b - a - 1)]
    return out

"""What a whole article speaks of, as one vector: the mean of its words, the rarer ones before the others.

The second layer is closer to what words mean than those above it, which have learned grammar. All articles
have much in common there; so the mean of many is taken off, and what articles differ in is stretched to one
length on each axis. Mean and axes stand in `data/meaning.npz`, built by `python -m training rarity`.
Source: the means of Arora et al. 2017 (https://openreview.net/forum?id=SyK00v5xx), the stretching of Su et
al. 2021 (https://arxiv.org/abs/2103.15316).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

from dragoman import rarity
from dragoman.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dragoman.language.model import Read

__all__ = ["mean", "of", "weights"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def weights(words: Sequence[str], upos: Sequence[str]) -> NDArray[np.float32]:
    """How much each word counts: how rare it is, and nothing where it has no meaning of its own."""
    return np.array(
        [_weight(word) if kind in _CONTENT else 0.0 for word, kind in zip(words, upos, strict=True)],
        np.float32,
    )


def mean(reads: Sequence[Read]) -> NDArray[np.float32] | None:
    """The mean of the words of an article, given all its passages; None where no word counts."""
    total = sum(read.weight for read in reads)
    return np.sum([read.meaning for read in reads], axis=0) / np.float32(total) if total else None


def of(reads: Sequence[Read]) -> tuple[float, ...]:
    """The vector of an article, given all its passages; empty where no word counts."""
    found = mean(reads)
    if found is None:
        return ()
    centre, axes = _space()
    vector = (found - centre) @ axes
    return tuple(float(number) for number in vector / (np.linalg.norm(vector) or 1.0))


def _weight(word: str) -> float:
    return max((rarity.of(part) for part in fold(word).split()), default=0.0)


@lru_cache(maxsize=1)
def _space() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The centre of all articles, and the axes on which they differ: (number,), (number, axis)."""
    with as_file(files("dragoman").joinpath("data", "meaning.npz")) as path, np.load(path) as given:
        return given["centre"].astype(np.float32), given["axes"].astype(np.float32)

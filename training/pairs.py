"""Fits the classifier of pairs, and tells how sure it is of what it did not learn from."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from dragoman.language import pairs
from dragoman.language.lower import Lower
from dragoman.language.model import Model
from training.corpora.plover import Marked
from training.pair_network import Given, Upper
from training.pair_sentences import to_pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Example", "Pace", "calibrated", "fit", "prepare", "scores"]

SMOOTHING = 0.05
"""How much of the weight of a right answer goes to the others."""


@dataclass(frozen=True)
class Example:
    """A pair as the network sees it: (piece, number), (piece,), and the index of its type."""

    vectors: NDArray[np.float16]
    roles: NDArray[np.int64]
    type: int


@dataclass(frozen=True)
class Pace:
    """How long and how fast to learn; `rate` is that of the layers, the rest learns ten times as fast."""

    times: int
    rate: float
    batch: int = 24


def prepare(marked: Iterable[Marked], types: Sequence[str], model: Model, lower: Lower) -> list[Example]:
    """What the network sees of marked sentences."""
    out = []
    for one in marked:
        pair = to_pair(one, model)
        (seen,) = lower.see([pair.words])
        roles = np.array(seen.spread(pairs.roles(pair)))
        out.append(Example(seen.vectors.astype(np.float16), roles, types.index(one.root)))
    return out


def fit(upper: Upper, examples: Sequence[Example], beside: Sequence[Example], pace: Pace) -> None:
    """Fits the network; each time, a quarter of those `beside` is drawn and mixed with the examples."""
    upper.train()
    layers = {id(p) for p in upper.layers.parameters()}
    rest = [p for p in upper.parameters() if id(p) not in layers]
    groups = [
        {"params": list(upper.layers.parameters()), "lr": pace.rate},
        {"params": rest, "lr": 10 * pace.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = pace.times * -(-(len(examples) + len(beside) // 4) // pace.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / max(1.0, steps * 0.1), max(0.0, 1 - i / steps))
    )
    for _ in range(pace.times):
        seen = [*examples, *random.sample(beside, len(beside) // 4)]
        for batch in _batches(seen, pace.batch):
            kinds = torch.tensor([e.type for e in batch])
            loss = functional.cross_entropy(upper(*_given(batch)), kinds, label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimizer.step()
            schedule.step()


@torch.no_grad()
def scores(upper: Upper, examples: Sequence[Example]) -> NDArray[np.float32]:
    """(example, type) scores."""
    upper.eval()
    return np.concatenate([upper(*_given([e])).numpy() for e in examples])


def calibrated(found: NDArray[np.float32], right: Sequence[int]) -> float:
    """The temperature with which scores on what was not learned from tell best how sure they are."""
    given, kinds = torch.tensor(found), torch.tensor(right)
    grid = np.arange(0.6, 2.5, 0.05)
    return float(min(grid, key=lambda t: functional.cross_entropy(given / t, kinds).item()))


def _batches(examples: Sequence[Example], size: int) -> list[list[Example]]:
    """Examples in batches of like length, both in random order."""
    order = sorted(examples, key=lambda e: len(e.roles) + random.uniform(0, 12))  # noqa: S311
    found = [list(order[i : i + size]) for i in range(0, len(order), size)]
    random.shuffle(found)
    return found


def _given(batch: Sequence[Example]) -> Given:
    size = max(len(e.roles) for e in batch)
    vectors = torch.zeros(len(batch), size, batch[0].vectors.shape[1])
    roles = torch.full((len(batch), size), -1, dtype=torch.long)
    for i, example in enumerate(batch):
        vectors[i, : len(example.roles)] = torch.from_numpy(example.vectors.astype(np.float32))
        roles[i, : len(example.roles)] = torch.from_numpy(example.roles)
    return Given(vectors, roles)

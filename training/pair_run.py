"""Learns the classifier of pairs from everything, and measures by folds how sure it may be."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from dragoman.language import pairs as running
from dragoman.language.lower import Lower
from dragoman.language.model import load
from training import averaging, pair_network, phrases
from training.corpora import gold_pairs, plover
from training.corpora.plover import Marked
from training.pair_network import Upper
from training.pair_sentences import folds
from training.pairs import Example, Pace, calibrated, fit, prepare, scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["TYPES", "measured", "run"]

TYPES = (*sorted(t for types in plover.QUADS.values() for t in types), running.NONE)
SEED, FOLDS, PHRASES = 20170706, 5, 10_000
FIRST, SECOND = Pace(times=1, rate=2e-4, batch=32), Pace(times=6, rate=1.2e-4)
log = logging.getLogger("training")


def run(shared: Path, build: Path, folder: Path) -> None:
    """Learns, and writes `pairs.onnx` and `pairs.json` beside the language model in a folder.

    One network for each fold learns from the others, all from the same beginning. What ships is the mean of
    their weights.
    """
    model, started = load(folder, threads=1), time.monotonic()
    lower = Lower(folder, threads=1)
    marked = list(plover.rows(shared / "corpora" / "plover" / "PLV_train.tsv"))
    beside = list(gold_pairs.pairs(shared / "gold" / "train", shared / "gold" / "texts"))
    made = [plover.parse(text, root) for root, text in phrases.sentences(PHRASES, SEED)]
    log.info("%d pairs, %d of the gold articles, %d made", len(marked), len(beside), len(made))
    examples, others = prepare(marked, TYPES, model, lower), prepare(beside, TYPES, model, lower)
    state = _first(prepare(made, TYPES, model, lower), build)
    homes = np.array(folds(marked, FOLDS, SEED))
    found, states = _crossed(state, examples, others, homes)
    temperature = calibrated(found, [e.type for e in examples])
    facts: dict[str, Any] = {
        "types": list(TYPES),
        "pairs": len(marked),
        "gold": sum(m.root != running.NONE for m in beside),
        "none": sum(m.root == running.NONE for m in beside),
        "made": len(made),
        "first": asdict(FIRST),
        "second": asdict(SECOND),
        "seed": SEED,
        "temperature": temperature,
        "folds": measured(found / temperature, marked, homes),
        "minutes": round((time.monotonic() - started) / 60),
    }
    upper = Upper(len(TYPES))
    upper.load_state_dict(averaging.mean(states))
    torch.save({"states": states, "scores": found, "facts": facts}, build / "pairs.pt")
    pair_network.write(upper, temperature, facts, folder)


def measured(
    found: NDArray[np.float32], marked: Sequence[Marked], homes: NDArray[np.int64]
) -> dict[str, Any]:
    """The scores on what each fold did not learn from: of all pairs together, and the F1 of each fold."""
    from evaluation.plover import scored

    def of(chosen: NDArray[np.int64]) -> dict[str, Any]:
        right = [marked[i] for i in chosen]
        return scored(_softmax(found[chosen]), TYPES, [m.root for m in right], [m.quad for m in right])

    each = [of(np.flatnonzero(homes == fold)) for fold in range(FOLDS)]
    f1 = {k: [round(fold[k]["f1"], 4) for fold in each] for k in ("roots", "quads")}
    return {**of(np.arange(len(marked))), "each": f1}


def _softmax(found: NDArray[np.float32]) -> NDArray[np.float32]:
    grown = np.exp(found - found.max(axis=1, keepdims=True))
    result: NDArray[np.float32] = grown / grown.sum(axis=1, keepdims=True)
    return result


def _first(made: Sequence[Example], build: Path) -> dict[str, Tensor]:
    """The network after the sentences made of phrases, which is kept in the build folder."""
    _seeded(SEED)
    upper = Upper(len(TYPES))
    fit(upper, made, [], FIRST)
    log.info("learned the sentences made of phrases")
    torch.save(upper.state_dict(), build / "pairs-first.pt")
    return upper.state_dict()


def _crossed(
    state: dict[str, Tensor], examples: Sequence[Example], others: Sequence[Example], homes: NDArray[np.int64]
) -> tuple[NDArray[np.float32], list[dict[str, Tensor]]]:
    """For each fold a network that learned from the others, and its scores of the examples of the fold."""
    found, states = np.zeros((len(examples), len(TYPES)), np.float32), []
    for fold in range(FOLDS):
        _seeded(SEED + fold)
        upper = Upper(len(TYPES))
        upper.load_state_dict(state)
        fit(upper, [e for e, home in zip(examples, homes, strict=True) if home != fold], others, SECOND)
        kept = np.flatnonzero(homes == fold)
        found[kept] = scores(upper, [examples[i] for i in kept])
        right = np.mean([found[i, :-1].argmax() == examples[i].type for i in kept])
        log.info("fold %d: %.3f right", fold, right)
        states.append({name: weight.clone() for name, weight in upper.state_dict().items()})
    return found, states


def _seeded(seed: int) -> None:
    torch.manual_seed(seed)
    random.seed(seed)

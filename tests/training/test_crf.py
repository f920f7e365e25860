"""The chain's loss is that of all paths over the paths that the annotation allows."""

from __future__ import annotations

import itertools
import math

import pytest

torch = pytest.importorskip("torch", reason="training needs torch; running and testing Dragoman does not")

from training.crf import Chain  # noqa: E402

TAGS = ("O", "B-X", "I-X")


def legal(path: tuple[int, ...]) -> bool:
    """Whether no I stands without its B."""
    return all(TAGS[b][0] != "I" or TAGS[a] in {"B-X", "I-X"} for a, b in itertools.pairwise((0, *path)))


def test_loss_equals_enumeration() -> None:
    """Summing over every legal path by hand gives the same loss."""
    torch.manual_seed(1)
    chain = Chain(TAGS)
    torch.nn.init.normal_(chain.transitions)
    emissions = torch.randn(1, 4, 3)
    allowed = torch.ones(1, 4, 3, dtype=torch.bool)
    allowed[0, 1] = torch.tensor([False, True, False])
    known = torch.ones(1, 4, dtype=torch.bool)

    def total(only: bool) -> float:  # noqa: FBT001
        scores = []
        for path in itertools.product(range(3), repeat=4):
            if legal(path) and (not only or all(allowed[0, i, t] for i, t in enumerate(path))):
                steps = sum(chain.transitions[a, b].item() for a, b in itertools.pairwise(path))
                scores.append(math.exp(steps + sum(emissions[0, i, t].item() for i, t in enumerate(path))))
        return math.log(sum(scores))

    expected = (total(only=False) - total(only=True)) / 4
    assert chain.loss(emissions, allowed, known).item() == pytest.approx(expected, abs=1e-3)


def test_unknown_words_cost_nothing() -> None:
    """Where every tag is allowed there is nothing to learn."""
    chain = Chain(TAGS)
    every = torch.ones(2, 3, 3, dtype=torch.bool)
    known = torch.ones(2, 3, dtype=torch.bool)
    assert chain.loss(torch.randn(2, 3, 3), every, known).item() == pytest.approx(0.0, abs=1e-5)

"""Tags, spans and trees from scores."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import decode


def best_tree(scores: np.ndarray) -> float:
    """The score of the best tree with one root, by trying all."""
    size, best = len(scores), -np.inf
    for heads in itertools.product(range(size), repeat=size):
        if sum(i == h for i, h in enumerate(heads)) == 1 and is_tree(heads):
            best = max(best, sum(scores[i, h] for i, h in enumerate(heads)))
    return float(best)


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches the root."""
    for i in range(len(heads)):
        at = i
        for _ in range(len(heads)):
            at = heads[at]
        if heads[at] != at:
            return False
    return True


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_tree_is_a_tree(size: int, seed: int) -> None:
    """Whatever the scores, there is one root and no cycle."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    heads = decode.tree(scores, scores.argmax(axis=1).tolist())
    assert sum(i == h for i, h in enumerate(heads)) == 1
    assert is_tree(tuple(heads))


@given(st.integers(2, 5), st.integers(0, 10_000))
def test_tree_for_a_given_root_is_the_best(size: int, seed: int) -> None:
    """With one root beyond doubt, no other tree scores higher."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    np.fill_diagonal(scores, -100)
    scores[0, 0] = 100
    heads = decode.tree(scores, [0, *([1] * (size - 1))])
    found = sum(float(scores[i, h]) for i, h in enumerate(heads))
    assert abs(found - best_tree(scores)) < 1e-3


def test_tags_follow_the_steps() -> None:
    """A forbidden step is not taken though each word alone would like it."""
    steps = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    start = np.array([0, 0, -1e4], np.float32)
    emissions = np.array([[[0, 0, 3], [0, 0, 3], [0, 0, 3]]], np.float32)
    assert decode.tags(emissions, steps, start, [3]) == [[1, 2, 2]]


def test_tags_stop_at_the_length() -> None:
    """Padding takes no part."""
    zeros = np.zeros((2, 2), np.float32)
    paths = decode.tags(np.zeros((2, 4, 2), np.float32), zeros, zeros[0], [4, 1])
    assert [len(p) for p in paths] == [4, 1]


def test_spans() -> None:
    """An I without its B begins nothing."""
    assert decode.spans(["O", "B-X", "I-X", "I-Y", "B-X", "O", "I-X"]) == [("X", 1, 3), ("X", 4, 5)]

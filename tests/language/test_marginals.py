"""Probabilities of spans, and which of them are worth marking."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import decode, marginals

LABELS = ["O", "B-X", "I-X", "B-Y", "I-Y"]
NEVER = -1e4
START = np.array([0, 0, NEVER, 0, NEVER], np.float32)
STEPS = np.array(
    [[NEVER if b[0] == "I" and a[2:] != b[2:] else 0 for b in LABELS] for a in LABELS], np.float32
)


def by_trying_all(emissions: np.ndarray, steps: np.ndarray) -> dict[tuple[str, int, int], float]:
    """The probabilities of spans, from every path there is."""
    found: dict[tuple[str, int, int], float] = {}
    every = 0.0
    for path in itertools.product(range(len(LABELS)), repeat=len(emissions)):
        score = START[path[0]] + sum(emissions[i, t] for i, t in enumerate(path))
        weight = float(np.exp(score + sum(steps[a, b] for a, b in itertools.pairwise(path))))
        every += weight
        for span in decode.spans([LABELS[t] for t in path]):
            found[span] = found.get(span, 0.0) + weight
    return {span: weight / every for span, weight in found.items()}


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_chances_are_those_of_all_paths(size: int, seed: int) -> None:
    """Each span has the weight of the paths that hold it, in a batch with a longer passage too."""
    rng = np.random.default_rng(seed)
    emissions = rng.normal(scale=2, size=(2, size + 2, 5)).astype(np.float32)
    steps = STEPS + rng.normal(size=(5, 5)).astype(np.float32)
    found = marginals.likely(emissions, steps, START, [size, size + 2], LABELS, least=0.001)[0]
    right = {s: p for s, p in by_trying_all(emissions[0, :size], steps).items() if p >= 0.001}
    assert found == pytest.approx(right, abs=1e-4)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("XY"), st.integers(0, 6), st.integers(1, 4)), st.floats(0, 1), max_size=7
    )
)
def test_the_best_spans_exceed_the_bar_by_most(drawn: dict[tuple[str, int, int], float]) -> None:
    """No other set of spans that do not overlap is worth more."""
    chances = {(kind, a, a + size): p for (kind, a, size), p in drawn.items()}

    def worth(spans: tuple[tuple[str, int, int], ...]) -> float:
        return sum(chances[s] - marginals.BAR for s in spans)

    def is_apart(spans: tuple[tuple[str, int, int], ...]) -> bool:
        return all(s[2] <= t[1] or t[2] <= s[1] for s, t in itertools.combinations(spans, 2))

    sets = [s for n in range(len(chances) + 1) for s in itertools.combinations(chances, n) if is_apart(s)]
    found = tuple(marginals.best(chances))
    assert is_apart(found)
    assert list(found) == sorted(found, key=lambda s: s[1])
    assert worth(found) == pytest.approx(max(map(worth, sets)))


def test_a_span_that_paths_share_is_marked() -> None:
    """Where the best path has none, spans that most of the others have are marked."""
    first = [0.0, 0.1, 0.0, -9.0, -9.0]
    again = [0.0, 0.0, 0.0, -9.0, -9.0]
    emissions = np.array([[first, again]], np.float32)
    steps = STEPS.copy()
    steps[0, 0] = 0.2
    assert decode.tags(emissions, steps, START, [2]) == [[0, 0]]
    assert marginals.tags(emissions, steps, START, [2], LABELS) == [["B-X", "B-X"]]


def test_what_is_sure_is_what_the_best_path_has() -> None:
    """Where one path is far likelier than all others, its spans are the best ones."""
    path = [0, 1, 2, 1, 3, 4, 0]
    emissions = np.zeros((1, 7, 5), np.float32)
    emissions[0, range(7), path] = 20
    found = marginals.tags(emissions, STEPS, START, [7], LABELS)
    assert found == [[LABELS[t] for t in path]]

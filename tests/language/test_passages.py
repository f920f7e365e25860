"""Passages cover the words without gap or overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import passages


@given(st.integers(0, 900), st.sets(st.integers(0, 900)), st.sets(st.integers(0, 900)))
def test_cut_covers_everything(size: int, breaks: set[int], sentences: set[int]) -> None:
    """Every word is in exactly one passage, none longer than the limit."""
    cuts = passages.cut(size, breaks, sentences)
    assert [i for a, b in cuts for i in range(a, b)] == list(range(size))
    assert all(b - a <= passages.MAX_WORDS for a, b in cuts)


def test_cut_at_a_paragraph() -> None:
    """A paragraph's beginning comes before a sentence's, however late that is."""
    assert passages.cut(200, {0, 120}, {0, 50, 120, 150})[0] == (0, 120)


def test_cut_at_a_sentence() -> None:
    """A long paragraph is cut where a sentence ends."""
    assert passages.cut(200, {0}, {0, 50, 150})[0] == (0, 150)

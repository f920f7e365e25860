"""Cuts an article's words into passages, the stretches that the encoder sees at once."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["MAX_WORDS", "cut"]

MAX_WORDS = 160


def cut(
    size: int, breaks: Collection[int], sentences: Collection[int], *, limit: int = MAX_WORDS
) -> list[tuple[int, int]]:
    """Where to cut `size` words: (start, end) of each passage of at most `limit` words.

    A passage ends with a paragraph where one ends in its last two thirds (`breaks` are the words that
    begin one), else with a sentence, else anywhere.
    """
    cuts, start = [], 0
    while start < size:
        end = min(size, start + limit)
        if end < size:
            end = _edge(start + limit // 3, end, breaks, sentences)
        cuts.append((start, end))
        start = end
    return cuts


def _edge(low: int, high: int, breaks: Collection[int], sentences: Collection[int]) -> int:
    """The last paragraph or else sentence that begins after `low` and up to `high`, else `high`."""
    for edges in (breaks, sentences):
        for at in range(high, low, -1):
            if at in edges:
                return at
    return high

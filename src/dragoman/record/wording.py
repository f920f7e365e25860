"""How alike two wordings are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from dragoman.folding import fold

_FUNCTION_WORDS = frozenset(
    """
    a about after again against all also am an and another any are as at be because been before being
    but by can could d did do does doing done down for from had has have having he her here him his how
    i if in into is it its itself just like ll m may me might more most must my no nor not now of off on
    once one only or other our out over own ozenset re s said same say says she should so some such t
    than that the their them then there these they this those through to too under until up upon us ve
    very was we were what when where whether which while who whom whose why will with would you your
    """.split()  # noqa: SIM905 - a list to read
)
_QUOTED = re.compile(r"[“\"„«‘]([^”\"“»’]+(?:’\w[^”\"“»’]*)*)(?:[”\"“»’]|$)")


@dataclass(frozen=True)
class Wording:
    """A stretch of text as its folded words; `content` are those that carry meaning."""

    words: tuple[str, ...]
    content: frozenset[str]
    quoted: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, text: str) -> Wording:
        """The wording of a text, with what it has in quotation marks."""
        words = tuple(fold(text).split())
        quoted = tuple(tuple(fold(inner).split()) for inner in _QUOTED.findall(text))
        return cls(words, content_of(words), quoted)


def content_of(words: Iterable[str]) -> frozenset[str]:
    """The words that carry meaning, cut so that forms of one word fall together."""
    return frozenset(_stem(word) for word in words if word not in _FUNCTION_WORDS)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set is in the larger, 0 to 1; 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of both sets that is in both, 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def run(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longest stretch of words that both have."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """A word without its plainest endings: enough to bring "weapons" to "weapon"."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word

"""Says in which of PLOVER's contexts words stand: military, economic, legal and so on."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

__all__ = ["find"]

_MOST = 3
_LONGEST = 3


def find(words: Iterable[Token]) -> tuple[str, ...]:
    """Up to three contexts of some words, those with most words first, then in PLOVER's order."""
    tokens = [t for t in words if not t.is_space]
    forms = [(t.lower_, t.lemma_.lower()) for t in tokens]
    found: Counter[str] = Counter()
    for at, (form, lemma) in enumerate(forms):
        for context in _of(forms, at) if form in _firsts() or lemma in _firsts() else ():
            found[context] += 1
    order = list(_contexts())
    return tuple(sorted(found, key=lambda c: (-found[c], order.index(c)))[:_MOST])


def _of(forms: list[tuple[str, str]], at: int) -> set[str]:
    """The contexts of the words that begin at a place; of one word and of two or three together."""
    found: set[str] = set()
    for size in range(1, _LONGEST + 1):
        some = forms[at : at + size]
        plain, last = " ".join(f for f, _ in some), " ".join([*(f for f, _ in some[:-1]), some[-1][1]])
        if len(some) == size:
            found |= _index().get(plain, set()) | _index().get(last, set())
    return found


@cache
def _contexts() -> dict[str, list[str]]:
    return load("contexts")


@cache
def _firsts() -> set[str]:
    """The words that those of contexts begin with."""
    return {word.split(" ")[0] for word in _index()}


@cache
def _index() -> dict[str, set[str]]:
    """The contexts of each word."""
    found: dict[str, set[str]] = {}
    for context, words in _contexts().items():
        for word in words:
            found.setdefault(word, set()).add(context)
    return found

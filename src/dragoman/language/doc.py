"""Builds a spaCy Doc over an article's whole text from what the model read.

Every character of the text is in some token, so that `doc.text` is the text and `token.idx` an offset
into it. What lies between two words beyond one space is a token of its own, tagged SPACE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.language import decode
from dragoman.language.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from dragoman.language.model import Read
    from dragoman.types import Span

__all__ = ["Layers", "build", "layers"]


@dataclass(slots=True)
class Layers:
    """The layers of all words of an article, in order; `heads` are positions among the words."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def vocabulary() -> Vocab:
    """The vocabulary that all Docs share, which knows a word's lower case, and whether it is a number."""
    from spacy.lang.en import EnglishDefaults
    from spacy.vocab import create_vocab

    return create_vocab("en", EnglishDefaults)


def layers(passages: Sequence[tuple[int, Read]]) -> Layers:
    """The layers of an article from those of its passages, each with its first word."""
    out = Layers()
    for at, read in passages:
        out.upos += read.upos
        out.xpos += read.xpos
        out.heads += [h + at for h in read.heads]
        out.deprels += read.deprels
        out.names += read.names
    return out


def build(text: str, words: Sequence[Span], layers: Layers) -> Doc:
    """The Doc over a text."""
    from spacy.tokens import Doc
    from spacy.tokens import Span as Stretch

    forms, spaces, places = _tokens(text, words)
    heads = _heads(len(forms), places, layers)
    upos = _spread(layers.upos, "SPACE", len(forms), places)
    xpos = _spread(layers.xpos, "_SP", len(forms), places)
    deps = _spread(layers.deprels, "dep", len(forms), places)
    doc = Doc(
        vocabulary(),
        words=forms,
        spaces=spaces,
        pos=upos,
        tags=xpos,
        lemmas=[lemma(*row) for row in zip(forms, upos, xpos, strict=True)],
        heads=heads,
        deps=["ROOT" if d == "root" else d for d in deps],
    )
    doc.ents = [
        Stretch(doc, places[a], places[b - 1] + 1, label=kind)
        for kind, a, b in decode.spans(layers.names)
        if places[b - 1] - places[a] == b - 1 - a
    ]
    return doc


def _tokens(text: str, words: Sequence[Span]) -> tuple[list[str], list[bool], list[int]]:
    """Forms, whether a space follows, and the token of each word."""
    forms: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    at = 0
    for word in words:
        _fill(text[at : word.start], forms, spaces)
        places.append(len(forms))
        forms.append(text[word.start : word.end])
        spaces.append(False)
        at = word.end
    _fill(text[at:], forms, spaces)
    return forms, spaces, places


def _fill(gap: str, forms: list[str], spaces: list[bool]) -> None:
    """Puts what lies between two words into the token before it, a single space, or a token of its own."""
    if gap.startswith(" ") and forms:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        forms.append(gap)
        spaces.append(False)


def _spread(values: Sequence[str], blank: str, size: int, places: Sequence[int]) -> list[str]:
    """The words' values as those of tokens, white space given `blank`."""
    out = [blank] * size
    for at, value in zip(places, values, strict=True):
        out[at] = value
    return out


def _heads(size: int, places: Sequence[int], layers: Layers) -> list[int]:
    """The heads of tokens; white space hangs on the word before it, or on the first one."""
    heads, last = [0] * size, places[0] if places else 0
    taken = set(places)
    for i in range(size):
        last = i if i in taken else last
        heads[i] = last
    for at, head in zip(places, layers.heads, strict=True):
        heads[at] = places[head]
    return heads

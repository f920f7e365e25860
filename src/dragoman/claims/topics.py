"""Says what words are about: the names and the nouns that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.syntax import stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dragoman.types import Span

__all__ = ["find"]

_MOST = 3
_NAMES = {"LOC", "ORG", "FAC", "MISC", "PRODUCT"}
_CORE = {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "ROOT", "conj"}
_EMPTY = {
    "thing", "way", "time", "day", "year", "week", "month", "people", "man", "woman", "one", "something",
    "anything", "lot", "kind", "part", "number", "place", "case", "fact", "point", "end", "side", "today",
    "tomorrow", "yesterday", "order", "view", "hand", "person", "member", "minister", "president",
}  # fmt: skip


def find(doc: Doc, spans: Sequence[Span]) -> tuple[str, ...]:
    """Up to three topics of some words, in order of weight: names of things and places, then nouns."""
    found: list[tuple[int, int, str]] = []
    for span in spans:
        words = stretch(doc, span)
        if words is None:
            continue
        found += [(1, e.start, e.text) for e in words.ents if e.label_ in _NAMES]
        found += [(_weight(t), t.i, _phrase(t)) for t in words if _is_topic(t)]
    chosen: dict[str, str] = {}
    for _, _, text in sorted(found):
        chosen.setdefault(text.lower(), text)
    return tuple(chosen.values())[:_MOST]


def _is_topic(token: Token) -> bool:
    return (
        token.pos_ == "NOUN"
        and token.dep_ in _CORE
        and not token.ent_type_
        and len(token.lemma_) > 2
        and token.lemma_.lower() not in _EMPTY
    )


def _weight(token: Token) -> int:
    return {"obj": 0, "nsubj": 1, "nsubj:pass": 1, "ROOT": 1}.get(token.dep_, 2)


def _phrase(token: Token) -> str:
    """A noun with the words right before it that make it one thing: `chemical weapons`."""
    first = token.i
    while first > token.sent.start:
        before = token.doc[first - 1]
        if before.head.i != token.i or before.dep_ not in {"amod", "compound"} or before.is_punct:
            break
        first -= 1
    return token.doc[first : token.i + 1].text

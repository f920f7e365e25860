"""Finds what an occasion is about: talks on something, a meeting to discuss something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.meeting_words import words
from dragoman.claims.syntax import case, children, joined, obliques, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["topics"]

LONGEST = 60
"""A topic is a short noun phrase: one of more characters says too much."""


def topics(scene: Scene, trigger: Token, verbs: Iterable[Token]) -> tuple[str, ...]:
    """The topics of an occasion, as short noun phrases in the article's words."""
    found: list[str] = []
    for noun in _nouns(trigger, verbs):
        if _is_topic(scene, noun):
            text = phrase(noun)
            if text[0].isalpha() and len(text) <= LONGEST and text not in found:
                found.append(text)
    return tuple(found[:5])


def _is_topic(scene: Scene, noun: Token) -> bool:
    """Whether a noun can be what is talked about: no time, no place of the talks, nobody's name."""
    if noun.pos_ not in {"NOUN", "PROPN"} or any(t.i in scene.times for t in noun.subtree):
        return False
    if noun.lemma_ in words("moments") or (noun.i in scene.places and case(noun) == "on"):
        return False
    return not any(scene.is_person(a) for a in scene.who(noun))


def _nouns(trigger: Token, verbs: Iterable[Token]) -> Iterator[Token]:
    for head in (trigger, *verbs):
        for c in children(head, "nmod", "obl"):
            if case(c) in words("about") and (head.i == trigger.i or case(c) != "on"):
                yield from joined(c)
        for c in (head, *children(head, "advcl", "acl", "xcomp", "conj")):
            if c.lemma_ in words("about_verbs"):
                for o in (*children(c, "obj"), *obliques(c, {"on"})):
                    yield from joined(o)

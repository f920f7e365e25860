"""Finds where an occasion is: the place that the word telling of it, or its clause, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.meeting_words import words
from dragoman.claims.syntax import case, children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["place"]

_REACH = 8
"""How many words behind a noun a name may stand that explains it."""

_ENDS = {";", ":", "“", "”", '"', "(", "—"}

_IN = {"in", "at", "near", "outside", "on", "inside", "aboard"}


def place(scene: Scene, trigger: Token, verbs: Iterable[Token], links: Iterable[str] = ()) -> str | None:
    """The name of an occasion's place, or None.

    Args:
        scene: the article.
        trigger: the word that tells of the occasion.
        verbs: the verbs of its clause.
        links: further prepositions that lead to the place, as `to` with verbs of going.
    """
    prepositions = _IN | set(links)
    for head in (trigger, *verbs):
        for c in children(head, "obl", "nmod", "advmod"):
            found = _first(scene, c) or _beside(scene, c) if case(c) in prepositions else None
            if c.lower_ == "here":
                found = scene.here
            if found:
                return found
    return (
        _before(scene, trigger)
        or _after(scene, trigger)
        or (scene.here if any(t.lower_ == "here" for t in trigger.sent) else None)
    )


def _after(scene: Scene, trigger: Token) -> str | None:
    """The place behind the trigger and before the next verb, whatever the model hangs it on.

    "received his colleague, Helga Pichler, in Zurich": a parser that takes the place for the person's
    is wrong more often than not.
    """
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end]:
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text in _ENDS:
            return None
        top = _top(scene, token)
        if token.i in scene.places and case(top) in _IN and not _is_things(top, trigger):
            return scene.places[token.i]
    return None


def _is_things(top: Token, trigger: Token) -> bool:
    """Whether a place is that of another thing: "the conflict in Ukraine"; a second one is not."""
    if top.head.pos_ != "NOUN" or top.head.i == trigger.i:
        return False
    return not any(c.i < top.i and case(c) == case(top) for c in children(top.head, "nmod"))


def _top(scene: Scene, token: Token) -> Token:
    """The word of a place's name that hangs on something else."""
    while token.head.i in scene.places and token.head.i != token.i:
        token = token.head
    return token


def _beside(scene: Scene, noun: Token) -> str | None:
    """The place that explains a noun right behind it: `at his retreat, the fort of Bregancon`."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 1 + _REACH, noun.sent.end)]
    if not len(behind) or behind[0].text != "," or noun.i in scene.times or noun.pos_ != "NOUN":
        return None
    for token in behind:
        if token.i in scene.places:
            return scene.places[token.i]
        if token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return None
    return None


def _first(scene: Scene, noun: Token) -> str | None:
    """The first place named in a noun phrase, the head's own name before the rest."""
    if noun.i in scene.places:
        return scene.places[noun.i]
    if noun.lemma_ in words("moments"):
        return None
    for t in noun.subtree:
        if t.i in scene.places and not _is_owner(t, noun):
            return scene.places[t.i]
    return None


def _is_owner(token: Token, noun: Token) -> bool:
    """Whether a place stands in a relative clause, or is whose the thing is: `Britain's embassy in Rome`."""
    while token.i != noun.i:
        if token.dep_ in {"acl:relcl", "acl", "nmod:poss", "amod", "advcl"}:
            return True
        token = token.head
    return False


def _before(scene: Scene, trigger: Token) -> str | None:
    """The place that stands before the noun: `the Paris talks`."""
    for c in children(trigger, "compound", "nmod:poss"):
        if c.i in scene.places and c.pos_ == "PROPN":
            return scene.places[c.i]
    return None

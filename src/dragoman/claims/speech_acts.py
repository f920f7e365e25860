"""Finds what somebody does by saying something: blames, praises, asks, refuses, threatens.

The article only says that the words were said; what they do is told by the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.claims.scene import unique
from dragoman.claims.syntax import case, children, clause, is_predicate, negated, stretch, subjects
from dragoman.claims.vocabulary import load
from dragoman.types import ActorKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Statement

__all__ = ["Act", "find"]

_OWN = {"i", "we"}
_WILL = {"will", "'ll", "’ll", "wo", "can", "ca", "shall"}


@dataclass(frozen=True, slots=True)
class Act:
    """What some words do: the word that shows it, PLOVER's type, and upon whom."""

    at: Token
    type: str
    recipients: tuple[str, ...]


def find(scene: Scene, statement: Statement) -> list[Act]:
    """The acts of a statement, one of each type."""
    found: dict[str, Act] = {}
    for evidence in statement.evidence:
        words = stretch(scene.doc, Span(evidence.start, evidence.end))
        if words is not None:
            for act in _acts(scene, words, statement):
                found.setdefault(act.type, act)
    return list(found.values())


def _acts(scene: Scene, words: Stretch, statement: Statement) -> Iterator[Act]:
    for token in words:
        if token.ent_type_:
            continue
        asked = _asked(scene, token, statement)
        if asked is not None:
            yield Act(token, "REQUEST", asked)
        if _refuses(token):
            yield Act(token, "REJECT", _named(scene, words, token, statement))
        for type_ in ("ACCUSE", "SUPPORT", "THREATEN"):
            if token.lemma_.lower() in _words(type_) and _is_open(token) and not negated(token):
                upon = _named(scene, words, token, statement)
                if type_ != "THREATEN" or _is_ahead(token):
                    yield Act(token, type_, upon)


def _asked(scene: Scene, token: Token, statement: Statement) -> tuple[str, ...] | None:
    """Who has to act, where a word says that somebody has to."""
    if token.lemma_.lower() in _words("necessary") and token.pos_ in {"NOUN", "ADJ"}:
        verbs = [c for c in children(token, "csubj", "acl", "xcomp", "advcl", "ccomp") if children(c, "nsubj")]
        for verb in verbs:
            return _others(scene, scene.everyone(children(verb, "nsubj")), statement)
        return None
    if token.lower_ in {"should", "must", "ought"} and token.dep_ == "aux":
        verb = token.head
    elif token.lemma_ in {"need", "have"} and children(token, "xcomp") and token.tag_ != "VBN":
        verb = token
    else:
        return None
    who = subjects(verb)
    if any(t.lower_ in _OWN for t in who) or any(c.lower_ == "have" for c in children(verb, "aux")):
        return None
    return _others(scene, scene.everyone(who), statement)


def _refuses(token: Token) -> bool:
    """Whether somebody says that he will not do something."""
    if not is_predicate(token) or not negated(token):
        return False
    return any(t.lower_ in _OWN for t in subjects(token)) and any(
        c.lower_ in _WILL for c in children(token, "aux")
    )


def _is_ahead(token: Token) -> bool:
    verb = clause(token)
    return any(c.lower_ in _WILL | {"would"} for c in children(verb, "aux")) or any(
        c.lower_ == "to" for c in children(verb, "mark")
    )


def _is_open(token: Token) -> bool:
    return token.pos_ in {"VERB", "NOUN", "ADJ", "ADV"}


def _named(scene: Scene, words: Stretch, token: Token, statement: Statement) -> tuple[str, ...]:
    """Of whom a word is said: the subject of its clause, then who is named nearest in the statement."""
    verb = clause(token)
    for heads in (subjects(verb), [verb]):
        for head in heads:
            inside = unique(a for t in head.subtree for a in scene.who(t)) if head.i != verb.i else ()
            found = _others(scene, (*scene.everyone([head]), *inside), statement)
            if found:
                return found[:1]
    near = sorted(words, key=lambda t: abs(t.i - token.i))
    for other in near:
        found = _others(scene, scene.who(other), statement)
        if found:
            return found
    return _others(scene, statement.addressee, statement)


def _others(scene: Scene, found: tuple[str, ...], statement: Statement) -> tuple[str, ...]:
    own = {scene.actors[a].country for a in statement.speakers if a in scene.actors} - {None}
    return tuple(
        a
        for a in unique(found)
        if a in scene.actors
        and a not in statement.speakers
        and not (scene.actors[a].kind is ActorKind.STATE and scene.actors[a].country in own)
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("speech_acts")[key])

"""Finds what somebody does by saying something: blames, praises, asks, refuses, threatens.

The article only says that the words were said; what they do is told by the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.claims.syntax import children, clause, is_predicate, negated, stretch, subjects
from dragoman.claims.vocabulary import load
from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Statement

__all__ = ["Act", "find"]

_BY_WORD = ("ACCUSE", "SUPPORT", "THREATEN")
_OPEN = {"VERB", "NOUN", "ADJ", "ADV"}


@dataclass(frozen=True, slots=True)
class Act:
    """What some words do: the word that shows it, and PLOVER's type."""

    at: Token
    type: str


def find(scene: Scene, statement: Statement) -> list[Act]:
    """The acts of a statement, the first of each type."""
    found: dict[str, Act] = {}
    for evidence in statement.evidence if statement.speakers else ():
        for token in stretch(scene.doc, Span(evidence.start, evidence.end)) or ():
            for type_ in _types(token) if not token.ent_type_ else ():
                found.setdefault(type_, Act(token, type_))
    return list(found.values())


def _types(token: Token) -> Iterator[str]:
    """What a word does where it is said."""
    if _asks(token):
        yield "REQUEST"
    if _refuses(token):
        yield "REJECT"
    for type_ in _BY_WORD if token.pos_ in _OPEN else ():
        is_said = token.lemma_.lower() in _words(type_) and not negated(token)
        if is_said and (type_ != "THREATEN" or _is_ahead(token)):
            yield type_


def _asks(token: Token) -> bool:
    """Whether a word says that somebody else has to act: `Iran must stop`, `it is time for Iran to stop`."""
    if token.lemma_.lower() in _words("necessary") and token.pos_ in {"NOUN", "ADJ"}:
        return any(children(c, "nsubj") for c in children(token, "csubj", "acl", "xcomp", "advcl", "ccomp"))
    if token.lower_ in _words("must") and token.dep_ == "aux":
        verb = token.head
    elif token.lemma_ in _words("have_to") and children(token, "xcomp") and token.tag_ != "VBN":
        verb = token
    else:
        return False
    is_own = any(t.lower_ in _words("own") for t in subjects(verb))
    return not is_own and not any(c.lower_ == "have" for c in children(verb, "aux"))


def _refuses(token: Token) -> bool:
    """Whether somebody says that he will not do something."""
    if not is_predicate(token) or not negated(token):
        return False
    is_own = any(t.lower_ in _words("own") for t in subjects(token))
    return is_own and any(c.lower_ in _words("will") for c in children(token, "aux"))


def _is_ahead(token: Token) -> bool:
    """Whether a word tells of what is to come."""
    verb = clause(token)
    return any(c.lower_ in _words("will") | {"would"} for c in children(verb, "aux")) or any(
        c.lower_ == "to" for c in children(verb, "mark")
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("speech_acts")[key])

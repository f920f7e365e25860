"""Finds who acts in an event and upon whom, from the tree around the word that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.scene import unique
from dragoman.claims.syntax import (
    above,
    case,
    children,
    clause,
    is_predicate,
    objects,
    obliques,
    owners,
    passive,
    subjects,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["of_adjective", "of_noun", "of_verb"]

Roles = tuple[tuple[str, ...], tuple[str, ...]]
"""Those who act, and those acted upon."""

_UPON = {"against", "on", "upon", "at", "to", "toward", "towards", "with", "from", "for", "of", "over", "about", "into", "in"}
_BY = {"by", "from"}
_CONTROLS = {"ask", "urge", "tell", "order", "want", "expect", "allow", "force", "press", "call", "invite", "encourage", "require", "instruct", "help", "get", "let"}


def of_verb(scene: Scene, verb: Token) -> Roles:
    """The roles of a verb, in the active and in the passive."""
    if passive(verb):
        actors = scene.everyone(obliques(verb, {"by"}))
        return actors, _upon(scene, verb, [*(subjects(verb) or [verb.head])], actors)
    actors = scene.everyone(subjects(verb, _CONTROLS))
    return actors, _upon(scene, verb, objects(verb), actors)


def of_noun(scene: Scene, noun: Token) -> Roles:
    """The roles of a noun: whose it is, or who makes it; on or against whom it is."""
    actors = scene.everyone(_doers(noun))
    if not actors:
        actors = scene.everyone(_supporters(noun))
    return actors, _upon(scene, noun, (), actors)


def of_adjective(scene: Scene, adjective: Token) -> Roles:
    """The roles of what somebody is said to be: `critical of`, `ready to`."""
    actors = scene.everyone(subjects(adjective, _CONTROLS))
    return actors, _upon(scene, adjective, (), actors)


def _doers(noun: Token) -> Iterator[Token]:
    """Whose an act is: `Russia's invasion`, `the Russian invasion`, `an attack by rebels`."""
    yield from owners(noun)
    yield from (c for c in children(noun, "amod", "compound", "nmod:desc") if c.i < noun.i)
    yield from (c for c in children(noun, "nmod", "obl:agent") if case(c) in _BY)
    for verb in children(noun, "acl"):
        if passive(verb):
            yield from obliques(verb, {"by"})


def _supporters(noun: Token) -> list[Token]:
    """Who does what a noun says where a verb carries it: `Paris voiced support for`."""
    if noun.dep_ not in {"obj", "obl", "conj"}:
        return []
    verb = clause(noun)
    return obliques(verb, {"by"}) if passive(verb) else subjects(verb, _CONTROLS)


def _upon(scene: Scene, trigger: Token, things: Iterable[Token], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those acted upon: the object, those that a preposition names, those that the object belongs to."""
    things = list(things)
    for heads in (
        things,
        obliques(trigger, _UPON),
        [o for c in children(trigger, "xcomp", "ccomp", "advcl", "acl") for o in _core(c)],
    ):
        found = _others(scene.everyone(heads), actors)
        if found:
            return found
    for head in (*things, *obliques(trigger, _UPON), *children(trigger, "xcomp", "ccomp", "advcl", "acl")):
        found = _others(_inside(scene, head, trigger), actors)
        if found:
            return found
    return ()


def _core(verb: Token) -> list[Token]:
    """The subjects and objects of a clause."""
    return [*children(verb, "nsubj", "nsubj:pass"), *children(verb, "obj"), *obliques(verb, _UPON)]


def _inside(scene: Scene, head: Token, trigger: Token) -> tuple[str, ...]:
    """The first actors named within a phrase."""
    for token in sorted(head.subtree, key=lambda t: (_depth(t, head), t.i)):
        if token.i != trigger.i and not _is_beyond(token, trigger):
            found = scene.who(token)
            if found:
                return found
    return ()


def _is_beyond(token: Token, trigger: Token) -> bool:
    return False


def _depth(token: Token, head: Token) -> int:
    for n, up in enumerate([token, *above(token)]):
        if up.i == head.i:
            return n
    return 99


def _others(found: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(a for a in unique(found) if a not in actors)

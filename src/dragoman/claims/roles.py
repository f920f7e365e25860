"""Finds who acts in an event and upon whom, from the tree around the word that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.scene import unique
from dragoman.claims.syntax import above, case, children, clause, objects, obliques, owners, passive, subjects
from dragoman.claims.vocabulary import load
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["Roles", "find"]

Roles = tuple[tuple[str, ...], tuple[str, ...]]
"""Those who act, and those acted upon."""

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def find(scene: Scene, trigger: Token) -> Roles:
    """Who does what a verb, noun or adjective tells of, and to whom."""
    if trigger.pos_ == "VERB":
        doers, things = _of_verb(trigger)
    elif trigger.pos_ == "ADJ":
        doers, things = _subjects(trigger), []
    else:
        doers, things = [*_owners(trigger)], []
    actors = scene.everyone(doers)
    if not actors and trigger.pos_ in {"NOUN", "PROPN"}:
        actors = scene.everyone(_supporters(trigger))
    return actors, _upon(scene, trigger, things, actors)


def _of_verb(verb: Token) -> tuple[list[Token], list[Token]]:
    if passive(verb):
        return obliques(verb, {"by"}), subjects(verb) or [verb.head]
    return _subjects(verb), objects(verb)


def _subjects(verb: Token) -> list[Token]:
    return subjects(verb, load("events_roles")["controls"])


def _owners(noun: Token) -> Iterator[Token]:
    """Whose an act is: `Russia's invasion`, `the Russian invasion`, `an attack by rebels`, `a critic`."""
    yield from owners(noun)
    yield from (c for c in children(noun, "amod", "compound", "nmod:desc") if c.i < noun.i)
    yield from (c for c in children(noun, "nmod", "obl:agent") if case(c) in {"by", "from"})
    for verb in children(noun, "acl"):
        if passive(verb):
            yield from obliques(verb, {"by"})


def _supporters(noun: Token) -> list[Token]:
    """Who does what a noun says where a verb carries it: `Paris voiced support for`, `is a critic of`."""
    if children(noun, "cop"):
        return subjects(noun)
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ not in {"obj", "obl", "conj"}:
        return []
    verb = clause(noun)
    return obliques(verb, {"by"}) if passive(verb) else _subjects(verb)


def _upon(scene: Scene, trigger: Token, things: Iterable[Token], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those acted upon: the object, those after a preposition, those of a clause, those that a thing belongs to."""
    things = list(things)
    around = obliques(trigger, load("events_roles")["upon"])
    clauses = children(trigger, *_CLAUSES)
    for heads in (things, around, [t for c in clauses for t in _core(c)]):
        found = _others(scene, scene.everyone(heads), actors)
        if found:
            return found
    for head in (*things, *around, *clauses):
        found = _inside(scene, head, trigger, actors)
        if found:
            return found
    return ()


def _core(verb: Token) -> list[Token]:
    """The subjects and objects of a clause."""
    return [
        *children(verb, "nsubj", "nsubj:pass"),
        *children(verb, "obj"),
        *obliques(verb, load("events_roles")["upon"]),
    ]


def _inside(scene: Scene, head: Token, trigger: Token, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The others named within a phrase, nearest to its head."""
    for token in sorted(head.subtree, key=lambda t: (_depth(t, head), t.i)):
        found = _others(scene, scene.who(token), actors) if token.i != trigger.i else ()
        if found:
            return found
    return ()


def _depth(token: Token, head: Token) -> int:
    """How many words stand between a word and one above it."""
    return next((n for n, up in enumerate((token, *above(token))) if up.i == head.i), 0)


def _others(scene: Scene, found: Iterable[str], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those who are not themselves acting, nor the state that they act for."""
    own = {scene.actors[a].country for a in actors if a in scene.actors} - {None}
    return tuple(
        a
        for a in unique(found)
        if a not in actors
        and not (scene.actors[a].kind is ActorKind.STATE and scene.actors[a].country in own)
    )

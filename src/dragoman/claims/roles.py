"""Finds how actors stand to the word that tells of an event: its doer, its object, and the like.

Nothing is decided here: each actor of an article gets the ways in which it stands to the word.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.claims.syntax import (
    case,
    children,
    clause,
    joined,
    objects,
    obliques,
    owners,
    passive,
    subjects,
)
from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["Ways", "ways"]

Ways = dict[str, set[str]]
"""The ways in which each actor stands to a word, by the actor's id."""

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl")
_NEAR = 6


def ways(scene: Scene, trigger: Token) -> Ways:
    """How the actors named in a trigger's sentence stand to it."""
    found: Ways = defaultdict(set)
    for way, heads in _heads(trigger):
        for head in heads:
            for actor in scene.everyone([head]):
                found[actor].add(way)
            if way not in {"doer", "carrier", "lead"} and not way.startswith(("under", "with")):
                _add_inside(scene, head, trigger, way, found)
    _add_beside(scene, trigger, found)
    return found


def _add_beside(scene: Scene, trigger: Token, found: Ways) -> None:
    """Adds those named before and after a trigger in its sentence, the nearest on each side marked."""
    named = scene.named(trigger.sent)
    before = [(i, actors) for i, actors in reversed(named) if i < trigger.i]
    after = [(i, actors) for i, actors in named if i > trigger.i]
    for side, some in (("before", before), ("after", after)):
        for n, (i, actors) in enumerate(some):
            ways = {side, *([f"near {side}"] if abs(i - trigger.i) <= _NEAR else ())}
            for actor in actors:
                found[actor] |= ways | ({f"next {side}"} if n == 0 else set())


def _add_inside(scene: Scene, head: Token, trigger: Token, way: str, found: Ways) -> None:
    """Adds those named within a phrase, other than by its head."""
    heads = {t.i for t in joined(head)}
    owned = {t.i for owner in (*owners(head), *children(head, "amod", "compound")) for t in joined(owner)}
    for token in head.subtree:
        if token.i not in heads and token.i != trigger.i:
            for actor in scene.who(token):
                found[actor].add(f"owner of {way}" if token.i in owned else f"in {way}")


def _heads(trigger: Token) -> Iterator[tuple[str, list[Token]]]:
    """The words that stand to a trigger in each way."""
    upon = load("events_roles")["upon"]
    if trigger.pos_ == "VERB":
        yield from _of_verb(trigger)
    elif trigger.pos_ == "ADJ" or children(trigger, "cop"):
        yield "doer", _subjects(trigger)
    if trigger.pos_ in {"NOUN", "PROPN"}:
        yield "doer", list(_owners(trigger))
        light = clause(trigger).lemma_ in load("events_roles")["light"] or children(trigger, "cop")
        yield "carrier" if light or trigger.dep_ == "appos" else "lead", _carriers(trigger)
    for oblique in obliques(trigger, upon):
        yield f"after {_group(case(oblique))}", [oblique]
    for inner in children(trigger, *_CLAUSES):
        yield "clause subject", children(inner, "nsubj", "nsubj:pass")
        yield "clause object", [*children(inner, "obj"), *obliques(inner, upon)]
        yield "clause", [inner]
    top = clause(trigger)
    if top.i == trigger.i and trigger.dep_ in {*_CLAUSES, "conj"}:
        top = clause(trigger.head)
    if top.i != trigger.i:
        way = "under" if trigger.pos_ == "VERB" else "with"
        yield f"{way}: subject", subjects(top)
        yield f"{way}: object", objects(top)
        yield f"{way}: oblique", obliques(top, upon)


def _group(preposition: str) -> str:
    return str(load("events_roles")["groups"].get(preposition, "other"))


def _of_verb(verb: Token) -> Iterator[tuple[str, list[Token]]]:
    if passive(verb):
        yield "doer", obliques(verb, {"by"})
        yield "object", subjects(verb) or [verb.head]
    else:
        yield "doer", _subjects(verb)
        yield "object", objects(verb)


def _subjects(verb: Token) -> list[Token]:
    return subjects(verb, load("events_roles")["controls"])


def _owners(noun: Token) -> Iterator[Token]:
    """Whose an act is: `Russia's invasion`, `the Russian invasion`, `an attack by rebels`."""
    yield from owners(noun)
    yield from (c for c in children(noun, "amod", "compound", "nmod:desc") if c.i < noun.i)
    yield from (c for c in children(noun, "nmod", "obl:agent") if case(c) in {"by", "from"})
    for verb in children(noun, "acl"):
        if passive(verb):
            yield from obliques(verb, {"by"})


def _carriers(noun: Token) -> list[Token]:
    """Who does what a noun says where a verb carries it: `Paris voiced support for`, `is a critic of`."""
    if children(noun, "cop"):
        return subjects(noun)
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ not in {"obj", "obl", "conj"}:
        return []
    verb = clause(noun)
    return obliques(verb, {"by"}) if passive(verb) else _subjects(verb)

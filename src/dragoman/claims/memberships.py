"""Finds who belongs to what: who joined, left or was put out, who is named among the members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.facts import Fact, begun, ended, is_stated, lasting, within
from dragoman.claims.syntax import above, case, children, objects, obliques, owners, passive, phrase, subjects
from dragoman.claims.vocabulary import load
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dragoman.claims.facts import Period
    from dragoman.claims.scene import Scene

__all__ = ["by_list", "by_member", "by_name", "by_presidency", "by_verb", "is_treaty"]

_OF_PEOPLE = {ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION}
"""What people belong to; states and other collectives belong to international organisations."""
_RELATIVE = {"which", "that", "who", "whom"}
_OUT = {"from", "out of", "of"}


def by_verb(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`France joined NATO in 1949`, `Britain left the bloc`, `Russia was thrown out of the G8`."""
    if verb.pos_ != "VERB" or not is_stated(verb):
        return
    words = load("relations")
    if verb.lemma_ in words["joins"] and not passive(verb):
        to = objects(verb) or obliques(verb, {"to"})
        yield from _belongings(scene, subjects(verb), to, begun(scene, verb))
    elif verb.lemma_ in words["leaves"] and not passive(verb):
        away = objects(verb) or obliques(verb, _OUT)
        yield from _partings(scene, subjects(verb), away, ended(scene, verb))
    elif verb.lemma_ in words["expels"]:
        away = obliques(verb, _OUT)
        inner = [t for thing in away if thing.lower_ == "what" for t in thing.subtree]
        put = subjects(verb) if passive(verb) else objects(verb)
        period = ended(scene, verb, *(t for t in inner if t.pos_ == "VERB"))
        yield from _partings(scene, put, [*away, *inner] if away else subjects(verb), period)
    elif verb.lemma_ in words["belongs"]:
        yield from _belongings(scene, subjects(verb), _belonged_to(scene, verb), within(scene, verb))


def _belonged_to(scene: Scene, verb: Token) -> list[Token]:
    """What somebody belongs to; of `the coalition led by A, which B belongs to` the coalition."""
    things = obliques(verb, {"to"})
    if any(thing.lower_ in _RELATIVE for thing in things):
        return [t for t in above(verb) if _groups(scene, [t]) or _is_league(t)][:1]
    return things


def by_member(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`Turkey, a member of NATO`, `Croatia has been a member of NATO since 2009`, `part of a coalition`."""
    if noun.lemma_ not in load("relations")["members"] or noun.pos_ != "NOUN":
        return
    groups = [*obliques(noun, {"of"}), *children(noun, "compound", "nmod:poss")]
    period = within(scene, noun)
    if noun.dep_ == "appos":
        yield from _belongings(scene, [noun.head], groups, period)
    elif children(noun, "cop"):
        yield from _belongings(scene, [*subjects(noun), *children(noun, "appos")], groups, period)
    elif noun.dep_ == "nsubj" and (
        children(noun.head, "cop") or noun.head.lemma_ in load("relations")["includes"]
    ):
        named = [noun.head] if children(noun.head, "cop") else objects(noun.head)
        yield from _belongings(scene, named, groups, period)
    else:
        yield from _belongings(scene, children(noun, "appos"), groups, period)


def by_list(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`The G7, which also includes Canada and Japan`, `a group made up of A, B and C`."""
    made_up = verb.lemma_ == "make" and any(c.lower_ == "up" for c in verb.children)
    if verb.pos_ != "VERB" or not (made_up or verb.lemma_ in load("relations")["includes"]):
        return
    wholes = [verb.head] if verb.dep_ == "acl" else subjects(verb)
    wholes = [w.head if w.dep_ == "appos" and not _groups(scene, [w]) else w for w in wholes]
    parts = obliques(verb, {"of"}) if passive(verb) else [*objects(verb), *obliques(verb, {"of"})]
    yield from _states_in(scene, parts, _groups(scene, wholes))


def by_name(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`The group of diplomats from A, B and C known as X`: those named belong to X."""
    if verb.lemma_ not in load("relations")["calls"] or verb.dep_ not in {"acl", "acl:relcl"}:
        return
    named = _groups(scene, [*obliques(verb, {"as"}), *children(verb, "xcomp")])
    noun = verb.head
    inside = [noun, *obliques(noun, {"of"})]
    yield from _states_in(scene, [t for n in inside for t in obliques(n, {"of", "from"})], named)


def by_presidency(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`France holds the 2019 presidency of the G7`, `Finland's chairmanship of the Arctic Council`."""
    if noun.lemma_ not in load("relations")["presidencies"] or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    verb = noun.head
    groups = _groups(scene, [*obliques(noun, {"of"}), *children(noun, "compound")])
    holders, period = owners(noun), lasting(scene, noun)
    if noun.dep_ == "obj" and is_stated(verb):
        if verb.lemma_ in load("relations")["holds"]:
            holders, period = subjects(verb), lasting(scene, noun, verb)
        elif verb.lemma_ in load("relations")["takes"]:
            holders, period = subjects(verb), begun(scene, verb)
    for one in scene.everyone(holders):
        for group in groups:
            if scene.actors[group].kind is ActorKind.IGO and one != group:
                yield Fact(one, "chairs", group, *period)
                if scene.actors[one].kind is ActorKind.STATE:
                    yield Fact(one, "member_of", group)


def is_treaty(scene: Scene, group: str) -> bool:
    """Whether what is joined is an agreement: `the Paris Agreement`."""
    last = scene.actors[group].name.lower().rsplit(" ", 1)[-1]
    return last.removesuffix("s") in load("relations")["treaties"]


def _belongings(
    scene: Scene, members: Iterable[Token], things: Iterable[Token], period: Period
) -> Iterator[Fact]:
    """That these belong to those, so far as they are of kinds that can."""
    things = list(things)
    groups = _groups(scene, things)
    for one in scene.everyone(members):
        for group in groups:
            if _can_belong(scene, one, group):
                yield Fact(one, "party_to" if is_treaty(scene, group) else "member_of", group, *period)
        if not groups and scene.actors[one].kind is ActorKind.STATE:
            yield from (Fact(one, "member_of", phrase(t), *period) for t in things if _is_league(t))


def _partings(scene: Scene, members: list[Token], things: list[Token], period: Period) -> Iterator[Fact]:
    """That these belonged to those until then; without a date it would read as if they still did."""
    if period[1]:
        yield from _belongings(scene, members, things, period)


def _can_belong(scene: Scene, one: str, group: str) -> bool:
    if scene.is_person(one):
        return scene.actors[group].kind in _OF_PEOPLE
    return one != group


def _groups(scene: Scene, things: Iterable[Token]) -> tuple[str, ...]:
    """What can be joined among those that words mean."""
    return tuple(a for a in scene.everyone(things) if scene.actors[a].kind in {ActorKind.IGO, *_OF_PEOPLE})


def _states_in(scene: Scene, things: Iterable[Token], groups: tuple[str, ...]) -> Iterator[Fact]:
    states = [a for a in scene.everyone(things) if scene.actors[a].kind is ActorKind.STATE]
    for group in groups:
        if scene.actors[group].kind is ActorKind.IGO:
            yield from (Fact(state, "member_of", group) for state in states)


def _is_league(noun: Token) -> bool:
    """Whether a noun means something that states join, though it has no name."""
    return noun.lemma_ in load("relations")["leagues"] and case(noun) != "against"

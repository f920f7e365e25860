"""Finds the standing facts that an article states: offices held, who backs, opposes or fights whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.claims import nearby
from dragoman.claims.evidence import cite, identify
from dragoman.claims.fates import of_verb
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import case, children, objects, obliques, passive, phrase, sentence, subjects
from dragoman.claims.vocabulary import load
from dragoman.folding import fold
from dragoman.types import ActorKind, Relation, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.types import Cast, Claim, Entity, Mention, Office, Reading

__all__ = ["find"]

Fact = tuple[str, str, str]
"""Subject, predicate and object."""

_BADGE = re.compile(r",? ?\(?(D|R)-[A-Z]")
_BADGES = {"D": "Democratic Party", "R": "Republican Party"}
_CHAIRED = {ActorKind.BODY, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION}
_JOINED = _CHAIRED - {ActorKind.BODY}


def find(reading: Reading, cast: Cast) -> list[Claim]:
    """The relations of an article, each once, with the first words that state it."""
    scene = Scene(reading, cast)
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in (*_offices(scene), *_ties(scene)):
        found.setdefault((relation.subject, relation.predicate, relation.object), relation)
    return list(found.values())


def _offices(scene: Scene) -> Iterator[Relation]:
    """The offices that the article gives people, and the chairs among them."""
    for entity in scene.cast.entities:
        for office, span in entity.office_evidence:
            yield _relation(scene, (entity.actor.id, "holds_office", _title(office)), span, office)
            place = _post(scene, entity, office)
            if place:
                yield _relation(scene, (entity.actor.id, *place), span, office)


def _title(office: Office) -> str:
    return f"{office.title} of {office.of}" if office.of else office.title


def _post(scene: Scene, entity: Entity, office: Office) -> tuple[str, str] | None:
    """What else an office says: that somebody chairs a body, or belongs to a party."""
    if not office.of:
        return None
    wanted = fold(office.of)
    others = (e.actor for e in scene.cast.entities if e is not entity)
    group = next((a for a in others if wanted in {fold(n) for n in (a.name, *a.names)}), None)
    if fold(office.title) in load("relations")["chairs"]:
        return ("chairs", group.id) if group and group.kind in _CHAIRED else None
    if wanted.endswith(" party") or (group and group.kind is ActorKind.PARTY):
        return ("member_of", group.id if group else office.of)
    return None


def _ties(scene: Scene) -> Iterator[Relation]:
    """The relations that sentences state by a verb or a noun."""
    for stretch in scene.sentences():
        for token in stretch:
            for rule in _RULES:
                for one, predicate, other in rule(scene, token):
                    if one != other and not _is_crowd(scene, one, other):
                        yield _relation(scene, (one, predicate, other), sentence(token))


def _is_crowd(scene: Scene, *ids: str) -> bool:
    return any(a in scene.actors and scene.actors[a].kind is ActorKind.GROUP for a in ids)


def _relation(scene: Scene, fact: tuple[str, str, str], span: Span, office: Office | None = None) -> Relation:
    evidence = (cite(scene.reading.article, span),)
    return Relation(
        id=identify("relation", evidence, *fact),
        article=scene.reading.article.id,
        evidence=evidence,
        subject=fact[0],
        predicate=fact[1],
        object=fact[2],
        since=office.since if office else None,
        until=office.until if office else None,
    )


def _by_verb(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`Iran backs Hezbollah`, `separatists backed by Moscow`."""
    if verb.pos_ != "VERB":
        return
    for predicate, lemmas in load("relations")["verbs"].items():
        if verb.lemma_ not in lemmas or not _is_stated(verb):
            continue
        by = passive(verb)
        holders = obliques(verb, {"by"}) if by else subjects(verb)
        held = (subjects(verb) or [verb.head]) if by else objects(verb)
        for one in scene.everyone(holders):
            yield from ((one, predicate, other) for other in scene.everyone(held))


def _is_stated(verb: Token) -> bool:
    """Whether a verb says that something is so: not what somebody wants, or is accused of."""
    finite = verb.tag_ not in {"VB", "VBG"} or bool(children(verb, "aux", "aux:pass"))
    return (
        finite
        and not any(c.lower_ == "to" for c in children(verb, "mark"))
        and of_verb(verb).status == "held"
    )


def _by_noun(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`Moscow's support for Damascus`, `a member of NATO`, `Iran's rival Israel`."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for predicate, lemmas in load("relations")["nouns"].items():
        if noun.lemma_ in lemmas:
            supported = obliques(noun, {"for", "of", "to"})
            for one in scene.everyone(children(noun, "nmod:poss")):
                yield from ((one, predicate, other) for other in scene.everyone(supported))
    for predicate, lemmas in load("relations")["holders"].items():
        if noun.lemma_ in lemmas:
            for one in scene.everyone(_bearers(noun)):
                yield from ((one, predicate, other) for other in _of_whom(scene, noun, predicate))


def _bearers(noun: Token) -> list[Token]:
    """Those whom a noun is said of: `Turkey, a member of NATO`, `Turkey is a member of NATO`."""
    if noun.dep_ == "appos":
        return [noun.head]
    return [*subjects(noun), *children(noun, "appos")] if children(noun, "cop") else children(noun, "appos")


def _of_whom(scene: Scene, noun: Token, predicate: str) -> tuple[str, ...]:
    heads = [
        c
        for c in children(noun, "nmod", "nmod:poss", "compound")
        if c.dep_ != "nmod" or case(c) in {"of", "for"}
    ]
    found = scene.everyone(heads)
    if predicate == "member_of":
        return tuple(a for a in found if scene.actors[a].kind in _JOINED)
    return found


def _by_party(scene: Scene, token: Token) -> Iterator[Fact]:
    """`Democratic Senator X`, `X of the New Yorker`, `CNN's X`: those to whom a name's neighbours belong."""
    mention = scene.starting(token.i)
    if mention is None or len(mention.actors) != 1 or not scene.is_person(mention.actors[0]):
        return
    numbers = scene.tokens(mention)
    inside = [m for m in scene.cast.within(mention.span) if m is not mention]
    left = scene.ending(numbers[0] - 1) if numbers[0] > token.sent.start else None
    for other in (*inside, *([left] if left else [])):
        for group in other.actors:
            if scene.actors[group].kind is ActorKind.PARTY:
                yield (mention.actors[0], _rank(scene, other, numbers[-1]), group)
    for group in scene.everyone(
        c for i in numbers for c in children(scene.doc[i], "nmod") if case(c) == "of"
    ):
        if scene.actors[group].kind in {ActorKind.PARTY, ActorKind.ORGANIZATION}:
            yield (mention.actors[0], "member_of", group)


def _rank(scene: Scene, party: Mention, last: int) -> str:
    """Whether somebody named behind a party leads it: `Labour leader X`, not `a senior Labour leader`."""
    numbers = scene.tokens(party)
    title = next(
        (t for t in scene.doc[numbers[-1] + 1 : last] if t.pos_ == "NOUN" and t.lemma_ != "party"), None
    )
    if title is None or title.lemma_ not in {"leader", "chairman", "chairwoman", "chair", "chief"}:
        return "member_of"
    before = {t.lower_ for t in scene.doc[max(numbers[0] - 2, title.sent.start) : title.i]}
    return "member_of" if before & set(load("relations")["many"]) else "chairs"


def _by_treaty(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`The deal between A and B`, `an accord signed by A`, `A and B reached an agreement`."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in load("relations")["treaties"]:
        return
    if any(c.lower_ in load("relations")["unsettled"] for c in children(noun, "amod")):
        return
    sides = scene.everyone(obliques(noun, {"between", "among"})) or nearby.after(
        scene, noun, {"between", "among"}
    )
    for verb in children(noun, "acl", "acl:relcl"):
        if verb.lemma_ in load("relations")["treating"]:
            sides += scene.everyone(obliques(verb, {"by", "with", "between"}))
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in load("relations")["treating"] and of_verb(verb).status == "held":
        sides += scene.everyone([*subjects(verb), *obliques(verb, {"with"}), *obliques(noun, {"with"})])
    if len(set(sides)) > 1:
        yield from ((one, "party_to", phrase(noun)) for one in sides)


def _by_event(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`The rally was hosted by A`."""
    if verb.lemma_ != "host" or verb.pos_ != "VERB" or of_verb(verb).status != "held":
        return
    hosts = scene.everyone(obliques(verb, {"by"}) if passive(verb) else subjects(verb))
    for thing in objects(verb):
        if thing.lemma_ in load("relations")["events"]:
            yield from ((host, "hosts", phrase(thing)) for host in hosts)


_RULES = (_by_verb, _by_noun, _by_party, _by_treaty, _by_event)

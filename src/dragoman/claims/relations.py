"""Finds the standing facts that an article states: offices held, who backs, opposes or fights whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.claims import affiliations, memberships, nearby, treaties
from dragoman.claims.evidence import cite, named
from dragoman.claims.facts import Fact, begun, is_stated, within
from dragoman.claims.fates import of_verb
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import (
    case,
    children,
    objects,
    obliques,
    owners,
    passive,
    phrase,
    sentence,
    subjects,
)
from dragoman.claims.vocabulary import load
from dragoman.folding import fold
from dragoman.types import ActorKind, Relation, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.types import Cast, Claim, Entity, Office, Reading

__all__ = ["find"]

_CHAIRED = {ActorKind.BODY, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION}


def find(reading: Reading, cast: Cast) -> list[Claim]:
    """The relations of an article, each once, with the first words that state it, or that date it."""
    scene = Scene(reading, cast)
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in (*_offices(scene), *_ties(scene)):
        key = (relation.subject, relation.predicate, relation.object)
        known = found.setdefault(key, relation)
        if (relation.since or relation.until) and not (known.since or known.until):
            found[key] = relation
    return list(found.values())


def _offices(scene: Scene) -> Iterator[Relation]:
    """The offices that the article gives people, and the chairs among them."""
    for entity in scene.cast.entities:
        for office, span in entity.office_evidence:
            fact = Fact(entity.actor.id, "holds_office", _title(office), office.since, office.until)
            yield _relation(scene, fact, span)
            place = _post(scene, entity, office, span)
            if place:
                yield _relation(scene, Fact(entity.actor.id, *place, office.since, office.until), span)


def _title(office: Office) -> str:
    return f"{office.title} of {office.of}" if office.of else office.title


def _post(scene: Scene, entity: Entity, office: Office, span: Span) -> tuple[str, str] | None:
    """What else an office says: that somebody chairs a body, or belongs to a party."""
    body = affiliations.chaired(office.title)
    if body or not office.of:
        return ("chairs", body) if body else None
    wanted = fold(office.of)
    others = (e.actor for e in scene.cast.entities if e is not entity)
    group = next((a for a in others if wanted in {fold(n) for n in (a.name, *a.names)}), None)
    if fold(office.title) in load("relations")["chairs"] and not _is_of_a_kind(scene, span, office.of):
        return ("chairs", group.id) if group and group.kind in _CHAIRED else None
    if wanted.endswith(" party") or (group and group.kind is ActorKind.PARTY):
        return ("member_of", group.id if group else office.of)
    return None


def _is_of_a_kind(scene: Scene, span: Span, group: str) -> bool:
    """Whether a group's name only says of what kind somebody is: `the Republican president`."""
    words = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    return any(t.pos_ == "ADJ" and group.startswith(t.text) for t in words or ())


def _ties(scene: Scene) -> Iterator[Relation]:
    """The relations that sentences state by a verb or a noun."""
    for stretch in scene.sentences():
        for token in stretch:
            for rule in _RULES:
                for fact in rule(scene, token):
                    if fact.subject != fact.object and not _is_crowd(scene, fact.subject, fact.object):
                        yield _relation(scene, fact, sentence(token))


def _is_crowd(scene: Scene, *ids: str) -> bool:
    return any(a in scene.actors and scene.actors[a].kind is ActorKind.GROUP for a in ids)


def _relation(scene: Scene, fact: Fact, span: Span) -> Relation:
    evidence = (cite(scene.reading.article, span),)
    claim = Relation(
        id="",
        article=scene.reading.article.id,
        evidence=evidence,
        subject=fact.subject,
        predicate=fact.predicate,
        object=fact.object,
        since=fact.since,
        until=fact.until,
    )
    return named(claim)


def _by_verb(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`Iran backs Hezbollah`, `separatists backed by Moscow`, `chairs the council until 2019`."""
    if verb.pos_ != "VERB":
        return
    for predicate, lemmas in load("relations")["verbs"].items():
        if verb.lemma_ not in lemmas or not is_stated(verb):
            continue
        by = passive(verb)
        holders = obliques(verb, {"by"}) if by else subjects(verb)
        held = (subjects(verb) or [verb.head]) if by else objects(verb)
        period = begun(scene, verb) if predicate == "designates" else within(scene, verb)
        for one in scene.everyone(holders):
            for other in scene.everyone(held):
                if predicate != "chairs" or scene.actors[other].kind in _CHAIRED:
                    yield Fact(one, predicate, other, *period)


def _by_noun(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`Moscow's support for Damascus`, `a member of NATO`, `Iran's rival Israel`."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for predicate, lemmas in load("relations")["nouns"].items():
        if noun.lemma_ in lemmas:
            supported = obliques(noun, {"for", "of", "to"})
            for one in scene.everyone(children(noun, "nmod:poss")):
                yield from (Fact(one, predicate, other) for other in scene.everyone(supported))
    for predicate, lemmas in load("relations")["holders"].items():
        if noun.lemma_ in lemmas:
            for one in scene.everyone(_bearers(noun)):
                yield from (Fact(one, predicate, other) for other in _of_whom(scene, noun))


def _bearers(noun: Token) -> list[Token]:
    """Those whom a noun is said of: `Turkey, a member of NATO`, `Turkey is a member of NATO`."""
    if noun.dep_ == "appos":
        return [noun.head]
    return [*subjects(noun), *children(noun, "appos")] if children(noun, "cop") else children(noun, "appos")


def _of_whom(scene: Scene, noun: Token) -> tuple[str, ...]:
    return scene.everyone(
        c
        for c in children(noun, "nmod", "nmod:poss", "compound")
        if c.dep_ != "nmod" or case(c) in {"of", "for"}
    )


def _by_side(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`Russia intervened in 2015 on the side of Damascus`."""
    verb = noun.head
    if noun.lemma_ != "side" or case(noun) != "on" or not is_stated(verb):
        return
    period = begun(scene, verb) if verb.lemma_ in load("relations")["entering"] else within(scene, verb)
    own = children(verb, "nsubj")
    for one in scene.everyone(own) if own else nearby.before(scene, verb)[-1:]:
        for other in scene.everyone([*obliques(noun, {"of"}), *owners(noun)]):
            yield Fact(one, "backs", other, *period)


def _by_event(scene: Scene, verb: Token) -> Iterator[Fact]:
    """`The rally was hosted by A`."""
    if verb.lemma_ != "host" or verb.pos_ != "VERB" or of_verb(verb).status != "held":
        return
    hosts = scene.everyone(obliques(verb, {"by"}) if passive(verb) else subjects(verb))
    for thing in objects(verb):
        if thing.lemma_ in load("relations")["events"]:
            yield from (Fact(host, "hosts", phrase(thing)) for host in hosts)


_RULES = (
    _by_verb,
    _by_noun,
    affiliations.by_party,
    affiliations.by_badge,
    _by_side,
    treaties.by_treaty,
    _by_event,
    memberships.by_verb,
    memberships.by_member,
    memberships.by_list,
    memberships.by_name,
    memberships.by_presidency,
)

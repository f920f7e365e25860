"""Finds where nouns tell of meetings: talks between, a summit of, his visit to, a phone call with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import about, when, where
from dragoman.claims.fates import of_noun
from dragoman.claims.meeting_words import NounSense, noun_sense, supports, words
from dragoman.claims.scene import unique
from dragoman.claims.sightings import Sighting, dated, form_of
from dragoman.claims.syntax import above, case, children, clause, is_predicate, objects, obliques, passive, sentence, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["find"]

_BACK = {"the", "this", "that", "these", "those", "their", "his", "her", "its", "both", "our", "my"}
_SIDES = {"between", "among", "amongst", "of", "with", "by", "involving", "including", "from", "to"}
_AROUND = {"in", "during", "at", "after", "following", "for", "from", "before", "over", "on", "ahead of", "since", "into", "through"}


def find(scene: Scene, noun: Token) -> Sighting | None:
    """What a noun tells of an occasion, or None where it names none."""
    sense = noun_sense(noun)
    if sense is None or (noun.dep_ == "compound" and noun_sense(noun.head)):
        return None
    fate = of_noun(noun)
    if fate.status is None:
        return None
    participants, weak = _participants(scene, noun, sense)
    verbs = when.governing(noun)
    date = when.date(scene, noun, verbs)
    return Sighting(
        at=noun.i,
        sentence=sentence(noun),
        participants=participants,
        form=form_of(scene, noun, sense.form, participants),
        fate=dated(scene, fate, date),
        date=date,
        place=where.place(scene, noun, verbs[:1], {"to"} if sense.form == "visit" else ()),
        topics=about.topics(scene, noun, verbs[:1]),
        back=_refers_back(noun),
        weak=weak,
    )


def _participants(scene: Scene, noun: Token, sense: NounSense) -> tuple[tuple[str, ...], bool]:
    """Who takes part, and whether that is too little to make a meeting by itself."""
    sides = _beside(scene, noun, sense)
    support = _support(noun)
    if not _between(noun):
        sides = unique((*_subject(scene, noun, support, bool(sides)), *sides))
    if support is not None:
        sides = unique((*sides, *scene.everyone(obliques(support, {"with", "between", "among"}))))
    return sides, _is_little(scene, sides, sense)


def _is_little(scene: Scene, sides: tuple[str, ...], sense: NounSense) -> bool:
    if len(sides) > 1:
        return False
    return sense.weak or not any(scene.is_collective(a) for a in sides)


def _between(noun: Token) -> bool:
    return any(case(c) in {"between", "among", "of"} for c in children(noun, "nmod")) or bool(children(noun, "nmod:poss"))


def _beside(scene: Scene, noun: Token, sense: NounSense) -> tuple[str, ...]:
    """Those named with the noun itself: whose it is, with whom, between whom, and what stands before it."""
    owners = children(noun, "nmod:poss")
    linked = [c for c in children(noun, "nmod", "obl", "acl") if case(c) in _SIDES and not (case(c) == "to" and sense.form != "visit")]
    found = unique((*scene.everyone(owners), *_before(scene, noun), *scene.everyone(linked), *_clauses(scene, noun)))
    return tuple(a for a in found if sense.form != "visit" or not _is_home(scene, a, found))


def _is_home(scene: Scene, one: str, found: tuple[str, ...]) -> bool:
    """Whether a state is only where the visitor comes from."""
    return not scene.is_person(one) and any(
        scene.is_person(p) and scene.actors[p].country == scene.actors[one].country for p in found
    )


def _before(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those in front of the noun: `the Trump-Kim summit`, `NATO talks`; one state alone may be the place."""
    found = scene.everyone(children(noun, "compound", "amod"))
    states = [a for a in found if scene.actors[a].kind.value == "state"]
    return tuple(a for a in found if a not in states) if len(states) == 1 and len(found) == 1 else found


def _clauses(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those in clauses on the noun: `talks hosted by Oman`, `the meeting that Kerry held with Lavrov`."""
    found: list[str] = []
    for verb in children(noun, "acl", "acl:relcl"):
        if passive(verb):
            found += scene.everyone(obliques(verb, {"by", "with", "between"}))
        elif verb.lemma_ in supports() or verb.lemma_ in {"involve", "include", "bring", "gather"}:
            found += scene.everyone(s for s in subjects(verb) if s.i != noun.i)
            found += scene.everyone(obliques(verb, {"with"}))
            found += scene.everyone(o for o in objects(verb) if o.i != noun.i)
    return unique(found)


def _support(noun: Token) -> Token | None:
    """The verb whose subject takes part in the occasion: `hold`, `attend`, `take part in`."""
    top = _top(noun)
    verb = top.head
    if top.i == verb.i or verb.pos_ != "VERB":
        return None
    links = supports().get(verb.lemma_)
    if links is None:
        return None
    if top.dep_ in {"obj", "nsubj:pass"}:
        return verb
    return verb if top.dep_ == "obl" and case(top) in links else None


def _top(noun: Token) -> Token:
    """The head of the noun phrase that the noun belongs to: `round` in `a round of talks`."""
    top = noun
    while top.dep_ in {"conj", "appos", "compound"} or (top.dep_ == "nmod" and case(top) == "of" and not is_predicate(top.head)):
        top = top.head
    return top


def _subject(scene: Scene, noun: Token, support: Token | None, named: bool) -> tuple[str, ...]:
    """The subject of the clause, where it takes part in the occasion."""
    if support is not None:
        if passive(support):
            return scene.everyone(obliques(support, {"by"}))
        return scene.everyone(subjects(support, words("object_control")))
    if not named or not _has_partner(noun):
        return ()
    top = _top(noun)
    for up in above(top):
        if case(top) not in _AROUND:
            return ()
        if is_predicate(up):
            return scene.everyone(subjects(up, words("object_control"))) or _agents(scene, up)
        top = up
    return ()


def _agents(scene: Scene, verb: Token) -> tuple[str, ...]:
    return scene.everyone(obliques(verb, {"by"})) if passive(verb) else ()


def _has_partner(noun: Token) -> bool:
    """Whether the noun names the other side alone: `talks with Iran`, `a visit to Rome`."""
    return any(case(c) in {"with", "to"} for c in children(noun, "nmod", "obl"))


def _refers_back(noun: Token) -> bool:
    marks: Iterable[Token] = children(noun, "det", "nmod:poss")
    if any(m.lower_ in _BACK for m in marks):
        return True
    return clause(noun).i != noun.i and noun.lower_.endswith("talks") and not children(noun, "det")

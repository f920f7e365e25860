"""Finds where nouns tell of meetings: talks between, a summit of, his visit to, a phone call with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import about, nearby, when, where
from dragoman.claims.fates import of_noun, of_verb
from dragoman.claims.meeting_words import NounSense, noun_sense, orders, supports, verb_sense, words
from dragoman.claims.scene import unique
from dragoman.claims.sightings import Sighting, dated, form_of
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
    sentence,
    subjects,
)
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["find"]

_BACK = {"the", "this", "that", "these", "those", "their", "his", "her", "its", "both", "our", "my"}


_BETWEEN = {"between", "among", "amongst", "involving", "including"}
_SIDES = _BETWEEN | {"of", "with", "by", "from"}
_THROUGH = {
    "in",
    "during",
    "at",
    "after",
    "following",
    "for",
    "from",
    "before",
    "over",
    "on",
    "ahead of",
    "since",
    "into",
    "through",
}
_APART = {"after", "following", "before", "ahead of", "since", "until", "prior to"}
_AT = {"at", "during", "in"}


def find(scene: Scene, noun: Token) -> Sighting | None:
    """What a noun tells of an occasion, or None where it names none."""
    sense = noun_sense(noun)
    if sense is None or (noun.dep_ == "compound" and noun_sense(noun.head)) or _is_task(noun):
        return None
    own = _takes_place(noun)
    fate = of_verb(own[0]) if own else of_noun(noun)
    if fate.status is None or (fate.status in {"planned", "proposed"} and _is_habit(noun)):
        return None
    participants, weak = ((), True) if _is_described(noun) else _participants(scene, noun, sense)
    verbs = own or (when.governing(noun) if case(_top(noun)) not in _APART else [])
    date = when.date(scene, noun, verbs) or _same_day(scene, noun)
    fate, date = dated(scene, fate, date)
    return Sighting(
        at=noun.i,
        sentence=sentence(noun),
        participants=participants,
        form=form_of(scene, noun, sense.form, participants),
        fate=fate,
        date=date,
        place=where.place(scene, noun, verbs[:1], _links(sense, verbs)),
        topics=about.topics(scene, noun, verbs[:1]),
        back=_refers_back(noun) or _is_described(noun),
        called=(noun.lemma_,),
        order=_order(noun),
        weak=weak and not _is_journey(scene, noun, sense, participants),
    )


def _is_task(noun: Token) -> bool:
    """Whether the noun only says what somebody is charged with: `special envoy for six-party talks`."""
    return case(noun) == "for" and noun.dep_ == "nmod" and noun.head.lemma_ in words("charged")


def _is_described(noun: Token) -> bool:
    """Whether the noun only says what one told of is: `it would be the first summit with a pope`."""
    return bool(children(noun, "cop")) and any(s.lower_ in {"it", "this", "that"} for s in subjects(noun))


def _order(noun: Token) -> str | None:
    """Which one of several the noun means: `their second meeting`, `another round of talks`."""
    heads = [noun, _top(noun)] if _top(noun).lemma_ == "round" else [noun]
    marks = [m.lower_ for head in heads for m in children(head, "amod", "det", "nummod")]
    return next((orders()[m] for m in marks if m in orders()), None)


def _takes_place(noun: Token) -> list[Token]:
    """The verb of a clause that says when an occasion is: `the summit, which takes place on Monday`."""
    return [
        v
        for v in children(noun, "acl:relcl", "acl")
        if v.lemma_ in {"open", "begin", "start", "convene"}
        or (v.lemma_ == "take" and any(o.lemma_ == "place" for o in children(v, "obj")))
    ][:1]


def _same_day(scene: Scene, noun: Token) -> str | None:
    """The day of what came after: `said on Thursday after talks with`."""
    verb = _around(noun) if case(_top(noun)) in {"after", "following"} else None
    return when.told_on(scene, verb) if verb is not None else None


def _links(sense: NounSense, verbs: Sequence[Token]) -> set[str]:
    """What leads to the place: `a visit to`, `will fly to … for talks`."""
    going = [found for verb in verbs[:1] if (found := verb_sense(verb)) and found.shape == "go"]
    return {"to"} if sense.form == "visit" or going else set()


def _is_journey(scene: Scene, noun: Token, sense: NounSense, who: tuple[str, ...]) -> bool:
    """Whether somebody's visit is to a place that is named, if to nobody who is."""
    if sense.form != "visit" or len(who) != 1 or not scene.is_person(who[0]):
        return False
    return where.place(scene, noun, (), {"to"}) is not None


def _is_habit(noun: Token) -> bool:
    """Whether what is foreseen is no one occasion: `to hold regular meetings`."""
    return (
        any(c.lower_ in {"regular", "frequent", "annual"} for c in children(noun, "amod"))
        and noun.tag_ == "NNS"
    )


def _participants(scene: Scene, noun: Token, sense: NounSense) -> tuple[tuple[str, ...], bool]:
    """Who takes part, and whether that is too little to make a meeting by itself."""
    sides = _beside(scene, noun, sense)
    support = _support(noun)
    if not sides and support is None and sense.form != "visit":
        sides = _talking(scene, noun)
    elif not _is_complete(noun):
        sides = unique((*_subject(scene, noun, support, sides), *sides))
    if support is not None:
        sides = unique((*sides, *scene.everyone(obliques(support, {"with", "between", "among"}))))
    return sides, _is_little(scene, sides, sense, support)


def _talking(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those of whom one says or does something to another on the occasion: `warned him during talks`."""
    verb = _around(noun) if case(_top(noun)) in _AT else None
    if verb is None or passive(verb):
        return ()
    one = scene.everyone(subjects(verb, words("object_control")))
    other = scene.everyone([*objects(verb), *obliques(verb, {"to", "with"})])
    other = tuple(a for a in other if a not in one and (scene.is_person(a) or scene.is_several(a)))
    return unique((*one, *other)) if one and other else ()


def _is_little(scene: Scene, sides: tuple[str, ...], sense: NounSense, support: Token | None) -> bool:
    """Whether those named do not make a meeting: one alone does if it is several, or goes to a conference."""
    if len(sides) > 1:
        return False
    if support is not None and support.lemma_ in {"attend", "participate"} and sense.form == "multilateral":
        return not sides
    return sense.weak or not any(scene.is_collective(a) or scene.is_several(a) for a in sides)


def _is_complete(noun: Token) -> bool:
    """Whether the noun itself says who meets: `talks between A and B`, `their meeting`."""
    if owners(noun):
        return True
    behind = noun.doc[noun.i + 1].lower_ if noun.i + 1 < noun.sent.end else ""
    return behind in _BETWEEN or any(case(c) in _BETWEEN for c in children(noun, "nmod"))


def _beside(scene: Scene, noun: Token, sense: NounSense) -> tuple[str, ...]:
    """Those named with the noun itself: whose it is, with whom, between whom, and what stands before it."""
    links = _SIDES | ({"to"} if sense.form in {"visit", "call"} or noun.lemma_ == "invitation" else set())
    linked = [c for c in children(noun, "nmod", "obl", "acl") if case(c) in links]
    found = unique(
        (
            *scene.everyone(owners(noun)),
            *_before(scene, noun),
            *nearby.after(scene, noun, links),
            *scene.everyone(linked),
            *_clauses(scene, noun),
        )
    )
    return tuple(a for a in found if sense.form != "visit" or not _is_home(scene, a, found))


def _is_home(scene: Scene, one: str, found: tuple[str, ...]) -> bool:
    """Whether a state is only where the visitor comes from."""
    return not scene.is_person(one) and any(
        scene.is_person(p) and scene.actors[p].country == scene.actors[one].country for p in found
    )


def _before(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those in front of the noun: `the Trump-Kim summit`, `NATO talks`; one state alone may be the place."""
    first = [c for c in children(noun, "compound", "amod") if not _is_building(scene, c)]
    found = scene.everyone(t for c in first for t in (c, *children(c, "compound", "flat")))
    is_place = len(found) == 1 and scene.actors[found[0]].kind is ActorKind.STATE
    return () if is_place else found


def _is_building(scene: Scene, word: Token) -> bool:
    """Whether a word only says in which building an occasion is: `a White House dinner`."""
    return word.i in scene.places and any(scene.actors[a].kind is ActorKind.BODY for a in scene.who(word))


def _clauses(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those in clauses on the noun: `talks hosted by Oman`, `the meeting that Kerry held with Lavrov`."""
    found: list[str] = []
    for verb in children(noun, "acl", "acl:relcl"):
        if passive(verb):
            found += scene.everyone(obliques(verb, {"by", "with", "between"}))
        elif verb.lemma_ in supports() or verb.lemma_ in {"involve", "include", "bring", "gather"}:
            found += scene.everyone(s for s in subjects(verb) if s.i != noun.i)
            found += nearby.after(scene, verb, {"with"})
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
    while top.dep_ in {"conj", "appos", "compound"} or _is_part(top):
        top = top.head
    return top


def _is_part(noun: Token) -> bool:
    return _is_of(noun) and not is_predicate(noun.head)


def _is_of(noun: Token) -> bool:
    return noun.dep_ == "nmod" and case(noun) == "of"


def _subject(scene: Scene, noun: Token, support: Token | None, sides: tuple[str, ...]) -> tuple[str, ...]:
    """The subject of the clause, where it takes part in the occasion."""
    if support is not None:
        if passive(support):
            return scene.everyone(obliques(support, {"by"}))
        return scene.everyone(subjects(support, words("object_control"))) or nearby.before(scene, support)
    top = noun.head if noun.head.lemma_ in {"midst", "middle"} and _is_of(noun) else noun
    if children(top, "cop"):  # "they are in talks with", "in the midst of talks with"
        return scene.everyone(subjects(top)) if case(top) == "in" else ()
    verb = _around(noun) if sides and (_has_partner(noun) or _is_attended(scene, noun, sides)) else None
    if verb is None:
        return ()
    return _agents(scene, verb) if passive(verb) else scene.everyone(subjects(verb, words("object_control")))


def _around(noun: Token) -> Token | None:
    """The verb that somebody does at, during, after or for the occasion."""
    top = _top(noun)
    if case(top) not in _THROUGH:
        return None
    return next((up for up in above(top) if is_predicate(up)), None)


def _is_attended(scene: Scene, noun: Token, sides: tuple[str, ...]) -> bool:
    """Whether who speaks or acts at it takes part: `Haley said at the Council meeting`."""
    return case(noun) in _AT and all(scene.is_collective(a) and not scene.is_person(a) for a in sides)


def _agents(scene: Scene, verb: Token) -> tuple[str, ...]:
    return scene.everyone(obliques(verb, {"by"})) or scene.everyone(subjects(verb))


def _has_partner(noun: Token) -> bool:
    """Whether the noun names the other side alone: `talks with Iran`, `a visit to Rome`."""
    behind = noun.doc[noun.i + 1].lower_ if noun.i + 1 < noun.sent.end else ""
    return behind in {"with", "to"} or any(case(c) in {"with", "to"} for c in children(noun, "nmod", "obl"))


def _refers_back(noun: Token) -> bool:
    if _order(noun) == "first":
        return False
    marks: Iterable[Token] = children(noun, "det", "nmod:poss")
    if any(m.lower_ in _BACK for m in marks):
        return True
    return clause(noun).i != noun.i and noun.lower_.endswith("talks") and not children(noun, "det")

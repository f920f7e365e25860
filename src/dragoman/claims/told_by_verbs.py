"""Finds where verbs tell of meetings: who meets, hosts, visits, gathers, invites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims import about, nearby, when, where
from dragoman.claims.fates import Fate, of_verb
from dragoman.claims.meeting_words import VerbSense, noun_sense, verb_sense, words
from dragoman.claims.scene import unique
from dragoman.claims.sightings import Sighting, dated, form_of
from dragoman.claims.syntax import case, children, joined, objects, obliques, passive, sentence, subjects
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["find"]

_EACH_OTHER = {"other", "another"}


@dataclass(frozen=True, slots=True)
class Sides:
    """Who takes part, as the verb has it: those it is said of, and those it is done with."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    weak: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        """Both sides, each actor once."""
        return unique((*self.one, *self.other))


def find(scene: Scene, verb: Token) -> Sighting | None:
    """What a verb tells of an occasion, or None where it tells of none."""
    sense = _host_to(verb) or _visit_with(verb) or verb_sense(verb)
    if sense is None:
        return None
    fate = of_verb(verb)
    sides = _SHAPES[sense.shape](scene, verb, sense) if fate.status else None
    if sides is None or (sense.shape != "gather" and not _is_named(scene, sides.all)):
        return None
    if sense.shape == "invite" and fate.status in {"held", "planned"}:
        fate = Fate("proposed")
    verbs = when.verbs_of(verb)
    date = when.date(scene, verb, () if sense.shape == "invite" and not _has_date(scene, verb) else verbs)
    date = date or _same_day(scene, verb)
    links = sense.links if sense.shape == "go" else ()
    fate, date = dated(scene, fate, date)
    return Sighting(
        at=verb.i,
        sentence=sentence(verb),
        participants=sides.all,
        form=form_of(scene, verb, sense.form, sides.all),
        fate=fate,
        date=date,
        place=_destination(scene, verb, sense) or where.place(scene, verb, verbs[1:2], links),
        topics=about.topics(scene, verb, verbs[1:2]),
        back=sense.shape == "join",
        weak=sense.weak or sides.weak,
    )


def _is_named(scene: Scene, who: tuple[str, ...]) -> bool:
    """Whether somebody is named: crowds alone make no occasion."""
    return any(scene.is_person(a) or scene.is_collective(a) or scene.is_several(a) for a in who)


def _same_day(scene: Scene, verb: Token) -> str | None:
    """The day of what came after: `said on Wednesday after he received`."""
    is_before = verb.dep_ == "advcl" and any(c.lower_ == "after" for c in children(verb, "mark"))
    return when.told_on(scene, verb.head) if is_before else None


def _has_date(scene: Scene, verb: Token) -> bool:
    return any(t.i in scene.times for t in verb.subtree)


def _host_to(verb: Token) -> VerbSense | None:
    """`Play host to` is a verb of hosting."""
    if verb.lemma_ == "play" and any(o.lemma_ == "host" for o in children(verb, "obj", "xcomp")):
        return VerbSense(shape="host_to")
    return None


def _visit_with(verb: Token) -> VerbSense | None:
    """`Visit with` is a verb of meeting."""
    behind = verb.doc[verb.i + 1].lower_ if verb.i + 1 < verb.sent.end else ""
    return (
        VerbSense(shape="mutual", links=frozenset({"with"}), object=False)
        if verb.lemma_ == "visit" and behind == "with"
        else None
    )


def _agents(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Those who do what a verb says, active or passive."""
    if passive(verb):
        return scene.everyone(obliques(verb, {"by"})) or nearby.after(scene, verb, {"by"})
    found = scene.everyone(subjects(verb, words("object_control"))) or scene.everyone(subjects(verb))
    beside = nearby.before(scene, verb)
    return beside if set(found) < set(beside) else found


def _mutual(scene: Scene, verb: Token, sense: VerbSense) -> Sides | None:
    """Those who meet, and those met; or several who meet each other."""
    if passive(verb) or (sense.alone and _calls_otherwise(verb)):
        return None
    one = _agents(scene, verb)
    direct = [o for o in objects(verb) if o.lower_ not in _EACH_OTHER] if sense.object else []
    if any(o.lemma_.lower() in words("things") for o in direct):
        return None
    with_whom = [o for o in obliques(verb, sense.links) if o.lower_ not in _EACH_OTHER]
    beside = nearby.after(scene, verb, sense.links, bare=sense.object)
    other = unique((*beside, *scene.everyone([*direct, *with_whom])))
    if set(one) <= set(other):
        one = nearby.before(scene, verb)
    other = tuple(a for a in other if a not in one)
    if not _is_met(scene, sense, other):
        return None
    if not other and (_unresolved(scene, direct) or (with_whom and len(one) < 2)):
        return None
    if not other and not (len(one) > 1 or any(scene.is_collective(a) or scene.is_several(a) for a in one)):
        return Sides(one, other, weak=True) if sense.object else None
    return Sides(one, other, weak=not other and not sense.object and not _is_between(scene, verb, one))


def _is_between(scene: Scene, verb: Token, one: tuple[str, ...]) -> bool:
    """Whether several spoke with each other, not to the public: `the presidents discussed the border`."""
    if verb.lemma_ in {"confer", "negotiate", "converse", "chat", "huddle", "dine"}:
        return True
    if any(c.lower_ in _EACH_OTHER for c in children(verb, "obl", "obj")):
        return True
    countries = {scene.actors[a].country for a in one if scene.is_person(a)}
    return len(countries - {None}) > 1 and verb.lemma_ in {"discuss", "speak", "talk"}


def _is_met(scene: Scene, sense: VerbSense, other: tuple[str, ...]) -> bool:
    """Whether the other side suits the verb: who speaks to a newspaper gives an interview."""
    if sense.alone and not any(scene.is_person(a) for a in other):
        return False
    kinds = {scene.actors[a].kind for a in other}
    return sense.object or kinds != {ActorKind.ORGANIZATION}


def _unresolved(scene: Scene, direct: list[Token]) -> bool:
    """Whether an object is a thing, so that the verb has another sense."""
    return any(o.i not in scene.times and o.pos_ in {"NOUN", "PROPN"} for o in direct)


def _calls_otherwise(verb: Token) -> bool:
    """Whether `call` has another sense here: it calls somebody something, or calls for something."""
    if children(verb, "xcomp", "ccomp") or len(children(verb, "obj", "iobj")) > 1:
        return True
    return any(case(o) in {"for", "on", "upon", "as", "to", "into"} for o in children(verb, "obl"))


def _host(scene: Scene, verb: Token, sense: VerbSense) -> Sides | None:
    """The host, and the guests."""
    one = _agents(scene, verb)
    beside = () if passive(verb) else nearby.after(scene, verb, (), bare=True)
    guests = tuple(a for a in unique((*beside, *scene.everyone(objects(verb)))) if a not in one)
    if sense.person and not any(scene.is_person(g) or scene.is_several(g) for g in guests):
        return None
    if not guests or not one:
        return None
    return Sides(one, guests)


def _host_to_whom(scene: Scene, verb: Token, _: VerbSense) -> Sides | None:
    hosts = [o for o in children(verb, "obj", "xcomp") if o.lemma_ == "host"]
    guests = scene.everyone(g for head in (verb, *hosts) for g in obliques(head, {"to"}))
    return Sides(_agents(scene, verb), guests) if guests else None


def _go(scene: Scene, verb: Token, sense: VerbSense) -> Sides | None:
    """Those who go, and whom or what state they go to; or whom they go to win over."""
    one = _agents(scene, verb)
    goals = _goals(verb, sense)
    if any(noun_sense(g) for g in goals) or not any(
        scene.is_person(a) or scene.is_collective(a) for a in one
    ):
        return None
    beside = nearby.after(scene, verb, sense.links, bare=not sense.links)
    other = tuple(a for a in unique((*beside, *scene.everyone(goals))) if a not in one)
    home = {scene.actors[a].country for a in one} - {None}
    other = tuple(a for a in other if scene.is_person(a) or scene.actors[a].country not in home)
    sought = tuple(a for a in _sought(scene, verb) if a not in one)
    if not other and not sought:
        return None
    return Sides(one, sought or other, weak=not any(scene.is_person(a) for a in one))


def _sought(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The persons whom those who go want to do something with: `travelled there to persuade him`."""
    aims = [v for c in children(verb, "advcl", "xcomp") for v in (c, *children(c, "xcomp")) if c.i > verb.i]
    aims = [v for v in aims if not verb_sense(v)]
    found = [a for v in aims for a in nearby.after(scene, v, (), bare=True)]
    found += scene.everyone(o for v in aims for o in children(v, "obj"))
    return unique(a for a in found if scene.is_person(a))


def _send(scene: Scene, verb: Token, sense: VerbSense) -> Sides | None:
    """Those who are sent, and the state they are sent to."""
    beside = () if passive(verb) else nearby.after(scene, verb, (), bare=True)
    one = tuple(
        a
        for a in unique((*beside, *scene.everyone(objects(verb))))
        if scene.is_person(a) or scene.is_several(a)
    )
    other = tuple(
        a for a in scene.everyone(obliques(verb, sense.links)) if a not in one and scene.is_collective(a)
    )
    return Sides(one, other) if one and other else None


def _goals(verb: Token, sense: VerbSense) -> list[Token]:
    return obliques(verb, sense.links) if sense.links else objects(verb)


def _gather(scene: Scene, verb: Token, _: VerbSense) -> Sides | None:
    """Several who come together, or a body that does."""
    one = _agents(scene, verb) if not passive(verb) else scene.everyone(objects(verb))
    if verb.lemma_ == "convene" and not passive(verb) and children(verb, "obj"):
        one = unique((*one, *scene.everyone(objects(verb))))
    able = [a for a in one if scene.is_person(a) or scene.is_collective(a) or scene.is_several(a)]
    if not able:
        return None
    return Sides(one, (), weak=len(one) == 1 and scene.is_person(one[0]))


def _join(scene: Scene, verb: Token, _: VerbSense) -> Sides | None:
    """Who is at an occasion told of before, and who comes along: `he was accompanied by two aides`."""
    if verb.lemma_ == "join" and not passive(verb):
        return None  # a coalition, an agreement
    companions = obliques(verb, {"by"}) if passive(verb) else objects(verb)
    beside = nearby.after(scene, verb, {"by"}, bare=not passive(verb))
    one = scene.everyone(subjects(verb))
    found = unique((*beside, *scene.everyone(companions)))
    other = tuple(a for a in found if a not in one and (scene.is_person(a) or scene.is_several(a)))
    return Sides(one, other, weak=True) if one and other else None


def _invite(scene: Scene, verb: Token, _: VerbSense) -> Sides | None:
    """Who invites, and whom."""
    one = _agents(scene, verb)
    beside = () if passive(verb) else nearby.after(scene, verb, (), bare=True)
    guests = (*beside, *scene.everyone(t for o in objects(verb) for t in joined(o)))
    guests = tuple(a for a in unique(guests) if a not in one)
    return Sides(one, guests) if guests and one else None


def _destination(scene: Scene, verb: Token, sense: VerbSense) -> str | None:
    if sense.shape == "invite":
        goals = [
            g for v in (verb, *children(verb, "xcomp", "advcl")) for g in (*obliques(v, {"to"}), *objects(v))
        ]
    else:
        goals = _goals(verb, sense) if sense.shape == "go" else []
    return next((scene.places[g.i] for g in goals if g.i in scene.places), None)


_SHAPES = {
    "mutual": _mutual,
    "host": _host,
    "host_to": _host_to_whom,
    "go": _go,
    "send": _send,
    "gather": _gather,
    "invite": _invite,
    "join": _join,
}

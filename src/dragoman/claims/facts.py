"""A standing fact as a sentence states it, and from when to when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.claims import when
from dragoman.claims.fates import of_verb
from dragoman.claims.syntax import case, children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["Fact", "Period", "begun", "ended", "is_stated", "lasting", "within"]

Period = tuple[str | None, str | None]
"""Since and until when, as TIMEX values."""

_LONG = {4, 7}
"""How many characters the values of years and months have."""


class Fact(NamedTuple):
    """Subject, predicate and object, with the dates that the article gives."""

    subject: str
    predicate: str
    object: str
    since: str | None = None
    until: str | None = None


def is_stated(verb: Token) -> bool:
    """Whether a verb says that something is so: not what somebody wants, or is accused of."""
    finite = verb.tag_ not in {"VB", "VBG"} or bool(children(verb, "aux", "aux:pass")) or verb.dep_ == "acl"
    infinitive = any(c.lower_ == "to" for c in children(verb, "mark"))
    return finite and not infinitive and of_verb(verb).status == "held"


def within(scene: Scene, *words: Token) -> Period:
    """The dates that words themselves bound: `since 2009`, `until 2019`."""
    found: dict[str, str | None] = {}
    for word in words:
        for time in children(word, "obl", "nmod", "obl:unmarked", "advmod"):
            if time.i in scene.times:
                found[case(time)] = scene.times[time.i].value
    since = found.get("since") or found.get("from")
    return since, found.get("until") or found.get("till") or found.get("through")


def begun(scene: Scene, verb: Token, *others: Token) -> Period:
    """The dates of what begins with what a verb tells of: `signed in 2015`, `joined in 1999`."""
    since, until = within(scene, verb, *others)
    return since or when.date(scene, verb, [verb, *others]), until


def ended(scene: Scene, verb: Token, *others: Token) -> Period:
    """The dates of what ends with what a verb tells of: `left the bloc in 2020`."""
    return None, when.date(scene, verb, [verb, *others])


def lasting(scene: Scene, *words: Token) -> Period:
    """The month, year or range of years that something lasts: `holds the 2019 presidency`."""
    since, until = within(scene, *words)
    times = [c for word in words for c in word.children if c.i in scene.times and not since and not until]
    for value in (scene.times[time.i].value for time in times if case(time) in {"", "in", "for", "during"}):
        first, _, last = (value or "").partition("/")
        if len(first) in _LONG:
            return first, last or first
    return since, until

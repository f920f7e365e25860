"""Finds when an occasion is: the expression of time that belongs to the word that tells of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.meeting_words import noun_sense
from dragoman.claims.syntax import above, case, children, clause, has_subject, is_predicate, joined

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene

__all__ = ["date", "each", "governing", "told_on", "verbs_of"]

_SPEECH = {
    "say",
    "tell",
    "announce",
    "confirm",
    "report",
    "add",
    "write",
    "tweet",
    "state",
    "declare",
    "note",
    "reveal",
}
_APART = {"before", "after", "ahead", "following", "since", "until", "prior"}
_FAR = 10
"""Words between an occasion and a date in the same clause: more, and the date is of something else."""
_WEEK = 7
_TO = {"to", "and", "or", "-", "–", "until", "through", "till"}


def date(scene: Scene, trigger: Token, verbs: Collection[Token]) -> str | None:
    """The TIMEX value of an occasion's date, or None.

    Args:
        scene: the article.
        trigger: the word that tells of the occasion.
        verbs: the verbs of its clause: the one that supports it and those that control it.
    """
    near = {trigger.i, *(v.i for v in verbs)}
    ranked = [
        (rank, i)
        for i in _of_sentence(scene, trigger)
        if (rank := _rank(scene, i, trigger, near)) is not None
    ]
    if not ranked:
        return None
    best = min(ranked)[1]
    return _range(scene, best, [i for _, i in ranked]) or _day(scene.times[best].value)


def each(scene: Scene, noun: Token) -> list[str]:
    """The dates of several occasions that a plural names: `two summits in 2000 and 2007`; else none."""
    heads = [c for c in children(noun, "nmod", "nmod:unmarked") if c.i in scene.times]
    found = [_day(scene.times[t.i].value) for head in heads for t in joined(head) if t.i in scene.times]
    dates = [day for day in found if day]
    return dates if noun.tag_ == "NNS" and len(dates) > 1 else []


def told_on(scene: Scene, verb: Token) -> str | None:
    """The day that a verb in the past names, which is that of what went right before it."""
    if verb.tag_ != "VBD":
        return None
    days = [
        scene.times[c.i].value
        for c in children(verb, "obl", "obl:unmarked", "obl:tmod")
        if c.i in scene.times
    ]
    return next((d[:10] for d in days if d and timex.width(d[:10]) == 1), None)


def _rank(scene: Scene, at: int, trigger: Token, near: set[int]) -> tuple[int, bool, int] | None:
    """How far an expression of time is from being the occasion's: verbs between, attachment, distance."""
    time = scene.doc[at]
    attached = _belongs(time, trigger, near) and not _follows_speech(scene, at)
    first, last = sorted((at, trigger.i))
    between = [t for t in scene.doc[first + 1 : last] if t.pos_ == "VERB" and t.i not in near]
    if not attached and (between or last - first > _FAR or _is_of_speech(scene, at)):
        return None
    if not attached and any(t.lower_ in _APART for t in scene.doc[first + 1 : last]):
        return None
    return (len(between), not attached, last - first)


def _follows_speech(scene: Scene, at: int) -> bool:
    """Whether an expression of time stands right behind a verb of speech, whatever the tree hangs it on."""
    start = min((t.i for t in scene.doc[at].subtree), default=at)
    before = scene.doc[start - 1] if start > scene.doc[at].sent.start else None
    return before is not None and before.lemma_ in _SPEECH


def _is_of_speech(scene: Scene, at: int) -> bool:
    """Whether an expression of time stands beside a verb of speech: `said on Monday`."""
    time = scene.doc[at]
    start, end = max(time.sent.start, at - 3), min(time.sent.end, at + 3)
    return any(t.lemma_ in _SPEECH for t in (*scene.doc[start:end], time.head))


def _of_sentence(scene: Scene, trigger: Token) -> list[int]:
    return [i for i in scene.times if trigger.sent.start <= i < trigger.sent.end]


def _belongs(time: Token, trigger: Token, near: set[int]) -> bool:
    """Whether an expression of time hangs on the trigger or a verb of its clause, not on another occasion."""
    previous = time
    if time.i == trigger.i:
        return True
    for up in above(time):
        if up.i == trigger.i:
            return not _in_clause(previous) or _is_same_time(previous)
        if up.i in near:
            return up.lemma_ not in _SPEECH or case(time) == "for"
        if case(up) in _APART or noun_sense(up):
            return False
        if is_predicate(up) and not _is_same_time(up):
            return False
        previous = up
    return False


def _is_same_time(verb: Token) -> bool:
    """Whether a clause tells the time of the one above it: `when he travels to Rome in March`."""
    return verb.dep_ == "advcl" and any(c.lower_ in {"when", "while", "as"} for c in verb.children)


def _in_clause(token: Token) -> bool:
    """Whether a dependent opens a clause of its own."""
    return token.dep_ in {"acl", "acl:relcl", "advcl", "ccomp", "parataxis"} and token.pos_ == "VERB"


def _day(value: str | None) -> str | None:
    """A value without the hour."""
    return value.split("T")[0] if value and not value.startswith(("T", "PRESENT", "PAST", "FUTURE")) else None


def _range(scene: Scene, one: int, found: list[int]) -> str | None:
    """Two days joined by `to`, `or` or a dash, as one range."""
    for other in found:
        first, last = sorted((one, other))
        start, end = scene.times[first], scene.times[last]
        if first == last or start.span.end > end.span.start:
            continue
        between = scene.reading.article.text[start.span.end : end.span.start].strip(" ,").lower()
        days = _day(start.value), _day(end.value)
        if between in _TO and days[0] and days[1]:
            return f"{days[0]}/{_after(days[0], days[1])}"
    return None


def _after(first: str, last: str) -> str:
    """The last day of a range; the week after where a weekday was read as one before the first day."""
    start, end = timex.days(first), timex.days(last)
    if start and end and start[0] == start[1] and 0 < (start[0] - end[1]).days < _WEEK and end[0] == end[1]:
        return (end[0] + timedelta(days=_WEEK)).isoformat()
    return last


def verbs_of(verb: Token) -> list[Token]:
    """A verb and those that control it: `plans` in `plans to meet`, `travelled` in `travelled to meet`."""
    found = [verb]
    while verb.dep_ in {"xcomp", "advcl", "conj"} and is_predicate(verb.head) and len(found) < 6:
        if verb.dep_ == "advcl" and (
            case(verb) not in {"to", "after", "following", "while", "when", ""} or has_subject(verb)
        ):
            break
        if verb.dep_ == "conj" and (has_subject(verb) or children(verb, "obl:unmarked")):
            break
        verb = verb.head
        found.append(verb)
    return found


def governing(noun: Token) -> list[Token]:
    """The verbs of a noun's clause."""
    verb = clause(noun)
    return verbs_of(verb) if verb.i != noun.i else []

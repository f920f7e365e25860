"""PLOVER's rules for doubtful cases: what a planned, denied or promised act is coded as.

Source: the codebook's notes on ambiguities. Cooperation that lies ahead is AGREE; a retreat
that lies ahead is CONCEDE; the refusal of cooperation is REJECT; a promise of conflict is THREATEN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.event_words import sense
from dragoman.claims.fates import of_noun, of_verb
from dragoman.claims.syntax import above, children, clause, is_predicate, negated, obliques, passive, subjects
from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.event_words import Sense
    from dragoman.claims.scene import Scene

__all__ = ["COOPERATION", "accusers", "code", "is_past"]

STATUS = {
    "held": "asserted",
    "planned": "planned",
    "proposed": "hypothetical",
    "refused": "negated",
    "cancelled": "negated",
}
"""What an event is called of which `fates` says this."""

_WISHES = {"THREATEN": "hypothetical", "REQUEST": "hypothetical", "AGREE": "planned"}
"""What an act is that stands within another of these types: `threatened to impose sanctions`."""

_WITHIN = {"xcomp", "acl", "obj", "obl", "nmod"}
"""How it hangs there."""

NEWS = 7
"""Days after which what was done is no longer news."""

COOPERATION = {"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE"}
CONFLICT = {"REJECT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "PROTEST"}


def code(token: Token, meant: Sense) -> tuple[str, str]:
    """The type and status of what a word tells of; what is denied or only imagined is `negated`."""
    fate = of_noun(token) if token.pos_ in {"NOUN", "PROPN"} else of_verb(token)
    status = STATUS.get(fate.status or "refused", "negated")
    if status == "asserted":
        status = _wished(token) or status
    type_ = meant.type
    if type_ == "AGREE" and _promises_conflict(token):
        return "THREATEN", "asserted"
    if type_ in COOPERATION and status == "negated":
        return ("REJECT", "asserted") if negated(token) or fate.status else (type_, "negated")
    if type_ in {"SUPPORT", "COOPERATE", "AID"} and status == "planned":
        return "AGREE", "asserted"
    if type_ == "RETREAT" and status == "planned":
        return "CONCEDE", "asserted"
    return type_, status


def _wished(token: Token) -> str | None:
    """What becomes of an act that somebody only threatens with, asks for or promises; None of another."""
    for up in above(token):
        told = sense(up)
        if token.dep_ not in _WITHIN and not (token.dep_ == "ccomp" and token.tag_ == "VB"):
            return None
        if told is not None and told.type in _WISHES:
            return _WISHES[told.type]
        token = up
    return None


def accusers(scene: Scene, token: Token) -> tuple[str, ...]:
    """Who says that something was done, where it stands within an accusation: `accused them of shelling`."""
    for up in above(token):
        told = sense(up)
        if told is not None and (told.type, told.mode) == ("ACCUSE", "allege") and up.pos_ == "VERB":
            return scene.everyone(obliques(up, {"by"}) if passive(up) else subjects(up))
        if up.dep_ == "ROOT" or is_predicate(up):
            return ()
    return ()


def is_past(scene: Scene, token: Token, date: str | None) -> bool:
    """Whether what was done is older than the news: by its date, or since the article tells it as past."""
    days, news = timex.days(date or ""), timex.days(scene.published or "")
    if days and news:
        return (news[0] - days[1]).days >= NEWS
    verb = clause(token)
    told = {c.lower_ for c in (*children(token, "advmod", "amod"), *children(verb, "advmod", "amod"))}
    is_before = verb.tag_ == "VBN" and any(c.lower_ in {"had", "'d", "’d"} for c in children(verb, "aux"))
    return is_before or bool(told & set(load("events_roles")["formerly"]))


def _promises_conflict(token: Token) -> bool:
    """Whether what is promised harms: `vowed to retaliate`, `promised to veto`."""
    for verb in children(token, "xcomp", "ccomp", "acl"):
        told = sense(verb)
        if told is not None and told.type in CONFLICT and not negated(verb):
            return True
    return False

"""PLOVER's rules for doubtful cases: what a planned, denied or promised act is coded as.

Source: the codebook's notes on ambiguities. Cooperation that lies ahead is AGREE; a retreat that lies ahead is
CONCEDE; the refusal of cooperation is REJECT; a promise of conflict is THREATEN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.event_words import sense
from dragoman.claims.fates import of_noun, of_verb
from dragoman.claims.syntax import children, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.event_words import Sense

__all__ = ["COOPERATION", "code"]

STATUS = {
    "held": "asserted",
    "planned": "planned",
    "proposed": "hypothetical",
    "refused": "negated",
    "cancelled": "negated",
}
"""What an event is called of which `fates` says this."""

COOPERATION = {"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE"}
CONFLICT = {"REJECT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "PROTEST"}


def code(token: Token, meant: Sense) -> tuple[str, str]:
    """The type and status of what a word tells of; what is denied or only imagined is `negated`."""
    fate = of_noun(token) if token.pos_ in {"NOUN", "PROPN"} else of_verb(token)
    status = STATUS.get(fate.status or "refused", "negated")
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


def _promises_conflict(token: Token) -> bool:
    """Whether what is promised harms: `vowed to retaliate`, `promised to veto`."""
    for verb in children(token, "xcomp", "ccomp", "acl"):
        told = sense(verb)
        if told is not None and told.type in CONFLICT and not negated(verb):
            return True
    return False

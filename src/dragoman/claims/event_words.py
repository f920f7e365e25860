"""The words that tell of events, as `resources/verbs_events.yaml` has them, and how to look them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.claims.syntax import case, children, objects
from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["TYPES", "Sense", "is_bearer", "is_weak", "sense", "senses"]

TYPES = (
    "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types but CONSULT, which meetings are."""

_ANY = "any"
_REACH = 3
"""So many words behind a verb a particle may stand that the tree hangs elsewhere."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word, and what must stand with it.

    `after` are prepositions or particles, `things` the nouns that its object may be, `before` the word that
    stands before a noun.
    """

    word: str
    type: str
    mode: str | None
    after: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    before: str = ""
    alone: bool = False

    @property
    def needs(self) -> int:
        """How many conditions it has."""
        return sum(map(bool, (self.after, self.things, self.before, self.alone)))


def sense(token: Token) -> Sense | None:
    """What a word tells of first, if it does."""
    return next(iter(senses(token)), None)


def senses(token: Token) -> list[Sense]:
    """What a word may tell of: of the senses that fit, those that need most, one of each type."""
    kind = {"VERB": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}.get(token.pos_)
    if kind is None:
        return []
    found = [s for s in _senses()[kind].get(token.lemma_.lower(), ()) if _fits(s, token)]
    most = max((s.needs for s in found), default=0)
    return list({s.type: s for s in reversed(found) if s.needs == most}.values())


def is_weak(token: Token) -> bool:
    """Whether a word tells of an event now and then, by itself seldom."""
    return token.lemma_.lower() in _set("weak")


def is_bearer(token: Token) -> bool:
    """Whether a noun means somebody who does something: a critic."""
    return token.lemma_.lower() in _set("bearers")


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(load("events")[key])


def _fits(sense: Sense, token: Token) -> bool:
    if sense.before:
        return token.i > token.sent.start and token.doc[token.i - 1].lower_ == sense.before
    if sense.alone and (objects(token) or children(token, "ccomp")):
        return False
    if sense.after and not sense.after & set(_followers(token)):
        return False
    around = objects(token) or children(token, "obl")
    return not sense.things or any(t.lemma_.lower() in sense.things for t in around)


def _followers(token: Token) -> list[str]:
    """The particles of a word, the prepositions of what hangs on it, and what opens its clause."""
    behind = token.doc[token.i + 1 : min(token.i + 1 + _REACH, token.sent.end)]
    near = [t.lower_ for t in behind[:1] if t.pos_ in {"ADP", "ADV"}]
    near += [t.lower_ for t in behind if t.dep_ == "compound:prt"]
    hung = [c.lower_ for v in children(token, "xcomp", "ccomp") for c in children(v, "mark")]
    if not objects(token):
        hung += [case(c).split(" ")[0] for c in children(token, "obl", "nmod", "advcl", "ccomp")]
    return [*near, *(c.lower_ for c in children(token, "compound:prt", "advmod")), *filter(None, hung)]


@cache
def _senses() -> dict[str, dict[str, list[Sense]]]:
    found: dict[str, dict[str, list[Sense]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for type_ in TYPES:
        modes = load("events")[type_]
        for mode, kinds in modes.items():
            for kind, entries in kinds.items():
                for entry in entries:
                    made = _read(entry, kind, type_, None if mode == _ANY else mode)
                    found[kind].setdefault(made.word, []).append(made)
    for senses in (s for words in found.values() for s in words.values()):
        senses.sort(key=lambda s: -s.needs)
    return found


def _read(entry: str, kind: str, type_: str, mode: str | None) -> Sense:
    """The sense that an entry of the file stands for: `call for|on`, `impose + sanction`, `air strike`."""
    entry, _, without = entry.partition(" - ")
    head, _, things = entry.partition(" + ")
    words = head.split(" ")
    if kind == "nouns" and len(words) > 1 and "|" not in head:
        return Sense(words[-1], type_, mode, before=words[0])
    after = frozenset(words[1].split("|")) if len(words) > 1 else frozenset()
    return Sense(
        words[0], type_, mode, after, frozenset(filter(None, things.split("|"))), alone=bool(without)
    )

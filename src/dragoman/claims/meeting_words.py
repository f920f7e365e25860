"""The words that tell of meetings, as `resources/verbs_meetings.yaml` has them, and how to look them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "FATES",
    "NounSense",
    "VerbSense",
    "fate_word",
    "noun_sense",
    "orders",
    "supports",
    "verb_sense",
    "words",
]

FATES = ("cancelled", "refused", "failed", "proposed", "planned")
"""What a governing word can make of an occasion, the strongest first."""


@dataclass(frozen=True, slots=True)
class VerbSense:
    """How a verb tells of a meeting: who takes part (`shape`), and under what conditions."""

    shape: str
    form: str = "meeting"
    links: frozenset[str] = frozenset()
    object: bool = True
    particles: frozenset[str] = frozenset()
    person: bool = False
    alone: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class NounSense:
    """How a noun names an occasion, and the words before it with which it does not."""

    form: str
    plural: bool = False
    excluded: frozenset[str] = frozenset()
    weak: bool = False


@cache
def words(key: str) -> frozenset[str]:
    """A list of the file as a set."""
    return frozenset(load("meetings")[key])


@cache
def orders() -> dict[str, str]:
    """What each word says of which one of several occasions is meant: `another` the later."""
    return {word: order for order, found in load("meetings")["orders"].items() for word in found}


@cache
def supports() -> dict[str, frozenset[str]]:
    """The verbs whose subject takes part in an occasion: their object, or what follows a preposition."""
    return {verb: frozenset(links) for verb, links in load("meetings")["supports"].items()}


def verb_sense(token: Token) -> VerbSense | None:
    """How this verb tells of a meeting, if it does."""
    if token.pos_ != "VERB":
        return None
    sense = _verbs().get(token.lemma_.lower())
    if sense is None or (sense.particles and not _particles(token) & sense.particles):
        return None
    if not sense.particles and _particles(token) - {"in", "over"}:
        return None  # "call off", "go on", "come up": another verb
    return sense


def noun_sense(token: Token) -> NounSense | None:
    """How this noun names an occasion, if it does."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = token.lemma_.lower()
    plural = token.lower_.endswith("s")
    sense = _nouns().get(lemma) or (_nouns().get(lemma[:-1]) if lemma.endswith("s") else None)
    if sense is None or (sense.plural and not plural):
        return None
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod"}}
    before |= {token.doc[token.i - 1].lower_} if token.i > token.sent.start else set()
    return None if before & sense.excluded else sense


def fate_word(token: Token, preposition: str = "") -> str | None:
    """What a governing word makes of an occasion: one of `FATES`, or None.

    Args:
        token: the word that governs the occasion's word.
        preposition: what stands between them, for verbs such as `call for` and `rule out`.
    """
    lemma, lower = token.lemma_.lower(), token.lower_
    for fate in FATES:
        lists = load("meetings")[fate]
        if token.pos_ in {"VERB", "AUX"}:
            found = lemma in lists["verbs"] or _is_phrasal(
                token, lemma, preposition, lists.get("phrasal", {})
            )
        elif token.pos_ in {"NOUN", "PROPN"}:
            found = lemma in lists["nouns"] or lower in lists["nouns"]
        else:
            found = False
        if found or lower in lists["adjectives"]:
            return fate
    return None


def _is_phrasal(token: Token, lemma: str, preposition: str, phrasal: dict[str, list[str]]) -> bool:
    if lemma not in phrasal:
        return False
    wanted = phrasal[lemma]
    return not wanted or bool({*preposition.split()[:1], *_particles(token)} & set(wanted))


def _particles(verb: Token) -> set[str]:
    """The particles of a verb, adverbs such as `down` right behind it included."""
    found = {c.lower_ for c in verb.children if c.dep_ == "compound:prt"}
    return found | {
        c.lower_
        for c in verb.children
        if c.i == verb.i + 1 and c.lower_ in {"down", "off", "out", "up", "forward"}
    }


@cache
def _verbs() -> dict[str, VerbSense]:
    return {verb: _verb_of(facts) for verb, facts in load("meetings")["verbs"].items()}


def _verb_of(facts: dict[str, Any]) -> VerbSense:
    plain = {k: v for k, v in facts.items() if k in {"shape", "form", "object", "person", "alone", "weak"}}
    links = frozenset(facts.get("with", ())) | frozenset(facts.get("to", ()))
    return VerbSense(**plain, links=links, particles=frozenset(facts.get("particle", ())))


@cache
def _nouns() -> dict[str, NounSense]:
    return {
        noun: NounSense(f["form"], f.get("plural", False), frozenset(f.get("not", ())), f.get("weak", False))
        for noun, f in load("meetings")["nouns"].items()
    }

"""Finds where an article says that parties agree or differ, and on what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.claims import nearby
from dragoman.claims.evidence import cite, named
from dragoman.claims.fates import of_verb
from dragoman.claims.meeting_words import noun_sense
from dragoman.claims.scene import Scene, unique
from dragoman.claims.syntax import (
    case,
    children,
    clause,
    negated,
    objects,
    obliques,
    owners,
    passive,
    phrase,
    sentence,
    subjects,
)
from dragoman.claims.vocabulary import load
from dragoman.types import ActorKind, Alignment

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from dragoman.types import Cast, Claim, Reading

__all__ = ["find"]

KINDS = ("agree", "differ")
LONGEST = 80
"""An issue is a short phrase: one of more characters says too much."""

_ISSUE = {"over", "on", "about", "regarding", "concerning", "as to"}
_BETWEEN = {"between", "among", "amongst", "with", "within"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that says that parties agree or differ: who, and what it is about."""

    at: Token
    kind: str
    parties: tuple[str, ...]
    issue: str


def find(reading: Reading, cast: Cast) -> list[Claim]:
    """The alignments of an article, one for each sentence, kind and set of parties."""
    scene = Scene(reading, cast)
    found: dict[tuple[int, str, frozenset[str]], Claim] = {}
    for stretch in scene.sentences():
        for sign in _signs(scene, stretch):
            key = (stretch.start, sign.kind, frozenset(sign.parties))
            found.setdefault(key, _claim(scene, sign))
    return list(found.values())


def _signs(scene: Scene, stretch: Stretch) -> Iterator[Sign]:
    """The signs of a sentence that name at least two parties."""
    for token in stretch:
        for sign in (
            _by_verb(scene, token),
            _by_noun(scene, token),
            _by_adjective(scene, token),
            _both(scene, token),
        ):
            if sign and _is_enough(scene, sign):
                yield sign
    yield from (s for s in _by_idiom(scene, stretch) if _is_enough(scene, s))


def _is_enough(scene: Scene, sign: Sign) -> bool:
    return len(sign.parties) > 1 and all(a in scene.actors for a in sign.parties)


def _claim(scene: Scene, sign: Sign) -> Claim:
    article = scene.reading.article
    evidence = (cite(article, sentence(sign.at)),)
    claim = Alignment(
        id="",
        article=article.id,
        evidence=evidence,
        parties=sign.parties,
        kind=sign.kind,
        issue=sign.issue,
    )
    return named(claim)


def _by_verb(scene: Scene, verb: Token) -> Sign | None:
    """`They disagreed over the attack`, `Ankara agreed with Moscow that …`."""
    if verb.pos_ != "VERB":
        return None
    for kind in KINDS:
        facts: dict[str, Any] | None = load("alignments")[kind]["verbs"].get(verb.lemma_)
        if facts is None or not _is_meant(verb, facts):
            continue
        one, other = _parties(scene, verb, facts)
        if facts.get("object") and not other:
            return None  # "A and B oppose the plan": neither is the other's object
        denied = negated(verb)
        if not denied and of_verb(verb).status not in {"held", "planned", "proposed"}:
            return None
        issue = _issue(verb, set(facts["issue"])) or _of_thing(verb, facts)
        return Sign(verb, _turned(kind) if denied else kind, unique((*one, *other)), issue)
    return None


def _of_thing(verb: Token, facts: dict[str, Any]) -> str:
    """What the object is about or is: `reached a deal on fishing`, `share a goal, peace`."""
    for o in objects(verb):
        if o.lemma_ in facts.get("things", ()):
            clauses = (_clause(c) for c in children(o, "acl", "ccomp"))
            return _issue(o, _ISSUE) or next(clauses, "") or _short(_appositive(o))
    return ""


def _is_meant(verb: Token, facts: dict[str, Any]) -> bool:
    """Whether a verb of many senses has what makes this one: its object, or other side and issue."""
    if "things" in facts:
        return any(o.lemma_ in facts["things"] for o in objects(verb))
    if not facts.get("needs"):
        return True
    if facts.get("object"):  # "joined Paris in condemning"
        return bool(objects(verb)) and any(case(c) in facts["issue"] for c in children(verb, "advcl"))
    sides = obliques(verb, set(facts.get("with", ())))
    return bool(sides) and any(case(c) in facts["issue"] for c in children(verb, "obl", "advcl"))


def _turned(kind: str) -> str:
    return "differ" if kind == "agree" else "agree"


def _parties(scene: Scene, verb: Token, facts: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those whom a verb is said of, and the other side that it names."""
    one = scene.everyone(subjects(verb) if not passive(verb) else obliques(verb, {"by"}))
    if not one and passive(verb):
        one = scene.everyone(subjects(verb))
    links = set(facts.get("with", ()))
    aims = children(verb, "xcomp")
    heads = [
        verb,
        *children(verb, "obj"),
        *aims,
        *(o for a in aims for o in children(a, "obj", "obl") if noun_sense(o)),
    ]
    other = unique(
        (*nearby.after(scene, verb, links), *scene.everyone(w for h in heads for w in obliques(h, links)))
    )
    if facts.get("object"):
        held = [o for o in objects(verb) if "things" not in facts or o.lemma_ in facts["things"]]
        other = unique((*other, *scene.everyone(held), *(a for o in held for a in _whose(scene, o))))
    return one, tuple(a for a in other if a not in one)


def _whose(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose a view or a claim is: `the claim by Moscow`, `his remarks`."""
    if noun.lemma_ not in load("alignments")["owned"]:
        return ()
    return scene.everyone([*children(noun, "nmod:poss"), *obliques(noun, {"by", "of", "from"})])


def _by_noun(scene: Scene, noun: Token) -> Sign | None:
    """`A rift between Paris and Rome over Libya`, `their differences on Syria`, `a U.S.-Turkish row`."""
    if noun.pos_ != "NOUN":
        return None
    for kind in KINDS:
        if noun.lemma_ not in load("alignments")[kind]["nouns"] or negated(noun) or _is_settled(noun):
            continue
        issue = _issue(noun, _ISSUE)
        sides = _sides(scene, noun)
        if len(sides) < 2 and issue:
            sides = unique((*_owner(scene, noun), *sides))
        return Sign(noun, kind, sides, issue or _short(phrase(noun))) if issue or kind == "differ" else None
    return None


def _sides(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those named with the noun: `between A and B`, `A's rift with B`, `the dispute that A has with B`."""
    beside = [c for c in children(noun, "nmod") if case(c) in _BETWEEN]
    for verb in children(noun, "acl:relcl"):
        beside += [s for s in subjects(verb) if s.i != noun.i]
        beside += obliques(verb, {"with"})
    return scene.everyone([*owners(noun), *children(noun, "compound", "amod"), *beside])


def _is_settled(noun: Token) -> bool:
    """Whether a difference is told of as over: `put aside their differences`."""
    return noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_ in load("alignments")["settled"]


def _owner(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Those who have the difference: the subject of `have`, `reach`, `put aside`."""
    verb = clause(noun)
    if noun.dep_ not in {"obj", "obl"} or verb.i != noun.head.i:
        return ()
    return scene.everyone(subjects(verb))


def _by_adjective(scene: Scene, token: Token) -> Sign | None:
    """`The two are divided over Ukraine`."""
    for kind in KINDS:
        if token.lower_ in load("alignments")[kind]["adjectives"] and children(token, "cop", "aux:pass"):
            sides = scene.everyone([*subjects(token), *obliques(token, {"with", "from"})])
            return Sign(
                token,
                _turned(kind) if negated(token) else kind,
                sides,
                _issue(token, _ISSUE | {"in", "against"}),
            )
    return None


def _both(scene: Scene, token: Token) -> Sign | None:
    """`We are both opposed to the use of …`."""
    if token.lemma_ not in load("alignments")["both"] and token.lower_ not in load("alignments")["both"]:
        return None
    holders = subjects(token)
    both = any(c.lower_ == "both" for c in token.children) or any(
        o.lower_ == "both" or any(c.lower_ == "both" for c in o.children) for o in holders
    )
    if passive(token) or negated(token):
        return None
    parties = scene.everyone(holders)
    states = [a for a in parties if scene.actors[a].kind is ActorKind.STATE]
    if not both and not (len(states) > 1 and token.lemma_ in load("alignments")["stands"]):
        return None
    return Sign(token, "agree", parties, _object(token))


def _by_idiom(scene: Scene, stretch: Stretch) -> Iterator[Sign]:
    """Set phrases: `at odds with`, `share the same goal`, `a common enemy`."""
    low = stretch.text.lower()
    for kind in KINDS:
        for idiom in load("alignments")[kind]["idioms"]:
            at = low.find(idiom)
            if at >= 0:
                yield _idiom(scene, _last(stretch, at + len(idiom)), kind)
                break


def _last(stretch: Stretch, end: int) -> Token:
    """The last word that begins before a place in the sentence."""
    return [t for t in stretch if t.idx - stretch.start_char < end][-1]


def _idiom(scene: Scene, token: Token, kind: str) -> Sign:
    token = token.head if token.dep_ in {"amod", "det", "compound"} else token
    verb = clause(token)
    sides = scene.everyone(
        [*subjects(verb), *(w for h in {token, verb} for w in obliques(h, {"with", "of"}))]
    )
    kind = "differ" if negated(verb) else kind  # set phrases of difference hold their own `not`
    is_told = kind == "agree" and token.lemma_ not in load("alignments")["hollow"]
    issue = _issue(token, _ISSUE) or _issue(verb, _ISSUE) or (_appositive(token) if is_told else "")
    return Sign(token, kind, sides, issue)


def _appositive(noun: Token) -> str:
    """What a goal or an enemy is: `a common enemy, terrorism`."""
    found = children(noun, "appos", "conj")
    return phrase(found[0]) if found else phrase(noun)


def _issue(head: Token, prepositions: set[str]) -> str:
    """What follows a preposition, a `that` or a `to`, as a short phrase."""
    for c in head.children:
        if c.dep_ in {"obl", "nmod"} and case(c) in prepositions and _is_thing(c):
            return _short(phrase(c))
        if c.dep_ in {"advcl", "acl"} and case(c).split(" ")[0] in prepositions:
            return _clause(c)
    for c in children(head, "ccomp", "xcomp"):
        return _clause(c)
    return ""


def _is_thing(noun: Token) -> bool:
    """Whether a word names something, not when it was or what was named before: `agreed on Thursday`."""
    return noun.pos_ not in {"PRON", "DET"} and noun.ent_type_ != "DATE"


def _object(verb: Token) -> str:
    found = [*children(verb, "obj"), *children(verb, "obl"), *children(verb, "ccomp", "xcomp")]
    if not found:
        return ""
    return _short(phrase(found[0])) if found[0].pos_ in {"NOUN", "PROPN"} else _clause(found[0])


def _clause(verb: Token) -> str:
    """A clause from its first word, without `that` and `to`, cut where it is long."""
    words = [t for t in verb.subtree if not t.is_space]
    while words and words[0].lower_ in {"that", "to", "on", "over", "about"}:
        words = words[1:]
    if not words:
        return ""
    text = verb.doc[words[0].i : words[-1].i + 1].text
    return _short(" ".join(text.split()))


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:—- ")

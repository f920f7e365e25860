"""Decides what becomes of an occasion: held, planned, proposed, cancelled or refused.

Looks at the verb group, at the words that govern it, and at what stands before a noun. Does not look at
dates: an occasion told of in the present tense may yet turn out to be planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims.meeting_words import fate_word, noun_sense, words
from dragoman.claims.syntax import case, children, clause, is_predicate, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Fate", "of_noun", "of_verb"]

_WILL = {"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"}
_MAY = {"may", "might", "could", "can", "should", "must", "ought"}
_CORE = {"obj", "nsubj", "nsubj:pass", "xcomp", "ccomp"}
_PAST = {"after", "following", "since"}
_ON_THE_WAY = ("en route", "on his way", "on her way", "on their way")
_LEAVING = {"head", "depart", "leave", "go", "prepare"}
_IF = {"if", "unless", "whether"}
_THROUGH = ("conj", "appos", "compound", "nmod:poss", "flat")


@dataclass(frozen=True, slots=True)
class Fate:
    """What a sentence says becomes of an occasion; `firm` where it says so itself, else it is a guess.

    A `status` of None means that the sentence tells of no occasion: it denies one or only imagines it.
    """

    status: str | None
    firm: bool = True


NOTHING = Fate(None)
HELD = Fate("held")


def of_verb(verb: Token, depth: int = 0) -> Fate:
    """What becomes of what a verb tells of."""
    if depth > 8 or _is_imagined(verb):
        return NOTHING
    if _is_infinitive(verb):
        return _to(verb, depth)
    modal = next((c.lower_ for c in children(verb, "aux") if c.lower_ in _WILL | _MAY), None)
    if modal:
        return _modal(verb, modal)
    if _is_gerund(verb):
        return _gerund(verb, depth)
    if (
        verb.dep_ == "conj"
        and verb.tag_ in {"VB", "VBG"}
        and not children(verb, "aux")
        and is_predicate(verb.head)
    ):
        return of_verb(verb.head, depth + 1)
    return _finite(verb)


def of_noun(noun: Token) -> Fate:
    """What becomes of the occasion that a noun names."""
    told = _of_occasion(noun)
    if noun.lemma_ == "invitation" and told.status in {"held", "planned"}:
        accepted = noun.head.lemma_ == "accept" and noun.dep_ == "obj"
        return Fate("planned" if accepted else "proposed")
    return told


def _of_occasion(noun: Token) -> Fate:
    """What becomes of an occasion, from its adjectives and from what governs it."""
    own, around = _by_adjective(noun), _by_governors(noun)
    if around.status == "held":
        around = _by_neighbour(noun) or around
    if own is None or (around.firm and around.status in {"cancelled", "refused"}):
        return around
    return own


def _by_governors(noun: Token) -> Fate:
    """From the words that govern the noun."""
    top = noun
    while top.dep_ in _THROUGH or (top.dep_ in {"nmod", "acl", "obl"} and not is_predicate(top.head)):
        told = _by_noun_above(top)
        if told:
            return told
        if top.head.i == top.i:
            break
        top = top.head
        if negated(top):
            return NOTHING
    if is_ahead(top):
        return Fate("planned", firm=False)
    if negated(noun):
        return _denied(noun)
    return _by_clause(top, noun)


def _by_noun_above(noun: Token) -> Fate | None:
    """From the noun that a noun hangs on: `calls for talks`, `in the wake of the summit`."""
    if is_ahead(noun):
        return Fate("planned", firm=False)
    before = case(noun)
    if before in _PAST:
        told = of_verb(clause(noun))
        return Fate("planned", firm=False) if told.status == "planned" else HELD
    if noun.dep_ in _THROUGH or noun_sense(noun.head):
        return None
    if noun.head.lemma_ in words("outcomes"):
        return HELD
    if noun.head.head.lemma_ == "accept" and noun.head.dep_ == "obj":
        return Fate("planned")
    word = fate_word(noun.head, before)
    return _under(word, noun.head, HELD) if word else None


def _by_neighbour(noun: Token) -> Fate | None:
    """From the word right before the phrase, where the tree hangs it elsewhere: `called for new talks`."""
    at, start = noun.i - 1, noun.sent.start
    while (
        at > start
        and (noun.doc[at].pos_ in {"DET", "ADJ", "NUM", "PROPN", "PUNCT"} or noun.doc[at].head.i == noun.i)
        and noun.doc[at].pos_ != "ADP"
        and noun.doc[at].lower_ != ","
    ):
        at -= 1
    before = noun.doc[at].lower_ if noun.doc[at].pos_ in {"ADP", "PART", "SCONJ"} else ""
    if before in words("behind") - {"on", "in"}:
        return None
    governor = noun.doc[at - 1 if before else at]
    if governor.i < start or governor.pos_ not in {"VERB", "NOUN", "ADJ"} or noun_sense(governor):
        return None
    word = fate_word(governor, before) if before in {"", "for", "to", "on", "of"} else None
    return _under(word, governor, HELD) if word else None


def is_ahead(noun: Token) -> bool:
    """Whether the words before a noun say that it is yet to come: `ahead of the summit`."""
    before = case(noun)
    if before in words("ahead"):
        return True
    if before == "for" and any(
        p in noun.doc[max(noun.sent.start, noun.i - 10) : noun.i].text for p in _ON_THE_WAY
    ):
        return True
    left = noun.left_edge.i
    around = noun.doc[max(min(left, noun.i - 3), noun.sent.start) : noun.i].text.lower()
    return any(p in around for p in words("ahead_phrases"))


def _by_adjective(noun: Token) -> Fate | None:
    for c in children(noun, "amod", "compound", "acl"):
        if c.lower_ in words("past"):
            return HELD
        word = fate_word(c) if c.dep_ != "compound" or c.pos_ != "NOUN" else None
        if c.dep_ == "acl" and (c.tag_ != "VBN" or c.i < noun.i):
            continue
        if word == "failed" or (word and c.lower_ == "next" and "time" in noun.lower_):
            continue
        if word:
            return Fate(word, firm=c.lower_ not in words("vague"))
    return None


def _by_clause(top: Token, noun: Token) -> Fate:
    """From the verb that a noun phrase belongs to."""
    verb = clause(top)
    if verb.i in {noun.i, top.i}:
        copular = of_verb(verb) if children(verb, "cop") else HELD
        return Fate(copular.status or "held", firm=False)
    before, told = case(top), of_verb(verb)
    said = _said_of(top) or verb
    word = fate_word(said, before) if _is_governed(top, before) and top.head.i == verb.i else None
    if word:
        return _under(word, verb, told)
    if (top.i == noun.i or top.lemma_ in words("parts")) and top.dep_ in _CORE:
        return told
    return _around(verb, before, told)


def _said_of(subject: Token) -> Token | None:
    """What a verb says that its subject is: `possibility` in `a meeting seemed a possibility`."""
    is_subject = subject.dep_ == "nsubj" and subject.head.lemma_ in {"seem", "appear", "look", "remain"}
    return next(iter(children(subject.head, "xcomp", "obj")), None) if is_subject else None


def _around(verb: Token, before: str, told: Fate) -> Fate:
    """From what happens at, after or for the occasion, of which a verb does not speak itself."""
    aims = before not in {"at", "during", "in"} and bool(children(verb, "xcomp"))
    if (
        (aims and fate_word(verb) in {"planned", "proposed"})
        or told.status == "planned"
        or (before == "for" and verb.lemma_ in _LEAVING)
    ):
        return Fate("planned", firm=False)
    return Fate("held", firm=before in _PAST or (before in {"at", "during"} and verb.tag_ == "VBD"))


def _is_governed(top: Token, before: str) -> bool:
    """Whether what a verb means is done to the noun, not merely around it."""
    if top.dep_ in {"obj", "nsubj:pass", "xcomp", "ccomp"}:
        return True
    if top.dep_ == "nsubj":
        return top.head.pos_ != "VERB" or top.head.tag_ == "VBN" or _said_of(top) is not None
    return top.dep_ == "obl" and before in {"to", "on", "for", "about", "from", "with", "of", "out of"}


def _under(word: str, governor: Token, told: Fate) -> Fate:
    """What a governing word makes of an occasion, seen with what becomes of that word itself."""
    if negated(governor):
        opposite = {"planned": "refused", "proposed": "refused", "refused": "proposed", "failed": "held"}
        return Fate(opposite.get(word))
    if word == "failed":
        return NOTHING
    if told.status is None:
        return Fate("refused") if word in {"planned", "proposed"} and _denies(governor) else NOTHING
    if told.status in {"refused", "cancelled"} and word in {"planned", "proposed"}:
        return told
    return Fate(word)


def _denies(verb: Token) -> bool:
    return any(c.lower_ in {"not", "n't", "n’t", "never"} for c in verb.children)


def _denied(noun: Token) -> Fate:
    """`No talks`: refused where they lie ahead, else there were none."""
    told = of_verb(clause(noun))
    return Fate("refused") if told.status in {"planned", "refused"} else NOTHING


def _is_imagined(verb: Token) -> bool:
    """Whether a verb stands in a condition, or in what would have been."""
    if any(c.lower_ in _IF for c in children(verb, "mark")):
        return True
    aux = [c.lower_ for c in children(verb, "aux")]
    return "have" in aux and any(a in {"would", "could", "should", "might"} for a in aux)


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in children(verb, "mark"))


def _is_gerund(verb: Token) -> bool:
    if verb.tag_ != "VBG" or any(a.lemma_ == "be" for a in children(verb, "aux")):
        return False
    return verb.dep_ in {"advcl", "xcomp", "acl", "ccomp", "obl", "obj", "nmod", "csubj"}


def _to(verb: Token, depth: int) -> Fate:
    """An infinitive: what governs it decides."""
    if any(c.lemma_ == "be" and c.i < verb.i for c in children(verb, "aux")):
        return Fate("refused" if negated(verb) else "planned")
    head = verb.head
    if head.i == verb.i or (head.lemma_ == "be" and not children(head, "xcomp")):
        return Fate("planned")
    told = _governed(head, depth)
    if negated(verb):
        return Fate("refused") if told.status in {"planned", "proposed"} else NOTHING
    return told


def _governed(head: Token, depth: int) -> Fate:
    """What a governing word makes of an infinitive or a gerund under it."""
    word = fate_word(head)
    if head.lemma_ in {"go", "be"} and head.lower_ in {"going", "is", "are", "was", "were", "be"}:
        return Fate("refused" if negated(head) else "planned")
    told = of_verb(head, depth + 1) if is_predicate(head) else _of_governing_noun(head)
    return _under(word, head, told) if word else told


def _of_governing_noun(noun: Token) -> Fate:
    return NOTHING if negated(noun) else Fate("held", firm=False)


def _modal(verb: Token, modal: str) -> Fate:
    if negated(verb):
        return Fate("refused") if modal in _WILL else NOTHING
    if modal in _WILL:
        return Fate("planned")
    return Fate("proposed", firm=modal in {"should", "must", "ought"})


def _gerund(verb: Token, depth: int) -> Fate:
    before = case(verb)
    if before == "without" or negated(verb):
        return NOTHING
    if before in words("ahead"):
        return Fate("planned", firm=False)
    if before in words("behind") | {"by", "while", "when"}:
        return HELD
    if verb.dep_ == "advcl" and not before:
        told = of_verb(verb.head, depth + 1)
        return Fate(told.status or "held", firm=False)
    return _governed(verb.head, depth)


def _finite(verb: Token) -> Fate:
    """A verb in a tense of its own."""
    if negated(verb):
        present = any(c.lower_ in {"is", "are", "'s", "’s"} for c in children(verb, "aux"))
        return Fate("refused") if present and verb.tag_ == "VBG" else NOTHING
    if verb.dep_ == "ccomp" and verb.tag_ == "VB" and fate_word(verb.head) == "proposed":
        return Fate("proposed")
    if _is_due(verb) or (verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "advcl" and _is_to_come(verb)):
        return Fate("planned")
    return HELD


def _is_due(verb: Token) -> bool:
    """Whether `is due to` stands before a verb, however the tree hangs it."""
    return case(verb) == "due to" or any(
        c.lower_ == "due" and any(k.lower_ == "to" for k in children(c, "fixed")) for c in verb.children
    )


def _is_to_come(verb: Token) -> bool:
    """Whether a clause in the present tells of the future: `will ask him when they meet`."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "mark"}}
    above = {c.lower_ for c in children(verb.head, "aux", "mark")}
    if verb.head.tag_ in {"VBD", "VBN"} and marks & {"before", "until"}:
        return True  # was signed days before she visits
    return bool(marks & {"when", "once", "before", "after", "as", "until"}) and bool(above & (_WILL | {"to"}))

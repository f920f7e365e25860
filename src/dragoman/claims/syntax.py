"""Reads who does what from a dependency tree: subjects, objects, obliques, and the words above a word.

Knows Universal Dependencies and English; does not know what a word means.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Stretch

__all__ = [
    "above",
    "case",
    "children",
    "clause",
    "has_subject",
    "is_predicate",
    "joined",
    "letters",
    "negated",
    "objects",
    "obliques",
    "owners",
    "passive",
    "phrase",
    "sentence",
    "stretch",
    "subject",
    "subjects",
]

_SUBJECTS = ("nsubj", "nsubj:pass")
_ALL_SUBJECTS = {"nsubj", "nsubj:pass", "csubj"}
_LINKED = {"conj", "xcomp", "advcl", "ccomp", "acl", "parataxis"}
_OF_OBJECT = {"of", "from", "for"}
"""What opens a clause of what the object did: `accused them of shelling`, `thanked them for helping`."""
_RELATIVE = {"who", "which", "that", "whom"}
_TOLD = {"of", "for", "in", "on", "against", "between", "with", "to"}
_NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "without"}


def stretch(doc: Doc, span: Span) -> Stretch | None:
    """The tokens that a span of characters touches, None where there are none but white space."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found if found is not None and len(found) else None


def subject(verb: Token) -> Token | None:
    """Who does what a verb says: its subject, or that of the verb it hangs on.

    `said …, adding that` has one subject for both; the agent of a passive comes before its subject.
    """
    at = verb
    for _ in range(4):
        agents = [t for t in at.children if t.dep_ == "obl:agent"]
        subjects = [t for t in at.children if t.dep_ in _ALL_SUBJECTS]
        found = agents or subjects
        if found:
            return found[0]
        if at.dep_ not in _LINKED or at.head == at:
            return None
        at = at.head
    return None


def children(token: Token, *deps: str) -> list[Token]:
    """The words that hang on a word by one of these relations, in order."""
    return [c for c in token.children if c.dep_ in deps]


def joined(token: Token) -> list[Token]:
    """A word and those co-ordinated with it, in order; of `the EU but not NATO` the EU."""
    found = [token]
    for other in children(token, "conj"):
        if not any(c.lower_ == "not" and c.i < other.i for c in other.children):
            found += joined(other)
    return found


def case(token: Token) -> str:
    """The prepositions of a noun, in lower case: `to`, `ahead of`, or nothing."""
    words = [c for c in token.children if c.dep_ in {"case", "mark"} and c.i < token.i]
    parts = [w for c in words for w in (c, *children(c, "fixed"))]
    return " ".join(p.lower_ for p in parts)


def above(token: Token) -> Iterator[Token]:
    """The words that govern a word, the nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause(token: Token) -> Token:
    """The nearest verb, or other predicate, that governs a word; the word itself where it is one."""
    if is_predicate(token):
        return token
    last = token
    for last in above(token):
        if is_predicate(last):
            return last
    return last


def is_predicate(token: Token) -> bool:
    """Whether a word heads a clause: a verb, or what a copula makes one."""
    if token.pos_ == "VERB" and token.dep_ not in {"amod", "case", "compound"}:
        return True
    return any(c.dep_ in {"cop", "nsubj", "nsubj:pass", "aux"} for c in token.children)


def passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    if any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or children(verb, "aux", "nsubj"):
        return False
    return passive(verb.head) if verb.dep_ == "conj" else verb.dep_ in {"acl", "amod", "advcl"}


def owners(noun: Token) -> list[Token]:
    """Whose a thing is: `Macron's meeting`, `their talks`."""
    marked = [c for c in children(noun, "nmod") if c.i < noun.i and any(k.tag_ == "POS" for k in c.children)]
    return [*children(noun, "nmod:poss"), *marked]


def has_subject(verb: Token) -> bool:
    """Whether a clause has a subject of its own."""
    return bool(children(verb, *_SUBJECTS))


def negated(token: Token) -> bool:
    """Whether a word is denied where it stands."""
    return any(
        c.lower_ in _NEGATIONS and c.dep_ in {"advmod", "det", "cc:preconj", "mark", "neg"}
        for c in token.children
    )


def objects(verb: Token) -> list[Token]:
    """The objects of a verb, those of a relative clause included."""
    found = children(verb, "obj", "iobj")
    if passive(verb):
        found += subjects(verb)
    return [_antecedent(o, verb) for o in found]


def obliques(token: Token, prepositions: Collection[str]) -> list[Token]:
    """What hangs on a word by one of these prepositions."""
    return [
        c
        for c in children(token, "obl", "nmod", "obl:agent", "advcl", "nmod:poss")
        if case(c) in prepositions
    ]


def subjects(verb: Token, controls: Collection[str] = ()) -> list[Token]:
    """The subjects of a verb; where it has none of its own, those of the clause that it depends on.

    Args:
        verb: the head of a clause.
        controls: lemmas of verbs whose object, not subject, does what depends on them.
    """
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if own:
        return [_antecedent(s, verb) for s in own]
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ in {"acl", "acl:relcl"}:
        return _of_noun(verb, controls)
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "parataxis"}:
        return _controllers(verb, controls)
    return []


def _controllers(verb: Token, controls: Collection[str]) -> list[Token]:
    """Who does what an infinitive or a participle says, seen from the clause above."""
    head = verb.head
    is_of_object = verb.dep_ in {"xcomp", "ccomp"} or case(verb) in _OF_OBJECT
    if is_of_object and head.lemma_ in controls:
        asked = objects(head)
        if asked:
            return asked
    if passive(head) and verb.dep_ == "conj" and not passive(verb):
        return subjects(head, controls)
    return subjects(clause(head), controls)


def _of_noun(verb: Token, controls: Collection[str]) -> list[Token]:
    """Who does what a clause on a noun says: the noun (`leaders meeting in Rome`), or who has the plan to."""
    noun = verb.head
    infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if not infinitive:
        return [noun]
    owners = children(noun, "nmod:poss")
    if owners:
        return owners
    return subjects(clause(noun), controls) if noun.head.i != noun.i else []


def _antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; another word stands for itself."""
    if token.lower_ in _RELATIVE:
        for up in (verb, *above(verb)):
            if up.dep_ in {"acl:relcl", "acl"}:
                return up.head
            if up.dep_ not in {"xcomp", "conj", "ccomp"}:
                break
    return token


def letters(word: Token) -> Span:
    """The characters of a word."""
    return Span(word.idx, word.idx + len(word))


def sentence(token: Token) -> Span:
    """The sentence of a word, without white space and stray marks around it."""
    return trimmed(token.doc, token.sent.start, token.sent.end)


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """The characters from one token to another, end exclusive, without white space around them."""
    while start < end - 1 and (doc[start].is_space or not doc[start].text.strip()):
        start += 1
    while end > start + 1 and (doc[end - 1].is_space or not doc[end - 1].text.strip()):
        end -= 1
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def phrase(noun: Token) -> str:
    """The words of a noun phrase without its preposition, article, clauses and co-ordinates."""
    skipped = {
        "case",
        "det",
        "punct",
        "acl",
        "acl:relcl",
        "conj",
        "cc",
        "appos",
        "parataxis",
        "mark",
        "advcl",
        "nmod:unmarked",
    }
    kept, told = [noun.i], set()
    for c in noun.children:
        if c.dep_ in skipped and not (c.dep_ == "punct" and c.text == "-"):
            continue
        if c.dep_ == "nmod" and c.i > noun.i and (case(c) not in _TOLD or case(c) in told):
            continue  # "the war in Syria in Rome": a thing is in one place
        told.add(case(c))
        kept += [t.i for t in c.subtree if not t.is_space]
    first, last = _run(sorted(kept), noun.i)
    found = stretch(noun.doc, trimmed(noun.doc, first, last + 1))
    return " ".join(found.text.split()) if found is not None else ""


def _run(kept: list[int], middle: int) -> tuple[int, int]:
    """The first and last of the unbroken run of token numbers around one of them."""
    at = kept.index(middle)
    first = last = at
    while first > 0 and kept[first - 1] == kept[first] - 1:
        first -= 1
    while last < len(kept) - 1 and kept[last + 1] == kept[last] + 1:
        last += 1
    return kept[first], kept[last]

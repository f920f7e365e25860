"""Finds reports that the model has no cue for: a verb of saying, its subject, and what was said.

So are reports within a report found, which have the same words twice: "Paris said that Moscow had
agreed that …" is a statement of Paris and one of Moscow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import cues
from dragoman.claims.syntax import case, children, letters, passive, stretch
from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.types import Reading

__all__ = ["find", "governor", "reports"]

_SUPPOSED = {"would", "could", "may", "might", "should", "will", "must", "can"}
_LISTS = ("clausal", "committing", "performative")
_DOUBTED = {"if", "whether", "unless", "until", "before"}


def find(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Each verb of saying that is no part of a cue, with the words of its clause.

    Words between quotation marks are one speaker's own: what he reports in them is no second report.
    """
    taken = [a.cue for a in reading.attributions if a.cue is not None]
    quoted = [q.outer for q in reading.quotations]
    for verb in reading.doc:
        if not reports(verb):
            continue
        at = letters(verb)
        if any(at.overlaps(other) for other in (*taken, *quoted)):
            continue
        said = _said(verb)
        if said:
            yield at, _words(said, quoted)


def governor(doc: Doc, content: Span) -> Span | None:
    """The verb of saying that reported words hang on, None where they hang on something else."""
    words = stretch(doc, content)
    if words is None:
        return None
    verb = words.root.head
    is_outside = not words.start <= verb.i < words.end
    if (
        is_outside
        and verb.pos_ == "VERB"
        and (_has_subject(verb) or _goes_on(verb))
        and verb.lemma_.lower() in cues.words()["verbs"]
    ):
        return letters(verb)
    return None


def reports(verb: Token) -> bool:
    """Whether a verb says that somebody said something, and is not denied or only supposed."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or not any(lemma in cues.words()[k] for k in _LISTS):
        return False
    if (
        passive(verb)
        or verb.tag_ == "VB"
        or not _has_subject(verb)
        or cues.sense(verb.doc[verb.i : verb.i + 1]) != cues.Sense.SPEECH
    ):
        return False
    return not any(
        (c.dep_ == "aux" and c.lower_ in _SUPPOSED) or (c.dep_ == "mark" and c.lower_ in _DOUBTED)
        for c in verb.children
    )


def _said(verb: Token) -> list[Token]:
    """The heads of what a verb of saying reports: `said that …`, `agreed to …`, `rejected the claim`."""
    lemma = verb.lemma_.lower()
    told = [c for c in children(verb, "ccomp") if c.i > verb.i and children(c, "nsubj", "nsubj:pass", "expl")]
    if not told and lemma in cues.words()["committing"]:
        told = [c for c in children(verb, "xcomp") if c.i > verb.i and c.pos_ == "VERB"]
    if not told and lemma in cues.words()["performative"]:
        told = _object(verb)
    return told


def _object(verb: Token) -> list[Token]:
    """The object of a verb with what completes it: `blamed Kyiv for the attack`."""
    if verb.lemma_ == "call":
        return [c for c in children(verb, "obl") if case(c) == "for"]
    found = [c for c in children(verb, "obj") if c.i > verb.i]
    return found and [*found, *(c for c in children(verb, "obl", "xcomp") if c.i > found[0].i)]


def _has_subject(verb: Token) -> bool:
    first = verb.head if verb.dep_ == "conj" else verb
    return bool(children(verb, "nsubj") or children(first, "nsubj"))


def _goes_on(verb: Token) -> bool:
    """Whether a participle has the subject of the clause above: `refused, saying`, not `quoted as saying`."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not case(verb)


def _words(clauses: Sequence[Token], quoted: Sequence[Span]) -> Span:
    """The words of clauses, to the end of a quotation that they end in."""
    tokens = [t for clause in clauses for t in clause.subtree]
    start, last = min(t.idx for t in tokens), max(tokens, key=lambda t: t.i)
    end = letters(last).end
    for quotation in quoted:
        if start < quotation.start < end < quotation.end:
            end = quotation.end
    return Span(start, end)

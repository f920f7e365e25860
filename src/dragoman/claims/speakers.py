"""Finds who speaks, and to whom, among the mentions of the cast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import cues
from dragoman.claims.syntax import case, letters, passive, stretch, subject
from dragoman.types import MentionForm, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Stretch

    from dragoman.types import Cast, Mention

__all__ = ["addressees", "named", "speakers"]

_OBJECTS = {"obj", "iobj"}
_QUOTING = {"quote", "cite"}
_REACH = 12
"""How many words behind "quoted" the words "as saying" may stand."""


def named(doc: Doc, cast: Cast, span: Span) -> tuple[str, ...]:
    """The actors that a noun phrase names: by the mention that holds its head, and those joined to it."""
    phrase = stretch(doc, span)
    if phrase is None:
        return ()
    head = _head(phrase)
    heads = [head, *(t for t in head.conjuncts if span.start <= t.idx < span.end)]
    found = [m for h in heads if (m := _naming(cast, h)) is not None]
    if not found:
        inside = cast.within(span)
        found = (
            [max(inside, key=lambda m: (m.form == MentionForm.NAME, m.span.end - m.span.start))]
            if inside
            else []
        )
    return tuple(dict.fromkeys(actor for m in found for actor in m.actors))


def _head(phrase: Stretch) -> Token:
    """The noun of a phrase; of a clause that came along with it, the subject."""
    root = phrase.root
    if root.pos_ not in {"VERB", "AUX"}:
        return root
    who = subject(root)
    return who if who is not None and phrase.start <= who.i < phrase.end else root


def _naming(cast: Cast, head: Token) -> Mention | None:
    """The mention of a noun, or a name set beside it: `the speaker, Senator Bob Corker`."""
    mention = _holding(cast, head)
    if mention is not None and mention.form == MentionForm.NAME:
        return mention
    beside = (_holding(cast, t) for t in head.children if t.dep_ in {"appos", "flat"})
    return next((m for m in beside if m is not None and m.form == MentionForm.NAME), mention)


def _holding(cast: Cast, token: Token) -> Mention | None:
    """The longest mention that a word heads, or else stands in."""
    at = letters(token)
    inside = [m for m in cast.mentions if m.span.contains(at) and m.actors]
    return max(inside, key=lambda m: m.span.end - m.span.start, default=None)


def speakers(
    doc: Doc, cast: Cast, source: Span | None, cue: Span | None
) -> tuple[tuple[str, ...], Span | None]:
    """Who speaks, and the words that name him.

    The source where there is one, else the subject of the cue; of what an outlet quotes somebody as
    saying, he who is quoted.
    """
    quoted = _quoted(doc, cast, cue)
    if quoted is not None:
        return quoted.actors, quoted.span
    if source is not None and not _is_place(doc, source):
        return named(doc, cast, source), source
    verb = stretch(doc, cue) if cue is not None else None
    who = subject(verb.root) if verb is not None else None
    if who is None:
        return (), None
    mention = _holding(cast, who)
    if mention is None:
        return (), None
    return mention.actors, mention.span


def _is_place(doc: Doc, source: Span) -> bool:
    """Whether a source is only where the words stand: `in a tweet he wrote`."""
    words = stretch(doc, source)
    return words is not None and words.root.dep_ == "obl" and case(words.root) == "in"


def _quoted(doc: Doc, cast: Cast, cue: Span | None) -> Mention | None:
    """The person in `the agency quoted the minister as saying`."""
    verb = (
        next((t for t in stretch(doc, cue) or () if t.lemma_ in _QUOTING), None) if cue is not None else None
    )
    if verb is None or passive(verb):
        return None
    for at in range(verb.i + 2, min(verb.i + _REACH, verb.sent.end - 1)):
        if doc[at].lower_ == "as" and doc[at + 1].lower_ == "saying":
            return _holding(cast, doc[at - 1])
    return None


def addressees(doc: Doc, cast: Cast, cue: Span | None) -> tuple[str, ...]:
    """Whom the words are spoken to: `told reporters`, `said to the envoy`."""
    verb = stretch(doc, cue) if cue is not None else None
    if verb is None:
        return ()
    root = verb.root
    found: list[str] = []
    for child in root.children:
        is_object = child.dep_ in _OBJECTS and cues.is_addressing(root)
        is_to = child.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ == "to" for c in child.children)
        if is_object or is_to:
            mention = _holding(cast, child)
            found += mention.actors if mention else ()
    return tuple(dict.fromkeys(found))

"""Questions to the tree that several kinds of claims ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Stretch

    from dragoman.types import Span

__all__ = ["stretch", "subject"]

_SUBJECTS = {"nsubj", "nsubj:pass", "csubj"}
_LINKED = {"conj", "xcomp", "advcl", "ccomp", "acl", "parataxis"}


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
        subjects = [t for t in at.children if t.dep_ in _SUBJECTS]
        found = agents or subjects
        if found:
            return found[0]
        if at.dep_ not in _LINKED or at.head == at:
            return None
        at = at.head
    return None

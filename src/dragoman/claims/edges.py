"""Cuts from reported words what the syntax shows to be the article's own.

A tagger of words sees no clauses: it takes the cue and its subject for said where they come first, and
runs on over when and where the words were said, and over the reporter's remark that follows a comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.syntax import case, children, stretch
from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["cut"]

_WHEN = {"after", "following", "before", "during", "amid", "ahead of", "since", "upon", "via", "at"}


def cut(doc: Doc, content: Span, cue: Span) -> Span:
    """The words of a content without those at its edges that belong to the cue or to the reporter."""
    words, said = stretch(doc, content), stretch(doc, cue)
    if words is None or said is None or said.root.pos_ not in {"VERB", "NOUN"}:
        return content
    is_within = words.start <= said.start and said.end < words.end
    first, last = said.end if is_within else words.start, words.end
    for aside in _asides(said.root):
        places = [t.i for t in aside.subtree]
        if max(first, said.root.i) < min(places) < last <= max(places) + 2:
            last = min(places)
    while words.end > last > first and _is_joint(doc[last - 1]):
        last -= 1
    if last <= first:
        return content
    return Span(
        content.start if first == words.start else doc[first].idx,
        content.end if last == words.end else doc[last - 1].idx + len(doc[last - 1]),
    )


def _asides(verb: Token) -> Iterator[Token]:
    """What hangs on a verb of saying, or on what it says, and was not said."""
    yield from (c for c in children(verb, "obl") if case(c) in _WHEN)
    for said in children(verb, "ccomp", "xcomp"):
        yield from (c for c in children(said, "advcl") if _is_remark(c))


def _is_joint(token: Token) -> bool:
    """Whether a word only joins what comes before it with what was cut."""
    return token.is_punct or token.is_space or token.dep_ == "cc"


def _is_remark(verb: Token) -> bool:
    """Whether a participle after a comma tells what came of the words: `…, making it the first`."""
    first = min(t.i for t in verb.subtree if not t.is_punct)
    return verb.tag_ == "VBG" and first > 0 and verb.doc[first - 1].text == ","

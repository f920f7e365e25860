"""Finds what introduces a quotation that no cue belongs to: the sentence before it that ends in a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.clauses import reports
from dragoman.claims.syntax import has_subject, letters, stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.types import Reading, Span

__all__ = ["find"]

_OPENERS = frozenset("\"'“‘«„")


def find(reading: Reading, content: Span) -> Span | None:
    """The verb of the sentence before the words, None where it does not end in a colon.

    It is that of the main clause, whose subject the words belong to: `The minister revealed what the
    president had told him:` is the minister's. Where that has no subject, it is the last verb that has
    one: `Here is how the agency begins:`; and that of a clause with `as` goes before both: `The president
    will travel on, as our reporter writes:`.
    """
    words = stretch(reading.doc, content)
    colon = _before(words[0]) if words is not None else None
    if colon is None or colon.text != ":":
        return None
    root = colon.sent.root
    told = next((v for v in reversed(colon.sent) if v.i < colon.i and _is_aside(v)), None)
    if told is not None:
        return letters(told)
    if has_subject(root) and root.pos_ == "VERB":
        return letters(root)
    verbs = [t for t in colon.sent if t.i < colon.i and t.pos_ == "VERB" and has_subject(t)]
    return letters(verbs[-1]) if verbs else None


def _is_aside(verb: Token) -> bool:
    """Whether a clause says who tells the rest: `as our reporter writes`."""
    is_as = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return is_as and has_subject(verb) and reports(verb)


def _before(word: Token) -> Token | None:
    """The last word before this one that is neither white space nor a mark that opens a quotation."""
    at = word.i - 1
    while at >= 0 and (word.doc[at].pos_ == "SPACE" or word.doc[at].text in _OPENERS):
        at -= 1
    return word.doc[at] if at >= 0 else None

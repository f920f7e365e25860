"""Finds reports whose teller comes last: `…, the agency reported` and `…, according to the agency`.

What comes before is told by the agency as a whole, whoever else speaks in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims import clauses
from dragoman.claims.syntax import children, letters
from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from dragoman.types import Reading

__all__ = ["Closing", "find"]

_ENDS = {",", "”", '"', "’"}
_REACH = 12
"""How many words a closing has at most."""

_LEAST = 4
"""So many words before it make a sentence that somebody can be said to have told."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What a sentence tells, the cue behind it, and the words that name who tells it where they follow."""

    words: Span
    cue: Span
    source: Span | None = None


def find(reading: Reading) -> Iterator[Closing]:
    """The closing of each sentence that has one."""
    for sentence in reading.doc.sents:
        last = next((t.i for t in reversed(sentence) if t.is_alpha), sentence.start)
        found = _by_verb(reading.doc[last]) or _by_preposition(sentence, last)
        if found is not None:
            start, cue, source = found
            words = reading.doc[sentence.start : start]
            if _tells(words):
                yield Closing(_span(words[:-1]), cue, source)


def _by_verb(verb: Token) -> tuple[int, Span, None] | None:
    """`, the agency reported`: where it begins, and its cue."""
    subjects = [c for c in children(verb, "nsubj") if c.i < verb.i]
    if not subjects or not clauses.reports(verb):
        return None
    return min(t.i for t in subjects[0].subtree), letters(verb), None


def _by_preposition(sentence: Stretch, last: int) -> tuple[int, Span, Span] | None:
    """`, according to the agency`: where it begins, its cue, and the agency."""
    doc = sentence.doc
    for at in range(last - 1, max(sentence.start, last - _REACH), -1):
        if doc[at].lower_ == "to" and doc[at - 1].lower_ == "according":
            return at - 1, _span(doc[at - 1 : at + 1]), _span(doc[at + 1 : last + 1])
    return None


def _tells(words: Stretch) -> bool:
    """Whether words before a closing are a sentence of their own, parted from it by a comma or a mark."""
    said = [t for t in words if t.is_alpha]
    return (
        len(said) >= _LEAST
        and words[-1].text in _ENDS
        and any(t.dep_ in {"nsubj", "nsubj:pass", "expl"} for t in said)
    )


def _span(words: Stretch) -> Span:
    return Span(words.start_char, words.end_char)

"""Names the source of an attribution by the subject of its cue, where the model names somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["source"]

_SOME = frozenset({"some", "many", "others", "several", "most", "few"})
_WITHIN = frozenset({"flat", "compound", "fixed", "goeswith"})


def source(doc: Doc, cue: Span | None, found: Span | None) -> Span | None:
    """The words that name who speaks.

    A noun that is the subject of the cue's verb speaks, whoever else does in the sentence. A pronoun says
    less than the model, which looks further back.

    Args:
        doc: the article's words and trees.
        cue: the words that tell of speech, None where there are none.
        found: the source that the model links to them, None where it links none.
    """
    own = _subject(doc, cue) if cue is not None else None
    if own is None:
        return found
    phrase = doc[own.left_edge.i : own.right_edge.i + 1]
    if found is not None and found.overlaps(Span(phrase.start_char, phrase.end_char)):
        return found
    last = max(own.i, *(t.i for t in own.children if t.dep_ in _WITHIN), 0)
    return Span(phrase.start_char, doc[own.left_edge.i : last + 1].end_char)


def _subject(doc: Doc, cue: Span) -> Token | None:
    """The noun that a cue's verb has for its subject; None for a passive, a pronoun and a verb with none."""
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if words is None or words.root.pos_ != "VERB":
        return None
    subjects = [t for t in words.root.children if t.dep_ == "nsubj"]
    if not subjects or not (subjects[0].pos_ in {"NOUN", "PROPN"} or subjects[0].lower_ in _SOME):
        return None
    return subjects[0]

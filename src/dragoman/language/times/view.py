"""A Doc as the search for times needs it: its words without white space, and which layers it has."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.times.words import class_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["View"]


@dataclass(frozen=True, slots=True)
class View:
    """The tokens of a Doc that count, in order; a place is an index among them.

    `classes` holds one character for each. White space counts only where it is a blank line, or a new
    line in a Doc without sentences.
    """

    doc: Doc
    text: str
    tokens: list[Token]
    forms: list[str]
    lower: list[str]
    classes: str
    has_sentences: bool
    has_heads: bool

    @classmethod
    def of(cls, doc: Doc) -> View:
        """The view of a Doc."""
        has_sentences = doc.has_annotation("SENT_START")
        breaks = 2 if has_sentences else 1
        tokens = [t for t in doc if not t.text.isspace() or t.text.count("\n") >= breaks]
        forms = [token.text for token in tokens]
        lower = [form.lower() for form in forms]
        classes = "".join(map(class_of, forms))
        return cls(doc, doc.text, tokens, forms, lower, classes, has_sentences, doc.has_annotation("DEP"))

    def form(self, place: int) -> str:
        """The word at a place, empty outside the text."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def word(self, place: int) -> str:
        """The word at a place in lower case, empty outside the text."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def starts_sentence(self, place: int) -> bool:
        """Whether a sentence starts at a place; a paragraph where the Doc has no sentences."""
        if place <= 0 or self.forms[place - 1].isspace():
            return True
        return self.has_sentences and bool(self.tokens[place].is_sent_start)

    def place_of(self, index: int) -> int | None:
        """The place of the token with an index in the Doc, None where it does not count."""
        place = bisect_left(self.tokens, index, key=lambda token: token.i)
        return place if place < len(self.tokens) and self.tokens[place].i == index else None

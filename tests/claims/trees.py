"""Builds readings and casts for tests from sentences written with their trees.

Every word is `form|POS|relation|head`, the head being the number of a word of the sentence from 1, 0 for the
root; a lemma and a Penn tag may follow: `met|VERB|ROOT|0|meet|VBD`.

    reading("Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Putin|PROPN|obj|2 .|PUNCT|punct|2")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.lang.lex_attrs import LEX_ATTRS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from builders import article
from dragoman.types import Cast, Entity, Mention, MentionForm, Reading, Span, Time, TimeKind

if TYPE_CHECKING:
    from dragoman.types import Actor

_VOCAB = Vocab(lex_attr_getters=dict(LEX_ATTRS))  # so that `lower_` and `is_space` are known
_CLOSERS = {".", ",", "'s", "’s", ":", ";", "?", "n't"}


def reading(*sentences: str, times: dict[str, str] | None = None, published: str = "2017-07-07") -> Reading:
    """The reading of an article of one paragraph; `times` gives expressions of time their values."""
    rows = [[word.split("|") for word in sentence.split()] for sentence in sentences]
    words = [w for sentence in rows for w in sentence]
    forms = [w[0] for w in words]
    spaces = [i + 1 < len(forms) and forms[i + 1] not in _CLOSERS for i in range(len(forms))]
    doc = Doc(
        _VOCAB,
        words=forms,
        spaces=spaces,
        pos=[w[1] for w in words],
        deps=["ROOT" if w[3] == "0" else w[2] for w in words],
        heads=_heads(rows),
        lemmas=[_at(w, 4) or w[0].lower() for w in words],
        tags=[_at(w, 5) or "" for w in words],
        sent_starts=[i == 0 for sentence in rows for i in range(len(sentence))],
    )
    found = [
        Time(Span(s, s + len(words)), TimeKind.DATE, value)
        for words, value in (times or {}).items()
        for s in _places(doc.text, words)
    ]
    return Reading(
        article(doc.text, published=published), doc, (), (), tuple(sorted(found, key=lambda t: t.span))
    )


def cast(
    of: Reading,
    *actors: Actor,
    nominals: dict[str, tuple[Actor, ...]] | None = None,
    places: tuple[str, ...] = (),
) -> Cast:
    """A cast that mentions each actor wherever one of his names stands, and others by the words given."""
    text = of.article.text
    mentions = [
        Mention(Span(s, s + len(name)), MentionForm.NAME, (a.id,))
        for a in actors
        for name in a.names
        for s in _places(text, name)
    ]
    mentions += [
        Mention(Span(s, s + len(words)), MentionForm.NOMINAL, tuple(a.id for a in meant))
        for words, meant in (nominals or {}).items()
        for s in _places(text, words)
    ]
    return Cast(
        entities=tuple(Entity(a) for a in actors),
        mentions=tuple(sorted(mentions, key=lambda m: (m.span.start, m.span.end))),
        places=tuple((Span(s, s + len(p)), p) for p in places for s in _places(text, p)),
    )


def _heads(rows: list[list[list[str]]]) -> list[int]:
    heads, start = [], 0
    for sentence in rows:
        heads += [start + int(w[3]) - 1 if w[3] != "0" else start + i for i, w in enumerate(sentence)]
        start += len(sentence)
    return heads


def _at(word: list[str], place: int) -> str:
    return word[place] if len(word) > place else ""


def _places(text: str, words: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(words, i)]

"""Readings drawn by hand: a text with a few marks, and a grammar good enough for the rules to look at.

read("French President [Emmanuel Macron]PER met_VERB [Vladimir Putin]PER in Paris .")

Names stand in brackets with their kind; `_VERB` says a part of speech, `_PRON:nsubj` a relation as
well. What is not said is guessed: capitals are proper nouns, other words nouns. Words of a noun phrase
hang on its last noun, the rest on the sentence's first verb; a noun before that verb is its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from builders import article
from dragoman.types import Attribution, Block, BlockKind, Quotation, Reading
from dragoman.types import Span as Stretch

_VOCAB = Vocab()
_GUESSES = {
    "DET": "the a an this that these those some several both all every another",
    "ADP": "in at of for to from with by on after before into between about against",
    "PRON": "he she it they him them his her its their himself herself who i we you",
    "CCONJ": "and or but",
    "SCONJ": "because if while whether",
    "AUX": "is was are were has had have be been will would",
    "NUM": "two three four",
    "VERB": "said told met added agreed arrived says",
    "ADJ": "foreign top senior deputy former french russian german british american chinese turkish iranian "
    "israeli syrian ukrainian late new",
}
_POS = {word: pos for pos, words in _GUESSES.items() for word in words.split()}
_TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "DET": "DT", "PUNCT": ".", "ADJ": "JJ", "PRON": "PRP"}
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


@dataclass
class _Drawing:
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)


def read(
    *lines: str, published: str | None = None, speakers: tuple[str, ...] = (), **values: str | None
) -> Reading:
    """A reading of these lines, each a paragraph; `speakers` are the sources of attributions."""
    drawing = _Drawing()
    for n, line in enumerate(lines):
        if n:
            _gap(drawing)
        for sentence in filter(None, re.split(r"(?<=\s[.?!])\s+", line)):
            _sentence(drawing, sentence)
    doc = _doc(drawing)
    text = doc.text
    blocks = tuple(Block(BlockKind.PARAGRAPH, m.start(), m.end()) for m in re.finditer(r".+", text))
    return Reading(
        replace(article(text, published=published, **values), blocks=blocks),
        doc,
        tuple(Attribution(Stretch(text.index(s), text.index(s) + len(s)), None, ()) for s in speakers),
        tuple(
            Quotation(Stretch(m.start(), m.end()), Stretch(m.start() + 1, m.end() - 1))
            for m in re.finditer(r"“[^”]*”", text)
        ),
        (),
    )


def _gap(drawing: _Drawing) -> None:
    drawing.spaces[-1] = False
    drawing.words.append("\n\n")
    drawing.spaces.append(False)
    drawing.pos.append("SPACE")
    drawing.deps.append("dep")
    drawing.heads.append(len(drawing.words) - 2)


def _sentence(drawing: _Drawing, sentence: str) -> None:
    begin, opened = len(drawing.words), -1
    for mark in sentence.split():
        inner = mark.lstrip("[")
        if mark != inner:
            opened = len(drawing.words)
        closing = re.search(r"\](\w+)", inner)
        inner = inner[: closing.start()] + inner[closing.end() :] if closing else inner
        form, _, told = inner.partition("_") if not inner.startswith("_") else (inner, "", "")
        pos, _, dep = told.partition(":")
        _word(drawing, form, pos or _guess(form), dep)
        if closing:
            drawing.names.append((opened, len(drawing.words), closing[1]))
    _hang(drawing, begin)


def _guess(form: str) -> str:
    if not any(c.isalnum() for c in form):
        return "PUNCT"
    if form.lower() in {"'s", "’s"}:
        return "PART"
    return _POS.get(form.lower()) or ("PROPN" if form[0].isupper() else "NOUN")


def _word(drawing: _Drawing, form: str, pos: str, dep: str) -> None:
    is_tight = form in {".", ",", "?", "!", ")", "”", ":", "-", "'s", "’s"}
    if drawing.spaces and is_tight and drawing.words[-1] != "\n\n":
        drawing.spaces[-1] = False
    drawing.words.append(form)
    drawing.spaces.append(form not in {"(", "“", "-", "\n\n"})
    drawing.pos.append(pos)
    drawing.deps.append(dep)
    drawing.heads.append(-1)


def _hang(drawing: _Drawing, begin: int) -> None:
    """Gives every word of a sentence a head."""
    size, pos = len(drawing.words), drawing.pos
    root = next((i for i in range(begin, size) if pos[i] == "VERB"), None)
    root = root if root is not None else next((i for i in range(begin, size) if pos[i] == "AUX"), begin)
    for i in range(begin, size):
        drawing.heads[i] = root
        follows = _noun_after(drawing, i, size)
        if (follows and pos[i] in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADP"}) or drawing.words[
            i
        ].lower() in _POSSESSIVES:
            drawing.heads[i] = follows or root
            drawing.deps[i] = drawing.deps[i] or {"DET": "det", "ADP": "case", "ADJ": "amod"}.get(
                pos[i], "compound"
            )
        elif drawing.words[i] in {"'s", "’s"} and i > begin:
            drawing.heads[i], drawing.deps[i] = i - 1, "case"
        elif not drawing.deps[i]:
            is_subject = i < root and pos[i] in {"NOUN", "PROPN", "PRON"}
            drawing.deps[i] = "nsubj" if is_subject else "punct" if pos[i] == "PUNCT" else "obj"
    drawing.heads[root], drawing.deps[root] = root, "ROOT"


def _noun_after(drawing: _Drawing, i: int, size: int) -> int | None:
    """The last noun of the noun phrase that goes on after a word."""
    last, pos = None, drawing.pos
    for k in range(i + 1, size):
        if pos[k] in {"NOUN", "PROPN"}:
            last = k
        elif (pos[k] in {"DET", "ADJ", "NUM"} and last is None) or drawing.words[k] in {"-", "'s", "’s"}:
            continue
        else:
            break
    return last


def _doc(drawing: _Drawing) -> Doc:
    tags = [
        "POS" if w in {"'s", "’s"} else "PRP$" if w.lower() in _POSSESSIVES else _TAGS.get(p, p)
        for w, p in zip(drawing.words, drawing.pos, strict=True)
    ]
    doc = Doc(
        _VOCAB, words=drawing.words, spaces=drawing.spaces, pos=drawing.pos, tags=tags,
        heads=drawing.heads, deps=drawing.deps, lemmas=[w.lower() for w in drawing.words],
    )  # fmt: skip
    doc.ents = [Span(doc, a, b, label=kind) for a, b, kind in drawing.names]
    return doc

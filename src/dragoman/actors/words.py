"""The words of a reading, in plain lists: what the rules of this stage look at."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.types import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dragoman.types import Article, Reading

__all__ = ["HYPHENS", "PEERS", "POSSESSIVES", "Name", "Piece", "Words", "folded", "of", "pieces"]

HYPHENS = frozenset("-–‑")
PEERS = frozenset({"counterpart", "colleague"})
"""Those who hold the office, or one like it, of another state."""
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})

SILENT = frozenset({BlockKind.RELATED, BlockKind.NOTE, BlockKind.BYLINE})
"""Blocks that name nobody whom the article is about."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON", "PART", "SYM", "X", "ADV", "VERB"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters and digits: folded, and how it was written."""

    folded: str
    capital: bool
    acronym: bool


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[Piece, ...]:
    """The runs of letters and digits in a text, without accents."""
    if text.isascii():
        plain = text
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    found = _WORD.findall(plain)
    return tuple(
        Piece(f.casefold().translate(_LETTERS), f[0].isupper(), len(f) > 1 and f.isupper()) for f in found
    )


def folded(text: str) -> str:
    """A text's pieces, folded, with single spaces between them."""
    return " ".join(p.folded for p in pieces(text))


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the language model sees it, in words: start, end exclusive, and its kind."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article (white space left out) with what the model says of each.

    `heads` are positions in these lists. `lines` counts the line breaks before a word, without those
    that only wrap a paragraph, `quoted` says
    whether it stands between quotation marks, `silent` whether its block names nobody.
    `first` is the position of a word's first piece in `pieces`, `owners` the word of each piece.
    """

    article: str
    forms: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[int]
    lines: list[int]
    quoted: list[bool]
    silent: list[bool]
    names: list[Name]
    pieces: list[Piece]
    owners: list[int]
    first: list[int]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.forms)

    def text(self, start: int, end: int) -> str:
        """The article's text from one word to another (end exclusive)."""
        return self.article[self.starts[start] : self.ends[end - 1]]

    def span(self, start: int, end: int) -> Span:
        """The characters from one word to another (end exclusive), without white space around them."""
        exact = self.article[self.starts[start] : self.ends[end - 1]]
        return Span(self.ends[end - 1] - len(exact.lstrip()), self.starts[start] + len(exact.rstrip()))

    def is_glued(self, i: int) -> bool:
        """Whether nothing stands between a word and the next one."""
        return i + 1 < len(self.forms) and self.ends[i] == self.starts[i + 1]

    def has_pieces(self, i: int) -> bool:
        """Whether a word has letters or digits."""
        return self.first[i] < len(self.owners) and self.owners[self.first[i]] == i

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.forms[i][0].isupper()

    def is_under(self, i: int, head: int) -> bool:
        """Whether a word hangs on another one, directly or through others."""
        for _ in range(12):
            if i == head:
                return True
            above = self.heads[i]
            if above == i:
                return False
            i = above
        return False

    def left_edge(self, head: int, *, reach: int = 14) -> int:
        """The first word of the noun phrase that a noun heads, what stands before it included."""
        i = head
        while i > 0 and head - i < reach and self._is_premodifier(i - 1, head):
            i -= 1
        while i < head and (self.forms[i] in "-–,'’\"“" or self.tags[i] == "POS"):
            i += 1
        return i

    def _is_premodifier(self, i: int, head: int) -> bool:
        if self.lines[i] != self.lines[head]:
            return False
        if self.pos[i] == "PUNCT":
            return self.forms[i] in "-–" and self.is_glued(i)
        if self.pos[i] not in _PREMODIFIERS or self.forms[i] in {"that", "which", "who"}:
            return False
        if self.pos[i] in {"VERB", "ADV"} and not (
            self.deps[i] in {"amod", "advmod"} and self.is_under(i, head)
        ):
            return False
        return self.is_under(i, head) or self.heads[head] == head == self.heads[i]


def of(reading: Reading) -> Words:
    """The words of a reading."""
    doc: Doc = reading.doc
    kept = [t for t in doc if not t.text.isspace()]
    place = {t.i: n for n, t in enumerate(kept)}
    article = reading.article.text
    starts = [t.idx for t in kept]
    all_pieces, owners, first = _pieces([t.text for t in kept])
    return Words(
        article=article,
        forms=[t.text for t in kept],
        lower=[t.text.lower() for t in kept],
        starts=starts,
        ends=[t.idx + len(t.text) for t in kept],
        pos=[t.pos_ for t in kept],
        tags=[t.tag_ for t in kept],
        lemmas=[t.lemma_ or t.text.lower() for t in kept],
        deps=[t.dep_ for t in kept],
        heads=[place.get(t.head.i, n) for n, t in enumerate(kept)],
        sentences=_sentences(kept),
        lines=_lines(reading.article, starts),
        quoted=_within(starts, [q.inner for q in reading.quotations]),
        silent=_within(starts, [Span(b.start, b.end) for b in reading.article.blocks if b.kind in SILENT]),
        names=_names(doc, place),
        pieces=all_pieces,
        owners=owners,
        first=first,
    )


def _pieces(forms: list[str]) -> tuple[list[Piece], list[int], list[int]]:
    found: list[Piece] = []
    owners: list[int] = []
    first: list[int] = []
    for n, form in enumerate(forms):
        first.append(len(found))
        for piece in pieces(form):
            found.append(piece)
            owners.append(n)
    return found, owners, first


def _sentences(kept: Sequence[Token]) -> list[int]:
    count, out = 0, []
    for n, token in enumerate(kept):
        count += bool(n and token.is_sent_start)
        out.append(count)
    return out


def _lines(article: Article, starts: list[int]) -> list[int]:
    breaks = [i for i, c in enumerate(article.text) if c == "\n"]
    is_inside = _within(breaks, [Span(b.start, b.end) for b in article.blocks])
    real = [at for at, inside in zip(breaks, is_inside, strict=True) if not inside]
    return [bisect_right(real, start) for start in starts]


def _within(starts: list[int], spans: list[Span]) -> list[bool]:
    out, ordered, n = [], sorted(spans), 0
    for start in starts:
        while n < len(ordered) and ordered[n].end <= start:
            n += 1
        out.append(n < len(ordered) and ordered[n].start <= start)
    return out


def _names(doc: Doc, place: dict[int, int]) -> list[Name]:
    out = []
    for ent in doc.ents:
        inside = [place[i] for i in range(ent.start, ent.end) if i in place]
        if inside:
            out.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return out

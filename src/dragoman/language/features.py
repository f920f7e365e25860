"""What the model is told about each word: its pieces, its shape, quotation marks, and what begins with it.

The same functions prepare the training data, so that training and running cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "QUOTE_STATES",
    "SHAPES",
    "STARTS",
    "Pieces",
    "pieces",
    "quoted",
    "sentence_numbers",
    "shape",
    "starts",
]

SHAPES = ("lower", "initial", "capitals", "mixed", "digits", "digits-mixed", "letter", "mark", "other")
QUOTE_STATES = ("outside", "inside", "mark")
STARTS = ("none", "sentence", "paragraph")

_MAX_PIECES = 510
_OPEN, _CLOSE, _EITHER = {"“", "«", "„", "``"}, {"”", "»", "''"}, {'"'}


def shape(word: str) -> int:
    """The shape of a word, as an index into `SHAPES`; the vocabulary itself knows no case."""
    if not any(c.isalnum() for c in word):
        return SHAPES.index("mark")
    if any(c.isdigit() for c in word):
        return SHAPES.index("digits" if not any(c.isalpha() for c in word) else "digits-mixed")
    if word.islower():
        return SHAPES.index("lower")
    if word.isupper():
        return SHAPES.index("letter" if len(word) == 1 else "capitals")
    if word[0].isupper() and word[1:].islower():
        return SHAPES.index("initial")
    return SHAPES.index("mixed" if word.isalpha() else "other")


def quoted(words: Sequence[str], breaks: Collection[int]) -> list[int]:
    """Whether each word stands outside or inside quotation marks, as indices into `QUOTE_STATES`.

    A paragraph, which begins at each of `breaks`, closes what was left open before it.
    """
    states, inside = [], False
    for i, word in enumerate(words):
        if i in breaks:
            inside = False
        if word in _EITHER:
            inside = not inside
        elif word in _OPEN:
            inside = True
        elif word in _CLOSE:
            inside = False
        if word in _EITHER or word in _OPEN or word in _CLOSE:
            states.append(QUOTE_STATES.index("mark"))
        else:
            states.append(QUOTE_STATES.index("inside" if inside else "outside"))
    return states


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a passage in order; `firsts` gives the first piece of each word.

    Each sentence stands between [CLS] and [SEP] and sees no other: `sentences` numbers the sentence of
    each piece, and `places` count the pieces within it.
    """

    ids: list[int]
    sentences: list[int]
    places: list[int]
    firsts: list[int]


def pieces(tokenizer: Tokenizer, words: Sequence[str], starts: Collection[int]) -> Pieces:
    """The word pieces of a passage whose sentences begin at `starts`.

    The long words of a sentence give up pieces until it fits the encoder.
    """
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    split: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            split[word].append(piece)
    cls, sep, unk = (tokenizer.token_to_id(t) or 0 for t in ("[CLS]", "[SEP]", "[UNK]"))
    out = Pieces([], [], [], [])
    edges = [*sorted({0, *starts}), len(words)]
    for number, (a, b) in enumerate(pairwise(edges)):
        ids = [cls]
        for parts in _shortened(split[a:b]):
            out.firsts.append(len(out.ids) + len(ids))
            ids += parts or [unk]
        ids.append(sep)
        out.ids.extend(ids)
        out.sentences.extend([number] * len(ids))
        out.places.extend(range(len(ids)))
    return out


def _shortened(words: list[list[int]]) -> list[list[int]]:
    for most in (8, 4, 2, 1):
        kept = [parts[:most] for parts in words]
        if sum(max(1, len(parts)) for parts in kept) <= _MAX_PIECES:
            break
    return kept


def starts(sentences: Collection[int], breaks: Collection[int], size: int) -> list[int]:
    """What begins with each of `size` words, as indices into `STARTS`."""
    paragraph, sentence, inside = (STARTS.index(s) for s in ("paragraph", "sentence", "none"))
    return [paragraph if i in breaks else sentence if i in sentences else inside for i in range(size)]


def sentence_numbers(sentences: Collection[int], size: int) -> list[int]:
    """The number of each word's sentence, given the words that begin one; the first word always does."""
    number, out = -1, []
    for i in range(size):
        number += i in sentences or i == 0
        out.append(number)
    return out

"""What the model is told about each word besides its letters: shape and quotation marks.

The same functions prepare the training data, so that training and running cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["QUOTE_STATES", "SHAPES", "pieces", "quoted", "shape"]

SHAPES = ("lower", "initial", "capitals", "mixed", "digits", "digits-mixed", "letter", "mark", "other")
QUOTE_STATES = ("outside", "inside", "mark")

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


def pieces(
    tokenizer: Tokenizer, words: Sequence[str], breaks: Collection[int]
) -> tuple[list[int], list[int]]:
    """The word-piece ids of a passage, and for each word the position of its first piece.

    The passage begins with [CLS] and ends with [SEP]; another [SEP] stands between paragraphs. A long
    word gives up pieces until the passage fits the encoder.
    """
    cls, sep, unk = (tokenizer.token_to_id(t) or 0 for t in ("[CLS]", "[SEP]", "[UNK]"))
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    split: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            split[word].append(piece)
    for most in (8, 4, 2, 1):
        ids, firsts = [cls], []
        for i, parts in enumerate(split):
            if i in breaks and i:
                ids.append(sep)
            firsts.append(len(ids))
            ids += parts[:most] or [unk]
        if len(ids) <= _MAX_PIECES:
            break
    return [*ids, sep], firsts

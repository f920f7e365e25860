"""Text folded for comparing: lower case, no accents, only words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The words of a text with single spaces between them, in lower case and without accents."""
    plain = text.lower() if text.isascii() else _plain(text)
    return " ".join(_WORD.findall(plain))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", folded).translate(_LETTERS)
    return "".join(c for c in apart if not unicodedata.combining(c))

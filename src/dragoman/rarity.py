"""How rare a word is: names and the words of one affair are rare, words of all news are not.

The file `data/frequencies.json` is built by `python -m training rarity`. It says in how many of so many
documents each word stands, folded; words in fewer than three are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import log

__all__ = ["of"]

_LEFT_OUT = 1
"""In so many documents a word stands that the file does not have."""


@lru_cache(maxsize=65536)
def of(word: str) -> float:
    """How rare a folded word is: the logarithm of the share of documents that it is in, turned round.

    Source: the inverse document frequency of Spärck Jones 1972, https://doi.org/10.1108/eb026526.
    """
    documents, words = _table()
    return log((documents + 1) / (words.get(word, _LEFT_OUT) + 1))


@lru_cache(maxsize=1)
def _table() -> tuple[int, Mapping[str, int]]:
    given = json.loads(files("dragoman").joinpath("data", "frequencies.json").read_text(encoding="utf-8"))
    return given["documents"], given["words"]

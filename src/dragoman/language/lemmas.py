"""Finds the dictionary form of a word whose part of speech is known.

What to cut and to add was learned from the treebanks (`training/lemmas.py`): for each kind of form a list
of endings of which the longest that fits decides; an irregular form is an ending that is a whole word.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["lemma"]

_GROUPS = {
    "VBD": "past", "VBN": "past", "VBG": "ing", "VBZ": "third", "NNS": "plural", "NNPS": "plural",
    "JJR": "more", "RBR": "more", "JJS": "most", "RBS": "most",
}  # fmt: skip
_START = "^"


@lru_cache(maxsize=65536)
def lemma(word: str, upos: str, xpos: str) -> str:
    """The dictionary form of a word.

    Args:
        word: The word as printed.
        upos: Its part of speech in Universal Dependencies (`VERB`).
        xpos: Its part of speech in the Penn Treebank (`VBD`), which tells the form.

    Returns:
        The dictionary form, in lower case but for names and what is derived from them: `met` gives
        `meet`, `Russians` gives `Russian`.

    Source:
        Universal Dependencies, English EWT and GUM, for what counts as a dictionary form.
    """
    word = word.replace("’", "'")
    if xpos == "NNP":
        return word
    if xpos == "CD":
        return word.replace(",", "") if word[:1].isdigit() else word if word.isupper() else word.lower()
    lower = word.lower()
    if closed := _learned()["closed"].get(f"{lower}|{'AUX' if upos == 'VERB' else upos}|{xpos}"):
        return str(closed)
    if (group := _GROUPS.get(xpos)) and upos not in {"X", "NUM"}:
        base = _decided("endings", group, lower)
        return word[:1] + base[1:] if upos == "PROPN" else base
    if word[:1].isupper() and upos in {"ADJ", "NOUN"}:
        return _capital(word, lower, upos)
    return word if upos in {"PROPN", "X", "SYM"} else lower


def _capital(word: str, lower: str, upos: str) -> str:
    """An adjective or noun that is printed with a capital, with or without it."""
    cut, _ = _edit("capitals", upos, word if word.isupper() else lower)
    return word if cut else lower


def _decided(table: str, group: str, form: str) -> str:
    """A form with the edit made that its longest known ending asks for."""
    cut, added = _edit(table, group, form)
    kept = form[: max(0, len(form) - cut)]
    return kept + added if kept.strip("'") or added else form


def _edit(table: str, group: str, form: str) -> tuple[int, str]:
    """How many letters to cut from a form and what to add."""
    endings = _learned()[table][group]
    marked = _START + form
    found = next(marked[start:] for start in range(len(marked) + 1) if marked[start:] in endings)
    cut, added = endings[found]
    return cut, added


@cache
def _learned() -> dict[str, Any]:
    """The lists of endings and of closed classes that ship with the model."""
    path = files("dragoman") / "data" / "model" / "lemmas.json"
    learned: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return learned

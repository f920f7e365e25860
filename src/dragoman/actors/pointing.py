"""What "the country" points back to: the state named last, where that is clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import Found
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from dragoman.actors.registry import Registry
    from dragoman.actors.words import Words

__all__ = ["POINTING", "find"]

POINTING = "pointing"
"""How a word that points to a state stands for it, as in `Found.how`."""

_NOUNS = frozenset({"country", "nation"})
_REACH = 2
"""How many sentences ago the state may have been named."""


def find(words: Words, registry: Registry, found: list[Found]) -> list[Found]:
    """Each "the country" and "that country" with nothing more said of it, as a name of its state."""
    taken = {i for n in words.names for i in range(n.start, n.end)}
    states = [f for f in found if _is_state(registry, f) and not words.quoted[f.start]]
    out = []
    for i in range(1, len(words)):
        if words.lower[i] in _NOUNS and i not in taken and _points(words, i):
            id = _last(words, states, i)
            out += [Found(i, i + 1, POINTING, id)] if id else []
    return out


def _is_state(registry: Registry, item: Found) -> bool:
    entry = registry.entries.get(item.id)
    return entry is not None and entry.kind is ActorKind.STATE


def _points(words: Words, i: int) -> bool:
    """Whether a noun stands alone behind "the" or "that": no "the country of", "the country where"."""
    if words.lower[i - 1] not in {"the", "that"} or words.heads[i - 1] != i or words.quoted[i]:
        return False
    told = {"amod", "nmod", "acl", "acl:relcl", "appos", "compound", "nummod"}
    below = (k for k in range(i + 1, min(i + 12, len(words))) if words.heads[k] == i)
    is_modifier = words.deps[i] == "compound" and words.heads[i] > i
    return not is_modifier and not any(words.deps[k] in told for k in below)


def _last(words: Words, states: list[Found], i: int) -> str | None:
    """The state of the nearest sentence that names any; None where it names several alike.

    "That" is the last one named. Adjectives and peoples tell it where the sentences before hold no other
    state and the sentence no person, whose state it might be.
    """
    near = [f for f in states if f.start < i and words.sentences[i] - words.sentences[f.start] <= _REACH]
    last = max((words.sentences[f.start] for f in near), default=-1)
    here = [f for f in near if words.sentences[f.start] == last]
    named = [f for f in here if f.how not in {"adjective", "people"}]
    if named and words.lower[i - 1] == "that":
        return named[-1].id
    told = named or ([] if _is_about_person(words, i) else near)
    ids = {f.id for f in told}
    return ids.pop() if len(ids) == 1 else None


def _is_about_person(words: Words, i: int) -> bool:
    at = words.sentences[i]
    return any(n.label == "PER" and n.start < i and words.sentences[n.start] == at for n in words.names)

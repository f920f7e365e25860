"""Tells words that report speech from words that report thoughts, or none at all."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.claims.syntax import passive

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

__all__ = ["Sense", "is_addressing", "is_refusing", "is_topical", "sense"]


class Sense(StrEnum):
    """What a cue reports."""

    SPEECH = "speech"
    PRIVATE = "private"  # a thought, a wish, a feeling
    OTHER = "other"
    DENIED = "denied"  # that something was not said


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The word lists of resources/cues.yaml, as built."""
    text = files("dragoman").joinpath("data/cues.json").read_text(encoding="utf-8")
    return {key: frozenset(found) for key, found in json.loads(text).items()}


def sense(cue: Stretch) -> Sense:
    """What a cue reports, by its words and what negates them."""
    lemmas = {t.lemma_.lower() for t in cue}
    speech = words()["verbs"] | words()["nouns"]
    if _is_denied(cue, lemmas):
        return Sense.DENIED
    if lemmas & speech or "according" in {t.lower_ for t in cue}:
        return Sense.SPEECH
    return Sense.PRIVATE if lemmas & words()["private"] else Sense.OTHER


def _is_denied(cue: Stretch, lemmas: set[str]) -> bool:
    """Whether the cue says that the words were not said: `did not say`, `declined to say`, `when asked`."""
    root = cue.root
    if root.lemma_ in {"ask", "question", "press"} and passive(root):
        return True
    if lemmas & words()["refusing"] and len(lemmas) > 1:
        return True
    if root.dep_ in {"xcomp", "ccomp"} and root.head.lemma_ in words()["refusing"]:
        return True
    return root.pos_ == "VERB" and any(
        t.lower_ in {"not", "n't", "n’t", "never"} and t.head == root for t in root.children
    )


def is_refusing(cue: Stretch) -> bool:
    """Whether the cue says that somebody would not do what follows."""
    return cue.root.lemma_.lower() in words()["refusing"]


def is_topical(cue: Stretch) -> bool:
    """Whether what the cue is followed by, where it is a thing, is only a subject: `discussed the war`."""
    return cue.root.lemma_.lower() in words()["topical"]


def is_addressing(verb: Token) -> bool:
    """Whether the object of a verb is the person spoken to."""
    return verb.lemma_.lower() in words()["addressing"]

"""Finds participants by what stands right beside a word, where the tree does not tell: `met with X and Y`.

Trees of long news sentences go wrong most often where names with titles are joined; the mentions of the cast
are known as stretches of text, so that what follows a verb or its preposition can be read off the surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.scene import unique

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Mention

__all__ = ["after", "before"]

_JOINTS = {",", "and", "&", "or"}
_SKIPPED_POS = {"ADV", "AUX", "PART", "PUNCT", "SPACE"}


def after(
    scene: Scene, token: Token, prepositions: Collection[str], *, bare: bool = False
) -> tuple[str, ...]:
    """The actors named right behind a word, after one of these prepositions or, if `bare`, without one."""
    at, end = token.i + 1, token.sent.end
    while at < end and (scene.doc[at].pos_ == "ADV" or at in scene.times):
        at += 1
    if at >= end:
        return ()
    if scene.doc[at].lower_ in prepositions:
        return _series(scene, at + 1, end)
    if bare and scene.doc[at].pos_ != "ADP":
        return _series(scene, at, end)
    return ()


def before(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The actors named right before a verb, its auxiliaries and adverbs."""
    at, start = verb.i - 1, verb.sent.start
    while at >= start and scene.doc[at].pos_ in _SKIPPED_POS and scene.doc[at].lower_ not in {",", "to"}:
        at -= 1
    if at >= start and scene.doc[at].lower_ == "who":
        at -= 2 if scene.doc[at - 1].lower_ == "," else 1
    found: list[str] = []
    while at >= start:
        mention = scene.ending(at)
        if mention is None:
            break
        found = [*mention.actors, *found]
        at = _first(scene, mention) - 1
        if at < start or scene.doc[at].lower_ not in {"and", "&"}:
            break
        at -= 1
    return unique(found)


def _series(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The actors of mentions that follow each other, joined by commas and `and`."""
    found: list[str] = []
    while at < end:
        mention = scene.starting(at) or (
            scene.starting(at + 1) if scene.doc[at].pos_ == "DET" and at + 1 < end else None
        )
        if mention is None:
            break
        behind = _last(scene, mention) + 1
        if behind < end and scene.doc[behind].tag_ == "POS":
            break  # "met Putin's adviser": the owner is not meant
        found += mention.actors
        at = behind
        joint = at
        while at < end and scene.doc[at].lower_ in _JOINTS:
            at += 1
        if at == joint:
            break
    return unique(a for a in found if not scene.is_audience(a))


def _first(scene: Scene, mention: Mention) -> int:
    return scene.tokens(mention)[0]


def _last(scene: Scene, mention: Mention) -> int:
    return scene.tokens(mention)[-1]

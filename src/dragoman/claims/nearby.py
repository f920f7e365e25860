"""Finds participants by what stands right beside a word, where the tree does not tell: `met with X and Y`.

Trees of long news sentences go wrong most often where names with titles are joined; the mentions of the cast
are known as stretches of text, so that what follows a verb or its preposition can be read off the surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Mention

__all__ = ["after", "before"]

_AND = {"and", "&", "or"}
_LINKS = {"after", "before", "upon", "on", "while", "when"}
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
    if verb.tag_ == "VBG" and at >= start and scene.doc[at].lower_ in _LINKS:
        at -= 1
    while at >= start and scene.doc[at].pos_ in _SKIPPED_POS and scene.doc[at].lower_ not in {",", "to"}:
        at -= 1
    if at >= start and scene.doc[at].lower_ == "who":
        at -= 2 if scene.doc[at - 1].lower_ == "," else 1
    found: list[str] = []
    listed = False
    while at >= start:
        mention = scene.ending(at)
        if mention is None:
            break
        found = [*mention.actors, *found]
        at = _first(scene, mention) - 1
        joint = scene.doc[at].lower_ if at >= start else ""
        listed = listed or joint in _AND
        if joint not in _AND and not (listed and joint == ","):
            break
        at -= 1
    return tuple(dict.fromkeys(found))


def _series(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The actors of mentions that follow each other: `A`, `A and B`, `A, B and C`; of `A, B said` only A."""
    sure: list[str] = []
    found: list[str] = []
    while at < end:
        mention = _mention(scene, at, end)
        if mention is None:
            break
        found += mention.actors
        at = _last(scene, mention) + 1
        if not sure or scene.doc[_first(scene, mention) - 1].lower_ in _AND:
            sure = list(found)
        joints = []
        while at < end and scene.doc[at].lower_ in {",", *_AND}:
            joints.append(scene.doc[at].lower_)
            at += 1
        if not joints or (joints[0] == "," and len(sure) == len(found) and len(joints) + len(sure) > 2):
            break  # "A and B, C said", "A, and B said": what follows begins a clause
    return tuple(dict.fromkeys(a for a in sure if not scene.is_audience(a)))


def _mention(scene: Scene, at: int, end: int) -> Mention | None:
    """The mention that starts here or after an article; none where it is only the owner of what is meant."""
    skip = scene.doc[at].pos_ == "DET" and at + 1 < end and scene.starting(at) is None
    mention = scene.starting(at + 1 if skip else at)
    if mention is None:
        return None
    behind = _last(scene, mention) + 1
    return None if behind < end and scene.doc[behind].tag_ == "POS" else mention


def _first(scene: Scene, mention: Mention) -> int:
    return scene.tokens(mention)[0]


def _last(scene: Scene, mention: Mention) -> int:
    return scene.tokens(mention)[-1]

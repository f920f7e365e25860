"""Finds what actors do to each other: PLOVER events, each with the word that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import roles, when, where
from dragoman.claims.event_words import Sense, sense
from dragoman.claims.evidence import cite, identify
from dragoman.claims.fates import of_noun, of_verb
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import letters, sentence
from dragoman.types import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dragoman.types import Cast, Reading, Statement

__all__ = ["find"]

_STATUS = {"held": "asserted", "planned": "planned", "proposed": "hypothetical", "refused": "negated", "cancelled": "negated"}


def find(reading: Reading, cast: Cast, statements: Sequence[Statement]) -> list[Event]:
    """The events of an article, in order."""
    scene = Scene(reading, cast)
    found = {}
    for event in _told(scene, statements):
        found.setdefault((event.type, event.actors, event.recipients), event)
    return list(found.values())


def _told(scene: Scene, statements: Sequence[Statement]) -> Iterator[Event]:
    for stretch in scene.sentences():
        for token in stretch:
            meant = sense(token)
            if meant is not None:
                event = _event(scene, token, meant, statements)
                if event is not None:
                    yield event


def _event(scene: Scene, token: Token, meant: Sense, statements: Sequence[Statement]) -> Event | None:
    if token.pos_ == "VERB":
        actors, recipients = roles.of_verb(scene, token)
        fate = of_verb(token)
        verbs = when.verbs_of(token)
    elif token.pos_ == "ADJ":
        actors, recipients = roles.of_adjective(scene, token)
        fate = of_verb(token)
        verbs = [token]
    else:
        actors, recipients = roles.of_noun(scene, token)
        fate = of_noun(token)
        verbs = when.governing(token)
    actors = tuple(a for a in actors if a in scene.actors)
    recipients = tuple(a for a in recipients if a in scene.actors)
    if not actors or fate.status is None:
        return None
    evidence = (cite(scene.reading.article, sentence(token)),)
    by = _attributed(token, statements)
    return Event(
        id=identify("event", evidence, meant.type, str(token.idx), *actors, "", *recipients),
        article=scene.reading.article.id,
        evidence=evidence,
        type=meant.type,
        mode=meant.mode,
        contexts=(),
        actors=actors,
        recipients=recipients,
        date=when.date(scene, token, verbs),
        place=where.place(scene, token, verbs),
        status=_STATUS[fate.status],
        attributed_to=tuple(a for a in by if a not in actors),
    )


def _attributed(token: Token, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The speakers of the innermost statement that holds a word."""
    holding = [
        (e.end - e.start, s) for s in statements for e in s.evidence if e.start <= token.idx and letters(token).end <= e.end
    ]
    return min(holding, key=lambda h: h[0])[1].speakers if holding else ()

"""Finds what actors do to each other: PLOVER events, each with the word that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims import roles, speech_acts, when, where
from dragoman.claims.coding import code
from dragoman.claims.event_words import sense
from dragoman.claims.evidence import cite, identify
from dragoman.claims.scene import Scene, unique
from dragoman.claims.syntax import letters, sentence
from dragoman.types import ActorKind, Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dragoman.types import Cast, Reading, Statement

__all__ = ["find"]

_MUTUAL = {"AGREE", "COOPERATE", "ASSAULT"}


def find(reading: Reading, cast: Cast, statements: Sequence[Statement]) -> list[Event]:
    """The events of an article, in order."""
    scene = Scene(reading, cast)
    found: list[Event] = []
    told = [*_told(scene, statements), *_said(scene, statements)]
    for event in sorted(told, key=lambda e: e.trigger.start):
        if not any(_is_again(event, other) for other in found):
            found.append(event)
    return found


def _is_again(event: Event, other: Event) -> bool:
    """Whether an event was told before in the article."""
    if event.type != other.type or not set(event.actors) & set(other.actors):
        return False
    return set(event.recipients) == set(other.recipients)


def _told(scene: Scene, statements: Sequence[Statement]) -> Iterator[Event]:
    before: list[Event] = []
    for stretch in scene.sentences():
        for token in stretch:
            if not token.ent_type_:
                event = _event(scene, token, statements, before)
                if event is not None:
                    before.append(event)
                    yield event


def _said(scene: Scene, statements: Sequence[Statement]) -> Iterator[Event]:
    for statement in statements:
        for act in speech_acts.find(scene, statement):
            if not statement.speakers or not act.recipients:
                continue
            evidence = (cite(scene.reading.article, sentence(act.at)),)
            yield Event(
                id=identify("event", evidence, act.type, str(act.at.idx), *statement.speakers, "", *act.recipients),
                article=scene.reading.article.id,
                evidence=evidence,
                type=act.type,
                mode="disapprove" if act.type == "ACCUSE" else None,
                contexts=(),
                actors=statement.speakers,
                recipients=act.recipients,
                date=statement.said_on,
                place=None,
                status="asserted",
                attributed_to=(),
                trigger=cite(scene.reading.article, letters(act.at)),
            )


def _event(scene: Scene, token: Token, statements: Sequence[Statement], before: Sequence[Event]) -> Event | None:
    meant = sense(token)
    coded = code(token, meant) if meant is not None else None
    if meant is None or coded is None or coded[1] in {"hypothetical", "negated"}:
        return None
    actors, recipients = roles.find(scene, token)
    actors = tuple(a for a in actors if a in scene.actors)
    if not actors:
        return None
    recipients = recipients or _answered(scene, coded[0], actors, before)
    if not recipients and len(actors) > 1 and coded[0] in _MUTUAL:
        recipients = actors
    evidence = (cite(scene.reading.article, sentence(token)),)
    verbs = when.verbs_of(token) if token.pos_ == "VERB" else when.governing(token)
    by = _attributed(token, statements)
    return Event(
        id=identify("event", evidence, coded[0], str(token.idx), *actors, "", *recipients),
        article=scene.reading.article.id,
        evidence=evidence,
        type=coded[0],
        mode=meant.mode if coded[0] == meant.type else None,
        contexts=(),
        actors=actors,
        recipients=_with_states(scene, recipients),
        date=when.date(scene, token, verbs),
        place=where.place(scene, token, verbs),
        status=coded[1],
        attributed_to=tuple(a for a in by if a not in actors),
        trigger=cite(scene.reading.article, letters(token)),
    )


def _answered(scene: Scene, type_: str, actors: tuple[str, ...], before: Sequence[Event]) -> tuple[str, ...]:
    """Whom a denial or refusal answers: who last accused, asked or threatened those who deny."""
    if type_ != "REJECT":
        return ()
    own = set(actors) | {scene.actors[a].country for a in actors} - {None}
    for event in reversed(before):
        hit = set(event.recipients) | {scene.actors[a].country for a in event.recipients}
        if event.type in {"ACCUSE", "REQUEST", "THREATEN"} and hit & own and not set(event.actors) & set(actors):
            return event.actors
    return ()


def _with_states(scene: Scene, recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Those acted upon, a crowd of people with the state that they are of: `Russian diplomats`."""
    states = {a.country: id for id, a in scene.actors.items() if a.kind is ActorKind.STATE and a.country}
    crowds = [scene.actors[a].country for a in recipients if scene.actors[a].kind is ActorKind.GROUP]
    return unique((*recipients, *(states[c] for c in crowds if c in states)))


def _attributed(token: Token, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The speakers of the innermost statement that holds a word."""
    holding = [
        (e.end - e.start, s)
        for s in statements
        for e in s.evidence
        if e.start <= token.idx and letters(token).end <= e.end
    ]
    return min(holding, key=lambda h: h[0])[1].speakers if holding else ()

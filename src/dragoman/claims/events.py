"""Finds what actors do to each other: PLOVER events, each with the word that tells of it.

Signs are found by words and by what speakers do with theirs; each is weighed: who acts, upon whom, and
whether it is an event worth a record. Those that are less certain than a threshold are withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims import contexts, participants, signs, when, where
from dragoman.claims.coding import accusers, is_past
from dragoman.claims.evidence import cite, named
from dragoman.claims.keeping import Told
from dragoman.claims.participants import Company
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import letters, sentence
from dragoman.claims.weights import load, probability
from dragoman.types import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dragoman.claims.participants import Parts
    from dragoman.claims.signs import Sign
    from dragoman.claims.weights import Weights
    from dragoman.types import Cast, Reading, Statement

__all__ = ["CERTAIN", "Weighed", "find", "weigh"]

CERTAIN = 0.25
"""How certain an event must be, from 0 to 1. docs/evaluation.md shows what another threshold gives."""


DYADIC = {"COOPERATE", "AID", "SANCTION"}
"""PLOVER's types that require a recipient."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sign with those who take part, and what speaks for and against it."""

    sign: Sign
    parts: Parts
    features: frozenset[str]
    confidence: float


def find(
    reading: Reading, cast: Cast, statements: Sequence[Statement], *, certain: float = CERTAIN
) -> list[Event]:
    """The events of an article, in order; those less certain are withheld."""
    scene = Scene(reading, cast)
    weighed = [w for w in weigh(scene, statements, load()) if w.confidence >= certain]
    told = [w for w in weighed if w.parts.recipients or w.sign.type not in DYADIC]
    for alike in (_word, _deed):
        told = _surest(told, alike)
    return [_event(scene, w) for w in told]


def _word(weighed: Weighed) -> tuple[object, ...]:
    """A word tells of one event: of the types that it may be, the likeliest."""
    return (weighed.sign.at.i, weighed.sign.spoken)


def _deed(weighed: Weighed) -> tuple[object, ...]:
    """A sentence tells once what the same did to the same: `promised to send aid`."""
    return (weighed.sign.at.sent.start, weighed.sign.type, weighed.parts.actors, weighed.parts.recipients)


def _surest(found: Sequence[Weighed], alike: Callable[[Weighed], tuple[object, ...]]) -> list[Weighed]:
    """Of those that are alike the most certain one, in order."""
    best: dict[tuple[object, ...], Weighed] = {}
    for one in found:
        if alike(one) not in best or one.confidence > best[alike(one)].confidence:
            best[alike(one)] = one
    return [one for one in found if best[alike(one)] is one]


def weigh(scene: Scene, statements: Sequence[Statement], weights: Mapping[str, Weights]) -> Iterator[Weighed]:
    """Every sign of an article that somebody takes part in, in order."""
    found = signs.find(scene, statements)
    company, told = Company(scene), Told(scene, found)
    for sign in found:
        parts = participants.choose(company, sign, weights)
        if parts is not None:
            features = frozenset(told.features(sign, parts))
            company.remember(parts.actors, parts.recipients)
            yield Weighed(sign, parts, features, probability(weights["event"], features))


def _event(scene: Scene, weighed: Weighed) -> Event:
    sign, parts, article = weighed.sign, weighed.parts, scene.reading.article
    evidence = (cite(article, sentence(sign.at)),)
    verbs = when.verbs_of(sign.at) if sign.at.pos_ == "VERB" else when.governing(sign.at)
    said_by = () if sign.spoken else accusers(scene, sign.at)
    if sign.statement is not None and not sign.spoken:
        said_by = sign.statement.speakers
    said_on = sign.statement.said_on if sign.statement is not None and sign.spoken else None
    date = said_on or when.date(scene, sign.at, verbs)
    claim = Event(
        id="",
        article=article.id,
        evidence=evidence,
        type=sign.type,
        mode=sign.mode,
        contexts=contexts.find(sign.at.sent),
        actors=parts.actors,
        recipients=parts.recipients,
        date=date,
        place=where.place(scene, sign.at, verbs),
        status="historical" if sign.status == "asserted" and is_past(scene, sign.at, date) else sign.status,
        attributed_to=tuple(a for a in said_by if a not in parts.actors and a in scene.actors),
        trigger=cite(article, letters(sign.at)),
        confidence=round(weighed.confidence, 2),
    )
    return named(claim)

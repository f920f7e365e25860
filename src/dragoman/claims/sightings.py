"""A sighting: one place in an article where a word tells of an occasion, before any are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.fates import Fate
from dragoman.claims.meeting_words import words
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Span

__all__ = ["Sighting", "dated", "form_of"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one word tells of an occasion.

    `at` is the number of the word; `back` says that it refers to an occasion told of before ("the talks");
    `weak` that it does not make a meeting by itself; `called` are the nouns it is called by; `order` says
    which one of several it is: `first`, `earlier`.
    """

    at: int
    sentence: Span
    participants: tuple[str, ...]
    form: str
    fate: Fate
    date: str | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    back: bool = False
    weak: bool = False
    called: tuple[str, ...] = ()
    order: str | None = None


def dated(scene: Scene, fate: Fate, date: str | None) -> tuple[Fate, str | None]:
    """The fate and the date, each seen with the other.

    What lies after the article's day is planned, not held; a day gone by on which talks were offered is
    that of the offer.
    """
    today, day = timex.days(scene.published), timex.days(date)
    if not today or not day:
        return fate, date
    if fate.status == "held" and day[0] > today[1]:
        return Fate("planned", firm=False), date
    if day[1] >= today[0] or fate.status not in {"planned", "proposed"}:
        return fate, date
    return (fate, None) if fate.firm else (Fate("held"), date)


def form_of(scene: Scene, trigger: Token, form: str, participants: Collection[str]) -> str:
    """The form of an occasion: what the word shows, and who takes part."""
    before = {c.lower_ for c in trigger.children if c.dep_ in {"amod", "compound"}}
    if before & words("mediated"):
        return "third_party"
    if form == "call" or _is_by_telephone(trigger, before):
        return "call"
    if form == "multilateral" or before & words("several") or _is_gathering(scene, trigger, participants):
        return "multilateral"
    countries = {scene.actors[p].country or p for p in participants}
    return "multilateral" if form == "meeting" and len(countries) > 2 else form


def _is_gathering(scene: Scene, trigger: Token, participants: Collection[str]) -> bool:
    """Whether an organisation holds a conference: `the NATO summit`."""
    hosts = any(scene.actors[p].kind is ActorKind.IGO for p in participants)
    return hosts and trigger.lemma_.lower() in words("conferences")


def _is_by_telephone(trigger: Token, before: set[str]) -> bool:
    if before & words("calls"):
        return True
    start, end = max(trigger.sent.start, trigger.i - 8), min(trigger.sent.end, trigger.i + 12)
    around = trigger.doc[start:end].text.lower()
    return trigger.lemma_.lower() in words("speaking") and any(p in around for p in words("by_telephone"))

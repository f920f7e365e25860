"""Puts the sightings of one occasion together, and keeps different occasions apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.meeting_words import words
from dragoman.claims.scene import unique
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from dragoman.claims.scene import Scene
    from dragoman.claims.sightings import Sighting

__all__ = ["Occasion", "gather"]

_AHEAD = {"planned", "proposed"}
_OFF = {"cancelled", "refused"}
_YEARLESS_DAY = re.compile(r"XXXX-(\d\d-\d\d|W..-\d)")
_NEAR = 150
"""Words within which `the talks` means those told of last."""
_FAR = 600
"""Words within which `the summit` means what was called a summit before."""
_RECENT = 45
"""Days: an undated meeting that news tells of as held is taken to be no older."""


@dataclass(slots=True)
class Occasion:
    """One occasion as its sightings tell of it."""

    sightings: list[Sighting] = field(default_factory=list)
    participants: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """What becomes of it: what is said outright wins, then what undoes it, then what fixes it."""
        firm = [s.fate.status for s in self.sightings if s.fate.firm]
        if firm and set(firm) <= _AHEAD:
            return "proposed" if firm.count("proposed") > len(firm) / 2 else "planned"
        if firm:
            return next(status for status in ("cancelled", "refused", "held") if status in firm)
        guesses = [s.fate.status for s in self.sightings]  # "held" is then no more than what is usual
        order = ("cancelled", "refused", "planned", "proposed", "held")
        return next(status for status in order if status in guesses)

    @property
    def is_firm(self) -> bool:
        """Whether a sighting says outright what becomes of it."""
        return any(s.fate.firm for s in self.sightings)

    @property
    def date(self) -> str | None:
        """The most precise of the dates; of days, the first told."""
        dates = [s.date for s in self.sightings if s.date]
        return min(dates, key=_width) if dates else None

    @property
    def place(self) -> str | None:
        """The first place named."""
        return next((s.place for s in self.sightings if s.place), None)

    @property
    def form(self) -> str:
        """The form: that of the sightings which show more than that people met."""
        forms = [s.form for s in self.sightings]
        return next((f for f in ("third_party", "call", "multilateral") if f in forms), forms[0])

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of all sightings, each once."""
        return unique(t for s in self.sightings for t in s.topics)[:5]

    @property
    def order(self) -> str | None:
        """Which one of several it is, where a sighting says so."""
        return next((s.order for s in self.sightings if s.order), None)

    @property
    def last(self) -> int:
        """The number of the last word that tells of it."""
        return max(s.at for s in self.sightings)


def _width(date: str) -> int:
    """How many days a date covers; a day of a year that is not known is one day."""
    return 1 if _YEARLESS_DAY.match(date) else timex.width(date)


def gather(scene: Scene, sightings: Iterable[Sighting]) -> list[Occasion]:
    """The occasions that sightings tell of, in order; what makes no meeting by itself may join one."""
    occasions: list[Occasion] = []
    waiting: list[Sighting] = []
    for s in sightings:
        fitting = [o for o in occasions if _fits(scene, o, s)]
        if fitting:
            _add(scene, max(fitting, key=lambda o: _rank(scene, o, s)), s)
        elif s.participants and not s.weak:
            occasions.append(Occasion([s], s.participants))
        else:
            waiting.append(s)
    for s in waiting:
        fitting = [o for o in occasions if _fits(scene, o, s) and abs(o.sightings[0].at - s.at) < 60]
        if fitting:
            _add(scene, min(fitting, key=lambda o: abs(o.sightings[0].at - s.at)), s)
    return occasions


def covers(scene: Scene, one: str, other: str) -> bool:
    """Whether two actors can stand for the same side: the same actor, or a person and his state."""
    if one == other:
        return True
    a, b = scene.actors[one], scene.actors[other]
    if {a.kind, b.kind} == {ActorKind.GROUP, ActorKind.IGO}:
        return True  # "the leaders" of a summit that is told of as the Group of Seven's
    persons = (a.kind is ActorKind.PERSON) + (b.kind is ActorKind.PERSON)
    return persons < 2 and a.country is not None and a.country == b.country


def _within(scene: Scene, few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return all(any(covers(scene, f, m) for m in many) for f in few)


def _same_sides(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return _within(scene, a, b) and _within(scene, b, a)


def _fits(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    return all(rule(scene, occasion, s) for rule in _RULES)


def _times_agree(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Dates agree; an undated meeting of the news is recent."""
    if not timex.agree(occasion.date, s.date):
        return False
    if bool(occasion.date) == bool(s.date) or s.back or {occasion.status, s.fate.status} <= _AHEAD:
        return True
    day, today = timex.days(occasion.date or s.date), timex.days(scene.published)
    return not day or not today or abs((today[0] - day[1]).days) <= _RECENT


def _places_agree(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Places do not differ, unless the day is the same: a city and a palace in it."""
    if not occasion.place or not s.place or occasion.place == s.place or (occasion.date and s.date):
        return True
    if {occasion.status, s.fate.status} <= _AHEAD and _same_sides(
        scene, s.participants, occasion.participants
    ):
        return True
    if (occasion.place in scene.states) != (s.place in scene.states):
        return True  # a city and its country
    return s.back or any(s.sentence == o.sentence for o in occasion.sightings)


def _fates_agree(_: Scene, occasion: Occasion, s: Sighting) -> bool:
    """What is said to become of it does not differ, where both say so."""
    mine, theirs = occasion.status, s.fate.status
    if mine == theirs or not s.fate.firm or not occasion.is_firm:
        return True
    if {mine, theirs} <= _AHEAD or {mine, theirs} <= _OFF:
        return True
    if s.back and theirs in _AHEAD | _OFF and mine in _AHEAD | _OFF:
        return True
    return bool(occasion.date and occasion.date == s.date and timex.width(s.date) == 1)


def _forms_agree(_: Scene, occasion: Occasion, s: Sighting) -> bool:
    """A call is not a meeting in one place; `the visit` and `the forum` mean what was called so."""
    if not s.participants and s.form in {"visit", "multilateral"}:
        return any(s.form == o.form for o in occasion.sightings)
    return (occasion.form == "call") == (s.form == "call") or (not s.participants and s.form != "call")


def _is_called(occasion: Occasion, s: Sighting) -> bool:
    """Whether an occasion can be called what the sighting calls it: `the summit` is no phone call."""
    called = {noun for o in occasion.sightings for noun in o.called}
    return not called - words("plain") or bool(_shared(occasion, s)) or set(s.called) <= words("plain")


def _shared(occasion: Occasion, s: Sighting) -> set[str]:
    """The nouns, other than those for any occasion, by which both call it."""
    called = {noun for o in occasion.sightings for noun in o.called}
    return called & set(s.called) - words("plain")


def _parties_agree(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """The same sides, or fewer of them; or none, where the words refer back."""
    if not s.participants:
        near = _FAR if _shared(occasion, s) else _NEAR
        return s.back and s.at - occasion.last < near and _is_called(occasion, s)
    if (
        s.back
        and occasion.place
        and s.place == occasion.place
        and not any(map(scene.is_named, s.participants))
    ):
        return True
    if s.back and "invitation" in s.called and occasion.status in _AHEAD:
        return any(_within(scene, (one,), occasion.participants) for one in s.participants)
    if len(s.participants) == 1 and s.back and _shared(occasion, s) & words("conferences"):
        return not all(map(scene.is_person, occasion.participants))
    if len(s.participants) == 1:
        return (s.back or s.at - occasion.last < _NEAR) and _within(
            scene, s.participants, occasion.participants
        )
    if _same_sides(scene, s.participants, occasion.participants):
        return True
    if _within(scene, s.participants, occasion.participants):
        return len(occasion.participants) <= len(s.participants) + 1
    return len(occasion.participants) > 1 and _within(scene, occasion.participants, s.participants)


def _orders_agree(_: Scene, occasion: Occasion, s: Sighting) -> bool:
    """The first is not the second, and another one not that told of so far."""
    mine, theirs = occasion.order, s.order
    if theirs is None or mine == theirs:
        return True
    if mine is not None:
        return {mine, theirs} == {"second", "later"}
    if theirs == "earlier":
        return bool(s.date and occasion.date == s.date) or bool(s.place and occasion.place == s.place)
    return theirs == "first" or occasion.status in _AHEAD


Rule = Callable[["Scene", Occasion, "Sighting"], bool]
_RULES: tuple[Rule, ...] = (
    _parties_agree,
    _times_agree,
    _fates_agree,
    _forms_agree,
    _places_agree,
    _orders_agree,
)


def _rank(scene: Scene, occasion: Occasion, s: Sighting) -> tuple[bool, bool, bool, bool, int]:
    """Of several that fit: the same noun, the same sides, date and status, told of last."""
    called = {noun for o in occasion.sightings for noun in o.called}
    return (
        bool(s.participants) or bool(called & set(s.called)),
        bool(s.participants) and _same_sides(scene, s.participants, occasion.participants),
        bool(s.date) and occasion.date == s.date,
        occasion.status == s.fate.status,
        occasion.last,
    )


def _add(scene: Scene, occasion: Occasion, s: Sighting) -> None:
    """Joins a sighting to an occasion; a person takes the place of his state."""
    occasion.sightings.append(s)
    kept = [
        p
        for p in occasion.participants
        if p in s.participants or not any(scene.is_person(n) and covers(scene, p, n) for n in s.participants)
    ]
    new = [n for n in s.participants if not any(covers(scene, n, k) for k in kept) and scene.is_named(n)]
    occasion.participants = unique((*kept, *new))

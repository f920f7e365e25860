"""Puts the sightings of one occasion together, and keeps different occasions apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.fitting import covers, fits, rank
from dragoman.claims.scene import unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.claims.scene import Scene
    from dragoman.claims.sightings import Sighting

__all__ = ["Occasion", "gather"]

_AHEAD = {"planned", "proposed"}
_YEARLESS_DAY = re.compile(r"XXXX-(\d\d-\d\d|W..-\d)")


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
    def called(self) -> set[str]:
        """The nouns it is called by."""
        return {noun for s in self.sightings for noun in s.called}

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
        fitting = [o for o in occasions if fits(scene, o, s)]
        if fitting:
            _add(scene, max(fitting, key=lambda o: rank(scene, o, s)), s)
        elif s.participants and not s.weak:
            occasions.append(Occasion([s], s.participants))
        else:
            waiting.append(s)
    for s in waiting:
        fitting = [o for o in occasions if fits(scene, o, s) and abs(o.sightings[0].at - s.at) < 60]
        if fitting:
            _add(scene, min(fitting, key=lambda o: abs(o.sightings[0].at - s.at)), s)
    return occasions


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

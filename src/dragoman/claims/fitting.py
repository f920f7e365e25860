"""Decides whether a sighting can be of an occasion told of before, and of which one best."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.claims.meeting_words import words
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from dragoman.claims.occasions import Occasion
    from dragoman.claims.scene import Scene
    from dragoman.claims.sightings import Sighting

__all__ = ["covers", "fits", "rank"]

_AHEAD = {"planned", "proposed"}
_OFF = {"cancelled", "refused"}
_NEAR = 150
"""Words within which `the talks` means those told of last."""
_FAR = 600
"""Words within which `the summit` means what was called a summit before."""
_RECENT = 45
"""Days: an undated meeting that news tells of as held is taken to be no older."""


def covers(scene: Scene, one: str, other: str) -> bool:
    """Whether two actors can stand for the same side: the same actor, or a person and his state."""
    if one == other:
        return True
    a, b = scene.actors[one], scene.actors[other]
    if {a.kind, b.kind} == {ActorKind.GROUP, ActorKind.IGO} and any(map(scene.is_several, (one, other))):
        return True  # "the leaders" of a summit that is told of as the Group of Seven's
    persons = (a.kind is ActorKind.PERSON) + (b.kind is ActorKind.PERSON)
    return persons < 2 and a.country is not None and a.country == b.country


def _within(scene: Scene, few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return all(any(covers(scene, f, m) for m in many) for f in few)


def _same_sides(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return _within(scene, a, b) and _within(scene, b, a)


def fits(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Whether a sighting can be of an occasion: whether no rule speaks against it."""
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
    return occasion.called <= words("plain") or bool(_shared(occasion, s)) or set(s.called) <= words("plain")


def _shared(occasion: Occasion, s: Sighting) -> set[str]:
    """The nouns, other than those for any occasion, by which both call it."""
    return occasion.called & set(s.called) - words("plain")


def _parties_agree(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """The same sides, or fewer of them; or none, where the words refer back."""
    if not s.participants:
        near = _FAR if _shared(occasion, s) else _NEAR
        return s.back and s.at - occasion.last < near and _is_called(occasion, s)
    if s.back and (_is_crowd_there(scene, occasion, s) or _is_known(scene, occasion, s)):
        return True
    if len(s.participants) == 1:
        return _is_one_of(scene, occasion, s)
    if _same_sides(scene, s.participants, occasion.participants) or _is_gathering(scene, occasion, s):
        return True
    if _within(scene, s.participants, occasion.participants):
        return len(occasion.participants) <= len(s.participants) + 1
    return len(occasion.participants) > 1 and _within(scene, occasion.participants, s.participants)


def _is_crowd_there(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Whether nobody is named of those who meet at the occasion's place: `the leaders' talks in Minsk`."""
    is_there = occasion.place is not None and s.place == occasion.place
    return is_there and not any(map(scene.is_named, s.participants))


def _is_gathering(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Whether both are one organisation's conference, whoever is named at it: `said at the G7 summit`."""
    hosts = {a for a in s.participants if scene.actors[a].kind is ActorKind.IGO}
    return bool(hosts & set(occasion.participants) and _shared(occasion, s) & words("conferences"))


def _is_known(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Whether one of those named is enough: for `the invitation`, whoever passes it on, and for company."""
    is_company = s.weak and len(s.participants) > 1
    is_invitation = "invitation" in s.called and occasion.status in _AHEAD
    return (is_company or is_invitation) and any(
        _within(scene, (one,), occasion.participants) for one in s.participants
    )


def _is_one_of(scene: Scene, occasion: Occasion, s: Sighting) -> bool:
    """Whether the only one named takes part: in talks told of last, or in a conference, among others."""
    if s.back and _shared(occasion, s) & words("conferences"):
        return not all(map(scene.is_person, occasion.participants))
    is_near = s.back or s.at - occasion.last < _NEAR
    return is_near and _within(scene, s.participants, occasion.participants)


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


Rule = Callable[["Scene", "Occasion", "Sighting"], bool]
_RULES: tuple[Rule, ...] = (
    _parties_agree,
    _times_agree,
    _fates_agree,
    _forms_agree,
    _places_agree,
    _orders_agree,
)


def rank(scene: Scene, occasion: Occasion, s: Sighting) -> tuple[bool, bool, bool, bool, int]:
    """Of several that fit: the same noun, the same sides, date and status, told of last."""
    return (
        bool(s.participants) or bool(occasion.called & set(s.called)),
        bool(s.participants) and _same_sides(scene, s.participants, occasion.participants),
        bool(s.date) and occasion.date == s.date,
        occasion.status == s.fate.status,
        occasion.last,
    )

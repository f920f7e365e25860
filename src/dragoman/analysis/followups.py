"""What became of a meeting that was to be: the meeting among others that tells it.

Reports of a plan and of the meeting are one record where enough speaks for it. Here those are found that
are not: the same parties, the day of the plan as precise as it is, told by a report that came out later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dragoman import timex
from dragoman.export.document import ActorPart, MeetingPart
from dragoman.folding import fold

AHEAD = frozenset({"planned", "proposed"})
"""The statuses of what is to be."""

_SLACK = ((3, 2), (10, 3))
"""Days by which a meeting may miss a plan that covers so many days at most."""

_LOOSE = 7
"""Days by which it may miss one that covers more."""

_SOON = 60
"""Days after a plan in which the next meeting of its parties is of interest."""

_PLAIN = frozenset({"the", "of", "in", "at", "near", "city", "town", "palace", "hotel", "capital"})

Actors = Mapping[str, ActorPart]
"""The actors of a document by id."""


class Meetings:
    """The meetings of a document, to look in for what became of those that were planned."""

    def __init__(self, meetings: Iterable[MeetingPart], actors: Actors, published: Mapping[str, str]) -> None:
        self._all = list(meetings)
        self._actors = actors
        self._published = published

    def outcome(self, plan: MeetingPart) -> MeetingPart | None:
        """The meeting that a plan became, or that tells that it did not take place."""
        if plan.status not in AHEAD:
            return plan
        found = [one for one in self._others(plan) if one.status not in AHEAD and _is_then(plan, one)]
        return min(found, key=lambda one: (one.status != "held", _apart(plan, one), one.id), default=None)

    def next(self, plan: MeetingPart) -> MeetingPart | None:
        """The first time that the parties of a plan met after it was told and its day was past."""
        days, told = timex.days(plan.date), self.told(plan)
        if not days and not told:
            return None
        after = max(filter(None, (told, days and days[1].isoformat())))
        soon = timex.bounds(after, slack=_SOON)[1]
        held = [one for one in self._others(plan) if one.status == "held" and timex.days(one.date)]
        later = [one for one in held if after < timex.bounds(one.date)[0] <= soon]
        return min(later, key=lambda one: (timex.bounds(one.date), one.id), default=None)

    def told(self, meeting: MeetingPart) -> str | None:
        """The first day on which a report told of a meeting."""
        return min(self._days(meeting), default=None)

    def _others(self, plan: MeetingPart) -> Iterator[MeetingPart]:
        """Other meetings of the same parties, in the same way, of which another article told no earlier."""
        articles, first = {report.article for report in plan.reports}, self.told(plan)
        for one in self._all:
            if one.id == plan.id or (one.form == "call") != (plan.form == "call"):
                continue
            others = {report.article for report in one.reports} - articles
            latest = max((self._published.get(id, timex.LAST_DAY) for id in others), default="")
            if latest >= (first or "") and others and self._same(plan.participants, one.participants):
                yield one

    def _days(self, meeting: MeetingPart) -> list[str]:
        return [self._published[one.article] for one in meeting.reports if one.article in self._published]

    def _same(self, ones: Sequence[str], others: Sequence[str]) -> bool:
        """Whether the same meet: all of the smaller party, and besides only people of theirs."""
        smaller, larger = sorted((ones, others), key=len)
        if len(smaller) < 2:
            return set(ones) == set(others)
        homes = {self._home(id) for id in smaller}
        return all(any(self._is_one(id, other) for other in larger) for id in smaller) and all(
            self._home(id) in homes for id in larger
        )

    def _home(self, id: str) -> str:
        """The country of an actor, else the actor."""
        actor = self._actors.get(id)
        return actor.country if actor and actor.country else id

    def _is_one(self, id: str, other: str) -> bool:
        """Whether two are one, or one is the other's state or a body of it."""
        if id == other:
            return True
        one, two = self._actors.get(id), self._actors.get(other)
        if one is None or two is None or not {"state", "body"} & {one.kind, two.kind}:
            return False
        return one.country is not None and one.country == two.country


def _is_then(plan: MeetingPart, later: MeetingPart) -> bool:
    """Whether a meeting is of the day of a plan; at another place only on that very day."""
    if not timex.days(plan.date) or not timex.days(later.date):
        return False
    width = timex.width(plan.date)
    slack = next((days for widest, days in _SLACK if width <= widest), _LOOSE)
    if _is_elsewhere(plan, later):
        slack = 0
    return timex.agree(plan.date, later.date, slack=slack)


def _is_elsewhere(plan: MeetingPart, later: MeetingPart) -> bool:
    ones, others = (set(fold(one.place or "").split()) - _PLAIN for one in (plan, later))
    return bool(ones and others and not ones & others)


def _apart(plan: MeetingPart, later: MeetingPart) -> int:
    """How many days a meeting misses its plan."""
    ones, others = timex.bounds(plan.date), timex.bounds(later.date)
    gap = date.fromisoformat(max(ones[0], others[0])) - date.fromisoformat(min(ones[1], others[1]))
    return max(gap.days, 0)

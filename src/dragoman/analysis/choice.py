"""Chooses what of a document belongs into a brief of two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dragoman import timex
from dragoman.analysis import agenda, positions, sides
from dragoman.analysis.agenda import Appointment
from dragoman.analysis.brief_parts import Person, Talk
from dragoman.analysis.entries import Entry, entry, excerpt, in_order, named, records
from dragoman.analysis.positions import Issue, Position
from dragoman.analysis.sides import Standing
from dragoman.export.document import AlignmentPart, Document, EventPart, MeetingPart, StatementPart
from dragoman.export.occasions import outline

MEETINGS, PLANS, ISSUES, MARKS, ACTS, PEOPLE = 3, 5, 5, 3, 5, 5
"""So many of each are told at most, so that it stays within two pages; marks by issue, people by side."""

VOICES = 2
"""So many statements of each side on one issue are told: the latest, and what is reported most."""

Weights = Mapping[str, tuple[int, int]]
"""What statements weigh, by the ids of their records."""

_QUOTED = {"direct": 2, "mixed": 1, "indirect": 0}
_DONE = frozenset({"asserted", "historical"})
_AHEAD, _SETTLED = frozenset({"ahead", "due"}), frozenset({"held", "refused"})


class Choice:
    """A document, and what of it belongs into a brief of two sides."""

    def __init__(
        self, document: Document, of: Sequence[Standing], today: str, only: frozenset[str] | None
    ) -> None:
        self._document, self._of, self._today = document, of, today
        self._only = only
        self._actors = {actor.id: actor for actor in document.actors}

    def last_day(self) -> str | None:
        """The day of the last meeting of the sides, None where none is told."""
        days = [timex.bounds(one.date)[1] for one in self._held()]
        return max(days, default=None)

    def talks(self, since: str | None) -> Iterator[Talk]:
        """The last meetings of the sides; the very last also where it is older than what is asked for."""
        held = sorted(self._held(), key=lambda one: (timex.bounds(one.date), one.id), reverse=True)[:MEETINGS]
        around = self._told_with(held)
        alignments = {one.meeting.id: one.alignments for one in outline(around).occasions}
        for n, meeting in enumerate(held):
            if n == 0 or _is_since(meeting.date, since):
                marks = tuple(one.id for one in alignments[meeting.id] if self._is_asked(one.id))
                yield Talk(**dict(entry("meeting", meeting, self._document)), alignments=marks[:MARKS])

    def _told_with(self, meetings: Iterable[MeetingPart]) -> Document:
        """The meetings and alignments of which the reports of some meetings tell."""
        articles = {report.article for one in meetings for report in one.reports}
        some: tuple[MeetingPart | AlignmentPart, ...] = (*self._document.meetings, *self._document.alignments)
        told = {one.id for one in some if not articles.isdisjoint(r.article for r in one.reports)}
        return excerpt(self._document, told)

    def plans(self, since: str | None) -> list[Appointment]:
        """The meetings of the sides that were to be and are not settled: what is ahead, then the latest."""
        found = agenda.make(self._document, self._of, today=self._today, since=since).entries
        ahead = [one for one in found if one.state in _AHEAD]
        past = [one for one in found if one.state not in _AHEAD | _SETTLED]
        past.sort(key=lambda one: timex.bounds(one.date if timex.days(one.date) else one.told), reverse=True)
        return [*ahead, *past][:PLANS]

    def issues(
        self, nations: Mapping[str, str], since: str | None, *, besides: AbstractSet[str]
    ) -> Iterator[Issue]:
        """The issues on which there is something to tell, with what is told of each."""
        document = self._document
        if self._only is not None:
            document = excerpt(document, self._only)
        found = positions.make(document, self._of, nations=nations, since=since)
        weights = {one.id: _weight(one) for one in document.statements}
        told = (self._issue(one, weights, since, besides) for one in found.issues)
        yield from [one for one in told if one.entries][:ISSUES]

    def _issue(
        self,
        issue: Issue,
        weights: Weights,
        since: str | None,
        besides: AbstractSet[str],
    ) -> Issue:
        new = [one for one in issue.entries if (one.new or not since) and one.record not in besides]
        kept = [one for one in new if one.kind == "alignment"][-MARKS:]
        for side in self._of:
            said = [one for one in new if one.kind == "statement" and side.id in one.sides]
            kept += [one for one in _voices(said, weights) if one not in kept]
        return Issue(name=issue.name, entries=tuple(one for one in issue.entries if one in kept))

    def acts(self, since: str | None) -> list[Entry]:
        """What one side did to the other, as reports tell it or as somebody says; of each words one act."""
        found: dict[tuple[str, int], Entry] = {}
        for event in self._document.events:
            if event.status not in _DONE or not self._is_asked(event.id):
                continue
            at = entry("event", event, self._document)
            if _is_since(at.date, since) and self._is_between(event, at.date):
                words = event.reports[0].evidence[0]
                found.setdefault((words.article, words.start), at)
        return in_order([*found.values()])[-ACTS:]

    def _is_between(self, event: EventPart, on: str | None) -> bool:
        """Whether somebody of one side did it to somebody of the other."""
        one, other = self._of
        return any(
            self._of_side(by, event.actors, on) and self._of_side(to, event.recipients, on)
            for by, to in ((one, other), (other, one))
        )

    def people(self, shown: AbstractSet[str]) -> Iterator[Person]:
        """The persons of each side who have a part in records, with what tells their offices."""
        parts: Counter[str] = Counter()
        places: dict[str, list[str]] = {}
        on: dict[str, str | None] = {}
        for kind, record in records(excerpt(self._document, shown)):
            for id in dict.fromkeys(named(record)):
                parts[id] += 1
                places.setdefault(id, []).append(record.id)
                on.setdefault(id, entry(kind, record, self._document).date)
        for side in self._of:
            persons = [id for id in parts if self._is_person(id) and self._of_side(side, (id,), on[id])]
            for id in sorted(persons, key=lambda id: (-parts[id], id))[:PEOPLE]:
                yield Person(
                    actor=id, side=side.id, office=self._office(id), records=tuple(sorted(places[id]))
                )

    def _held(self) -> list[MeetingPart]:
        """The dated meetings of both sides that were held by the day from which it is seen."""
        return [
            one
            for one in self._document.meetings
            if one.status == "held"
            and timex.days(one.date)
            and timex.bounds(one.date)[0] <= self._today
            and all(self._of_side(side, one.participants, one.date) for side in self._of)
        ]

    def _office(self, id: str) -> str | None:
        """The relation that tells an actor's office: of several the one that most reports have."""
        told = [
            one for one in self._document.relations if one.subject == id and one.predicate == "holds_office"
        ]
        return min(told, key=lambda one: (-len(one.reports), one.id)).id if told else None

    def _is_person(self, id: str) -> bool:
        return id in self._actors and self._actors[id].kind == "person"

    def _of_side(self, side: Standing, ids: Iterable[str], on: str | None) -> set[str]:
        return sides.among(side, ids, self._actors, on)

    def _is_asked(self, id: str) -> bool:
        return self._only is None or id in self._only


def _voices(said: Sequence[Position], weights: Weights) -> list[Position]:
    """The latest of some statements, and of the others those that weigh most."""
    if not said:
        return []
    *others, latest = said
    others.sort(key=lambda one: weights[one.record], reverse=True)
    return [latest, *others[: VOICES - 1]]


def _weight(statement: StatementPart) -> tuple[int, int]:
    """How many reports have a statement, and how far they have its very words."""
    return len(statement.reports), max(_QUOTED[report.kind] for report in statement.reports)


def _is_since(value: str | None, since: str | None) -> bool:
    """Whether a date is of the days from another on; one that is not known is, where nothing is asked."""
    return not since or bool(timex.days(value) and timex.bounds(value)[1] >= timex.bounds(since)[0])

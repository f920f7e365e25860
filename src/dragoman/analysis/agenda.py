"""The meetings that were planned, proposed, cancelled or refused, and what became of them by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from dragoman import history, timex
from dragoman.analysis import newest, sides
from dragoman.analysis.entries import Entry, Part, SidePart, entry, excerpt
from dragoman.analysis.followups import Meetings
from dragoman.analysis.sides import Standing
from dragoman.export import document as documents
from dragoman.export.document import Document, MeetingPart
from dragoman.query import Query, Term
from dragoman.store import Store

GRACE = 3
"""Days after its own until which a meeting that nothing more is told of is not overdue."""

State = Literal["ahead", "due", "overdue", "undated", "cancelled", "refused", "held"]

STATES: tuple[State, ...] = ("ahead", "due", "overdue", "undated", "cancelled", "refused", "held")
"""What may have become of a meeting, in the order in which they are told."""

_ENDS: dict[str, State] = {"held": "held", "cancelled": "cancelled", "refused": "refused"}
"""The states that a report tells, by its word for them."""


class Appointment(Entry):
    """A meeting that was to be, and what became of it."""

    state: State = Field(
        description="ahead: its day is to come; due: it is here, or just past; overdue: it is past and no "
        "report says what became of it; undated: its day is not known; else what a report says of it."
    )
    told: str | None = Field(description="The day of the first report of it, where that is known.")
    became: str | None = Field(description="The id of the record that says what became of it; its own, too.")
    met: str | None = Field(
        description="Where nothing says what became of it: the id of the next meeting of the same parties."
    )


class Agenda(Part):
    """The meetings that were to be."""

    version: Literal["1"] = "1"
    today: str
    grace: int = Field(description="So many days after its own a meeting is overdue.")
    actors: tuple[SidePart, ...]
    since: str | None
    entries: tuple[Appointment, ...] = Field(description="By state, each in order of date.")
    record: Document = Field(description="The records that the entries name, with their reports.")


def find(
    store: Store,
    of: Sequence[Standing] = (),
    *,
    today: str,
    since: str | None = None,
    grace: int = GRACE,
    most: int | None = None,
) -> Agenda:
    """The meetings that a store has as planned; with actors, those in which all of them take part.

    Args:
        store: the record.
        of: the actors (see `sides.find`).
        today: the day from which it is seen, in ISO form; later reports do not count.
        since: leaves out what was to be before this date, and what is undated and was told before it.
        grace: see `GRACE`.
        most: only the newest so many meetings are looked at; all where not given.
    """
    terms = [Term("kind", "meeting"), *(Term("actor", sides.term(side)) for side in of)]
    found = documents.make(history.as_of(store, newest.find(store, Query(tuple(terms)), most), today))
    return make(found, of, today=today, since=since, grace=grace)


def make(
    document: Document,
    of: Sequence[Standing] = (),
    *,
    today: str,
    since: str | None = None,
    grace: int = GRACE,
) -> Agenda:
    """The meetings that a document has as planned (see `find`)."""
    actors = {actor.id: actor for actor in document.actors}
    told = {one.id: one.published or "" for one in document.articles}
    published = {id: value[:10] for id, value in told.items() if timex.days(value)}
    taking_part = {
        m.id: [sides.among(side, m.participants, actors, m.date) for side in of] for m in document.meetings
    }
    theirs = [meeting for meeting in document.meetings if all(taking_part[meeting.id])]
    known = Meetings(theirs, actors, published)
    found = [_appointment(one, known, document, (today, grace)) for one in theirs if _was_planned(one)]
    outcomes = {one.became for one in found if one.became != one.record}
    entries = [one for one in found if one.record not in outcomes and _is_since(one, since)]
    cited = {id for one in entries for id in (one.record, one.became, one.met) if id}
    return Agenda(
        today=today,
        grace=grace,
        actors=tuple(sides.part(side, [by[n] for by in taking_part.values()]) for n, side in enumerate(of)),
        since=since,
        entries=tuple(sorted(entries, key=_order)),
        record=excerpt(document, cited),
    )


def _was_planned(meeting: MeetingPart) -> bool:
    """Whether a report has it as something else than held."""
    return any(report.status != "held" for report in meeting.reports)


def _appointment(
    meeting: MeetingPart, known: Meetings, document: Document, on: tuple[str, int]
) -> Appointment:
    outcome = known.outcome(meeting)
    met = None if outcome else known.next(meeting)
    return Appointment(
        **dict(entry("meeting", meeting, document)),
        state=_ENDS.get(outcome.status if outcome else "") or _state(meeting.date, *on),
        told=known.told(meeting),
        became=outcome.id if outcome else None,
        met=met.id if met else None,
    )


def _state(when: str | None, today: str, grace: int) -> State:
    """What is to be said on a day of a meeting of which no report says more."""
    days = timex.days(when)
    if days is None:
        return "undated"
    now = date.fromisoformat(today)
    if now < days[0]:
        return "ahead"
    return "due" if now - days[1] <= timedelta(days=grace) else "overdue"


def _is_since(one: Appointment, since: str | None) -> bool:
    when = one.date if timex.days(one.date) else one.told
    return not since or not when or timex.bounds(when)[1] >= timex.bounds(since)[0]


def _order(one: Appointment) -> tuple[int, Sequence[str], str]:
    when = one.date if timex.days(one.date) else one.told
    return STATES.index(one.state), timex.bounds(when), one.record

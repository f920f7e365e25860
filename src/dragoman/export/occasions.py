"""Which statements and alignments of a document belong to which meeting.

A statement belongs to a meeting when they come from the same report, those who speak took part, and
the meeting is the report's news or told of near the words. Where several meetings fit, one that was
news when the report was written gets it, before one that the report only looks back on; else the one
that the report dwells on most.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman import timex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.export.document import (
        ActorPart,
        AlignmentPart,
        Document,
        MeetingPart,
        MeetingReport,
        StatementPart,
    )


_NEWS = 3
"""So many days before or after a report is a meeting its news."""


_NEAR = 600
"""Words that stand so many characters from where a meeting is told of can have been said at it."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, with what was said at it and where its parties agree and differ."""

    meeting: MeetingPart
    statements: tuple[StatementPart, ...]
    alignments: tuple[AlignmentPart, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The record in the order in which a person reads it; the rest belongs to no meeting."""

    occasions: tuple[Occasion, ...]
    statements: tuple[StatementPart, ...]
    alignments: tuple[AlignmentPart, ...]


def outline(document: Document) -> Outline:
    """Arrange a document: meetings in order of time, each with what belongs to it."""
    actors = {actor.id: actor for actor in document.actors}
    ranks = {article.id: rank for rank, article in enumerate(document.articles)}
    published = {article.id: article.published for article in document.articles}
    said: dict[str | None, list[StatementPart]] = defaultdict(list)
    for statement in document.statements:
        said[_meeting_of(statement, document.meetings, actors, published)].append(statement)
    shared: dict[str | None, list[AlignmentPart]] = defaultdict(list)
    for alignment in document.alignments:
        shared[_meeting_between(alignment, document.meetings, actors, published)].append(alignment)
    occasions = [
        Occasion(meeting, _in_order(said[meeting.id], ranks), tuple(shared[meeting.id]))
        for meeting in sorted(document.meetings, key=_when)
    ]
    return Outline(tuple(occasions), _in_order(said[None], ranks), tuple(shared[None]))


def by_speakers(
    statements: Iterable[StatementPart],
) -> list[tuple[tuple[str, ...], list[StatementPart]]]:
    """Statements by who said them, whatever order a report names these in; in order of the first of each."""
    groups: dict[frozenset[str], list[StatementPart]] = {}
    for statement in statements:
        groups.setdefault(frozenset(statement.speakers), []).append(statement)
    return [(said[0].speakers, said) for said in groups.values()]


def _in_order(statements: Iterable[StatementPart], ranks: dict[str, int]) -> tuple[StatementPart, ...]:
    """Statements as they follow each other in the reports."""

    def first(statement: StatementPart) -> tuple[int, int]:
        return min((ranks.get(r.article, 0), r.content[0].start) for r in statement.reports)

    return tuple(sorted(statements, key=first))


def _when(meeting: MeetingPart) -> tuple[str, str, str]:
    """Meetings without a date that is known come last."""
    return (*timex.bounds(meeting.date), meeting.id) if timex.days(meeting.date) else ("A", "", meeting.id)


def _meeting_of(
    statement: StatementPart,
    meetings: Iterable[MeetingPart],
    actors: dict[str, ActorPart],
    published: dict[str, str | None],
) -> str | None:
    articles = {report.article for report in statement.reports}
    best: tuple[tuple[bool, bool, int, int], str] | None = None
    for meeting in meetings:
        reports = [r for r in meeting.reports if r.article in articles and _allows(r, statement)]
        if not reports or not statement.speakers or not _takes_in(meeting, statement.speakers, actors):
            continue
        if not any(_is_news(r, published.get(r.article)) or _is_near(r, statement) for r in reports):
            continue
        dated = bool(statement.said_on and meeting.date)
        best = max(filter(None, (best, ((dated, *_weight(reports, published)), meeting.id))))
    return best[1] if best else None


def _meeting_between(
    alignment: AlignmentPart,
    meetings: Iterable[MeetingPart],
    actors: dict[str, ActorPart],
    published: dict[str, str | None],
) -> str | None:
    articles = {report.article for report in alignment.reports}
    best: tuple[tuple[bool, int, int], str] | None = None
    for meeting in meetings:
        reports = [r for r in meeting.reports if r.article in articles]
        if reports and _takes_in(meeting, alignment.parties, actors):
            best = max(filter(None, (best, (_weight(reports, published), meeting.id))))
    return best[1] if best else None


def _allows(report: MeetingReport, statement: StatementPart) -> bool:
    """Whether words of this date can have been said at a meeting that the report has as held."""
    if report.status != "held" or not statement.said_on:
        return True
    return timex.agree(statement.said_on, report.date, slack=1)


def _weight(reports: Iterable[MeetingReport], published: dict[str, str | None]) -> tuple[bool, int, int]:
    """How much a meeting is what the reports are about: it is news, they name it often, and early."""
    found = list(reports)
    spans = [evidence for report in found for evidence in report.evidence]
    return (
        any(_is_news(report, published.get(report.article)) for report in found),
        len(spans),
        -min(span.start for span in spans),
    )


def _is_news(report: MeetingReport, published: str | None) -> bool:
    """Whether a meeting is of the days in which its report was written, as far as the report says."""
    if not report.date or not published:
        return not report.date and not published
    return timex.agree(report.date, published[:10], slack=_NEWS)


def _is_near(report: MeetingReport, statement: StatementPart) -> bool:
    """Whether the report tells of the meeting where it tells the words."""
    return any(
        abs(content.start - evidence.start) < _NEAR
        for told in statement.reports
        if told.article == report.article
        for content in told.content
        for evidence in report.evidence
    )


def _takes_in(meeting: MeetingPart, actors: Iterable[str], known: dict[str, ActorPart]) -> bool:
    """Whether all of these took part, or stand for somebody who did, or he for them."""
    present = [known[id] for id in meeting.participants if id in known]
    return all(any(_is_side(known.get(id), other) for other in present) for id in actors)


def _is_side(actor: ActorPart | None, participant: ActorPart) -> bool:
    if actor is None:
        return False
    if actor.id == participant.id:
        return True
    stands_for = {"state", "body"} & {actor.kind, participant.kind}
    return bool(stands_for and actor.country and actor.country == participant.country)

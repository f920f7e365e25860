"""Writes a brief as a page: fixed words around the record's own, every line with its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.analysis import entries
from dragoman.cli import render_facts
from dragoman.cli.citations import Citations
from dragoman.cli.console import printable
from dragoman.cli.pages.lines import Cites, Group, Line, Page, Piece, Source, Words, quote, section
from dragoman.export.document import AlignmentPart, EventPart, MeetingPart, RelationPart, StatementPart
from dragoman.telling import dates, phrases
from dragoman.telling.citations import title
from dragoman.telling.names import Names
from dragoman.telling.phrases import FORMS, MARKS, cue_of

if TYPE_CHECKING:
    from dragoman.analysis.agenda import Appointment
    from dragoman.analysis.brief_parts import Brief, Person, Talk
    from dragoman.analysis.entries import AnyRecord, Entry
    from dragoman.analysis.positions import Issue
    from dragoman.cli.pages.lines import Section
    from dragoman.export.document import EvidencePart, ReportPart, StatementReport

LONGEST = 200
"""Characters of a quotation that are shown."""

STATES = {
    "ahead": "",
    "due": "due",
    "overdue": "its day is past",
    "undated": "",
    "cancelled": "",
}
"""What is said of a plan besides its status."""

OTHER = "Other matters"

MOST = 3
"""So many sources of one thing are named."""

_KINDS = ("direct", "mixed", "indirect")
"""The kinds of wording, that first which has most of the very words."""


def write(brief: Brief) -> Page:
    """Write a brief."""
    writer = _Writer(brief)
    sections = tuple(writer.sections())
    names = " and ".join(printable(side.name) for side in brief.sides)
    since = f", since {dates.words(brief.since)}" if brief.since else ""
    return Page(
        title=names + (f" on {printable(brief.about)}" if brief.about else ""),
        subtitle=f"As of {dates.words(brief.today, with_weekday=True)}{since}",
        sections=sections,
        sources=tuple(writer.sources()),
    )


class _Writer:
    """What is needed to write the lines of a brief."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self.names, self.citations = Names(brief.record), Citations(brief.record)
        self._records: dict[str, AnyRecord] = {one.id: one for _, one in entries.records(brief.record)}

    def sections(self) -> Iterator[Section]:
        """The sections that have lines, in the order in which they are read."""
        brief = self._brief
        yield from section("Who they are", map(self._side, (side.id for side in brief.sides)))
        talks = [line for talk in brief.meetings for line in self._talk(talk)]
        yield from section("When they last met", [Group(None, tuple(talks))])
        yield from section("What is planned", [Group(None, tuple(map(self._plan, brief.plans)))])
        yield from section("Where they stand", map(self._issue, brief.issues))
        yield from section("What they did", [Group(None, tuple(map(self._act, brief.acts)))])
        disputed = Group(None, tuple(self._disputes()))
        yield from section("Where reports contradict each other", [disputed])

    def sources(self) -> Iterator[Source]:
        """The articles that are cited."""
        for number, article in self.citations.sources(are_all=False):
            named = title(article.model_copy(update={"page": ""}))
            yield Source(number, article.id, named, printable(article.url or article.page))

    def _side(self, id: str) -> Group:
        (name,) = (side.name for side in self._brief.sides if side.id == id)
        people = tuple(self._person(one) for one in self._brief.people if one.side == id)
        return Group(printable(name), people)

    def _person(self, person: Person) -> Line:
        """A name, with the office that a report gives."""
        name = Words(self.names.full(person.actor), "strong")
        told = self._records.get(person.office or "")
        if not isinstance(told, RelationPart):
            records = (self._records[id] for id in person.records)
            return Line((name, self._latest(report for one in records for report in one.reports)))
        spell = f", since {dates.words(told.since)}" if told.since else ""
        cites = self._latest(report for report in told.reports if report.since == told.since)
        return Line((name, Words(f", {self.names.full(told.object)}{spell}"), cites))

    def _talk(self, talk: Talk) -> Iterator[Line]:
        """A meeting, and on what reports of it say that its parties agree or differ."""
        meeting = self._meeting(talk.record)
        yield Line((*self._occasion(meeting), self._meets(meeting)))
        marks = [self._records[id] for id in talk.alignments]
        yield from (self._mark(one) for one in marks if isinstance(one, AlignmentPart))

    def _plan(self, plan: Appointment) -> Line:
        meeting = self._meeting(plan.record)
        told = f"as of {dates.words(plan.told)}" if plan.state == "undated" and plan.told else ""
        remarks = ", ".join(filter(None, (meeting.status, STATES[plan.state], told)))
        pieces: list[Piece] = [
            *self._occasion(meeting),
            Words(f" ({remarks})"),
            self._meets(meeting),
        ]
        for words, other in (("; became of it: ", plan.became), ("; they met next: ", plan.met)):
            if other and other != plan.record:
                later = self._meeting(other)
                pieces += [
                    Words(f"{words}{_when_and_where(later)} ({later.status})"),
                    self._meets(later),
                ]
        return Line(tuple(pieces))

    def _issue(self, issue: Issue) -> Group:
        name = printable(issue.name) if issue.name else OTHER
        return Group(name, tuple(self._position(one) for one in issue.entries))

    def _position(self, at: Entry) -> Line:
        record = self._records[at.record]
        if isinstance(record, AlignmentPart):
            return self._mark(record)
        if isinstance(record, StatementPart):
            return self._statement(record, at)
        raise TypeError(type(record))

    def _mark(self, mark: AlignmentPart) -> Line:
        """On what parties agree or differ; in the report's words where it names no issue."""
        parties = Words(self.names.all(mark.parties), "strong")
        if mark.issue:
            return Line((parties, Words(f" {mark.kind}: {printable(mark.issue)}"), self._cites([mark])))
        spans = [report.evidence[0] for report in mark.reports[:1]]
        words = quote(printable(spans[0].exact), LONGEST)
        return Line((parties, Words(f" {mark.kind}: "), *words, self._numbers(spans)))

    def _statement(self, statement: StatementPart, at: Entry) -> Line:
        """Who said what and when: the wording nearest to the very words, and who else tells it."""
        report = min(
            statement.reports, key=lambda one: (_KINDS.index(one.kind), -len(_exact(one)), one.article)
        )
        same = [one for one in statement.reports if _exact(one) == _exact(report) and one.kind == report.kind]
        others = [one for one in statement.reports if one not in same]
        cue = cue_of(report)
        pieces: list[Piece] = [
            Words(self.names.all(statement.speakers) or "Speaker not named", "strong"),
            Words(f", {_when(at)}{f', {cue}' if cue else ''}: "),
            *_said(report),
            self._numbers(span for one in same for span in one.content),
        ]
        if others:
            pieces += [Words("; in other words"), self._numbers(s for one in others for s in one.content)]
        return Line(tuple(pieces))

    def _act(self, at: Entry) -> Line:
        """Who did what to whom, with the words of the report."""
        event = self._records[at.record]
        if not isinstance(event, EventPart):
            raise TypeError(type(event))
        spans = [span for report in event.reports for span in report.evidence]
        done = printable(render_facts.event(event, self.names).plain)
        words = quote(printable(spans[0].exact), LONGEST)
        return Line((Words(done, "strong"), Words(f", {_when(at)}: "), *words, self._numbers(spans[:1])))

    def _disputes(self) -> Iterator[Line]:
        wanted = {(one.record, one.field) for one in self._brief.contradictions}
        subjects = phrases.subjects(self._brief.record, self.names)
        for found in self._brief.record.discrepancies:
            if (found.record, found.field) not in wanted or found.record not in subjects:
                continue
            articles: defaultdict[str, list[str]] = defaultdict(list)
            for one in found.values:
                articles[one.value].append(one.article)
            pieces: list[Piece] = [Words(subjects[found.record], "strong"), Words(f", {found.field}: ")]
            for n, (value, ids) in enumerate(articles.items()):
                words = phrases.in_words(found.field, value, self.names)
                pieces += [Words(f"{'; ' if n else ''}{words}"), Cites(self.citations.numbers(ids))]
            yield Line(tuple(pieces))

    def _occasion(self, meeting: MeetingPart) -> Iterator[Words]:
        """When and where, in what form, and who."""
        yield Words(_when_and_where(meeting), "strong")
        people = [self.names.full(id) for id in meeting.participants]
        together = " and ".join(filter(None, (", ".join(people[:-1]), people[-1])))
        yield Words(f": {FORMS.get(meeting.form, meeting.form)} of {together}")

    def _meeting(self, id: str) -> MeetingPart:
        found = self._records[id]
        if not isinstance(found, MeetingPart):
            raise TypeError(type(found))
        return found

    def _meets(self, meeting: MeetingPart) -> Cites:
        """The sources of a meeting: such as have its status, its date and its place, then the latest."""
        late = sorted(meeting.reports, key=lambda one: self.citations.order(one.article), reverse=True)
        late.sort(key=lambda one: one.status != meeting.status)  # those first that have its status
        telling = [
            *late[:1],
            *[one for one in late if one.date == meeting.date][:1],
            *[one for one in late if one.place == meeting.place][:1],
            *[one for one in late if one.status == meeting.status],
        ]
        return Cites(self.citations.numbers([*dict.fromkeys(one.article for one in telling)][:MOST]))

    def _latest(self, reports: Iterable[ReportPart]) -> Cites:
        """The latest of some reports."""
        return Cites(self.citations.numbers([max({r.article for r in reports}, key=self.citations.order)]))

    def _cites(self, records: Iterable[AnyRecord]) -> Cites:
        return self._numbers(s for one in records for report in one.reports for s in report.evidence)

    def _numbers(self, spans: Iterable[EvidencePart]) -> Cites:
        """The sources of what stands before; of many the latest."""
        articles = sorted({span.article for span in spans}, key=self.citations.order)
        return Cites(self.citations.numbers(articles[-MOST:]))


def _said(report: StatementReport) -> Sequence[Words]:
    """The words of a report: quotation where it quotes, else marked as what it is."""
    texts = [printable(span.exact) for span in report.content]
    if report.kind == "direct":
        pieces = [piece for text in texts for piece in (Words(" … "), *quote(text, LONGEST))]
        return pieces[1:]
    words = " … ".join(texts)
    shown = words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
    return (Words(f"{shown} ({MARKS[report.kind]})"),)


def _nearness(report: StatementReport) -> tuple[int, int, str]:
    """Less is nearer to the very words, and fuller."""
    return _KINDS.index(report.kind), -len(_exact(report)), report.article


def _exact(report: StatementReport) -> str:
    return " … ".join(printable(span.exact) for span in report.content)


def _when_and_where(meeting: MeetingPart) -> str:
    """The date and the place of a meeting, as reports give them."""
    day = dates.words(meeting.date, with_weekday=True) if meeting.date else "date not known"
    words = f"{day}, {meeting.place}" if meeting.place else day
    return printable(words[0].upper() + words[1:])


def _when(at: Entry) -> str:
    """The day of a record; "by" where only that of its first report is known."""
    if at.date is None:
        return "date not known"
    return f"{'by ' if at.dated == 'reported' else ''}{dates.words(at.date)}"

"""What new reports changed in the record: for each kind what is new, then what is not what it was."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from dragoman.analysis import entries
from dragoman.cli import (
    render_alignments,
    render_discrepancies,
    render_facts,
    render_record,
    render_statements,
)
from dragoman.cli.citations import Citations
from dragoman.cli.console import printable, write
from dragoman.cli.sections import indented, section
from dragoman.export.document import (
    AlignmentPart,
    EventPart,
    MeetingPart,
    RelationPart,
    StatementPart,
)
from dragoman.telling import dates, phrases
from dragoman.telling.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType

    from dragoman.analysis.entries import AnyRecord
    from dragoman.analysis.news import Changed, Dispute, Item, News

PLURALS = {
    "meeting": "meetings",
    "alignment": "agreements and differences",
    "statement": "statements",
    "event": "events",
    "relation": "relations",
}
"""What several records of a kind are called."""

FOLDED = 12
"""So many new records of a kind are shown; the others are counted."""

FIELDS = {"said_on": "day", "kind": "wording", "attributed_to": "said by"}
"""The fields whose name in the record is not the word for a person."""

WORDINGS = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrase"}
"""The kinds of wording, that first which has most of the very words."""

DISPUTES = {"new": "reports now differ on", "settled": "settled", "changed": "more on"}
"""What came of a discrepancy."""


def render(found: News, console: Console) -> None:
    """Print what is new."""
    page = _Page(found)
    for block in (page.beginning(), *page.blocks()):
        write(console, block)
        write(console, Text())
    render_record.sources(page.citations, console, are_all=False)


class _Page:
    """What is needed to show news."""

    def __init__(self, found: News) -> None:
        self.names, self.citations = Names(found.record), Citations(found.record)
        self._found = found
        self._records: dict[str, AnyRecord] = {one.id: one for _, one in entries.records(found.record)}

    def beginning(self) -> Text:
        """How many reports came in, and since when."""
        count = len(self._found.articles)
        day = dates.words(self._found.since[:10])
        clock = (
            ""
            if self._found.counted == "published"
            else f", {datetime.fromisoformat(self._found.since):%H:%M}"
        )
        return Text(
            f"{count} report{'s' * (count != 1)} {self._found.counted} since {day}{clock}", style="faint"
        )

    def blocks(self) -> Iterator[RenderableType]:
        """A block for what is new of each kind, and one for what changed; what was told again comes last."""
        told = [one for one in self._found.entries if one.change != "confirmed"]
        for kind, some in groupby(told, key=lambda one: one.kind):
            items = list(some)
            new = [one for one in items if one.change == "new"]
            changed = [one for one in items if one.change != "new"]
            if new:
                yield section(f"New {PLURALS[kind]}", *self._new(new))
            if changed:
                yield section(f"Changed {PLURALS[kind]}", *map(self._changed, changed))
        again = Counter(one.kind for one in self._found.entries if one.change == "confirmed")
        if again:
            counts = ", ".join(
                f"{count} {PLURALS[kind] if count > 1 else kind}" for kind, count in again.items()
            )
            yield Text(f"Told once more: {counts}", style="faint")

    def _new(self, items: Sequence[Item]) -> Iterator[RenderableType]:
        """The first of some new records, and how many more there are."""
        shown = items[:FOLDED]
        said = [one for one in map(self._record, shown) if isinstance(one, StatementPart)]
        if said:
            yield render_statements.table(said, self.names, self.citations)
        else:
            for item in shown:
                yield self._line(self._record(item))
                yield from map(indented, self._reversed(item))
        if len(items) > FOLDED:
            yield Text(f"and {len(items) - FOLDED} more", style="faint")

    def _changed(self, item: Item) -> RenderableType:
        """A record, and what of it is not what it was."""
        joined = f"one that were {len(item.was)}" if item.change == "joined" else ""
        parted = "one that was a part of another" if item.change == "parted" else ""
        remarks = [Text(words, style="faint") for words in (joined, parted) if words]
        lines = [*remarks, *map(self._field, item.fields), *map(self._dispute, item.discrepancies)]
        return Group(self._line(self._record(item)), *map(indented, lines))

    def _record(self, item: Item) -> AnyRecord:
        return self._records[item.record]

    def _line(self, record: AnyRecord) -> Text:
        """A record in one line, with its sources."""
        cited = self.citations.cite(span for report in record.reports for span in report.evidence)
        match record:
            case MeetingPart():
                return self._meeting(record) + cited
            case AlignmentPart():
                line = render_alignments.line(record, self.names, self.citations)
                return Text.assemble((record.kind, record.kind), "  ") + line
            case EventPart():
                brief = render_facts.cited(record.reports, self.citations, longest=render_facts.BRIEF)
                return render_facts.event(record, self.names) + brief
            case RelationPart():
                return render_facts.relation(record, self.names) + Text(" ") + cited
            case _:
                return self._statement(record) + cited

    def _meeting(self, meeting: MeetingPart) -> Text:
        line = Text(phrases.when_and_where(meeting, self.names), style="heading")
        line.append(f" · {phrases.FORMS.get(meeting.form, meeting.form)} · ", style="default")
        line.append(meeting.status, style=meeting.status)
        line.append(" · ", style="default")
        return line + Text(", ").join(Text(self.names.full(id)) for id in meeting.participants) + Text(" ")

    def _statement(self, statement: StatementPart) -> Text:
        report = min(statement.reports, key=lambda one: list(WORDINGS).index(one.kind))
        words = printable(report.content[0].exact)
        shown = (
            words
            if len(words) <= render_facts.BRIEF
            else words[: render_facts.BRIEF].rpartition(" ")[0] + " …"
        )
        is_quoted = report.kind == "direct"
        speakers = self.names.all(statement.speakers) or "(speaker not named)"
        return Text.assemble(
            (speakers, "person"), f"  “{shown}” " if is_quoted else f"  {shown} (paraphrase) "
        )

    def _reversed(self, item: Item) -> Iterable[Text]:
        """What was told earlier of the same sides on the same issue, the other way round."""
        for record in (self._records[id] for id in item.reverses):
            if isinstance(record, AlignmentPart):
                line = render_alignments.line(record, self.names, self.citations)
                yield Text.assemble(("before: ", "faint"), (record.kind, record.kind), "  ") + line

    def _field(self, changed: Changed) -> Text:
        before, after = (
            ", ".join(self._value(changed.field, one) for one in values) or "not told"
            for values in (changed.before, changed.after)
        )
        name = FIELDS.get(changed.field, changed.field)
        return Text.assemble((f"{name}: ", "faint"), f"{before} → {after}")

    def _value(self, field: str, value: str) -> str:
        if field == "kind":
            return WORDINGS[value]
        return phrases.in_words(field, value, self.names)

    def _dispute(self, dispute: Dispute) -> Text:
        line = Text.assemble((f"{DISPUTES[dispute.change]} ", "faint"), (f"{dispute.field}: ", "differ"))
        return line + render_discrepancies.values(dispute, self.names, self.citations)

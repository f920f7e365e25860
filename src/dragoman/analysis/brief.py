"""What one must know of two sides before they meet: people, meetings, plans, positions, acts, contradictions.

It chooses records and puts them in order; all that can be said of them stands in their reports.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman import history, who
from dragoman.analysis import sides
from dragoman.analysis.brief_parts import Brief, Contradiction, Question
from dragoman.analysis.choice import Choice
from dragoman.analysis.entries import SidePart, excerpt
from dragoman.export import document as documents
from dragoman.export.document import Document
from dragoman.query import Query, Term
from dragoman.store import Store

LAST_MEETING = "last-meeting"
"""What stands for the day of the last meeting of the two sides."""


def find(store: Store, asked: Question) -> Brief:
    """What a store has of two sides."""
    whose = Term("actor", ",".join(sides.term(side) for side in asked.of))
    found = documents.make(history.as_of(store, store.find(Query((whose,))), asked.today))
    only = None
    if asked.about:
        about = history.as_of(store, store.find(Query((whose, Term("about", asked.about)))), asked.today)
        only = frozenset(record.id for record in about.records)
    return make(found, asked, nations=who.nations(), only=only)


def make(
    document: Document, asked: Question, *, nations: Mapping[str, str], only: frozenset[str] | None = None
) -> Brief:
    """What a document has of two sides.

    Args:
        document: the records in which they may have a part.
        asked: what the brief is asked for.
        nations: the names of states by the words that mean them (see `who.nations`).
        only: the ids of the records that are about what is asked; all where not given.
    """
    chosen = Choice(document, asked.of, asked.today, only)
    day = chosen.last_day() if asked.since == LAST_MEETING else asked.since
    talks = tuple(chosen.talks(day))
    plans = tuple(chosen.plans(day))
    told = {id for talk in talks for id in talk.alignments}
    issues = tuple(chosen.issues(nations, day, besides=told))
    acts = tuple(chosen.acts(day))
    shown = told | {one.record for one in (*talks, *plans, *acts)}
    shown |= {id for plan in plans for id in (plan.became, plan.met) if id}
    shown |= {one.record for issue in issues for one in issue.entries}
    people = tuple(chosen.people(shown))
    return Brief(
        sides=tuple(
            SidePart(id=one.id, name=one.name, actors=tuple(p.actor for p in people if p.side == one.id))
            for one in asked.of
        ),
        about=asked.about,
        since=day,
        today=asked.today,
        people=people,
        meetings=talks,
        plans=plans,
        issues=issues,
        acts=acts,
        contradictions=tuple(
            Contradiction(record=one.record, field=one.field)
            for one in document.discrepancies
            if one.record in shown
        ),
        record=excerpt(document, shown | {one.office for one in people if one.office}),
    )

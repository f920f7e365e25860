"""What reports that came in changed in the record: records that are new, and fields of others that changed.

It is computed from the record before and after them (see `dragoman.history`); nothing is kept for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from pydantic import Field

from dragoman import history
from dragoman.analysis import reversals
from dragoman.analysis.entries import Entry, Kind, Part, entry, excerpt, records
from dragoman.export import document as documents
from dragoman.export.document import DifferingValue, Document
from dragoman.history import Passage
from dragoman.query import Query
from dragoman.store import Store
from dragoman.types import Account, Alignment, Claim, Discrepancy, Record, Selection

Change = Literal["new", "changed", "joined", "parted", "confirmed"]

CHANGES: tuple[Change, ...] = ("new", "changed", "joined", "parted", "confirmed")
"""What may have come of a record, in the order in which it is told."""

KINDS: tuple[Kind, ...] = ("meeting", "alignment", "statement", "event", "relation")
"""The kinds of record, those first that matter most."""

_FIELDS = {
    "meeting": ("status", "date", "place", "participants", "form"),
    "alignment": ("parties",),
    "statement": ("speakers", "addressee", "said_on", "kind"),
    "event": ("status", "date", "place", "actors", "recipients", "attributed_to"),
    "relation": ("since", "until"),
}
"""The fields whose change is told, by kind of record."""


class Changed(Part):
    """A field of a record that is not what it was; without values where it was not, or is not, known."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Dispute(Part):
    """A field on which the reports of a record have come to disagree, or no longer do."""

    field: str
    change: Literal["new", "settled", "changed"]
    values: tuple[DifferingValue, ...] = Field(description="What they say; of what is settled, said.")


class Item(Entry):
    """A record, and what came of it."""

    change: Change = Field(
        description="new: nothing was told of it before; changed: a field or a discrepancy is not what it "
        "was; joined: it was several; parted: it was a part of another; confirmed: it gained a report."
    )
    was: tuple[str, ...] = Field(description="The ids of the records that it was before.")
    articles: tuple[str, ...] = Field(description="The ids of those that came in and report it.")
    fields: tuple[Changed, ...]
    discrepancies: tuple[Dispute, ...]
    reverses: tuple[str, ...] = Field(
        description="Of a new alignment: the ids of earlier ones in which the same sides differed on the "
        "issue on which they now agree, or agreed where they now differ."
    )


class News(Part):
    """What came in, and what it changed."""

    version: Literal["1"] = "1"
    since: str
    counted: Literal["read", "published"] = Field(description="By which of its times an article came in.")
    query: str | None
    articles: tuple[str, ...] = Field(description="The ids of the articles that came in.")
    entries: tuple[Item, ...] = Field(description="Those first that matter most.")
    record: Document = Field(description="The records that the entries name, with their reports.")


def find(store: Store, since: datetime | str, *, query: Query | None = None) -> News:
    """What came into a store since a moment, and what it changed.

    Args:
        store: the record.
        since: a moment, by when articles were first read; or a day (ISO), by the dates that they bear.
        query: what the records must be that are told of; all where not given.
    """
    found = history.since(store, since)
    new = [record for record, was, _ in _compared(found) if not was and isinstance(record.lead, Alignment)]
    told = documents.make(replace(found.after, records=tuple(new)))
    earlier = [store.find(query) for query in reversals.queries(told, {one.id for one in new})]
    return make(found, earlier, since=since, query=query, only=store.ids(query) if query else None)


def make(
    found: Passage,
    earlier: Iterable[Selection] = (),
    *,
    since: datetime | str,
    query: Query | None = None,
    only: frozenset[str] | None = None,
) -> News:
    """What a passage changed.

    Args:
        found: the record before and after.
        earlier: alignments that new ones may reverse.
        since: see `find`; told as it is.
        query: what the records were chosen by, to be told.
        only: the ids of the records that are told of; all where not given.
    """
    came = set(found.articles)
    document = documents.make(_together([found.after, *earlier]))
    parts = {record.id: (kind, record) for kind, record in records(document)}
    items = [
        _item(record, was, entry(*parts[record.id], document), came, is_heir=is_heir)
        for record, was, is_heir in _compared(found)
        if only is None or record.id in only
    ]
    reversed_by = reversals.find(document, {one.record for one in items if one.change == "new"})
    items = [one.model_copy(update={"reverses": reversed_by.get(one.record, ())}) for one in items]
    place = {id: n for n, id in enumerate(parts)}
    return News(
        since=since if isinstance(since, str) else since.isoformat(),
        counted="published" if isinstance(since, str) else "read",
        query=str(query) if query else None,
        articles=found.articles,
        entries=tuple(sorted(items, key=lambda item: (*_order(item), place[item.record]))),
        record=excerpt(document, {id for item in items for id in (item.record, *item.reverses)}),
    )


def _together(some: Iterable[Selection]) -> Selection:
    """Selections as one, each record and account once; the first that has it is kept."""
    parts = list(some)
    told: defaultdict[str, list[Account]] = defaultdict(list)
    for account in (account for part in parts for account in part.accounts):
        told[account.heading.id].append(account)
    kept = {record.id: record for part in reversed(parts) for record in part.records}
    return replace(
        parts[0],
        accounts=tuple(
            replace(same[0], actors=tuple({a.id: a for one in same for a in one.actors}.values()))
            for same in told.values()
        ),
        records=tuple(kept.values()),
    )


def _compared(found: Passage) -> Iterator[tuple[Record, list[Record], bool]]:
    """The records that are not what they were, each with those that it was, and whether it follows one.

    Of several records that have claims of an earlier one, that one follows it which has most.
    """
    before = {record.id: record for record in found.before.records}
    home = {claim.id: record.id for record in found.before.records for claim in record.claims}
    shared = {
        record.id: Counter(home[claim.id] for claim in record.claims if claim.id in home)
        for record in found.after.records
    }
    heirs: dict[str, tuple[int, str]] = {}
    for id, counts in shared.items():
        for earlier, count in counts.items():
            heirs[earlier] = min(heirs.get(earlier, (0, "")), (-count, id))
    for record in found.after.records:
        counts = shared[record.id]
        own = sorted((id for id in counts if heirs[id][1] == record.id), key=lambda id: (-counts[id], id))
        was = [before[id] for id in own or sorted(counts)]
        if was != [record]:
            yield record, was, bool(own)


def _item(record: Record, was: Sequence[Record], at: Entry, came: set[str], *, is_heir: bool) -> Item:
    fields = tuple(_changed(was[0].lead, record.lead, at.kind)) if is_heir else ()
    disputes = tuple(_disputes(was if is_heir else (), record))
    change: Change = "changed" if fields or disputes else "confirmed"
    if not was:
        change = "new"
    elif not is_heir:
        change = "parted"
    elif len(was) > 1:
        change = "joined"
    return Item(
        **dict(at),
        change=change,
        was=tuple(one.id for one in was),
        articles=tuple(sorted({claim.article for claim in record.claims} & came)),
        fields=fields,
        discrepancies=disputes,
        reverses=(),
    )


def _changed(before: Claim, after: Claim, kind: Kind) -> Iterator[Changed]:
    for name in _FIELDS[kind]:
        old, new = _values(getattr(before, name)), _values(getattr(after, name))
        if sorted(old) != sorted(new):
            yield Changed(field=name, before=old, after=new)


def _values(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _disputes(was: Iterable[Record], now: Record) -> Iterator[Dispute]:
    """The discrepancies that are new, settled, or have got another value or report."""
    old = {one.field: one for record in was for one in record.discrepancies}
    new = {one.field: one for one in now.discrepancies}
    for field in sorted(old.keys() | new.keys()):
        if field not in new:
            yield Dispute(field=field, change="settled", values=_told(old[field]))
        elif field not in old:
            yield Dispute(field=field, change="new", values=_told(new[field]))
        elif {*_told(old[field])} != {*_told(new[field])}:
            yield Dispute(field=field, change="changed", values=_told(new[field]))


def _told(found: Discrepancy) -> tuple[DifferingValue, ...]:
    return tuple(DifferingValue(value=value, article=id) for value, ids in found.values for id in ids)


def _order(item: Item) -> tuple[int, int, str]:
    return KINDS.index(item.kind), CHANGES.index(item.change), item.date or "9999"

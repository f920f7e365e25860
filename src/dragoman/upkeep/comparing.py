"""What changed in the record between two times, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from pydantic import BaseModel, ConfigDict, Field

from dragoman.types import Claim, Record

__all__ = ["Change", "Changed", "Difference", "Watch"]

Value = str | tuple[str, ...] | None

_APART = {"id", "article", "evidence", "cue", "source", "trigger", "confidence"}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Difference(_Part):
    """A field of a record that changed; also `reports`, its articles, and `words`, what it rests on."""

    field: str
    before: Value
    after: Value


class Change(_Part):
    """A record that is new, is gone or has changed, with what is different."""

    record: str = Field(description="The id that it has; of one that is gone the id that it had.")
    was: str | None = Field(description="The id that it had, where that is another.")
    kind: str
    differences: tuple[Difference, ...]


class Changed(_Part):
    """What changed, each in order of kind and id."""

    new: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()


class Watch:
    """Remembers records as they were before and as they are after; it keeps those that changed only."""

    def __init__(self) -> None:
        self._before: dict[str, Record | None] = {}
        self._after: dict[str, Record | None] = {}

    def note(self, before: Iterable[Record], after: Iterable[Record]) -> None:
        """Remember what one step has made of some records."""
        old = {record.id: record for record in before}
        new = {record.id: record for record in after}
        for id in {**old, **new}:
            if old.get(id) != new.get(id):
                self._before.setdefault(id, old.get(id))
                self._after[id] = new.get(id)

    def changed(self) -> Changed:
        """What all the steps together have changed; a record whose id alone is another counts as the same."""
        old = {id: one for id, one in self._before.items() if one and one != self._after[id]}
        new = {id: one for id, one in self._after.items() if one and one != self._before[id]}
        was = _pairs([old[id] for id in sorted({*old} - {*new})], [new[id] for id in sorted({*new} - {*old})])
        was |= {id: old[id] for id in old if id in new}
        lasting = {one.id for one in was.values()}
        changes = [_change(new[id], was[id], new[id]) for id in sorted(was)]
        return Changed(
            new=tuple(_change(new[id], None, new[id]) for id in sorted({*new} - {*was})),
            gone=tuple(_change(old[id], old[id], None) for id in sorted({*old} - lasting)),
            changed=tuple(one for one in changes if one.differences),
        )


def _pairs(old: Sequence[Record], new: Sequence[Record]) -> dict[str, Record]:
    """The old records that new ones have taken the place of: those that share most of their words."""
    places = {record.id: _places(record) for record in (*old, *new)}
    by_place: dict[tuple[str, str, int], set[str]] = {}
    for record in old:
        for place in places[record.id]:
            by_place.setdefault(place, set()).add(record.id)
    shared: dict[tuple[str, str], int] = {}
    for record in new:
        for place in places[record.id]:
            for id in by_place.get(place, ()):
                shared[record.id, id] = shared.get((record.id, id), 0) + 1
    known, found = {record.id: record for record in old}, dict[str, Record]()
    for (id, other), common in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        is_alike = 2 * common >= min(len(places[id]), len(places[other]))
        if is_alike and id not in found and other in known:
            found[id] = known.pop(other)
    return found


def _places(record: Record) -> set[tuple[str, str, int]]:
    """The characters that a record rests on, with its kind."""
    kind = type(record.lead).__name__
    spans = [span for claim in record.claims for span in claim.evidence]
    return {(kind, span.article, at) for span in spans for at in range(span.start, span.end)}


def _change(of: Record, before: Record | None, after: Record | None) -> Change:
    old, new = _values(before), _values(after)
    return Change(
        record=of.id,
        was=before.id if before and before.id != of.id else None,
        kind=type(of.lead).__name__.lower(),
        differences=tuple(
            Difference(field=name, before=old.get(name), after=new.get(name))
            for name in {**old, **new}
            if old.get(name) != new.get(name)
        ),
    )


def _values(record: Record | None) -> Mapping[str, Value]:
    """A record's own values, the articles that report it, and the words that it rests on."""
    if record is None:
        return {}
    lead = record.lead
    own = {field.name: getattr(lead, field.name) for field in fields(lead) if field.name not in _APART}
    claims = sorted(record.claims, key=_place)
    words = dict.fromkeys(span.exact for claim in claims for span in claim.evidence)
    return {**own, "reports": tuple(dict.fromkeys(claim.article for claim in claims)), "words": tuple(words)}


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.article, claim.evidence[0].start, claim.id

"""The record as it was: before some articles came in, or on an earlier day.

Nothing of it is stored. Records follow from claims, so those of fewer articles are computed anew by
the stage that computes records; this module asks it, and does not know how it does that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.types import Account, Claim, Selection

if TYPE_CHECKING:
    from dragoman.store import Store

__all__ = ["Passage", "as_of", "since"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the record before and after some articles came in: all that they have to do with.

    `articles` are the ids of those that came in. Of a record whose reports are many and say the same
    (see `Changes.silent`) some of the earlier reports are missing.
    """

    articles: tuple[str, ...]
    before: Selection
    after: Selection


def since(store: Store, moment: datetime | str) -> Passage:
    """What came into a store, with the records that it touches as they were and as they are.

    Args:
        store: the record.
        moment: see `Store.arrivals`.
    """
    came = store.arrivals(moment)
    after = store.linked(came)
    before = [one for one in after if one.heading.id not in set(came)]
    return Passage(came, _add_up(store, before), _add_up(store, after))


def as_of(store: Store, found: Selection, day: str) -> Selection:
    """A selection as it stood on a day: without the reports that bear a later date.

    Args:
        store: the record.
        found: what the store has; of each record every report.
        day: the last day that counts, in ISO form.
    """
    late = {one.heading.id for one in found.accounts if timex.bounds(one.heading.published)[0] > day}
    if not late:
        return found
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for record in found.records for claim in record.claims):
        claims[claim.article].append(claim)
    left = [one for one in found.accounts if one.heading.id not in late]
    return _add_up(store, [replace(one, claims=tuple(claims[one.heading.id])) for one in left])


def _add_up(store: Store, accounts: Sequence[Account]) -> Selection:
    """Accounts with the records that they add up to as judged, and with the copies among them."""
    from dragoman import record

    known = {one.heading.id for one in accounts}
    copies = {copy: origin for copy, origin in store.originals(known).items() if origin in known}
    told = tuple(replace(one, claims=()) for one in accounts)
    records = record.records(store.traced(accounts), store.holding())
    return Selection(told, records, tuple(copies.items()))

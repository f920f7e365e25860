"""What an answer is made of: all that a query asks for, or the newest of it."""

from __future__ import annotations

from dragoman.query import Query
from dragoman.store import Store
from dragoman.types import Selection

REPORTS = 20
"""So many reports of each record are looked at where only the newest records are."""


def find(store: Store, query: Query, most: int | None = None) -> Selection:
    """The records that a query asks for; only the newest so many where a number is given."""
    if most is None:
        return store.find(query)
    return store.get(store.browse(query, limit=most).ids, reports=REPORTS)

"""What an answer is made of: all that a query asks for, or the newest of it."""

from __future__ import annotations

from dragoman.query import Query
from dragoman.store import Store
from dragoman.types import Selection


def find(store: Store, query: Query, most: int | None = None) -> Selection:
    """The records that a query asks for; only the newest so many where a number is given."""
    return store.find(query) if most is None else store.get(store.browse(query, limit=most).ids)

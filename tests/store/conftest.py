"""A store in each kind of database, empty or with a small record in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman import store
from dragoman.store import Store
from stored import PARIS, UNDATED, paris, put, undated


@pytest.fixture
def empty(store_url: str) -> Iterator[Store]:
    with store.open(store_url) as db:
        yield db


@pytest.fixture
def db(empty: Store) -> Store:
    put(empty, PARIS, *paris())
    put(empty, UNDATED, *undated())
    return empty

"""A store in each kind of database with the small record of two articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman import store
from dragoman.store import Store
from stored import PARIS, UNDATED, paris, put, undated


@pytest.fixture
def db(store_url: str) -> Iterator[Store]:
    with store.open(store_url) as opened:
        put(opened, PARIS, *paris())
        put(opened, UNDATED, *undated())
        yield opened

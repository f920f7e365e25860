"""Both databases keep the same record of the same articles, in whatever order these come."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import article, meeting
from databases import Server
from dragoman import store
from dragoman.export import document
from dragoman.query import Query, parse
from dragoman.store import Store
from dragoman.upkeep import verifying
from stored import put

QUERIES = ("about:syria", "paris", "by:lavrov", "by:FRA", "-kind:meeting", "since:2017-07-06 until:2017-07")


def told(db: Store) -> tuple[object, ...]:
    """All that a store gives of its record."""
    queries = [parse(query) for query in QUERIES]
    return (
        document.make(db.find()),
        [sorted(db.ids(query)) for query in queries],
        [db.browse(query, limit=3) for query in (Query(), *queries)],
        db.browse_articles(),
        db.browse_stories(),
        db.facets(Query()),
        db.stories(),
        verifying.verify(db),
    )


@pytest.fixture(scope="module")
def shared(server: Server) -> Server:
    return server


@settings(max_examples=6)
@given(st.data())
def test_the_record_is_the_same(shared: Server, data: st.DataObject) -> None:
    world = data.draw(strategies.accounts())
    order = data.draw(st.permutations(world))
    with store.open("sqlite://") as one, store.open(shared.empty()) as other:
        for db, accounts in ((one, world), (other, order)):
            for of, account in accounts:
                put(db, of, *account.claims, actors=account.actors)
        assert told(one) == told(other)


def test_nul_beside_a_page_does_no_harm(empty: Store) -> None:
    """Pages and what lies beside them are cleaned where they are read; the rest is kept as JSON."""
    of = article("Lavrov met Le Drian in Paris.")
    met = meeting(of, "Lavrov met Le Drian", topics=("a\0b",))
    put(empty, of, met)
    assert empty.claims([met.id]) == (met,)

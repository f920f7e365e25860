"""Pages of the record, and how many records there are of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import FRANCE, LAVROV, LE_DRIAN, RUSSIA, article, meeting
from dragoman import store
from dragoman.errors import BadCursor
from dragoman.query import KINDS, Query, parse
from dragoman.store import Store
from dragoman.types import Account, Article
from judging import judge
from stored import PARIS, UNDATED, paris, put
from strategies import accounts

EVERYTHING = Query()
QUERIES = st.sampled_from(["", "kind:statement", "actor:RUS", "-actor:lavrov", "since:2017-07-06", "nothing"])


def _filled(told: tuple[tuple[Article, Account], ...]) -> Store:
    db = store.open("sqlite://")
    for of, account in told:
        put(db, of, *account.claims)
    return db


def _pages(db: Store, query: Query, limit: int, kind: str | None = None) -> list[store.Browsed]:
    pages = [db.browse(query, kind=kind, limit=limit)]
    while pages[-1].next:
        pages.append(db.browse(query, kind=kind, limit=limit, after=pages[-1].next))
    return pages


@settings(max_examples=25, deadline=None)
@given(told=accounts(), text=QUERIES, limit=st.integers(1, 5), kind=st.sampled_from([None, *KINDS]))
def test_pages_joined_are_the_whole(
    told: tuple[tuple[Article, Account], ...], text: str, limit: int, kind: str | None
) -> None:
    with _filled(told) as db:
        query = parse(text)
        pages = _pages(db, query, limit, kind)
        ids = [id for page in pages for id in page.ids]
        expected = {one.id for one in db.find(query).records if not kind or one.id.startswith(kind)}
        assert len(ids) == len(set(ids))
        assert set(ids) == expected
        assert {page.total for page in pages} == {len(expected)}
        assert all(len(page.ids) == limit for page in pages[:-1])


@settings(max_examples=20, deadline=None)
@given(told=accounts())
def test_the_newest_day_comes_first(told: tuple[tuple[Article, Account], ...]) -> None:
    """The day of a record is the last on which a claim of it begins, told here from the claims themselves."""
    from dragoman.store.writing import days

    published = {of.id: of.published for of, _ in told}
    with _filled(told) as db:
        day = {
            one.id: max(days(published[claim.article], claim)[0] or "" for claim in one.claims)
            for one in db.find().records
        }
        ids = db.browse(EVERYTHING, limit=100).ids
    order = sorted(sorted(day), key=day.__getitem__, reverse=True)
    assert list(ids) == order


@settings(max_examples=20, deadline=None)
@given(told=accounts(), text=QUERIES)
def test_facets_count_what_is_found(told: tuple[tuple[Article, Account], ...], text: str) -> None:
    with _filled(told) as db:
        query = parse(text)
        found, counted = db.find(query), db.facets(query)
        assert dict(counted.kinds) == Counter(type(one.lead).__name__.lower() for one in found.records)
        for one in (*counted.actors, *counted.countries):
            assert one.records == len(db.find(parse(f"{text} actor:{one.value}")).records)


@settings(max_examples=10, deadline=None)
@given(told=accounts(), limit=st.integers(1, 3))
def test_articles_and_stories_come_page_by_page_too(
    told: tuple[tuple[Article, Account], ...], limit: int
) -> None:
    with _filled(told) as db:
        published = {one.id: one.published or "" for one, _ in told}
        articles = _joined(db.browse_articles, limit)
        assert articles == sorted(sorted(published), key=published.__getitem__, reverse=True)
        stories = _joined(db.browse_stories, limit)
        assert sorted(stories) == [one.id for one in db.stories()]
        last = [max(published[a.heading.id] for a in db.stories(ids=[id])[0].accounts) for id in stories]
        assert last == sorted(last, reverse=True)


def _joined(browse: Callable[..., store.Browsed], limit: int) -> list[str]:
    pages = [browse(limit=limit)]
    while pages[-1].next:
        pages.append(browse(limit=limit, after=pages[-1].next))
    ids = [id for page in pages for id in page.ids]
    assert {page.total for page in pages} == {len(ids)}
    return ids


def test_articles_and_stories_of_a_query(db: Store) -> None:
    assert db.browse_articles(parse("kind:event")).ids == (UNDATED.id,)
    assert db.browse_articles(parse("by:FRA kind:statement")).ids == (PARIS.id,)
    (story,) = db.browse_stories(parse("kind:event")).ids
    assert UNDATED.id in [one.heading.id for one in db.stories(ids=[story])[0].accounts]


def test_only_what_is_disputed(db: Store) -> None:
    of = article("Lavrov met Le Drian in Lyon.", published="2017-07-07", page="lyon.txt")
    put(db, of, meeting(of, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Lyon"))
    judge(db, "same", (paris()[0],), (db.accounts([of.id])[0].claims[0],))
    (id,) = db.browse(EVERYTHING, disputed=True).ids
    assert [one.field for one in db.records([id])[0].discrepancies] == ["place"]


def test_a_judgement_changes_the_day(db: Store) -> None:
    claim = next(one for one in paris() if one.id.startswith("m-"))
    (id,) = db.browse(parse("kind:meeting")).ids
    undated_too = db.get([id]).records[0].claims
    assert len(undated_too) == 2
    judge(db, "wrong", (claim,))
    assert db.browse(EVERYTHING).ids[-1].startswith(("meeting", "event"))
    with db.audit() as audit:
        assert list(audit.strays()) == []


def test_a_page_is_of_one_kind_where_it_is_asked_for(db: Store) -> None:
    assert db.browse(EVERYTHING, kind="meeting").total == 1
    assert db.browse(EVERYTHING).total == 4


def test_facets_of_a_small_record(db: Store) -> None:
    found = db.facets(EVERYTHING)
    assert dict(found.kinds) == {"meeting": 1, "statement": 1, "event": 1, "relation": 1}
    assert dict(found.actors) == {LAVROV.id: 3, LE_DRIAN.id: 2, FRANCE.id: 1, RUSSIA.id: 1}
    assert found.actors[0].value == LAVROV.id
    assert dict(found.countries) == {"RUS": 4, "FRA": 3}
    assert found.sources == (("Riverside Gazette", 3),)
    assert found.months == (("2017-07", 3),)


def test_facets_have_so_many_values_at_most(db: Store) -> None:
    assert [one.value for one in db.facets(EVERYTHING, most=1).actors] == [LAVROV.id]


def test_only_what_was_asked_for_is_counted(db: Store) -> None:
    assert dict(db.facets(parse("kind:event")).actors) == {FRANCE.id: 1, RUSSIA.id: 1}


@pytest.mark.parametrize("cursor", ["", "nonsense", "bnVsbA", "WzEsMl0", "é", "[" * 9000])
def test_a_place_that_no_page_gave_is_refused(db: Store, cursor: str) -> None:
    with pytest.raises(BadCursor):
        db.browse(EVERYTHING, after=cursor)


def test_records_are_had_by_their_ids(db: Store) -> None:
    ids = db.browse(EVERYTHING, kind="meeting").ids
    got = db.get((*ids, "meeting-none"))
    assert got == db.find(parse("kind:meeting"))


def test_the_revision_grows_with_what_is_written(empty: Store) -> None:
    before = empty.revision()
    put(empty, PARIS, *paris())
    assert empty.revision() > before

"""The record before some articles came in, and on an earlier day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

import strategies
from builders import LAVROV, LE_DRIAN, article, meeting
from dragoman import history, record, store, timex
from dragoman.types import Account, Record
from stored import put

MONDAY = datetime(2026, 5, 4, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


def _shown(records: tuple[Record, ...]) -> dict[str, tuple]:
    """What is to be the same of records, also where silent claims are left out."""
    return {
        one.id: (one.discrepancies, [getattr(one.lead, name, None) for name in ("date", "status", "since")])
        for one in records
    }


@given(strategies.accounts(), st.data())
def test_before_and_after_are_what_reading_the_articles_gives(world: tuple, data: st.DataObject) -> None:
    new = set(data.draw(st.sets(st.integers(0, len(world) - 1))))
    with store.open("sqlite://") as db:
        for n, (of, account) in enumerate(world):
            put(db, of, *account.claims, actors=account.actors, now=TUESDAY if n in new else MONDAY)
        found = history.since(db, TUESDAY)
        whole = _shown(db.find().records)
    ids = {of.id for n, (of, _) in enumerate(world) if n in new}
    assert set(found.articles) == ids
    after, before = _shown(found.after.records), _shown(found.before.records)
    assert after.items() <= whole.items()
    assert {c.id for one in found.after.records for c in one.claims} >= {
        c.id for _, account in world if account.heading.id in ids for c in account.claims
    }
    earlier = _shown(record.records([account for of, account in world if of.id not in ids]))
    assert before.items() <= earlier.items()
    assert not {c.article for one in found.before.records for c in one.claims} & ids


@given(strategies.accounts(), st.sampled_from(["2017-07-06", "2017-07-07", "2017-12-31", "2018-02-28"]))
def test_as_of_a_day_the_record_is_that_of_the_reports_until_then(world: tuple, day: str) -> None:
    def is_known(account: Account) -> bool:
        return timex.bounds(account.heading.published)[0] <= day

    with store.open("sqlite://") as db:
        for of, account in world:
            put(db, of, *account.claims, actors=account.actors)
        found = history.as_of(db, db.find(), day)
    assert found.records == record.records([account for _, account in world if is_known(account)])
    assert {one.heading.id for one in found.accounts} == {one.heading.id for _, one in world if is_known(one)}


def test_as_of_a_day_a_meeting_is_still_planned() -> None:
    plan = article("Lavrov will meet Le Drian in Paris.", published="2017-07-01")
    told = article("Lavrov met Le Drian in Paris.", published="2017-07-07")
    day = {"date": "2017-07-06", "place": "Paris"}
    with store.open("sqlite://") as db:
        put(db, plan, meeting(plan, "Lavrov will meet Le Drian", LAVROV, LE_DRIAN, status="planned", **day))
        put(db, told, meeting(told, "Lavrov met Le Drian", LAVROV, LE_DRIAN, **day))
        found = {
            on: history.as_of(db, db.find(), on).records for on in ("2017-06-30", "2017-07-06", "2017-07-07")
        }
    assert [[one.lead.status for one in records] for records in found.values()] == [[], ["planned"], ["held"]]

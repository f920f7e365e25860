"""Old articles come to the engine of today, and what that changes is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import LAVROV, LE_DRIAN, meeting
from dragoman import engine, pipeline, store
from dragoman.export import document
from dragoman.pipeline import Findings
from dragoman.store import Store
from dragoman.types import Article, Meeting, Outcome
from dragoman.upkeep import rereading, verifying
from dragoman.upkeep.judging import Author
from judging import judge

pytestmark = pytest.mark.model

MET = "The French foreign minister, Jean-Yves Le Drian, met his Russian counterpart, Sergei Lavrov, in Paris"
REPORT = f"""\
Ministers meet in Paris

PARIS, 6 July 2017 (Harbour Wire) - {MET} on Thursday.

“Terrorism is our first enemy,” Lavrov told reporters after the talks.
"""
OLD = "0.0.1-abcdef"
ANNA = Author("anna")


@pytest.fixture
def read(store_url: str, tmp_path: Path) -> Iterator[Store]:
    """A store that has read one report."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "report.meta.json").write_text('{"source": "Harbour Wire", "url": "https://example.org/1"}')
    with store.open(store_url) as db:
        pipeline.read([str(tmp_path / "report.txt")], store=db)
        yield db


def json(db: Store) -> str:
    return document.to_json(document.make(db.find()))


def age(db: Store, of: Article | None = None, *, without: str = "") -> None:
    """Make it look as if an older engine had read the article, which did not find some kind of claim."""
    (told,) = db.accounts(list(db.engines()))
    claims = [claim for claim in told.claims if not claim.id.startswith(without or "none")]
    article = replace(of or db.article(told.heading.id), engine=OLD)
    pipeline.keep(Findings(article, told.actors, tuple(claims)), db)


def test_what_is_current_is_not_read(read: Store) -> None:
    assert rereading.older(read) == 0
    assert rereading.reread(read).outcomes == ()
    assert len(rereading.reread(read, every=True).outcomes) == 1


def test_what_the_old_engine_did_not_find_is_new(read: Store) -> None:
    before = json(read)
    age(read, without="meeting")
    assert rereading.older(read) == 1
    run = rereading.reread(read)
    assert json(read) == before
    assert {*read.engines().values()} == {engine.version()}
    assert [one.kind for one in run.changed.new] == ["meeting"]
    values = {one.field: one.after for one in run.changed.new[0].differences}
    assert values["date"] == "2017-07-06"
    assert values["reports"] == tuple(read.engines())
    assert (run.changed.gone, run.changed.changed) == ((), ())


def test_what_it_found_otherwise_has_changed_field_by_field(read: Store) -> None:
    age(read, without="meeting")
    (told,) = read.accounts(list(read.engines()))
    of = read.article(told.heading.id)
    other = meeting(of, MET, LE_DRIAN, LAVROV, date="2017-07", place="Paris")
    pipeline.keep(Findings(of, (*told.actors, LAVROV, LE_DRIAN), (*told.claims, other)), read)
    run = rereading.reread(read)
    (changed,) = run.changed.changed
    assert changed.was is not None
    assert ("date", "2017-07", "2017-07-06") in {(d.field, d.before, d.after) for d in changed.differences}
    assert (run.changed.gone, run.changed.new) == ((), ())


def test_an_article_that_is_another_now_takes_its_place_and_its_judgements(read: Store) -> None:
    (id,) = read.engines()
    real = read.article(id)
    text = f"Home | World | Subscribe\n\n{real.text}"
    older = replace(real, id="0123456789abcdef", text=text, engine=OLD)
    found = meeting(older, MET, LE_DRIAN, LAVROV)
    pipeline.keep(Findings(older, (LAVROV, LE_DRIAN), (found,)), read)
    (outcome,) = read.outcomes()
    read.conclude(replace(outcome, articles=(older.id,)), read.page(outcome), anew=True)
    pipeline.keep(Findings(real, (), ()), read, forgets=True)
    judge(read, "value", (found,), field="place", value="Versailles")
    rereading.reread(read)
    assert {*read.engines()} == {id}
    assert [one.articles for one in read.outcomes()] == [(id,)]
    (lead,) = [one.lead for one in read.find().records if isinstance(one.lead, Meeting)]
    assert lead.place == "Versailles"
    assert verifying.verify(read).faults == ()


def test_what_lay_beside_the_page_counts_again(read: Store) -> None:
    age(read)
    rereading.reread(read)
    (told,) = read.accounts(list(read.engines()))
    assert (told.heading.source, told.heading.url) == ("Harbour Wire", "https://example.org/1")


def test_a_page_whose_bytes_were_not_kept_is_named(read: Store) -> None:
    age(read)
    with read._connection(writes=True) as connection:
        connection.exec_driver_sql("UPDATE pages SET content = NULL")
    run = rereading.reread(read)
    assert run.lost == tuple(outcome.location for outcome in read.outcomes())
    assert rereading.older(read) == 1


def test_events_are_as_certain_as_they_had_to_be(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    with store.open("sqlite://") as db:
        pipeline.read([str(tmp_path / "report.txt")], store=db, certain=1.0)
        before = json(db)
        rereading.reread(db, every=True)
        assert json(db) == before
        assert {*db.engines().values()} == {engine.version(1.0)}


def test_a_store_from_before_does_not_know_what_lay_beside(read: Store) -> None:
    age(read)
    with read._connection(writes=True) as connection:
        connection.exec_driver_sql("UPDATE outcomes SET meta = NULL")
    ids = {*read.engines()}
    rereading.reread(read)
    assert {*read.engines()} == ids


def test_outcomes_of_pages_that_gave_nothing_stay(read: Store) -> None:
    read.conclude(Outcome("gone.txt"))
    rereading.reread(read, every=True)
    assert len(read.outcomes()) == 2

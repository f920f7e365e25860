"""The store's public face: opening one, and its verbs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, RowMapping, select
from sqlalchemy.exc import DBAPIError

from dragoman.errors import StoreChanged, StoreUnavailable
from dragoman.query import Query, Term
from dragoman.store import (
    facets,
    hoods,
    judging,
    likenesses,
    moving,
    opening,
    paging,
    reading,
    schema,
    search,
    times,
    traces,
    writing,
)
from dragoman.store.auditing import Audit
from dragoman.store.facets import Facets
from dragoman.store.paging import Browsed
from dragoman.store.remembered import Remembered
from dragoman.types import (
    Account,
    Actor,
    Article,
    Changes,
    Claim,
    Heading,
    Judged,
    Judgement,
    Key,
    Neighbourhood,
    Outcome,
    Page,
    Record,
    Selection,
    Settlement,
    Story,
    StoryJudgement,
    Trace,
)

Place = judging.Place
"""Where a claim stands among those that a judgement is about."""


def open(url: str, *, writes: bool = True) -> Store:  # noqa: A001 - `store.open` is what it does
    """Open a store; a SQLite file that does not exist yet is made, with its folders.

    Args:
        url: a database URL (`sqlite:///record.sqlite`, `postgresql://user:password@host/database`),
            `sqlite://` for one in memory that ends with the program, or the path of a SQLite file.
        writes: whether it is to be written to; where not, a file that may only be read will do.

    Raises:
        StoreUnavailable: it cannot be opened, is no Dragoman store, or was made by a later version.
    """
    return Store(opening.shown(url), opening.connect(url, writes=writes))


class Store:
    """An open store; a context manager that closes it.

    One article is written in one transaction: all of it or nothing. Every verb raises
    StoreUnavailable where the database fails (a full disk, another program that does not let go).
    `url` is where it is, without a password.
    """

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self._engine = engine
        self._remembered = Remembered()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def has_page(self, sha256: str) -> bool:
        """Whether a page of these bytes has been read to the end, from any location."""
        with self._connection() as connection:
            found = select(schema.outcomes.c.page).where(schema.outcomes.c.page == sha256)
            return connection.execute(found).first() is not None

    def neighbours(
        self, article: str, keys: Sequence[Key], sample: Sequence[int] = (), trace: Trace | None = None
    ) -> Neighbourhood:
        """The stored claims that an article's claims may have to do with, without its own, and its likes.

        Args:
            article: the id of the article that is about to be written.
            keys: the keys of its claims.
            sample: the shingles by which copies of it are looked up; none are found where not given.
            trace: what articles of its story are looked up by; none are found where not given.
        """
        with self._connection() as connection:
            concerned = judging.concerned(connection, article)
            chains = reading.meeting(connection, keys) | judging.chains(connection, concerned)
            chains |= reading.chains_of(connection, schema.claims.c.article, [article])
            known = bool(concerned) or reading.is_known(connection, article)
            hood = hoods.make(connection, chains, known=known, article=article, concerned=concerned)
            met = traces.around(connection, trace) if trace else ()
            return replace(
                hood,
                alike=likenesses.alike(connection, article, sample),
                traces=met,
                placed=traces.placed(connection, {article, *(one.article for one in met)}),
            )

    def around(self, claims: Sequence[str], keys: Sequence[Key]) -> Neighbourhood:
        """The stored claims that some stored claims may have to do with, these among them.

        Args:
            claims: their ids.
            keys: their keys.
        """
        with self._connection() as connection:
            return hoods.around(connection, claims, keys)

    def begin(self, now: datetime | None = None) -> None:
        """Keep that a run begins, now where not given: what it reads has come in since (see `last_run`)."""
        with self._connection(writes=True) as connection:
            times.begin(connection, now or datetime.now(UTC))

    def last_run(self) -> datetime | None:
        """When the last run began; None where none is known."""
        with self._connection() as connection:
            return times.last_run(connection)

    def apply(self, changes: Changes, now: datetime | None = None, *, forgets: bool = False) -> None:
        """Write what one article changes, in one transaction.

        Args:
            changes: what it changes.
            now: when the article came in, where the store does not have it yet; now where not given.
            forgets: whether the article, which makes no claims then, is taken out.

        Raises:
            ValueError: evidence whose words do not stand at its offsets; nothing is written.
            StoreChanged: another program has written since the neighbourhood was read.
        """
        writing.check(changes)
        with self._connection(writes=True) as connection:
            if writing.revision(connection) != changes.revision:
                raise StoreChanged(self.url)
            if forgets:
                writing.forget(connection, changes)
            else:
                writing.write(connection, changes, now or datetime.now(UTC))

    def settle(self, judgement: Judgement, judged: Sequence[Judged], settlement: Settlement) -> None:
        """Write a judgement and what it changes in the record, in one transaction.

        Args:
            judgement: its number is one more than that of the last.
            judged: the claims that it means.
            settlement: what it changes.

        Raises:
            StoreChanged: another program has written since the neighbourhood was read; nothing is written.
        """
        with self._connection(writes=True) as connection:
            is_next = judging.next_number(connection) == judgement.number
            if not is_next or writing.revision(connection) != settlement.revision:
                raise StoreChanged(self.url)
            judging.add(connection, judgement, judged)
            writing.settle(connection, settlement)

    def judgements(self) -> tuple[tuple[Judgement, ...], frozenset[int]]:
        """All judgements, withdrawals too, in order, and the numbers of those that mean a claim now."""
        with self._connection() as connection:
            return judging.load(connection), frozenset(judging.resting(connection))

    def holding(self) -> tuple[Judgement, ...]:
        """The judgements that hold: no withdrawals, and none that is withdrawn."""
        with self._connection() as connection:
            return judging.holding(connection)

    def originals(self, articles: Iterable[str]) -> dict[str, str]:
        """The articles that are copies, each with its original."""
        with self._connection() as connection:
            return likenesses.originals(connection, set(articles))

    def subjects(self, article: str) -> tuple[tuple[Place, Claim], ...]:
        """The claims of an article that judgements are about, each with its place among theirs."""
        with self._connection() as connection:
            return judging.about(connection, article)

    def follow(self, moved: Sequence[tuple[Place, Claim]]) -> None:
        """Write where claims that judgements are about stand in an article that takes the place of theirs."""
        with self._connection(writes=True) as connection:
            for place, subject in moved:
                judging.follow(connection, place, subject)

    def conclude(self, outcome: Outcome, page: Page | None = None, *, anew: bool = False) -> None:
        """Write what became of a page, once all its articles are applied; the page's bytes are kept.

        A second outcome for the same bytes from the same location changes nothing. Other bytes from
        that location are another page with articles of their own: what was read before stays, since
        the record cites it.

        Args:
            outcome: what became of it.
            page: the page, where its bytes could be had.
            anew: whether this outcome replaces one that is there for the same bytes and location.
        """
        with self._connection(writes=True) as connection:
            writing.conclude(connection, outcome, page, anew=anew)

    def find(self, query: Query | None = None, *, articles: Sequence[str] | None = None) -> Selection:
        """The records that a query asks for, with every report of each.

        Args:
            query: what is asked for; everything where not given.
            articles: ids of articles, one of which must report the record; those articles are in
                the selection even when they report nothing. Without a query and without this, every
                article is.
        """
        with self._connection() as connection:
            if articles is None:
                besides: Sequence[str] = reading.articles(connection) if query is None else ()
                return _selection(connection, search.find(connection, query or Query()), besides)
            reported = reading.reported_by(connection, articles)
            wanted = reported if query is None else reported.intersection(search.find(connection, query))
            return _selection(connection, wanted, articles)

    def get(
        self, ids: Sequence[str], *, reports: int | None = None, besides: Sequence[str] = ()
    ) -> Selection:
        """Records by their ids, as `find` gives them; those that the store does not have are left out.

        Args:
            ids: the ids of the records.
            reports: how many reports of each are wanted, and that of its leading values; every one where not
                given.
            besides: ids of articles that are wanted too, even where they report nothing of it.
        """
        with self._connection() as connection:
            if reports is None:
                return _selection(connection, ids, besides)
            return _selected(connection, *reading.rows_of_some(connection, ids, reports), besides)

    def told(self, article: str) -> Selection:
        """The records of an article, each with the article's report and that of the record's own values."""
        with self._connection() as connection:
            ids = reading.reported_by(connection, [article])
            return _selected(connection, *reading.rows_of_some(connection, ids, 0, of=article), [article])

    def browse(
        self,
        query: Query,
        *,
        kind: str | None = None,
        limit: int = 50,
        after: str | None = None,
        disputed: bool = False,
    ) -> Browsed:
        """One page of the records that a query asks for: the newest day first, then in order of id.

        Args:
            query: what is asked for.
            kind: statement, meeting, event, relation or alignment; records of every kind where not given.
            limit: how many records a page has at most.
            after: the `next` of the page before.
            disputed: whether only records are wanted on which reports disagree.

        Raises:
            BadCursor: `after` was not given by an earlier page.
        """
        asked = _of_kind(query, kind)
        with self._connection() as connection:
            total = self._remembered.get(
                writing.revision(connection),
                (asked, disputed),
                lambda: paging.count(connection, asked, disputed=disputed),
            )
            return paging.browse(connection, asked, total, limit=limit, after=after, disputed=disputed)

    def browse_articles(
        self, query: Query | None = None, *, limit: int = 50, after: str | None = None
    ) -> Browsed:
        """One page of the articles that report what a query asks for; of all where not given."""
        with self._connection() as connection:
            return paging.articles(connection, query, limit=limit, after=after)

    def browse_stories(
        self, query: Query | None = None, *, limit: int = 50, after: str | None = None
    ) -> Browsed:
        """One page of the stories that report what a query asks for, by the days of their last reports."""
        with self._connection() as connection:
            return paging.stories(connection, query, limit=limit, after=after)

    def facets(self, query: Query, *, most: int = 20) -> Facets:
        """How many of the records that a query asks for are of which kind, actor, country, source and month.

        Args:
            query: what is asked for.
            most: how many actors, countries and sources are wanted at most.
        """
        with self._connection() as connection:
            revision = writing.revision(connection)
            count = partial(facets.count, connection, query, most=most)
            return self._remembered.get(revision, ("facets", query, most), count)

    def revision(self) -> int:
        """How many times the record has been written; what was read at one number is so as long as it is."""
        with self._connection() as connection:
            return writing.revision(connection)

    def stories(
        self, articles: Iterable[str] | None = None, *, ids: Iterable[str] | None = None
    ) -> tuple[Story, ...]:
        """The stories of some articles, or those with some ids, whole and in order of id; else all."""
        with self._connection() as connection:
            wanted = traces.within(connection, ids) if ids is not None else articles
            wanted = reading.articles(connection) if wanted is None else wanted
            of = {one.article: one.story for one in traces.placed(connection, wanted)}
            accounts = reading.accounts(connection, (), {}, besides=of)
            found = {one.article: one for one in traces.load(connection, of)}
        homes: defaultdict[str, list[Account]] = defaultdict(list)
        for account in accounts:
            homes[of[account.heading.id]].append(account)
        return tuple(
            Story(id, tuple(homes[id]), tuple(found[one.heading.id] for one in homes[id]))
            for id in sorted(homes)
        )

    def judge_stories(self, judgements: Sequence[StoryJudgement]) -> None:
        """Put articles into stories because a person says so; those that hang on them come along."""
        with self._connection(writes=True) as connection:
            traces.judge(connection, judgements)

    def actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Actors by their ids, in order, each as the first of its articles has it."""
        with self._connection() as connection:
            return reading.actors(connection, ids)

    def ids(self, query: Query) -> frozenset[str]:
        """The ids of the records that a query asks for."""
        with self._connection() as connection:
            return frozenset(search.find(connection, query))

    def arrivals(self, since: datetime | str) -> tuple[str, ...]:
        """The ids of the articles that came in, in order.

        Args:
            since: from this moment on, by when they were first read; or from this day on (ISO), by the
                date that they bear.
        """
        came = times.is_published_since(since) if isinstance(since, str) else times.is_read_since(since)
        with self._connection() as connection:
            return tuple(reading.articles(connection, came))

    def linked(self, articles: Sequence[str]) -> tuple[Account, ...]:
        """What articles tell, with all that the store links with it, directly or through others.

        Of claims that add nothing to their records (see `Changes.silent`) those of the articles are
        there, and one other for each chain.
        """
        with self._connection() as connection:
            rows = list(reading.around(connection, articles))
            return reading.accounts(connection, rows, reading.claims_of(connection, rows), besides=articles)

    def called(self, name: str) -> tuple[tuple[Actor, bool], ...]:
        """The actors of the record one of whose names holds these words, or whose id it is, in order of id.

        Each is as one of its articles has it, with whether the words are its id or the whole of a name.
        """
        with self._connection() as connection:
            found = search.called(connection, name)
            return tuple((actor, found[actor.id]) for actor in reading.actors(connection, found))

    def records(self, ids: Sequence[str]) -> tuple[Record, ...]:
        """Records by their ids, in order; those that the store does not have are left out."""
        with self._connection() as connection:
            return reading.by_id(connection, ids)

    def beginning(self, words: str, *, most: int = 6) -> tuple[str, ...]:
        """The ids of records that begin with some words, or failing these of claims, in order.

        Args:
            words: the beginning; that of a record's id without its kind will do.
            most: how many ids are wanted at most.
        """
        with self._connection() as connection:
            return search.beginning(connection, words, most)

    def claims(self, ids: Sequence[str]) -> tuple[Claim, ...]:
        """Claims by their ids, in order; those that the store does not have are left out."""
        with self._connection() as connection:
            rows = list(reading.rows_of(connection, schema.claims.c.id, ids))
            found = reading.claims_of(connection, rows)
        return tuple(found[id] for id in sorted(found))

    def headings(self, articles: Sequence[str]) -> tuple[Heading, ...]:
        """The headings of articles, in order of id; those that the store does not have are left out."""
        with self._connection() as connection:
            return reading.headings(connection, articles)

    def accounts(self, articles: Sequence[str]) -> tuple[Account, ...]:
        """What articles tell: all their claims and actors, in order of id."""
        with self._connection() as connection:
            return reading.whole(connection, articles)

    def engines(self) -> dict[str, str | None]:
        """Each article, by its id, with the version of what read it; None where that was not kept yet."""
        with self._connection() as connection:
            return reading.engines(connection)

    def page(self, outcome: Outcome) -> Page | None:
        """The page of an outcome, as it was read; None where its bytes were not kept."""
        with self._connection() as connection:
            return reading.page(connection, outcome)

    @contextmanager
    def audit(self) -> Iterator[Audit]:
        """The store as it is now, to be verified; it is not written to, and nobody waits for it."""
        with self._connection() as connection:
            yield Audit(connection)

    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each page, in order of location."""
        with self._connection() as connection:
            return reading.outcomes(connection)

    def article(self, id: str) -> Article:
        """An article with its text and blocks; KeyError where there is none."""
        with self._connection() as connection:
            return reading.article(connection, id)

    def carry(self, other: Store, *, on_rows: Callable[[int, int | None], None]) -> None:
        """Write all that this store holds into another, in one transaction.

        Args:
            other: a store in which nothing is.
            on_rows: called with how many rows are written, and how many there are.

        Raises:
            StoreUnavailable: something is in it, or nothing in this one.
        """
        with self._connection() as source, other._connection(writes=True) as target:
            if moving.is_empty(source):
                raise StoreUnavailable(self.url, "nothing is in it")
            if not moving.is_empty(target):
                raise StoreUnavailable(other.url, "something is in it already")
            total, done = moving.count(source), 0

            def advance(rows: int) -> None:
                nonlocal done
                done += rows
                on_rows(done, total)

            moving.carry(source, target, advance)

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        """A connection in a transaction; a failing database is told as one clear error."""
        try:
            with self._engine.execution_options(writes=writes).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreUnavailable(self.url, opening.reason(error)) from error


def _selection(connection: Connection, ids: Iterable[str], besides: Collection[str] = ()) -> Selection:
    """Records with their reports, and the accounts of these and of some articles besides."""
    return _selected(connection, list(reading.rows_of(connection, schema.claims.c.record, ids)), {}, besides)


def _selected(
    connection: Connection, rows: Sequence[RowMapping], more: Mapping[str, int], besides: Collection[str]
) -> Selection:
    """The records of some claims' rows, given of how many articles reports of them are left out."""
    claims = reading.claims_of(connection, rows)
    records = reading.records(connection, rows, claims)
    origins = likenesses.originals(connection, {*besides, *(row["article"] for row in rows)})
    besides = {*besides, *origins.values()}
    accounts = reading.accounts(connection, rows, claims, besides=besides)
    stories = traces.stories(connection, (account.heading.id for account in accounts))
    told = tuple(replace(account, claims=()) for account in accounts)
    return Selection(
        told, records, tuple(origins.items()), tuple(sorted(stories.items())), tuple(sorted(more.items()))
    )


def _of_kind(query: Query, kind: str | None) -> Query:
    return Query((*query.terms, Term("kind", kind))) if kind else query

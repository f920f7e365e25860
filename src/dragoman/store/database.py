"""The store's public face: opening one, and its verbs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from dragoman.errors import StoreChanged, StoreUnavailable
from dragoman.query import Query
from dragoman.store import likenesses, opening, reading, schema, search, traces, writing
from dragoman.types import (
    Account,
    Actor,
    Article,
    Changes,
    Key,
    Neighbourhood,
    Outcome,
    Page,
    Selection,
    Story,
    StoryJudgement,
    Trace,
)


def open(url: str, *, writes: bool = True) -> Store:  # noqa: A001 - `store.open` is what it does
    """Open a store; a SQLite file that does not exist yet is made, with its folders.

    Args:
        url: a database URL (`sqlite:///record.sqlite`), `sqlite://` for one in memory that ends
            with the program, or the path of a SQLite file.
        writes: whether it is to be written to; where not, a file that may only be read will do.

    Raises:
        StoreUnavailable: it cannot be opened, is no Dragoman store, or was made by a later version.
    """
    return Store(url, opening.connect(url, writes=writes))


class Store:
    """An open store; a context manager that closes it.

    One article is written in one transaction: all of it or nothing. Every verb raises
    StoreUnavailable where the database fails (a full disk, another program that does not let go).
    """

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self._engine = engine

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
            chains = reading.linked(connection, article, keys)
            known = reading.is_known(connection, article)
            speaking = () if known else (schema.claims.c.silent.is_(False),)
            rows = list(reading.rows_of(connection, schema.claims.c.chain, chains, *speaking))
            others = [row for row in rows if row["article"] != article]
            met = traces.around(connection, trace) if trace else ()
            return Neighbourhood(
                accounts=reading.accounts(connection, others, reading.claims_of(connection, others)),
                records=tuple(sorted({row["record"] for row in rows})),
                known=known,
                revision=writing.revision(connection),
                alike=likenesses.alike(connection, article, sample),
                traces=met,
                placed=traces.placed(connection, {article, *(one.article for one in met)}),
            )

    def apply(self, changes: Changes) -> None:
        """Write what one article changes, in one transaction.

        Raises:
            ValueError: evidence whose words do not stand at its offsets; nothing is written.
            StoreChanged: another program has written since the neighbourhood was read.
        """
        writing.check(changes)
        with self._connection(writes=True) as connection:
            if writing.revision(connection) != changes.revision:
                raise StoreChanged(self.url)
            writing.write(connection, changes)

    def conclude(self, outcome: Outcome, page: Page | None = None) -> None:
        """Write what became of a page, once all its articles are applied; the page's bytes are kept.

        A second outcome for the same bytes from the same location changes nothing. Other bytes from
        that location are another page with articles of their own: what was read before stays, since
        the record cites it.
        """
        with self._connection(writes=True) as connection:
            writing.conclude(connection, outcome, page)

    def find(self, query: Query | None = None, *, articles: Sequence[str] | None = None) -> Selection:
        """The records that a query asks for, with every report of each.

        Args:
            query: what is asked for; everything where not given.
            articles: ids of articles, one of which must report the record; those articles are in
                the selection even when they report nothing. Without a query and without this, every
                article is.
        """
        with self._connection() as connection:
            wanted = search.find(connection, query or Query())
            besides: Collection[str] = articles or ()
            if articles is not None:
                reported = reading.reported_by(connection, articles)
                wanted = [id for id in wanted if id in reported]
            elif query is None:
                besides = reading.all_articles(connection)
            rows = list(reading.rows_of(connection, schema.claims.c.record, wanted))
            claims = reading.claims_of(connection, rows)
            records = reading.records(connection, rows, claims)
            origins = likenesses.originals(connection, {*besides, *(row["article"] for row in rows)})
            besides = {*besides, *origins.values()}
            accounts = reading.accounts(connection, rows, claims, besides=besides)
            stories = traces.stories(connection, (account.heading.id for account in accounts))
        told = tuple(replace(account, claims=()) for account in accounts)
        return Selection(told, records, tuple(origins.items()), tuple(sorted(stories.items())))

    def stories(self, articles: Iterable[str] | None = None) -> tuple[Story, ...]:
        """The stories of some articles, or of all where not given, whole and in order of id."""
        with self._connection() as connection:
            wanted = reading.all_articles(connection) if articles is None else articles
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

    def called(self, name: str) -> tuple[tuple[Actor, bool], ...]:
        """The actors of the record one of whose names holds these words, or whose id it is, in order of id.

        Each is as one of its articles has it, with whether the words are its id or the whole of a name.
        """
        with self._connection() as connection:
            found = search.called(connection, name)
            return tuple((actor, found[actor.id]) for actor in reading.actors(connection, found))

    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each page, in order of location."""
        with self._connection() as connection:
            return reading.outcomes(connection)

    def article(self, id: str) -> Article:
        """An article with its text and blocks; KeyError where there is none."""
        with self._connection() as connection:
            return reading.article(connection, id)

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        """A connection in a transaction; a failing database is told as one clear error."""
        try:
            with self._engine.execution_options(writes=writes).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreUnavailable(self.url, opening.reason(error)) from error

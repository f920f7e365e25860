"""Reads stored pages again with the engine of today, and tells what that changes in the record."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman import articles, engine, pipeline, record, workers
from dragoman.pipeline import Findings, Work
from dragoman.store import Place, Store
from dragoman.types import Article, Claim, Outcome, Page
from dragoman.upkeep.comparing import Changed, Watch

__all__ = ["Run", "older", "reread"]

Engines = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Run:
    """What reading again did.

    `outcomes` are those of the pages that were read, `lost` the locations of those whose bytes were not kept;
    `changed` is what is different in the record.
    """

    engine: str
    outcomes: tuple[Outcome, ...]
    lost: tuple[str, ...]
    changed: Changed
    seconds: float


def _silent(_: int, __: int | None) -> None:
    """Shows nothing of how far the work has come."""


def older(store: Store) -> int:
    """How many articles another version of the engine has read."""
    return sum(not engine.is_current(version) for version in store.engines().values())


def reread(
    store: Store,
    *,
    every: bool = False,
    on_page: Callable[[int, int | None], None] = _silent,
    jobs: int = 1,
) -> Run:
    """Reads again the pages with articles that another version of the engine has read.

    An article that is another now, since its page is parsed in another way, takes the place of the one that
    was there; judgements about that one follow its words.

    Args:
        store: where the pages are, and the record.
        every: whether every page is read, whatever has read it before.
        on_page: called after each page with how many are done, and how many there are.
        jobs: how many processes read at once, where there are pages enough.
    """
    started = time.monotonic()
    outcomes, engines = [one for one in store.outcomes() if one.page], store.engines()
    wanted = [one for one in outcomes if every or _is_older(one, engines)]
    jobs = jobs if len(wanted) >= pipeline.ENOUGH else 1
    watch, lost, done = Watch(), list[str](), list[Outcome]()
    works = _works(wanted, engines, store, lost, threads=0 if jobs == 1 else 1)
    replacing = _Replacing(store, outcomes, watch)
    for work, (outcome, findings) in workers.spread(pipeline.understood, works, jobs=jobs):
        if outcome.page:  # else reading it failed, and what was read before stays
            replacing.put(outcome, findings)
            store.conclude(outcome, work.page if isinstance(work.page, Page) else None, anew=True)
        done.append(outcome)
        on_page(len(done) + len(lost), len(wanted))
    return Run(engine.version(), tuple(done), tuple(lost), watch.changed(), time.monotonic() - started)


def _is_older(outcome: Outcome, engines: Engines) -> bool:
    return any(not engine.is_current(engines.get(id)) for id in outcome.articles)


def _works(
    outcomes: Sequence[Outcome], engines: Engines, store: Store, lost: list[str], *, threads: int
) -> Iterator[Work]:
    """The pages, each to be read as certain as it was; those whose bytes were not kept are noted as lost."""
    for outcome in outcomes:
        page = store.page(outcome)
        if page is None:
            lost.append(outcome.location)
            continue
        read_by = next((engines.get(id) for id in outcome.articles), None)
        yield Work(
            _as_read(page, outcome, store),
            outcome.page or "",
            threads=threads,
            certain=engine.certainty(read_by),
        )


def _as_read(page: Page, outcome: Outcome, store: Store) -> Page:
    """A page with what lay beside it, which older stores do not keep: what its articles have of it."""
    told = [heading for heading in store.headings(outcome.articles) if heading.url or heading.source]
    if page.meta or not told:
        return page
    meta = {name: getattr(told[0], name) for name in ("url", "source", "published")}
    for known in ({}, meta, meta | {"source": None}, meta | {"url": None}):
        guess = replace(page, meta=known)
        if {article.id for article in articles.parse(guess).articles} == {*outcome.articles}:
            return guess
    return replace(page, meta=meta)


class _Replacing:
    """Puts what pages give now in the place of what they gave before."""

    def __init__(self, store: Store, outcomes: Sequence[Outcome], watch: Watch) -> None:
        self._store = store
        self._watch = watch
        self._before = {(one.location, one.page): one.articles for one in outcomes}
        self._pages = Counter(id for one in outcomes for id in one.articles)

    def put(self, outcome: Outcome, findings: Sequence[Findings]) -> None:
        """Keep what a page gives now; articles that no page gives any more are taken out."""
        before = self._before[outcome.location, outcome.page]
        gone = [id for id in before if id not in outcome.articles]
        new = [found.article for found in findings if found.article.id not in before]
        self._store.follow([moved for id in gone for moved in self._followed(id, new)])
        for found in findings:
            pipeline.keep(found, self._store, on_change=self._watch.note)
        self._pages.subtract(gone)
        for id in (id for id in gone if not self._pages[id]):
            nothing = Findings(self._store.article(id), (), ())
            pipeline.keep(nothing, self._store, forgets=True, on_change=self._watch.note)

    def _followed(self, gone: str, new: Sequence[Article]) -> Iterator[tuple[Place, Claim]]:
        """Where the claims that judgements are about stand in the articles that take another's place."""
        for place, subject in self._store.subjects(gone):
            for article in new:
                moved = record.moved(subject, article)
                if moved is not None:
                    yield place, moved
                    break

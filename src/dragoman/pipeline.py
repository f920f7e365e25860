"""The order of the stages, and nothing else: the way of an article from a page to the record.

sources.fetch → articles.parse → language.analyse → actors.resolve → claims.extract
    → store.neighbours → record.merge → store.apply
"""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.errors import CannotFetch, DragomanError, StoreChanged
from dragoman.types import Outcome, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dragoman.store import Store
    from dragoman.types import Actor, Article, Cast, Claim, Judged, Judgement, Page, Record, Settlement, Trace

__all__ = [
    "ENOUGH",
    "Findings",
    "Run",
    "Work",
    "judge",
    "keep",
    "read",
    "read_page",
    "receive",
    "resolve",
    "understand",
    "understood",
]

log = logging.getLogger(__name__)

ENOUGH = 40
"""So many pages are worth the two seconds that a second process takes to start."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of each page of one run, and the seconds that it took."""

    outcomes: tuple[Outcome, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Findings:
    """What one article gives: who is known of it, its claims, and what its story is found by."""

    article: Article
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A page to be understood: its SHA-256, whether the store has it, how many threads may read it.

    `certain` is how certain an event must be.
    """

    page: Page | Refusal
    sha256: str = ""
    is_known: bool = False
    threads: int = 0
    certain: float | None = None


def _silent(done: int, total: int | None) -> None:
    """Shows nothing of how far a run has come."""


def read(
    paths: Sequence[str],
    *,
    store: Store,
    on_page: Callable[[int, int | None], None] = _silent,
    jobs: int = 1,
    certain: float | None = None,
) -> Run:
    """Reads files, folders and links into a store; a page that was read before is not read again.

    Args:
        paths: files, folders, and http or https links.
        store: where the record is kept.
        on_page: called after each page with how many are done, and how many there are at most.
        jobs: how many processes read at once, where there are pages enough. A script that asks for
            more than one must be guarded by `if __name__ == "__main__":`.
        certain: how certain an event must be to be kept, from 0 to 1; `events.CERTAIN` where not given.

    Raises:
        MissingPath: a path does not exist; nothing has been read then.
        StoreUnavailable: the store cannot be written.
    """
    from dragoman import sources, workers

    started = time.monotonic()
    total = sources.count(paths)
    jobs = jobs if total >= ENOUGH else 1
    threads = 0 if jobs == 1 else 1
    store.begin()
    pages = (_work(page, store, threads=threads, certain=certain) for page in sources.fetch(paths))
    outcomes = []
    for done, (work, (outcome, findings)) in enumerate(workers.spread(understood, pages, jobs=jobs), 1):
        _write(work, outcome, findings, store)
        outcomes.append(outcome)
        on_page(done, total)
    return Run(tuple(outcomes), time.monotonic() - started)


def read_page(
    page: Page | Refusal, *, store: Store, certain: float | None = None, is_run: bool = True
) -> Outcome:
    """Reads one page into a store, as `read` does; a refusal is written down as it is.

    Args:
        page: the page.
        store: where the record is kept.
        certain: see `read`.
        is_run: whether this page is a run of its own; where not, the caller has begun one.
    """
    if is_run:
        store.begin()
    work = _work(page, store, threads=0, certain=certain)
    outcome, findings = understood(work)
    _write(work, outcome, findings, store)
    return outcome


def read_link(link: str, *, store: Store) -> Outcome:
    """Fetches the page at a link and reads it into a store; what cannot be had is a refusal.

    Args:
        link: an http or https address; nothing else is looked at.
        store: where the record is kept.
    """
    from dragoman.sources import url

    page: Page | Refusal
    try:
        page = url.fetch(link)
    except CannotFetch as error:
        page = url.refused(link, error)
    return read_page(page, store=store)


def receive(
    content: bytes,
    *,
    store: Store,
    name: str = "",
    media_type: str | None = None,
    charset: str | None = None,
    meta: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Reads a page that somebody sends into a store (see `dragoman.sources.sent`)."""
    from dragoman.sources import sent

    page = sent.make(content, name=name, media_type=media_type, charset=charset, meta=meta)
    return read_page(page, store=store)


def _write(work: Work, outcome: Outcome, findings: Sequence[Findings], store: Store) -> None:
    for found in findings:
        keep(found, store)
    store.conclude(outcome, None if isinstance(work.page, Refusal) or not outcome.page else work.page)


def resolve(article: Article) -> Cast:
    """Reads an article and says who is who in it; no store is touched."""
    from dragoman import actors, language

    return actors.resolve(language.analyse(article))


def understand(page: Page) -> list[Findings]:
    """Reads the articles of a page; no store is touched."""
    return understood(Work(page))[1]


def _work(page: Page | Refusal, store: Store, *, threads: int, certain: float | None) -> Work:
    if isinstance(page, Refusal):
        return Work(page)
    sha256 = hashlib.sha256(page.content).hexdigest()
    place = page.location if page.meta.get("url") else None  # another address makes another article
    return Work(page, sha256, store.has_page(sha256, place), threads, certain)


def understood(work: Work) -> tuple[Outcome, list[Findings]]:
    """What one page tells; no store is touched.

    The articles of a page that is known are parsed again, which is cheap, and not read. A page that cannot be
    read for a fault of ours is refused and tried again the next time.
    """
    page = work.page
    if isinstance(page, Refusal):
        return Outcome(page.location, refusals=(page,)), []
    try:
        return _told(page, work)
    except (DragomanError, MemoryError):
        raise
    except Exception as error:
        log.debug("%s", page.location, exc_info=True)
        reason = f"reading it failed ({type(error).__name__}): a fault of Dragoman's; please report the page"
        return Outcome(page.location, refusals=(Refusal(page.location, "failed", reason),)), []


def _told(page: Page, work: Work) -> tuple[Outcome, list[Findings]]:
    from dragoman import articles

    parsed = articles.parse(page)
    outcome = Outcome(
        location=page.location,
        page=work.sha256,
        articles=tuple(a.id for a in parsed.articles),
        refusals=parsed.refusals,
        notices=tuple(dict.fromkeys((*page.notices, *(n for a in parsed.articles for n in a.notices)))),
        fetched=page.fetched,
    )
    return outcome, [] if work.is_known else [_read(a, work) for a in parsed.articles]


def _read(article: Article, work: Work) -> Findings:
    from dragoman import actors, claims, engine, language, stories

    reading = language.analyse(article, threads=work.threads)
    cast = actors.resolve(reading)
    found = claims.extract(reading, cast, certain=work.certain)
    known = tuple(e.actor for e in cast.entities)
    trace = stories.trace(article, known, [name for _, name in cast.places], reading.meaning)
    read_by = replace(article, engine=engine.version(work.certain))
    return Findings(read_by, known, found, trace)


def keep(
    found: Findings,
    store: Store,
    *,
    forgets: bool = False,
    on_change: Callable[[Sequence[Record], Sequence[Record]], None] | None = None,
) -> None:
    """Merges what an article gives into the record; tried again where another program was faster.

    Args:
        found: what the article gives.
        store: where the record is kept.
        forgets: whether the article, which gives nothing then, is taken out.
        on_change: called with the records that this may have changed, before and after.
    """
    from dragoman import copies, record
    from dragoman.types import Trace

    trace = found.trace or Trace(found.article.id)
    keys, sample = record.keys(found.article, found.actors, found.claims), copies.sample(found.article)
    while True:
        hood = store.neighbours(found.article.id, keys, sample, trace)
        changes = record.merge(found.article, found.actors, found.claims, hood, trace)
        before = store.records(hood.records) if on_change else ()
        try:
            store.apply(changes, forgets=forgets)
        except StoreChanged:
            continue
        if on_change:
            on_change(before, store.records([one.id for one in changes.records]))
        return


def judge(judgement: Judgement, *, store: Store) -> Judgement:
    """Writes a judgement, and makes the records anew that it is about; tried again as `keep` is.

    Args:
        judgement: what somebody has decided; its number is given here.
        store: where the record is kept.

    Returns:
        The judgement with its number.
    """
    while True:
        known, _ = store.judgements()
        numbered = replace(judgement, number=len(known) + 1)
        try:
            store.settle(numbered, *_settled(numbered, known, store))
        except StoreChanged:
            continue
        return numbered


def _settled(
    judgement: Judgement, known: Sequence[Judgement], store: Store
) -> tuple[tuple[Judged, ...], Settlement]:
    """Which claims a judgement means, and what it changes."""
    from dragoman import record

    taken_back = [one for one in known if one.number == judgement.withdraws]
    told = store.accounts([c.article for one in (*taken_back, judgement) for g in one.subjects for c in g])
    claims = [claim for account in told for claim in account.claims]
    judged = record.stand([judgement], claims)
    ids = {one.claim for one in (*judged, *record.stand(taken_back, claims))}
    concerned = [replace(a, claims=tuple(c for c in a.claims if c.id in ids)) for a in told]
    hood = store.around(sorted(ids), record.keys_of(concerned))
    holding = [one for one in hood.judgements if one not in taken_back]
    hood = replace(hood, judgements=(*holding, judgement), judged=(*hood.judged, *judged))
    return judged, record.settle(hood)

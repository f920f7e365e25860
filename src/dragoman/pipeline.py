"""The order of the stages, and nothing else: the way of an article from a page to the record.

sources.fetch → articles.parse → language.analyse → actors.resolve → claims.extract
    → store.neighbours → record.merge → store.apply
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import StoreChanged
from dragoman.types import Outcome, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.store import Store
    from dragoman.types import Article, Cast, Page

__all__ = ["Run", "read", "resolve"]


@dataclass(frozen=True, slots=True)
class Run:
    """What became of each page of one run, and the seconds that it took."""

    outcomes: tuple[Outcome, ...]
    seconds: float


def _silent(done: int, total: int | None) -> None:
    """Shows nothing of how far a run has come."""


def read(
    paths: Sequence[str],
    *,
    store: Store,
    on_page: Callable[[int, int | None], None] = _silent,
) -> Run:
    """Reads files and folders into a store; a page that was read before is not read again.

    Args:
        paths: files and folders.
        store: where the record is kept.
        on_page: called after each page with how many are done, and how many there are at most.

    Raises:
        MissingPath: a path does not exist; nothing has been read then.
        StoreUnavailable: the store cannot be written.
    """
    from dragoman import sources

    started = time.monotonic()
    total = sources.count(paths)
    outcomes = []
    for done, page in enumerate(sources.fetch(paths), 1):
        outcome = _refused(page) if isinstance(page, Refusal) else _read_page(page, store)
        store.conclude(outcome, None if isinstance(page, Refusal) else page)
        outcomes.append(outcome)
        on_page(done, total)
    return Run(tuple(outcomes), time.monotonic() - started)


def resolve(article: Article) -> Cast:
    """Reads an article and says who is who in it; no store is touched."""
    from dragoman import actors, language

    return actors.resolve(language.analyse(article))


def _refused(refusal: Refusal) -> Outcome:
    return Outcome(refusal.location, refusals=(refusal,))


def _read_page(page: Page, store: Store) -> Outcome:
    """Reads one page; its articles are parsed again even where they are known, which is cheap."""
    from dragoman import articles

    sha256 = hashlib.sha256(page.content).hexdigest()
    parsed = articles.parse(page)
    if not store.has_page(sha256):
        for article in parsed.articles:
            _read_article(article, store)
    return Outcome(
        location=page.location,
        page=sha256,
        articles=tuple(a.id for a in parsed.articles),
        refusals=parsed.refusals,
        notices=tuple(dict.fromkeys(n for a in parsed.articles for n in a.notices)),
        fetched=page.fetched,
    )


def _read_article(article: Article, store: Store) -> None:
    from dragoman import actors, claims, language, record

    reading = language.analyse(article)
    cast = actors.resolve(reading)
    told = claims.extract(reading, cast)
    known = tuple(entity.actor for entity in cast.entities)
    keys = record.keys(article, known, told)
    while True:
        hood = store.neighbours(article.id, keys)
        try:
            store.apply(record.merge(article, known, told, hood))
        except StoreChanged:
            continue
        return

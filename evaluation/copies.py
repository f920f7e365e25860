"""Copies: how many of those made on purpose are found, what is found besides, and in what time.

Articles are read from JSON lines (`text`, and where known `url`, `source`, `title`, `published`) into a
store without claims. The copies are made of a sample, the same each time, of one half of them, and each
is looked up in the store with all of them. `found` is the share of copies whose original is found,
`right` the share of what is found that is the original or a copy of it in the file itself.
Thresholds were tuned on the other half (`--half tune`).
"""

from __future__ import annotations

import gzip
import json
import string
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from dragoman import articles, copies, record, store
from dragoman.store import Store
from dragoman.types import Article, Changes, Page
from evaluation.made_copies import CHANGES, OTHERS, Change, make

__all__ = ["growth", "measure", "pairs", "read", "score"]

COPIED = 150
"""So many articles are copied in each way."""

WINDOW = 200
"""So many articles give the time of one."""

HALVES = ("tune", "test")


def score(path: Path, *, half: str = "test", shown: int = 0, grow: int = 0) -> dict[str, Any]:
    """What is found of each kind of copy, the time an article as the store grows, and pairs of the file.

    Args:
        path: a file of JSON lines, gzipped.
        half: of which half of the articles copies are made.
        shown: how many pairs of the file itself to list, those nearest to the threshold.
        grow: to how many articles the store grows, with copies in words of their own; the file's if 0.
    """
    found = list(read(path))
    with store.open("sqlite://") as db:
        times = growth(db, found, grow or len(found))
        scores = measure(db, found, half)
        counted, lines = pairs(db, found, shown)
    return {**scores, "in the file": counted, **times, **({"pairs": lines} if shown else {})}


def read(path: Path) -> Iterator[Article]:
    """The articles of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            meta = {key: given.get(key) for key in ("url", "source", "title", "published")}
            page = Page(f"{given['id']}.txt", given["text"].encode(), "text/plain", "utf-8", meta=meta)
            yield from articles.parse(page).articles[:1]


def growth(db: Store, found: Sequence[Article], size: int) -> dict[str, Any]:
    """Read articles into a store until it holds so many; the processor's time for one, in ms."""
    spent = []
    for article in _shifted(found, size):
        start = time.process_time()
        db.apply(_look_up(db, article))
        spent.append(1000 * (time.process_time() - start))
    steps = sorted({WINDOW, *range(1000, size, 1000), size} & {*range(WINDOW, size + 1)})
    return {f"ms at {n:,}": round(sum(spent[n - WINDOW : n]) / WINDOW, 1) for n in steps}


def measure(db: Store, found: Sequence[Article], half: str) -> dict[str, Any]:
    """Copies made of one half of the articles, by what was done to them, against a store of all."""
    chance = Random(5)  # noqa: S311 - the same copies each time
    some = chance.sample(found, len(found))[HALVES.index(half) :: 2]
    sample = list(zip(some[:COPIED], some[COPIED:], strict=False))
    likes = dict(_likes(db, {article.id for article, _ in sample}, found))
    made = {name: _measure(db, sample, likes, change) for name, change in CHANGES.items()}
    others = {name: _mistaken(db, sample, change) for name, change in OTHERS.items()}
    return {"copies": made, "not copies": others}


def pairs(db: Store, found: Iterable[Article], shown: int) -> tuple[dict[str, int], list[str]]:
    """The copies within the file, and the pairs nearest to the threshold, on either side of it."""
    near: dict[tuple[str, str], tuple[float, int, str]] = {}
    for article in found:
        for other in _alike(db, article):
            one, two = sorted((article, other), key=lambda each: each.id)
            size, shared = copies.common(one, two)
            line = " | ".join(f"{a.published}, {a.source}, {a.title}" for a in (one, two))
            near[one.id, two.id] = shared / size, size - shared, line
    are = [share >= copies.SHARE and own <= copies.OWN for share, own, _ in near.values()]
    ranked = sorted(near.values(), key=lambda pair: abs(pair[0] - copies.SHARE))[:shown]
    lines = [f"{share:.2f}, {own} of its own: {line}" for share, own, line in sorted(ranked, reverse=True)]
    return {"pairs looked at": len(near), "copies": sum(are)}, lines


def _measure(
    db: Store, sample: Iterable[tuple[Article, Article]], likes: dict[str, set[str]], change: Change
) -> dict[str, float]:
    chance = Random(7)  # noqa: S311 - the same copies each time
    asked = hits = links = right = 0
    for article, other in sample:
        got = _linked(db, make(article, other, change, chance))
        asked, hits = asked + 1, hits + (article.id in got)
        links, right = links + len(got), right + len(got & (likes[article.id] | {article.id}))
    return {"found": hits / asked, "right": right / links if links else 0.0}


def _mistaken(db: Store, sample: Iterable[tuple[Article, Article]], change: Change) -> dict[str, float]:
    """How often another report that shares words with an article is taken for a copy of it."""
    chance = Random(7)  # noqa: S311 - the same articles each time
    taken = [article.id in _linked(db, make(article, other, change, chance)) for article, other in sample]
    return {"taken for copies": sum(taken) / len(taken)}


def _likes(db: Store, ids: set[str], found: Iterable[Article]) -> Iterator[tuple[str, set[str]]]:
    """The articles of the file that are copies of each of some."""
    for article in found:
        if article.id in ids:
            yield article.id, _linked(db, article)


def _linked(db: Store, article: Article) -> set[str]:
    changes = _look_up(db, article)
    return {id for pair in changes.copies for id in (pair.one, pair.other)} - {article.id}


def _alike(db: Store, article: Article) -> tuple[Article, ...]:
    return db.neighbours(article.id, (), copies.sample(article)).alike


def _look_up(db: Store, article: Article) -> Changes:
    return record.merge(article, (), (), db.neighbours(article.id, (), copies.sample(article)))


def _shifted(found: Sequence[Article], size: int) -> Iterator[Article]:
    """The articles, then the same in words of other letters, round after round, up to a number."""
    letters = string.ascii_lowercase
    for number in range(size):
        turn, place = divmod(number, len(found))
        article = found[place]
        text = article.text.translate(str.maketrans(letters, letters[turn:] + letters[:turn]))
        yield replace(article, id=f"{article.id}-{turn}", text=text) if turn else article

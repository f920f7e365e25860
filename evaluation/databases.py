"""What a kind of database costs: seconds to write articles into it and to find in it, side by side.

The articles are read once, which looks at no store; then they are merged and written into each store, which
must be empty. A SQLite file in a temporary folder comes first.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman import pipeline, sources, store
from dragoman.pipeline import Findings
from dragoman.query import parse
from dragoman.store import Store
from dragoman.types import Page
from evaluation.growth import pages

__all__ = ["score"]

ARTICLES = 200
TIMES = 5
QUERIES = ("by:lavrov", "about:syria", 'about:"nuclear weapons"', "by:USA with:RUS", "minister since:2022")


def score(file: Path, urls: Sequence[str], *, articles: int = ARTICLES) -> dict[str, Any]:
    """Milliseconds an article to read, and in each store to write one, and to answer queries.

    Args:
        file: JSON lines, compressed with gzip, one object with `text` and `published` a line.
        urls: the empty stores.
        articles: how many of the file are read, beside the examples.
    """
    begun = time.perf_counter()
    found = [one for page in _all(file, articles) for one in pipeline.understand(page)]
    reading = (time.perf_counter() - begun) / len(found) * 1000
    scores: dict[str, Any] = {"read": {"articles": len(found), "ms": reading}}
    with tempfile.TemporaryDirectory() as folder:
        for number, url in enumerate((str(Path(folder) / "record.sqlite"), *urls)):
            with store.open(url) as db:
                name = "postgresql" if url.startswith("postgres") else "sqlite"
                scores[f"{name}-{number}"] = _measured(db, found, reading)
    return scores


def _all(file: Path, articles: int) -> Iterator[Page]:
    examples = sources.fetch([str(Path(__file__).parent.parent / "examples")])
    yield from (page for page in examples if isinstance(page, Page))
    yield from islice(pages([file]), articles)


def _measured(db: Store, found: Sequence[Findings], reading: float) -> dict[str, float]:
    seconds = []
    for one in found:
        begun = time.perf_counter()
        pipeline.keep(one, db)
        seconds.append(time.perf_counter() - begun)
    writing = statistics.mean(seconds) * 1000
    return {
        "write_ms": writing,
        "articles_per_second": 1000 / (reading + writing),
        "find_ms": _median(lambda words: db.find(parse(words))),
        "browse_ms": _median(lambda words: db.browse(parse(words))),
    }


def _median(ask: Callable[[str], object]) -> float:
    took = []
    for words in QUERIES * TIMES:
        begun = time.perf_counter()
        ask(words)
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000

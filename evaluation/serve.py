"""How fast the server answers: every route over a large store, asked by a second process.

The server runs in one process and the load in another, as on a computer with two cores. Each route is asked
for several times with other values each time, simple queries by several at once for some seconds. No address
is asked for twice, so that no answer which is kept counts.
"""

from __future__ import annotations

import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dragoman import pipeline, store
from dragoman.query import Query
from dragoman.store import Store
from evaluation import growth, large

__all__ = ["score"]

ARTICLES = 20_000
"""So many articles the store has."""

READ, LONGEST = 50, 4000
"""So many articles are read, of so many characters at most: the length of an agency's report."""

TIMES = 20
"""So many times each route is asked for."""

SECONDS, AT_ONCE = 5, 4
"""So long simple queries are asked for, by so many at once."""

V1 = "/api/v1"
ROUTES: dict[str, str] = {
    "records": f"{V1}/records?limit={{limit}}",
    "records of a query": f"{V1}/records?q={{query}}",
    "meetings": f"{V1}/meetings?limit={{limit}}",
    "statements by": f"{V1}/statements?q=by:{{actor}}",
    "relations": f"{V1}/relations?limit={{limit}}",
    "one record": f"{V1}/records/{{record}}",
    "facets": f"{V1}/facets?q={{query}}",
    "articles": f"{V1}/articles?limit={{limit}}",
    "one article": f"{V1}/articles/{{article}}",
    "actors by name": f"{V1}/actors?name={{word}}",
    "one actor": f"{V1}/actors/{{actor}}",
    "positions": f"{V1}/positions?one={{country}}&other=RUS&since={{day}}",
    "timeline": f"{V1}/timeline?actor={{country}}&actor=RUS",
    "agenda": f"{V1}/agenda?actor={{country}}",
    "stories": f"{V1}/stories?limit={{limit}}",
    "one story": f"{V1}/stories/{{story}}",
    "discrepancies": f"{V1}/discrepancies?limit={{limit}}",
}
"""The routes, with what differs each time between braces; pages are added here too."""

SIMPLE = ("meetings", "statements by", "one record", "articles")
"""The routes of simple queries, ten items each."""

Values = dict[str, Sequence[str]]


def score(files: Sequence[Path], *, articles: int = ARTICLES, keep: Path | None = None) -> dict[str, Any]:
    """Milliseconds (median and 95th percentile) of each route, and answers a second to simple queries.

    Args:
        files: JSON lines, compressed with gzip, one object with `text` and `published` a line.
        articles: how many articles the store is to have.
        keep: where the store is made, or was made before; a place that is removed where not given.
    """
    with tempfile.TemporaryDirectory() as folder:
        url = str(keep or Path(folder) / "large.sqlite")
        if not Path(url).exists():
            _make(files, url, articles)
        with store.open(url) as opened:
            values = _values(opened)
            listed = opened.browse_articles(limit=1).total
            size = {"articles": listed, "records": opened.browse(Query()).total}
        with _server(url) as address:
            routes = {name: _asked(address, route, values) for name, route in ROUTES.items()}
            simple = {name: f"{ROUTES[name]}&limit=10".replace("{limit}&limit=10", "10") for name in SIMPLE}
            simple["one record"] = ROUTES["one record"]
            many = {name: _load(address, route, values) for name, route in simple.items()}
    return {"store": size} | routes | {"a second": many}


def _make(files: Sequence[Path], url: str, articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder, store.open(str(Path(folder) / "small.sqlite")) as small:
        short = (page for page in growth.pages(files) if len(page.content) <= LONGEST)
        for page in islice(short, READ):
            pipeline.read_page(page, store=small)
        large.make(small, url, articles).close()


def _values(opened: Store) -> Values:
    """What routes are asked for with, out of the store itself."""
    facets = opened.facets(Query(), most=2 * TIMES)
    records = opened.browse(Query(), limit=200).ids
    actors = [one.value for one in facets.actors]
    countries = [one.value for one in facets.countries if one.value != "RUS"]
    words = sorted({word.lower() for a in opened.actors(actors) for word in a.name.split() if len(word) > 3})
    return {
        "limit": [str(n) for n in range(50, 50 - TIMES, -1)],
        "actor": actors,
        "country": countries,
        "word": words,
        "query": [f"about:{word}" for word in words[::2]] + [f"by:{id}" for id in actors[::2]],
        "record": records[:: len(records) // TIMES],
        "article": opened.browse_articles(limit=TIMES).ids,
        "story": opened.browse_stories(limit=TIMES).ids,
        "day": [f"20{n:02}-01" for n in range(TIMES)],
    }


@contextmanager
def _server(url: str) -> Iterator[str]:
    """A server in a process of its own; its host and port."""
    command = [sys.executable, "-m", "dragoman.cli", "serve", "--db", url, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stderr is not None
        address = process.stderr.readline().split("http://")[1].split("/")[0]
        try:
            yield address
        finally:
            process.terminate()


def _asked(address: str, route: str, values: Values) -> dict[str, Any]:
    """How long a route takes when it is asked for with one value after the other."""
    connection = http.client.HTTPConnection(address, timeout=60)
    took, sizes = [], []
    for path in islice(_paths(route, values), TIMES + 1):
        begun = time.perf_counter()
        sizes.append(len(_get(connection, path)))
        took.append((time.perf_counter() - begun) * 1000)
    connection.close()
    first, *rest = took
    return {"p50": statistics.median(rest), "p95": _p95(rest), "first": first, "kB": max(sizes) // 1000}


def _load(address: str, route: str, values: Values) -> float:
    """Answers a second, when several ask for a route at once."""
    until = time.perf_counter() + SECONDS
    counts: list[int] = []

    def ask(start: int) -> None:
        connection = http.client.HTTPConnection(address, timeout=60)
        done = 0
        for path in islice(_paths(route, values), start, None):
            _get(connection, path)
            done += 1
            if time.perf_counter() > until:
                break
        counts.append(done)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def _paths(route: str, values: Values) -> Iterator[str]:
    """The route with one value after the other, from the first again after the last."""
    turns = {name: cycle(some) for name, some in values.items() if f"{{{name}}}" in route}
    for once in count():
        path = route.format(**{name: quote(next(turn)) for name, turn in turns.items()})
        yield f"{path}{'&' if '?' in path else '?'}once={time.time_ns()}-{once}"


def _get(connection: http.client.HTTPConnection, path: str) -> bytes:
    """The body of an answer; no problem and nothing that is kept by who asks."""
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, json.loads(body))
    return body


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]

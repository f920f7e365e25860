"""What an article costs as the store grows: seconds and memory, from the first to the ten-thousandth.

Reading an article does not look at the store; merging and writing do. So the articles of a sample are read
once, and merged and written again and again as other articles: each time all letters of their texts are other
letters (they are no copies, and their offsets stand), and all dates are years later.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from dragoman import pipeline, store, stories
from dragoman.pipeline import Findings
from dragoman.types import Claim, Evidence, Page

__all__ = ["pages", "score"]

READ = 500
"""So many articles of the sample are read."""

SPAN = 20
"""Years that the sample covers, by which each time is later than the last."""

WINDOW = 200
"""Times are medians of so many articles; single ones vary with their length."""

_DATES = {"published", "date", "said_on", "since", "until"}


def score(files: Sequence[Path], *, articles: int = 10_000, read: int = READ) -> dict[str, Any]:
    """The processor's milliseconds to read an article, and to merge and write it in a store of so many.

    `MB` is the memory of the process.

    Args:
        files: JSON lines, compressed with gzip, one object with `text` and `published` a line.
        articles: how many to write.
        read: how many to read.
    """
    took: list[float] = []
    found: list[Findings] = []
    for page in islice(pages(files), read):
        begun = time.process_time()
        found += pipeline.understand(page)
        took.append(time.process_time() - begun)
    reading = statistics.median(took)
    return {"read": {"articles": len(found), "ms": reading * 1000}} | _written(found, articles, reading)


def _written(found: Sequence[Findings], articles: int, reading: float) -> dict[str, Any]:
    steps = sorted({n for n in (100, 1000, articles // 4, articles // 2, articles) if n <= articles})
    seconds: list[float] = []
    curve: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, store.open(str(Path(folder) / "growth.sqlite")) as opened:
        for one in _shifted(found, articles):
            begun = time.process_time()
            pipeline.keep(one, opened)
            seconds.append(time.process_time() - begun)
            if len(seconds) in steps:
                cost = statistics.median(seconds[-WINDOW:])
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                curve[f"at {len(seconds):6}"] = {
                    "ms": cost * 1000,
                    "with reading": (cost + reading) * 1000,
                    "MB": memory,
                }
    first, last = (curve[f"at {n:6}"]["with reading"] for n in (steps[0], steps[-1]))
    return curve | {"growth": {"ratio": last / first}}


def pages(files: Sequence[Path]) -> Iterator[Page]:
    """The articles of a sample, as pages."""
    lines = (line for path in files for line in gzip.decompress(path.read_bytes()).splitlines())
    for n, line in enumerate(map(json.loads, lines)):
        meta = {name: line.get(name) for name in ("url", "source", "title", "published")}
        yield Page(f"{n:05}.txt", line["text"].encode(), "text/plain", "utf-8", meta=meta)


def _shifted(found: Sequence[Findings], articles: int) -> Iterator[Findings]:
    """The findings again and again, as those of other articles."""
    for n in range(articles):
        turn, place = divmod(n, len(found))
        yield _Shift(turn).findings(found[place]) if turn else found[place]


class _Shift:
    """Makes other articles of articles: other letters, later dates, other ids; the actors stay."""

    def __init__(self, turn: int) -> None:
        self._turn = turn
        turned = [letters[turn:] + letters[:turn] for letters in (ascii_lowercase, ascii_uppercase)]
        self._letters = str.maketrans(ascii_lowercase + ascii_uppercase, "".join(turned))

    def findings(self, found: Findings) -> Findings:
        text = found.article.text.translate(self._letters)
        article = replace(
            found.article,
            id=self._id(found.article.id),
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            published=self._date(found.article.published or ""),
        )
        trace = replace(
            stories.trace(article, found.actors), places=found.trace.places, meaning=found.trace.meaning
        )
        return replace(
            found, article=article, claims=tuple(self._claim(c) for c in found.claims), trace=trace
        )

    def _claim(self, claim: Claim) -> Claim:
        changed = {f.name: self._value(getattr(claim, f.name)) for f in fields(claim)}
        changed |= {n: self._date(str(changed[n])) for n in _DATES & changed.keys() if changed[n]}
        return replace(claim, **changed | {n: self._id(str(changed[n])) for n in ("id", "article")})

    def _value(self, value: object) -> object:
        """A claim's value, as the other article has it."""
        if isinstance(value, Evidence):
            exact = value.exact.translate(self._letters)
            return replace(value, article=self._id(value.article), exact=exact)
        return tuple(self._value(one) for one in value) if isinstance(value, tuple) else value

    def _id(self, id: str) -> str:
        return f"{id}-{self._turn}"

    def _date(self, value: str) -> str | None:
        """A TIMEX value so many years later."""
        return "/".join(self._later(part) for part in value.split("/")) or None

    def _later(self, day: str) -> str:
        return f"{int(day[:4]) + SPAN * self._turn:04}{day[4:]}" if day[:4].isdigit() else day

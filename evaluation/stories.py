"""Stories: how well articles that tell the same news are grouped, against BASIL's stories of three outlets.

Each article is read and put into a store of its own without its claims. `precision` and `recall` are B-cubed:
for each article, how much of its group is of its story, and how much of its story is in its group (Bagga and
Baldwin 1998, https://aclanthology.org/P98-1012). The threshold was tuned on one half of the stories (`tune`);
`test` is the other half.
"""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from dragoman import pipeline, record, store, stories
from dragoman.pipeline import Findings
from dragoman.types import Page, Trace

__all__ = ["b_cubed", "group", "score"]

Groups = Mapping[str, str]
Link = tuple[Trace, Trace, float]

STEPS = [step / 20 for step in range(-10, 31)]
"""Thresholds that are tried where features are left out."""


def score(folder: Path, *, errors: int = 0) -> dict[str, Any]:
    """B-cubed on both halves and on all, the time that grouping takes, and F1 with some features only.

    Args:
        folder: BASIL's folder, which holds `articles/YEAR/STORY_N.json`.
        errors: how many groups that are not a story to list.
    """
    gold: dict[str, str] = {}
    found: list[Findings] = []
    for story, page in _pages(folder):
        one = pipeline.understand(page)[0]
        found.append(one)
        gold[one.article.id] = story
    got, times = group(found)
    halves = _halves(gold)
    scores: dict[str, Any] = {name: b_cubed(gold, got, ids) for name, ids in halves.items()}
    scores["stories"] = {"gold": len({*gold.values()}), "found": len({*got.values()})}
    scores["grouping"] = {"ms": statistics.median(times) * 1000}
    traces = [one.trace for one in found]
    names = [compare.__name__ for compare in stories.FEATURES]
    scores["without"] = {name: _best(traces, gold, halves, {*names} - {name}) for name in names}
    scores["only"] = {name: _best(traces, gold, halves, {name, "days"}) for name in names if name != "days"}
    return {**scores, **({"errors": list(_errors(found, gold, got))[:errors]} if errors else {})}


def group(found: Sequence[Findings]) -> tuple[dict[str, str], list[float]]:
    """The story of each article, put into a store one by one, and the processor's seconds for each."""
    took = []
    with store.open("sqlite://") as db:
        for one in found:
            begun = time.process_time()
            hood = db.neighbours(one.article.id, (), (), one.trace)
            placing = time.process_time()
            db.apply(record.merge(one.article, (), (), hood, one.trace))
            took.append(placing - begun)
        return dict(db.find().stories), took


def b_cubed(gold: Groups, got: Groups, ids: Collection[str]) -> dict[str, float]:
    """B-cubed of some articles among themselves."""
    both = Counter((gold[id], got[id]) for id in ids)
    told, grouped = Counter(gold[id] for id in ids), Counter(got[id] for id in ids)
    precision = statistics.mean(both[gold[id], got[id]] / grouped[got[id]] for id in ids)
    recall = statistics.mean(both[gold[id], got[id]] / told[gold[id]] for id in ids)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def _best(
    traces: Sequence[Trace], gold: Groups, halves: Mapping[str, Collection[str]], names: Collection[str]
) -> float:
    """F1 on the half for testing with some features only, at the threshold that is best on the other."""
    kept = {compare: much for compare, much in stories.FEATURES.items() if compare.__name__ in names}
    links = [
        (one, other, sum(much * compare(one, other) for compare, much in kept.items()))
        for one, other in combinations(traces, 2)
        if stories.meets(one, other)
    ]
    best = max(STEPS, key=lambda step: b_cubed(gold, _grouped(traces, links, step), halves["tune"])["f1"])
    return b_cubed(gold, _grouped(traces, links, best), halves["test"])["f1"]


def _grouped(traces: Sequence[Trace], links: Sequence[Link], least: float) -> dict[str, str]:
    """Stories by the best earlier article of each, among links of at least some strength."""
    parents: dict[str, tuple[float, str]] = {}
    place = {one.article: (one.day or 0, one.article) for one in traces}
    for one, other, strength in links:
        first, second = sorted((one.article, other.article), key=place.__getitem__)
        if strength >= least:
            parents[second] = max(parents.get(second, (strength, first)), (strength, first))
    homes: dict[str, str] = {}
    for id in sorted(place, key=place.__getitem__):
        homes[id] = homes[parents[id][1]] if id in parents else id
    return homes


def _pages(folder: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(folder.glob("articles/*/*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(sentences) for sentences in given["body-paragraphs"])
        meta = {name: given[name] for name in ("url", "source", "title")} | {"published": given["date"]}
        yield given["triplet-uuid"], Page(f"{path.stem}.txt", text.encode(), "text/plain", "utf-8", meta=meta)


def _halves(gold: Groups) -> dict[str, list[str]]:
    names = sorted({*gold.values()})
    Random(3).shuffle(names)  # noqa: S311 - the same halves each time
    tune = {*names[::2]}
    return {
        "tune": [id for id, story in gold.items() if story in tune],
        "test": [id for id, story in gold.items() if story not in tune],
        "all": list(gold),
    }


def _errors(found: Sequence[Findings], gold: Groups, got: Groups) -> Iterator[str]:
    """The groups that hold several stories or not all of one, each article in a line."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for id, story in gold.items():
        homes[story].add(got[id])
        homes[got[id]].add(story)
    for one in sorted(found, key=lambda one: (gold[one.article.id], got[one.article.id])):
        id, of = one.article.id, one.article
        if len(homes[gold[id]]) > 1 or len(homes[got[id]]) > 1:
            yield f"{gold[id][:8]} {got[id]} {of.published} {of.source}: {of.title}"

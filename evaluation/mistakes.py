"""What is wrong in a record, sorted by kind of mistake, as the scorer beside the gold articles sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

__all__ = ["Mistake", "counts", "find"]

KINDS = ("statements", "meetings", "relations", "alignments")
SHOWN = 160

Facts = dict[str, Any]
View = tuple[Facts, list[tuple[int, int]]]


class Article(Protocol):
    """A gold article as the scorer has it."""

    gold: dict[str, list[Facts]]
    text: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its kind (`statements speaker`), the article, and what the gold file or the record has."""

    kind: str
    article: str
    text: str


def counts(mistakes: list[Mistake]) -> dict[str, int]:
    """How many there are of each kind, the most frequent first."""
    return dict(Counter(m.kind for m in mistakes).most_common())


def find(scorer: ModuleType, record: Facts, articles: Mapping[str, Article]) -> list[Mistake]:
    """Every gold claim that the record lacks or has otherwise, and every claim that no gold file has.

    Args:
        scorer: `score.py` from beside the gold articles.
        record: what `dragoman read --json` prints.
        articles: the scorer's articles by id.
    """
    views, _ = scorer.assign(record, articles)
    actors = {a["id"]: a for a in record["actors"]}
    return [
        Mistake(f"{kind} {what}", id, " ".join(text.split())[:SHOWN])
        for id, article in articles.items()
        for kind in KINDS
        for what, text in _compared(scorer, kind, article, views[id][kind], actors)
    ]


def _compared(
    scorer: ModuleType, kind: str, article: Article, views: list[View], actors: Facts
) -> Iterator[tuple[str, str]]:
    golds = article.gold[kind]

    def is_pair(view: View, gold: Facts, *, strict: bool) -> bool:
        return bool(scorer.pair(kind, *view, gold, article, actors, strict))

    for gold in golds:
        if any(is_pair(view, gold, strict=True) for view in views):
            continue
        found = [claim for claim, spans in views if is_pair((claim, spans), gold, strict=False)]
        yield _wrong(scorer, kind, article, views, gold, found), str(_words(kind, gold)[0])
    for claim, spans in views:
        if not any(is_pair((claim, spans), gold, strict=False) for gold in golds):
            met = any(scorer.touch_any(article, spans, _words(kind, gold)) for gold in golds)
            yield ("otherwise" if met else "not there"), article.text[spans[0][0] : spans[0][1]]


def _wrong(
    scorer: ModuleType, kind: str, article: Article, views: list[View], gold: Facts, found: list[Facts]
) -> str:
    """What is wrong with a gold claim in the record."""
    if not found:
        met = any(scorer.touch_any(article, spans, _words(kind, gold)) for _, spans in views)
        return {"statements": "extent", "meetings": "parties"}.get(kind, "otherwise") if met else "missed"
    if kind != "meetings":
        return "speaker" if kind == "statements" else "parties"
    if found[0]["status"] != gold["status"]:
        return "status"
    return "date wrong" if found[0].get("date") else "date unknown"


def _words(kind: str, gold: Facts) -> list[str]:
    """The words of a gold claim."""
    found = gold["content"] if kind == "statements" else gold["evidence"]
    return [found] if isinstance(found, str) else list(found)

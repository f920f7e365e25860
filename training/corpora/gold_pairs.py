"""Pairs of actors in the sentences of Dragoman's gold articles: what one does to the other, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

from dragoman.types import Span
from training.corpora.plover import Marked

__all__ = ["of_article", "pairs"]

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
EVERY = 4
"""Of the pairs between which nothing happens, one in so many is taken: there are ten times as many."""

_Named = dict[str, Span]


def pairs(folder: Path, texts: Path) -> Iterator[Marked]:
    """The pairs of each gold article of a folder; of those of type NONE, some."""
    nothing = 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{gold['id']}.txt").read_text(encoding="utf-8")
        for marked in of_article(gold, text):
            if marked.root == "NONE":
                nothing += 1
            if marked.root != "NONE" or nothing % EVERY == 0:
                yield marked


def of_article(gold: dict[str, Any], text: str) -> Iterator[Marked]:
    """The pairs of one article: those of its events, and all between which nothing happens."""
    mentions = {e["key"]: e["mentions"] for e in gold["entities"]}
    told = {e["evidence"] for e in gold["events"]}
    met = [s for m in gold["meetings"] for s in m["evidence"]]
    for sentence in sorted(told | set(_sentences(text))):
        named = {key: span for key, ms in mentions.items() if (span := _find(ms, sentence))}
        here = [e for e in gold["events"] if e["evidence"] in sentence or sentence in e["evidence"]]
        tied: set[tuple[str, str]] = set()
        for event in here:
            acted = {(a, b) for a in event["actors"] for b in event["recipients"] if a != b}
            tied |= acted | {(b, a) for a, b in acted}
            if event["evidence"] == sentence:
                root = YIELD.get(event["type"], event["type"])
                yield from (
                    _marked(sentence, named, *pair, root) for pair in sorted(acted) if _apart(named, *pair)
                )
        if not any(m in sentence or sentence in m for m in met):
            free = (p for p in permutations(sorted(named), 2) if p not in tied and _apart(named, *p))
            yield from (_marked(sentence, named, *pair, "NONE") for pair in free)


def _sentences(text: str) -> list[str]:
    """The sentences of a text of a usual length, roughly."""
    found = (s.strip() for s in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+", text))
    return [s for s in found if 30 < len(s) < 450]


def _find(mentions: list[str], sentence: str) -> Span | None:
    """Where a sentence names somebody, by the longest of the mentions in it."""
    for mention in sorted(mentions, key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(mention)}(?!\w)", sentence)
        if found and len(mention) > 1:
            return Span(*found.span())
    return None


def _apart(named: _Named, source: str, target: str) -> bool:
    """Whether both are named, in words of their own."""
    if source not in named or target not in named:
        return False
    a, b = named[source], named[target]
    return a.end <= b.start or b.end <= a.start


def _marked(sentence: str, named: _Named, source: str, target: str, root: str) -> Marked:
    return Marked(sentence, (named[source],), (named[target],), root)

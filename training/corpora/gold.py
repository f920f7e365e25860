"""Dragoman's own gold articles: their statements as cue and content, in characters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.corpora.polnear import Annotated

__all__ = ["articles"]


def articles(folder: Path, texts: Path) -> Iterator[Annotated]:
    """Each gold article of a folder with its statements; a string is taken where it first occurs.

    The search for a cue begins near its content, since a short word occurs often.
    """
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{gold['id']}.txt").read_text(encoding="utf-8")
        article = Annotated(gold["id"], text)
        for statement in gold["statements"]:
            contents = [(text.find(c), text.find(c) + len(c)) for c in statement["content"] if c in text]
            found = {"content": contents}
            cue = _near(text, statement["cue"], contents)
            if cue is not None:
                found["cue"] = [cue]
            if contents:
                article.attributions.append(found)
        yield article


def _near(text: str, word: str | None, contents: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a cue stands: of its occurrences, the one nearest to an edge of a content."""
    if not word or not contents:
        return None
    places, at = [], text.find(word)
    while at >= 0:
        places.append((at, at + len(word)))
        at = text.find(word, at + 1)
    if not places:
        return None

    def distance(place: tuple[int, int]) -> int:
        return min(min(abs(place[1] - c[0]), abs(place[0] - c[1])) for c in contents)

    return min(places, key=distance)

"""PolNeAR: who said what in political news, as source, cue and content with offsets (brat's standoff)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Annotated", "Piece", "articles"]

ROLES = {"Source": "source", "Cue": "cue", "Content": "content", "Content2": "content"}
Piece = tuple[int, int]


@dataclass
class Annotated:
    """An article's text and its attributions, each a map from role to stretches of characters."""

    name: str
    text: str
    attributions: list[dict[str, list[Piece]]] = field(default_factory=list)


def articles(folder: Path, *, once: bool = False) -> Iterator[Annotated]:
    """Each annotated article below a folder that holds `text/` and `attributions/`.

    An article that several people annotated comes once for each, or with `once` as the first of them
    did it; a span in pieces stays in pieces.
    """
    seen: set[Path] = set()
    texts = {p.stem: p for p in (folder / "text").glob("*.txt")}
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = texts.get(path.stem) or texts.get(path.stem.rsplit("_", 1)[0])
        if text is not None and not (once and text in seen):
            seen.add(text)
            yield _article(path, text.read_text(encoding="utf-8"))


def _article(path: Path, text: str) -> Annotated:
    spans: dict[str, tuple[str, list[Piece]]] = {}
    article = Annotated(path.stem, text)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) >= 2:
            role, _, offsets = cells[1].partition(" ")
            pieces = [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets)]
            spans[cells[0]] = (role, pieces)
        elif line.startswith("E") and len(cells) >= 2:
            found: dict[str, list[Piece]] = {}
            for role, key in re.findall(r"(\w+):(T\d+)", cells[1]):
                if role in ROLES and key in spans:
                    found.setdefault(ROLES[role], []).extend(spans[key][1])
            if found:
                article.attributions.append(found)
    return article

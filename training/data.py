"""The passages of every corpus, for learning and for measuring."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from dragoman.language import sentences, words
from dragoman.types import Span
from training.corpora import gold, names, polnear, ud
from training.corpora.polnear import Annotated
from training.passage import Passage, pack, scattered

__all__ = ["DEV", "OPEN", "Corpora", "annotated", "lines", "newswire"]


class Corpora:
    """The corpora below a folder `shared`, each as a list of passages for `train` or `dev`."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        self.corpora = shared / "corpora"

    def ewt(self, part: str) -> list[Passage]:
        """UD English EWT with the names of Universal NER."""
        known = {
            tuple(w for w, _ in s): names.bio([t for _, t in s], names.UNER)
            for s in names.rows(self.corpora / "uner-ewt" / f"en_ewt-ud-{part}.iob2")
        }
        path = self.corpora / "ud-ewt" / f"en_ewt-ud-{part}.conllu"
        return _packed((_named(d, known) for _, d in ud.documents(path)), part)

    def ewt_grammar(self, part: str) -> list[Passage]:
        """UD English EWT without names: its train part has an early version's, best not seen too often."""
        path = self.corpora / "ud-ewt" / f"en_ewt-ud-{part}.conllu"
        return _packed((d for _, d in ud.documents(path)), part)

    def gum(self, part: str) -> list[Passage]:
        """GUM's genres with open licences."""
        files = sorted((self.corpora / "gum" / part / "dep").glob("*.conllu"))
        return _packed((d for f in files for _, d in ud.documents(f)), part)

    def worldwide(self, part: str) -> list[Passage]:
        """Worldwide newswire; its dev part is the last fifth of the articles by name."""
        return [p for f in newswire(self.corpora / "worldwide", part) for p in pack(_newswire(f))]

    def polnear(self, part: str) -> list[Passage]:
        """PolNeAR's attributions."""
        found = polnear.articles(self.corpora / "polnear" / part, once=part == "train")
        return [p for a in found for p in pack(annotated(a, links=True))]

    def gold(self, part: str) -> list[Passage]:
        """The statements of Dragoman's own gold articles."""
        found = gold.articles(self.shared / "gold" / part, self.shared / "gold" / "texts")
        return [p for a in found for p in pack(annotated(a, links=False))]


SEED = 20170706

OPEN = ("ewt", "ewt_grammar", "gum")
"""The corpora whose licence is stated and open."""

DEV = ("ewt", "gum", "worldwide", "polnear", "gold")


def newswire(folder: Path, part: str) -> list[Path]:
    """The articles of worldwide newswire that belong to a part; sorted by name, which is by country."""
    files = sorted(folder.glob("*.tsv"))
    edge = len(files) * 4 // 5
    return files[:edge] if part == "train" else files[edge:]


def _packed(documents: Iterable[Passage], part: str) -> list[Passage]:
    """The passages of a treebank; to learn from, its sentences are shuffled, since each is read alone."""
    if part == "train":
        return scattered(documents, seed=SEED)
    return [p for d in documents for p in pack(d)]


def _named(document: Passage, known: dict[tuple[str, ...], list[str]]) -> Passage:
    """A treebank document with the names of each of its sentences; `?` where they are not known."""
    edges = [*sorted(document.sentences), len(document.words)]
    tags: list[str] = []
    for a, b in pairwise(edges):
        tags += known.get(document.words[a:b], ["?"] * (b - a))
    return document.replaced(names=tuple(tags), partial=True)


def _newswire(path: Path) -> Passage:
    sentences = list(names.rows(path))
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence)
    return Passage(
        words=tuple(w for s in sentences for w, _ in s),
        breaks=frozenset({0}),
        sentences=frozenset(starts) | {0},
        names=tuple(t for s in sentences for t in names.bio([t for _, t in s], names.WORLDWIDE)),
    )


def annotated(article: Annotated, *, links: bool) -> Passage:
    """An article with its attributions as tags, and as links where the corpus has all three parts."""
    spans = words.split(article.text)
    tags, targets = _tags(article, [s.start for s in spans], [s.end for s in spans])
    shown = tuple(article.text[s.start : s.end] for s in spans)
    breaks = {i for i in range(1, len(spans)) if "\n" in article.text[spans[i - 1].end : spans[i].start]}
    starts = sentences.split(article.text, spans, lines(article.text))
    layers = {"attribution": tags, "links": targets} if links else {"statement": tags}
    return Passage(words=shown, breaks=frozenset(breaks) | {0}, sentences=frozenset(starts) | {0}, **layers)


def lines(text: str) -> list[Span]:
    """The lines of a text that hold anything, as its blocks."""
    return [Span(found.start(), found.end()) for found in re.finditer(r"\S.*", text)]


def _tags(article: Annotated, starts: list[int], ends: list[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """BIO tags and links; where spans overlap, a part of a longer content keeps the content's tag."""
    tags, links = ["O"] * len(starts), [-1] * len(starts)
    placed = [
        {role: [w for p in pieces if (w := _words(p, starts, ends))] for role, pieces in a.items()}
        for a in article.attributions
    ]
    order = sorted(placed, key=lambda a: -sum(len(w) for w in a.get("content", [])))
    for parts in order:
        heads = parts.get("cue") or parts.get("content") or parts.get("source")
        for role in ("content", "cue", "source"):
            for w in parts.get(role, []):
                if any(tags[i] != "O" for i in w):
                    continue
                tags[w[0]], links[w[0]] = f"B-{role}", heads[0][0]
                for i in w[1:]:
                    tags[i] = f"I-{role}"
    return tuple(tags), tuple(links)


def _words(piece: tuple[int, int], starts: list[int], ends: list[int]) -> list[int]:
    """The words that a stretch of characters touches."""
    return list(range(bisect_right(ends, piece[0]), bisect_left(starts, piece[1])))

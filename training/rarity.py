"""How rare words are, and in what articles differ, from open corpora: what stories are told apart by.

documents of GUM, EWT, English Worldwide Newswire and PolNeAR (train)     data/frequencies.json
articles of the last two, as the exported model reads them               data/meaning.npz
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import numpy as np

from dragoman.folding import fold
from dragoman.language import asides, meaning, reader
from dragoman.language.model import load
from dragoman.types import Span

__all__ = ["count", "learn"]

LEAST = 3
"""A word in fewer documents is left out."""

READ = 700
"""So many articles are read, drawn by chance."""

AXES = 100
"""Axes that are kept, those that articles differ most on."""

log = logging.getLogger("training")


def learn(corpora: Path, out: Path) -> None:
    """Writes both files into a folder."""
    news = [*_polnear(corpora), *_worldwide(corpora)]
    counted, documents = count([*news, *_treebanks(corpora)])
    table = {"documents": documents, "words": dict(sorted(counted.items()))}
    (out / "frequencies.json").write_text(
        json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    means = np.stack(list(_means(Random(1).sample(news, READ))))  # noqa: S311 - the same each time
    centre = means.mean(0)
    _, lengths, axes = np.linalg.svd(means - centre, full_matrices=False)
    stretched = axes[:AXES].T / (lengths[:AXES] / np.sqrt(len(means)))
    np.savez_compressed(
        out / "meaning.npz", centre=centre.astype(np.float32), axes=stretched.astype(np.float16)
    )


def count(texts: Iterable[str]) -> tuple[dict[str, int], int]:
    """In how many of some texts each word stands, folded; and how many texts there are."""
    counted: Counter[str] = Counter()
    documents = 0
    for text in texts:
        counted.update(set(fold(text).split()))
        documents += 1
    return {word: times for word, times in counted.items() if times >= LEAST}, documents


def _means(texts: Iterable[str]) -> Iterator[np.ndarray]:
    for done, text in enumerate(texts, 1):
        words = reader.read(asides.blanked(text), [Span(0, len(text))], load())
        found = meaning.mean([read for _, read in words.passages])
        if found is not None:
            yield found
        if done % 100 == 0:
            log.info("%s articles read", done)


def _polnear(corpora: Path) -> Iterator[str]:
    for path in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def _worldwide(corpora: Path) -> Iterator[str]:
    """The articles of one file each, which has a word a line and an empty line after each sentence."""
    for path in sorted((corpora / "worldwide").glob("*.tsv")):
        words = [line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
        yield " ".join(word for word in words if not word.startswith("http"))


def _treebanks(corpora: Path) -> Iterator[str]:
    files = [
        *(corpora / "ud-ewt").glob("*-train.conllu"),
        *(corpora / "gum" / "train" / "dep").glob("*.conllu"),
    ]
    for path in sorted(files):
        for document in path.read_text(encoding="utf-8").split("# newdoc id")[1:]:
            rows = (line.split("\t") for line in document.splitlines() if line[:1].isdigit())
            yield " ".join(row[1] for row in rows if row[0].isdigit())

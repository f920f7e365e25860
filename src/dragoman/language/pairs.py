"""The classifier of pairs: what one actor does to another in a sentence, by PLOVER type.

It goes on from what the lower layers of the language model make of a sentence, told who acts, who is acted
upon, and which words lie between them in the tree. It knows sentences only; nothing of articles.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import ModelUnavailable
from dragoman.language import model
from dragoman.language.lower import Lower

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

Asked = tuple["Sentence", Collection["Token"], Collection["Token"]]
"""A sentence of a Doc, the words in it that name who acts, and those that name who is acted upon."""

__all__ = ["NONE", "ROLES", "Classifier", "Pair", "judge", "load", "of_sentence", "roles"]

ROLES = ("none", "source", "target", "top", "path")
"""What a word is to a pair: `top` is where the ways up from source and target meet, `path` lies on them."""

NONE = "NONE"
"""The type of a pair between which nothing happens."""

BATCH = 16


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors in one sentence.

    `heads` are positions in the sentence, a root's its own; `source` and `target` the words that name who
    acts and who is acted upon. Either may be empty.
    """

    words: tuple[str, ...]
    heads: tuple[int, ...]
    source: frozenset[int]
    target: frozenset[int]


def judge(asked: Sequence[Asked], *, threads: int = 0) -> list[dict[str, float]]:
    """What each source does to its target: the probability of each type, NONE among them.

    The types are PLOVER's roots, with YIELD for CONCEDE and RETREAT.

    Raises:
        ModelUnavailable: the classifier cannot be loaded.
    """
    classifier = load(threads=threads)
    found = classifier.classify([of_sentence(*one) for one in asked])
    return [dict(zip(classifier.types, row.tolist(), strict=True)) for row in found]


def of_sentence(sentence: Sentence, source: Collection[Token], target: Collection[Token]) -> Pair:
    """The pair of some words of a sentence of a Doc; tokens that are white space are left out."""
    words = [t for t in sentence if not t.is_space]
    at = {t.i: n for n, t in enumerate(words)}
    return Pair(
        words=tuple(t.text for t in words),
        heads=tuple(at.get(t.head.i, n) for n, t in enumerate(words)),
        source=frozenset(at[t.i] for t in source if t.i in at),
        target=frozenset(at[t.i] for t in target if t.i in at),
    )


def roles(pair: Pair) -> list[int]:
    """What each word of a sentence is to a pair, as indices into `ROLES`."""
    ways = [_way(pair.heads, named) for named in (pair.source, pair.target) if named]
    if not ways:
        return [0] * len(pair.words)
    if len(ways) == 1:
        ways.append(ways[0][-1:])
    top = next(w for w in ways[0] if w in ways[1])
    between = {w for way in ways for w in way[: way.index(top)]}
    out = [0] * len(pair.words)
    for role, words in (("path", between), ("top", {top}), ("target", pair.target), ("source", pair.source)):
        for word in words:
            out[word] = ROLES.index(role)
    return out


def _way(heads: Sequence[int], named: Collection[int]) -> list[int]:
    """The words from the head of some words up to the root of the sentence, both included."""
    way = [next((w for w in sorted(named) if heads[w] not in named or heads[w] == w), min(named))]
    while (head := heads[way[-1]]) not in way:
        way.append(head)
    return way


class Classifier:
    """An open classifier; make one with `load`."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        import onnxruntime

        self._lower = Lower(folder, threads=threads)
        try:
            self.facts: dict[str, Any] = json.loads((folder / "pairs.json").read_text(encoding="utf-8"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(folder / "pairs.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises classes of its own
            raise ModelUnavailable(str(folder), str(error).splitlines()[0]) from error
        self.types: tuple[str, ...] = tuple(self.facts["types"])

    def classify(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """The probability of each of `types` for each pair: (pair, type)."""
        out = np.zeros((len(pairs), len(self.types)), np.float32)
        order = sorted(range(len(pairs)), key=lambda i: (len(pairs[i].words), pairs[i].words))
        for at in range(0, len(order), BATCH):
            group = order[at : at + BATCH]
            out[group] = self._run([pairs[i] for i in group])
        return out

    def _run(self, pairs: list[Pair]) -> NDArray[np.float32]:
        distinct = list(dict.fromkeys(p.words for p in pairs))
        read = dict(zip(distinct, self._lower.see(distinct), strict=True))
        seen = [read[p.words] for p in pairs]
        size = max(len(s.vectors) for s in seen)
        vectors = np.zeros((len(pairs), size, seen[0].vectors.shape[1]), np.float32)
        given = np.full((len(pairs), size), -1, np.int64)
        for i, (pair, sentence) in enumerate(zip(pairs, seen, strict=True)):
            vectors[i, : len(sentence.vectors)] = sentence.vectors
            given[i, : len(sentence.vectors)] = sentence.spread(roles(pair))
        (found,) = self._session.run(["probabilities"], {"vectors": vectors, "roles": given})
        result: NDArray[np.float32] = found
        return result


@lru_cache(maxsize=2)
def load(folder: Path = model.FOLDER, *, threads: int = 0) -> Classifier:
    """The classifier in a folder, opened once; `threads` 0 is as many as there are processors.

    Raises:
        ModelUnavailable: a file is missing or broken.
    """
    return Classifier(folder, threads=threads)

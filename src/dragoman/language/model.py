"""The language model: an ONNX file that reads passages, run by onnxruntime on the CPU.

It knows words and passages only; nothing of articles, offsets or spaCy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import ModelUnavailable
from dragoman.language import decode, features, marginals, meaning, middle

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["FOLDER", "Model", "Passage", "Read", "inputs", "load"]

FOLDER = Path(__file__).resolve().parent.parent / "data" / "model"
BATCH_WORDS = 640
_MIDDLE = middle.layer(2)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in order; `breaks` and `sentences` are the words that begin a paragraph or a sentence."""

    words: tuple[str, ...]
    breaks: frozenset[int]
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class Read:
    """What the model says of a passage, a value for each word unless told otherwise.

    `heads` are positions in the passage, a root's its own. `names`, `attribution` and `statement` are
    BIO tags. `links` is (word, word): how well the word that begins one part of an attribution goes with
    the word that begins its cue. `meaning` is the sum of what the second layer makes of the words that carry
    meaning, each by its weight, and `weight` the sum of these weights (see `dragoman.language.meaning`).
    """

    passage: Passage
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[str]
    attribution: list[str]
    statement: list[str]
    links: NDArray[np.float32]
    meaning: NDArray[np.float32]
    weight: float


class Model:
    """An open model; make one with `load`."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            self.labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            model = (folder / "model.onnx").read_bytes() + middle.output(_MIDDLE)
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime and tokenizers raise classes of their own
            raise ModelUnavailable(str(folder), str(error).splitlines()[0]) from error
        self.version: str = self.labels["version"]
        self._chains = {
            k: (np.array(v["steps"], np.float32), np.array(v["start"], np.float32))
            for k, v in self.labels["chains"].items()
        }

    def read(self, passages: Sequence[Passage]) -> list[Read]:
        """Reads passages, in batches of like length; the results come in the order given."""
        prepared = [features.pieces(self._tokenizer, p.words, p.sentences) for p in passages]
        order = sorted(range(len(passages)), key=lambda i: len(prepared[i].ids))
        out: list[Read | None] = [None] * len(passages)
        for group in _groups(order, [len(p.words) for p in passages]):
            scores = self._run([passages[i] for i in group], [prepared[i] for i in group])
            for i, read in zip(
                group,
                self._decoded([passages[i] for i in group], scores, [prepared[i].firsts for i in group]),
                strict=True,
            ):
                out[i] = read
        return [r for r in out if r is not None]

    def encode(self, passages: Sequence[Passage]) -> None:
        """Runs the network over passages and throws its scores away, to measure what it takes."""
        prepared = [features.pieces(self._tokenizer, p.words, p.sentences) for p in passages]
        order = sorted(range(len(passages)), key=lambda i: len(prepared[i].ids))
        for group in _groups(order, [len(p.words) for p in passages]):
            self._run([passages[i] for i in group], [prepared[i] for i in group])

    def _run(self, passages: list[Passage], prepared: list[features.Pieces]) -> dict[str, Any]:
        names = [o.name for o in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, inputs(passages, prepared)), strict=True))

    def _decoded(
        self, passages: list[Passage], scores: dict[str, Any], firsts: Sequence[Sequence[int]]
    ) -> Iterator[Read]:
        lengths = [len(p.words) for p in passages]
        tags = {
            k: [[self.labels[k][t] for t in path] for path in decode.tags(scores[k], *chain, lengths)]
            for k, chain in self._chains.items()
            if k != "attribution"
        }
        attribution = marginals.tags(
            scores["attribution"], *self._chains["attribution"], lengths, self.labels["attribution"]
        )
        for i, passage in enumerate(passages):
            n = lengths[i]
            heads, moved = _trees(passage, scores["arcs"][i], scores["heads"][i])
            deprels = [self.labels["deprels"][x] for x in scores["deprels"][i, :n]]
            upos = [self.labels["upos"][x] for x in scores["upos"][i, :n]]
            weights = meaning.weights(passage.words, upos)
            yield Read(
                passage=passage,
                upos=upos,
                xpos=[self.labels["xpos"][x] for x in scores["xpos"][i, :n]],
                heads=heads,
                deprels=[_settled(d, j, heads[j], j in moved) for j, d in enumerate(deprels)],
                names=tags["names"][i],
                attribution=attribution[i],
                statement=tags["statement"][i],
                links=scores["links"][i, :n, :n],
                meaning=weights @ scores[_MIDDLE][i, list(firsts[i])],
                weight=float(weights.sum()),
            )


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER, *, threads: int = 0) -> Model:
    """The model in a folder, opened once; `threads` 0 is as many as there are processors.

    Raises:
        ModelUnavailable: a file is missing or broken.
    """
    return Model(folder, threads=threads)


def inputs(passages: Sequence[Passage], prepared: Sequence[features.Pieces]) -> dict[str, NDArray[np.int64]]:
    """What a network is given of passages, padded to the longest: (passage, piece), (passage, word)."""
    size, pieces = max(len(p.words) for p in passages), max(len(p.ids) for p in prepared)
    return {
        "ids": _padded([p.ids for p in prepared], pieces, 0),
        "groups": _padded([p.sentences for p in prepared], pieces, -1),
        "places": _padded([p.places for p in prepared], pieces, 0),
        "firsts": _padded([p.firsts for p in prepared], size, 0),
        "shapes": _padded([[features.shape(w) for w in p.words] for p in passages], size, 0),
        "quotes": _padded([features.quoted(p.words, p.breaks) for p in passages], size, 0),
        "starts": _padded([_starts(p) for p in passages], size, 0),
        "sentences": _padded(
            [features.sentence_numbers(p.sentences, len(p.words)) for p in passages], size, -1
        ),
    }


def _groups(order: list[int], lengths: list[int]) -> Iterator[list[int]]:
    group: list[int] = []
    words = 0
    for i in order:
        if group and words + lengths[i] > BATCH_WORDS:
            yield group
            group, words = [], 0
        group.append(i)
        words += lengths[i]
    if group:
        yield group


def _padded(rows: Sequence[Sequence[int]], size: int, fill: int) -> NDArray[np.int64]:
    out = np.full((len(rows), size), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def _starts(passage: Passage) -> list[int]:
    return features.starts(passage.sentences, passage.breaks, len(passage.words))


def _trees(
    passage: Passage, arcs: NDArray[np.float32], greedy: NDArray[np.int64]
) -> tuple[list[int], set[int]]:
    """The heads of a passage, a tree for each sentence, and the words whose greedy head it moved."""
    size = len(passage.words)
    edges = sorted({0, size} | {s for s in passage.sentences if s < size})
    heads: list[int] = []
    for a, b in pairwise(edges):
        near = [int(h) - a if a <= h < b else i for i, h in enumerate(greedy[a:b])]
        heads += [a + h for h in decode.tree(arcs[a:b, a:b], near)]
    return heads, {i for i, h in enumerate(heads) if h != int(greedy[i])}


def _settled(deprel: str, word: int, head: int, moved: bool) -> str:  # noqa: FBT001
    """The relation of a word: `root` where it is its own head and only there."""
    if word == head:
        return "root"
    return "parataxis" if moved and deprel == "root" else deprel

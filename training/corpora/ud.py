"""Treebanks in CoNLL-U: words, parts of speech, dependencies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.passage import Passage

__all__ = ["documents", "label"]

# Subtypes that say something a reader of the tree needs; the rest are dropped.
KEPT = {
    "acl:relcl",
    "aux:pass",
    "compound:prt",
    "csubj:pass",
    "nmod:poss",
    "nmod:unmarked",
    "nsubj:pass",
    "obl:agent",
    "obl:unmarked",
}


def label(deprel: str) -> str:
    """The relation as the model learns it: `nsubj:outer` is `nsubj`, `nsubj:pass` stays."""
    if deprel.endswith((":tmod", ":npmod")):
        deprel = deprel.split(":", maxsplit=1)[0] + ":unmarked"
    return deprel if deprel in KEPT else deprel.split(":")[0]


def documents(path: Path) -> Iterator[tuple[str, Passage]]:
    """Each document of a CoNLL-U file with its id, in order.

    Multiword tokens and empty nodes are skipped: the words are the syntactic ones.
    """
    name, sentences, paragraphs = path.stem, [], set()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        new = next((x.split("=", 1)[1].strip() for x in lines if x.startswith("# newdoc id")), None)
        if new is not None:
            if sentences:
                yield name, _document(sentences, paragraphs)
            name, sentences, paragraphs = new, [], set()
        rows = [x.split("\t") for x in lines if x and not x.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if not rows:
            continue
        if any(x.startswith("# newpar") for x in lines) or not sentences:
            paragraphs.add(len(sentences))
        sentences.append(rows)
    if sentences:
        yield name, _document(sentences, paragraphs)


def _document(sentences: list[list[list[str]]], paragraphs: set[int]) -> Passage:
    starts, breaks, heads, at = [], [], [], 0
    for i, rows in enumerate(sentences):
        starts.append(at)
        if i in paragraphs:
            breaks.append(at)
        heads += [at + int(r[6]) - 1 if r[6] != "0" else at + int(r[0]) - 1 for r in rows]
        at += len(rows)
    rows = [r for s in sentences for r in s]
    return Passage(
        words=tuple(r[1] for r in rows),
        breaks=frozenset(breaks) | {0},
        sentences=frozenset(starts),
        upos=tuple(r[3] for r in rows),
        xpos=tuple(r[4] for r in rows),
        heads=tuple(heads),
        deprels=tuple(label(r[7]) for r in rows),
    )

"""Names against tab-separated BIO or BIOES files, by exact spans on the file's own words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from training.corpora import names
from training.passage import Passage as Stretch
from training.passage import pack

from dragoman.language import decode
from dragoman.language.model import Passage, load
from evaluation.scores import Tally

__all__ = ["score"]


def score(
    paths: list[Path], labels: Mapping[str, str], merged: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Scores by label.

    Args:
        paths: files, each read as one document.
        labels: the file's labels and what the model calls them; others in the file count as no name.
        merged: the model's labels that the file does not tell apart (`FAC` for `LOC`). What the model
            finds of kinds that the file does not have is left out.
    """
    tally, kept = Tally(), set(labels.values())
    gold = [p for path in paths for p in pack(_document(path, labels))]
    read = load().read([Passage(p.words, p.breaks, p.sentences) for p in gold])
    for g, r in zip(gold, read, strict=True):
        assert g.names is not None
        found = [(merged.get(k, k), a, b) for k, a, b in decode.spans(r.names)]
        tally.add([s for s in found if s[0] in kept], decode.spans(g.names))
    return tally.scores()


def _document(path: Path, labels: Mapping[str, str]) -> Stretch:
    sentences = list(names.rows(path))
    starts, at = {0}, 0
    for sentence in sentences:
        starts.add(at)
        at += len(sentence)
    return Stretch(
        words=tuple(w for s in sentences for w, _ in s),
        breaks=frozenset({0}),
        sentences=frozenset(starts),
        names=tuple(t for s in sentences for t in names.bio([t for _, t in s], labels)),
    )

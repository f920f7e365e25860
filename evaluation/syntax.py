"""Parts of speech and dependencies against a treebank in CoNLL-U.

On the treebank's own words and sentences, without punctuation, relations without subtypes.
"""

from __future__ import annotations

from pathlib import Path

from training.corpora import ud
from training.passage import pack

from dragoman.language.model import Passage, load

__all__ = ["score"]


def score(paths: list[Path]) -> dict[str, float]:
    """UPOS, XPOS, UAS and LAS over CoNLL-U files, as shares of the words that are not punctuation."""
    gold = [p for path in paths for _, d in ud.documents(path) for p in pack(d)]
    read = load().read([Passage(p.words, p.breaks, p.sentences) for p in gold])
    counts = dict.fromkeys(("upos", "xpos", "uas", "las", "words"), 0)
    for g, r in zip(gold, read, strict=True):
        assert g.upos
        assert g.xpos
        assert g.heads
        assert g.deprels
        for i, tag in enumerate(g.upos):
            if tag == "PUNCT":
                continue
            same = r.heads[i] == g.heads[i]
            counts["words"] += 1
            counts["upos"] += r.upos[i] == tag
            counts["xpos"] += r.xpos[i] == g.xpos[i]
            counts["uas"] += same
            counts["las"] += same and r.deprels[i].split(":")[0] == g.deprels[i].split(":")[0]
    words = max(1, counts.pop("words"))
    return {k: round(v / words, 4) for k, v in counts.items()} | {"words": words}

"""Passages to learn from."""

from __future__ import annotations

from training.passage import Passage, scattered


def _document(words: str) -> Passage:
    """A document of sentences of two words, the second hanging on the first."""
    forms = tuple(words.split())
    starts = range(0, len(forms), 2)
    return Passage(
        words=forms,
        breaks=frozenset({0}),
        sentences=frozenset(starts),
        upos=tuple("AB" * len(starts)),
        xpos=tuple("CD" * len(starts)),
        heads=tuple(h for s in starts for h in (s, s)),
        deprels=tuple(d for _ in starts for d in ("root", "obj")),
    )


def test_scattered_sentences_keep_their_layers() -> None:
    """Sentences change places, words do not leave their sentence, and heads follow them."""
    documents = [_document("a1 a2 b1 b2"), _document("c1 c2 d1 d2")]
    found = scattered(documents, seed=1)
    assert len(found) == 1
    passage = found[0]
    assert passage.upos == tuple("AB" * 4)
    assert passage.names is None
    assert passage.sentences == frozenset({0, 2, 4, 6})
    assert passage.heads == (0, 0, 2, 2, 4, 4, 6, 6)
    pairs = {passage.words[i : i + 2] for i in (0, 2, 4, 6)}
    assert pairs == {("a1", "a2"), ("b1", "b2"), ("c1", "c2"), ("d1", "d2")}


def test_scattered_passages_are_no_longer_than_the_model_reads() -> None:
    """Many sentences make several passages."""
    found = scattered([_document(" ".join(f"{i}a {i}b" for i in range(200)))], seed=1)
    assert [len(p.words) for p in found] == [160, 160, 80]

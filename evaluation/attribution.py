"""Who said what against PolNeAR: exact spans of source, cue and content in the article's characters.

The article is read as any text is, with Dragoman's own words and sentences. A span that the annotators
put together from pieces counts as its pieces.
"""

from __future__ import annotations

from pathlib import Path

from training.corpora import polnear
from training.data import lines

from dragoman.language import decode, reader
from dragoman.language.model import load
from evaluation.scores import Tally

__all__ = ["score"]


def score(folder: Path) -> dict[str, dict[str, float]]:
    """Scores by part over a folder that holds `text/` and `attributions/`."""
    tally, read = Tally(), {}
    for article in polnear.articles(folder):
        if article.text not in read:
            read[article.text] = _found(article.text)
        gold = {
            (role, *_trimmed(article.text, a, b))
            for parts in article.attributions
            for role, pieces in parts.items()
            for a, b in pieces
        }
        tally.add(read[article.text], gold)
    return tally.scores()


def _found(text: str) -> set[tuple[str, int, int]]:
    words = reader.read(text, lines(text), load())
    return {
        (kind, words.spans[at + a].start, words.spans[at + b - 1].end)
        for at, read in words.passages
        for kind, a, b in decode.spans(read.attribution)
    }


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    exact = text[start:end]
    return start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip())

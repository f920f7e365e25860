"""The stage that reads: an article goes in, what the language model sees in it comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.types import Attribution, Reading, Span

if TYPE_CHECKING:
    from dragoman.language.attributions import Parts
    from dragoman.types import Article

__all__ = ["analyse"]


def analyse(article: Article, *, threads: int = 0) -> Reading:
    """Reads an article.

    Args:
        article: an article in a language that the model reads.
        threads: how many of them the model may use; 0 is as many as there are processors.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    from dragoman.language import asides, attributions, doc, meaning, quotations, reader, subjects, times
    from dragoman.language.model import load

    blocks = [Span(b.start, b.end) for b in article.blocks]
    text = asides.blanked(article.text)
    words = reader.read(text, blocks, load(threads=threads))
    tree = doc.build(article.text, words.spans, doc.layers(words.passages))
    found = [
        _attribution(parts, words.spans[at:])
        for at, read in words.passages
        for parts in attributions.join(read)
    ]
    return Reading(
        article=article,
        doc=tree,
        attributions=tuple(replace(a, source=subjects.source(tree, a.cue, a.source)) for a in found),
        quotations=quotations.find(text, blocks),
        times=times.find(tree, article.published),
        meaning=meaning.of([read for _, read in words.passages]),
    )


def _attribution(parts: Parts, spans: Sequence[Span]) -> Attribution:
    """An attribution in characters, from its words and their spans."""

    def stretch(words: tuple[int, int]) -> Span:
        return Span(spans[words[0]].start, spans[words[1] - 1].end)

    return Attribution(
        source=stretch(parts.sources[0]) if parts.sources else None,
        cue=stretch(parts.cues[0]) if parts.cues else None,
        contents=tuple(stretch(c) for c in parts.contents),
        is_said=parts.is_said,
    )

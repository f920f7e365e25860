"""What the model learns from: a stretch of consecutive words, with what a corpus says of them.

A layer that a corpus does not annotate is None and is left out of the loss, never counted as
"nothing there".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.language import passages

__all__ = ["Passage", "pack"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in order, and their layers, each as long as `words`.

    `breaks` holds the words that begin a paragraph, `sentences` those that begin a sentence. `heads`
    are positions within the passage, a root's its own. `names`, `attribution` and `statement` are BIO
    tags; `partial` says that the corpus knows PER, ORG and LOC only. `links` gives, for the first word
    of each source, cue and content, the first word of the cue that it belongs to (of the content where
    there is no cue), and -1 elsewhere.
    """

    words: tuple[str, ...]
    breaks: frozenset[int]
    sentences: frozenset[int] = frozenset({0})
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    partial: bool = False
    attribution: tuple[str, ...] | None = None
    links: tuple[int, ...] | None = None
    statement: tuple[str, ...] | None = None

    def replaced(self, **layers: object) -> Passage:
        """The same passage with other layers."""
        return replace(self, **layers)  # type: ignore[arg-type]

    def cut(self, start: int, end: int) -> Passage:
        """The words from start to end; a link or a head that points outside is dropped."""
        size = end - start

        def inside(values: tuple[int, ...] | None, *, missing: int | None) -> tuple[int, ...] | None:
            if values is None:
                return None
            moved = (v - start for v in values[start:end])
            return tuple(
                v if 0 <= v < size else (i if missing is None else missing) for i, v in enumerate(moved)
            )

        def piece(values: tuple[str, ...] | None) -> tuple[str, ...] | None:
            return None if values is None else values[start:end]

        def tags(values: tuple[str, ...] | None) -> tuple[str, ...] | None:
            if values is None or not values[start].startswith("I-"):
                return piece(values)
            return (values[start].replace("I-", "B-", 1), *values[start + 1 : end])

        return replace(
            self,
            words=self.words[start:end],
            breaks=frozenset(b - start for b in self.breaks if start <= b < end) | {0},
            sentences=frozenset(b - start for b in self.sentences if start <= b < end) | {0},
            upos=piece(self.upos),
            xpos=piece(self.xpos),
            heads=inside(self.heads, missing=None),
            deprels=piece(self.deprels),
            names=tags(self.names),
            attribution=tags(self.attribution),
            links=inside(self.links, missing=-1),
            statement=tags(self.statement),
        )


def pack(document: Passage) -> list[Passage]:
    """Cuts a document into passages, as the running model cuts an article."""
    cuts = passages.cut(len(document.words), document.breaks, document.sentences)
    return [document.cut(a, b) for a, b in cuts]

"""Sources of attributions that nothing else names: "documents", "the statement", "others"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors import unnamed
from dragoman.actors.scene import Scene
from dragoman.types import ActorKind, MentionForm, Span

__all__ = ["resolve"]

_SILENT = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "he", "she", "it", "they", "who", "which", "that"})
_QUANTITIES = frozenset({"some", "many", "others", "several", "most", "few", "all", "both", "one", "another"})


def resolve(scene: Scene, sources: list[Span]) -> None:
    """Adds a mention for each source in which no actor is mentioned yet.

    Args:
        scene: the article with its other mentions.
        sources: the words that the model takes for the source of an attribution.
    """
    for source in sources:
        start, end = _words(scene, source)
        if start < end and not scene.words.silent[start] and not any(scene.actors_at(i) for i in range(start, end)):
            _name(scene, start, end)


def _words(scene: Scene, span: Span) -> tuple[int, int]:
    starts = scene.words.starts
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _name(scene: Scene, start: int, end: int) -> None:
    words = scene.words
    head = next((i for i in range(start, end) if not start <= words.heads[i] < end or words.heads[i] == i), start)
    lower = words.lower[head]
    if lower in _SILENT or (words.pos[head] not in {"NOUN", "PROPN", "NUM", "ADJ"} and lower not in _QUANTITIES):
        return
    first = max(start, words.left_edge(head))
    name = unnamed.phrase(words.text(first, head + 1)) if lower not in _QUANTITIES else lower
    draft = scene.make(f"group:{unnamed.slug(name)}", name, ActorKind.GROUP)
    draft.is_plural = words.tags[head] in {"NNS", "NNPS"} or lower in _QUANTITIES
    scene.mention(first, head + 1, MentionForm.NOMINAL, (draft.id,), "named as a source only")

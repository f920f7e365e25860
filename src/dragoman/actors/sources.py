"""Sources of attributions that nothing else names: "documents", "the statement", "others"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors import unnamed
from dragoman.actors.scene import Scene
from dragoman.types import ActorKind, MentionForm, Span

__all__ = ["resolve"]

_SILENT = frozenset(
    {"i", "we", "you", "me", "us", "my", "our", "your", "he", "she", "it", "they", "who", "which", "that"}
)
_WRITINGS = frozenset(
    {"statement", "tweet", "post", "letter", "communique", "communiqué", "release", "message", "speech",
     "declaration", "cable", "memo", "op-ed", "resolution"}
)  # fmt: skip
_OCCASIONS = frozenset({"summit", "meeting", "talks", "conference", "event", "visit", "session"})
_QUANTITIES = frozenset({"some", "many", "others", "several", "most", "few", "all", "both", "one", "another"})


def resolve(scene: Scene, sources: list[Span]) -> None:
    """Adds a mention for each source in which no actor is mentioned yet.

    Args:
        scene: the article with its other mentions.
        sources: the words that the model takes for the source of an attribution.
    """
    speakers: list[str] = []
    for source in sorted(sources):
        start, end = _words(scene, source)
        if start >= end or scene.words.silent[start]:
            continue
        if not any(scene.actors_at(i) for i in range(start, end)) and not _authored(
            scene, start, end, speakers
        ):
            _name(scene, start, end)
        named = [a for i in range(start, end) for a in scene.actors_at(i)]
        if named and named[0].startswith(("role:", "group:")) and end - start < 12:
            scene.drafts[named[0]].names.setdefault(unnamed.phrase(scene.words.text(start, end)))
        speakers += [a for a in named if not a.startswith("group:")][:1]


def _authored(scene: Scene, start: int, end: int, speakers: list[str]) -> bool:
    """Takes "the statement" for whoever was the source last."""
    words = scene.words
    head = _head(scene, start, end)
    if words.lower[start] not in {"the", "that", "this"} or words.lower[head] not in _WRITINGS:
        return False
    if not speakers:
        return False
    author = scene.drafts[speakers[-1]]
    scene.mention(
        start, head + 1, MentionForm.NOMINAL, (author.id,), f"the {words.lower[head]} of {author.name}"
    )
    return True


def _words(scene: Scene, span: Span) -> tuple[int, int]:
    starts = scene.words.starts
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _head(scene: Scene, start: int, end: int) -> int:
    """The word of a stretch that hangs on none of the others."""
    heads = scene.words.heads
    return next((i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i), start)


def _name(scene: Scene, start: int, end: int) -> None:
    words = scene.words
    head = _head(scene, start, end)
    lower = words.lower[head]
    if lower in _SILENT | _OCCASIONS or (
        words.pos[head] not in {"NOUN", "PROPN", "NUM", "ADJ"} and lower not in _QUANTITIES
    ):
        return
    first = max(start, words.left_edge(head))
    name = unnamed.phrase(words.text(first, head + 1)) if lower not in _QUANTITIES else lower
    draft = scene.make(f"group:{unnamed.slug(name)}", name, ActorKind.GROUP)
    draft.is_plural = words.tags[head] in {"NNS", "NNPS"} or lower in _QUANTITIES
    scene.mention(first, head + 1, MentionForm.NOMINAL, (draft.id,), "named as a source only")

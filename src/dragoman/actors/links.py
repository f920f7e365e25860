"""How the mentions of an actor in one article were linked, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.actors.words import folded
from dragoman.types import Article, Cast, MentionForm

__all__ = ["Link", "find"]


@dataclass(frozen=True, slots=True)
class Link:
    """One mention: whom it was taken for, in what words and where, and the reason that was given."""

    actor: str
    name: str
    form: MentionForm
    words: str
    why: str
    article: str
    start: int
    end: int


def find(article: Article, cast: Cast, *, ids: Collection[str], words: str | None = None) -> list[Link]:
    """The mentions of actors in an article, in order.

    Args:
        article: the article.
        cast: who is who in it.
        ids: the actors asked for.
        words: whoever has a name with these words is asked for too.
    """
    wanted = {entity.actor.id: entity.actor.name for entity in cast.entities if entity.actor.id in ids}
    if words and (asked := folded(words)):
        for entity in cast.entities:
            names = (entity.actor.name, *entity.actor.names)
            if any(f" {asked} " in f" {folded(name)} " for name in names):
                wanted[entity.actor.id] = entity.actor.name
    return [
        Link(id, wanted[id], m.form, article.text[m.span.start : m.span.end], m.why, article.id,
             m.span.start, m.span.end)
        for m in cast.mentions
        for id in m.actors
        if id in wanted
    ]  # fmt: skip

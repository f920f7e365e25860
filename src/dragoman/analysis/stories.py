"""The stories of a store: which reports tell the same news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from dragoman import stories, timex
from dragoman.analysis.entries import Part
from dragoman.errors import UnknownStory
from dragoman.query import Query
from dragoman.store import Store
from dragoman.types import Story

__all__ = ["Stories", "find", "get", "listed", "one"]

_SHOWN = 6
"""So many actors of a story are named, those in most of its reports."""

_COMPARED = 50
"""Of a longer story so many reports are compared to find the one in its middle."""


class StoryReport(Part):
    """A report of a story."""

    article: str
    page: str
    source: str | None
    title: str | None
    published: str | None


class Outlet(Part):
    """How many reports of a story one outlet has."""

    source: str | None
    reports: int


class InIt(Part):
    """An actor of a story, and in how many of its reports."""

    id: str
    name: str
    reports: int


class StoryPart(Part):
    """Articles that tell the same news."""

    id: str
    title: str | None = Field(description="That of the report that is most like the others.")
    since: str | None = Field(description="The date of the first report, a TIMEX value.")
    until: str | None
    outlets: tuple[Outlet, ...] = Field(description="Those with most reports first.")
    actors: tuple[InIt, ...] = Field(description="Those in most reports, these first.")
    reports: tuple[StoryReport, ...]


class Stories(Part):
    """Stories, the newest first."""

    version: Literal["1"] = "1"
    stories: tuple[StoryPart, ...]


def find(store: Store, query: Query | None = None) -> Stories:
    """The stories that report what a query asks for; all where not given."""
    asked = None if query is None else [one.heading.id for one in store.find(query).accounts]
    return _made(store, store.stories(asked))


def listed(store: Store, ids: Iterable[str]) -> Stories:
    """The stories with some ids; those that the store does not have are left out."""
    return _made(store, store.stories(ids=ids))


def get(store: Store, id: str) -> Stories:
    """The story with an id, or with the beginning of one.

    Raises:
        UnknownStory: there is none, or there are several.
    """
    return _made(store, [one(store, id)])


def one(store: Store, id: str) -> Story:
    """The story with an id, or with the beginning of one, as the store has it.

    Raises:
        UnknownStory: there is none, or there are several.
    """
    found = store.stories_beginning(f"story-{id.removeprefix('story-')}")
    if len(found) != 1:
        raise UnknownStory(id, "several begin so" if found else "there is none")
    return store.stories(ids=found)[0]


def _made(store: Store, found: Sequence[Story]) -> Stories:
    leading = {story.id: _leading(story) for story in found}
    known = {actor.id: actor.name for actor in store.actors({id for one in leading.values() for id in one})}
    parts = [_part(story, leading[story.id], known) for story in found]
    return Stories(stories=tuple(sorted(parts, key=_newest)))


def _part(story: Story, leading: dict[str, int], names: dict[str, str]) -> StoryPart:
    headings = sorted(
        (one.heading for one in story.accounts), key=lambda one: (one.published or "9999", one.id)
    )
    dated = [one.published for one in headings if timex.days(one.published) and one.published]
    outlets = Counter(one.source for one in headings)
    return StoryPart(
        id=story.id,
        title=_title(story),
        since=dated[0] if dated else None,
        until=dated[-1] if dated else None,
        outlets=tuple(
            Outlet(source=source, reports=outlets[source])
            for source in sorted(outlets, key=lambda source: (-outlets[source], source or ""))
        ),
        actors=tuple(InIt(id=id, name=names.get(id, id), reports=many) for id, many in leading.items()),
        reports=tuple(
            StoryReport(article=h.id, page=h.page, source=h.source, title=h.title, published=h.published)
            for h in headings
        ),
    )


def _title(story: Story) -> str | None:
    """The title of the report that is most like the others, of those that have one."""
    titles = {one.heading.id: one.heading.title for one in story.accounts if one.heading.title}
    some = story.traces[:_COMPARED]
    like = {
        one.article: sum(stories.strength(one, other) for other in some if other is not one)
        for one in some
        if one.article in titles
    }
    best = min(like, key=lambda id: (-like[id], id), default=None)
    return titles[best] if best else next(iter(titles.values()), None)


def _leading(story: Story) -> dict[str, int]:
    """The actors in most reports of a story, with how many these are; one in two of several at least."""
    counted = Counter(id for one in story.accounts for id in one.company or ())
    least = 2 if len(story.accounts) > 1 else 1
    ranked = sorted((id for id in counted if counted[id] >= least), key=lambda id: (-counted[id], *_kind(id)))
    return {id: counted[id] for id in ranked[:_SHOWN]}


def _kind(id: str) -> tuple[int, str]:
    """Persons come first, then states, then all others."""
    return next((n for n, kind in enumerate(("person:", "state:")) if id.startswith(kind)), 2), id


def _newest(part: StoryPart) -> tuple[bool, int, str]:
    """The newest first, those without a date last."""
    days = timex.days(part.until)
    return days is None, -days[1].toordinal() if days else 0, part.id

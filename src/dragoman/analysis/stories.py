"""The stories of a store: which reports tell the same news; and a person's word on it."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal

from pydantic import Field

from dragoman import stories, timex
from dragoman.analysis.entries import Part
from dragoman.errors import CannotSplit, UnknownStory
from dragoman.query import Query
from dragoman.store import Store
from dragoman.types import Story, StoryJudgement

__all__ = ["Stories", "find", "get", "join", "listed", "split"]

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
    return _made(store, [_one(store, id)])


def split(store: Store, id: str, articles: Iterable[str], *, who: str = "", why: str = "") -> str:
    """Makes a story of its own of some articles of one; gives its id.

    Raises:
        UnknownStory: there is no such story, or there are several.
        CannotSplit: an article is not in it, or none would be left.
    """
    story = _one(store, id)
    ids = [one.heading.id for one in story.accounts]
    out = {_among(ids, article, story.id) for article in articles}
    if out == {*ids}:
        raise CannotSplit(story.id, "no report would be left in it")
    new = stories.id_of("apart", *out)
    _judge(store, {id: new if id in out else story.id for id in ids}, who, why)
    return new


def join(store: Store, ids: Sequence[str], *, who: str = "", why: str = "") -> str:
    """Makes one story of several; gives its id, that of the first.

    Raises:
        UnknownStory: one of them is not there, or may be several.
    """
    found = [_one(store, id) for id in ids]
    to = found[0].id
    _judge(store, {one.heading.id: to for story in found for one in story.accounts}, who, why)
    return to


def _judge(store: Store, homes: dict[str, str], who: str, why: str) -> None:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    name = who or getpass.getuser()
    store.judge_stories([StoryJudgement(id, homes[id], name, made, why) for id in sorted(homes)])


def _one(store: Store, id: str) -> Story:
    found = [
        story
        for story in store.stories()
        if story.id.removeprefix("story-").startswith(id.removeprefix("story-"))
    ]
    if len(found) != 1:
        raise UnknownStory(id, f"{len(found)} begin so" if found else "there is none")
    return found[0]


def _among(ids: Sequence[str], article: str, story: str) -> str:
    found = [id for id in ids if id.startswith(article)]
    if len(found) != 1:
        raise CannotSplit(story, f"{article!r} is {'several' if found else 'none'} of its reports")
    return found[0]


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

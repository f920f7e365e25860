"""What people decide about stories: split, join, and taking it back. Claims stay as they are.

A decision says of each of some articles which story it is of. It is kept for ever; of several about one
article the last that is not withdrawn holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from dragoman import stories
from dragoman.analysis.stories import one as story_of
from dragoman.errors import BadJudgement, CannotSplit
from dragoman.store import Store
from dragoman.types import StoryJudgement
from dragoman.upkeep.judging import Author

__all__ = ["Decision", "decisions", "join", "split", "withdraw"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided at once: the story of each of some articles, and whether it was taken back."""

    number: int
    homes: Mapping[str, str]
    who: str
    made: str
    why: str
    withdrawn: bool


def split(store: Store, id: str, articles: Iterable[str], *, author: Author) -> str:
    """Make a story of its own of some articles of one; gives its id.

    Raises:
        UnknownStory: there is no such story, or there are several.
        CannotSplit: an article is not in it, or none would be left.
    """
    story = story_of(store, id)
    ids = [one.heading.id for one in story.accounts]
    out = {_among(ids, article, story.id) for article in articles}
    if out == {*ids}:
        raise CannotSplit(story.id, "no report would be left in it")
    new = stories.id_of("apart", *out)
    _judge(store, {id: new if id in out else story.id for id in ids}, author)
    return new


def join(store: Store, ids: Sequence[str], *, author: Author) -> str:
    """Make one story of several; gives its id, that of the first.

    Raises:
        UnknownStory: one of them is not there, or may be several.
    """
    found = [story_of(store, id) for id in ids]
    to = found[0].id
    _judge(store, {one.heading.id: to for story in found for one in story.accounts}, author)
    return to


def decisions(store: Store) -> tuple[Decision, ...]:
    """All that people have decided, also what they have taken back, in order."""
    return tuple(map(_decision, _together(store)))


def withdraw(store: Store, number: int) -> Decision:
    """Take a decision back: the stories are as if it had never been made.

    Raises:
        BadJudgement: there is no such decision, or it was taken back before.
    """
    for some in _together(store):
        if some[0].number == number and not some[0].withdrawn:
            store.withdraw_stories([one.number for one in some])
            return _decision(some)
    raise BadJudgement(f"there is no decision {number} to withdraw; `dragoman stories decisions` lists them")


def _together(store: Store) -> Iterator[Sequence[StoryJudgement]]:
    """What was judged at once."""
    for _, some in groupby(store.story_judgements(), key=lambda one: (one.made, one.who, one.why)):
        yield tuple(some)


def _decision(some: Sequence[StoryJudgement]) -> Decision:
    first = some[0]
    homes = {one.article: one.story for one in some}
    return Decision(first.number, homes, first.who, first.made, first.why, first.withdrawn)


def _judge(store: Store, homes: Mapping[str, str], author: Author) -> None:
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    store.judge_stories(
        [StoryJudgement(id, homes[id], author.who, made, author.why or "") for id in sorted(homes)]
    )


def _among(ids: Sequence[str], article: str, story: str) -> str:
    found = [id for id in ids if id.startswith(article)]
    if len(found) != 1:
        raise CannotSplit(story, f"{article!r} is {'several' if found else 'none'} of its reports")
    return found[0]

"""Puts an article together from the runs of an HTML page: its text, with what each run is."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.articles import dates, extraction, kinds, runs, text
from dragoman.articles.lines import count_words, is_terminated, squeeze
from dragoman.articles.runs import Run
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from dragoman.articles.drafts import Draft
    from dragoman.articles.extraction import Extraction

__all__ = ["drafts", "part"]

FEWEST = 6
"""The fewest words in sentences that make a report."""

STORY = 60
"""The fewest words in sentences below one of several first headings that make it an article's."""

HEAD = 8
"""How many runs above the report are looked at for its headline."""

FOOT = 3
"""How many runs after the report are looked at."""

ASIDE = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DEK})
HINTED = frozenset(
    {BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.RELATED, BlockKind.QUOTE, BlockKind.SUBHEAD}
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A run that goes into the article, and what it is where that is known."""

    run: Run
    kind: BlockKind | None = None


def drafts(page: HtmlElement, found: Extraction, *, title: str | None = None) -> list[Draft]:
    """The articles of a whole page: one, or one for each of several first headings with a report below.

    Args:
        page: the page's tree, which stays as it is.
        found: what trafilatura made of it.
        title: the title, where it is known from elsewhere.
    """
    all_runs = _visible(page)
    if found.body is not None and not _covers(all_runs, found):
        all_runs = runs.walk(found.body)
    items = _items(all_runs, found, title or found.title)
    stories = _stories(items)
    if len(stories) > 1:
        found, title = replace(found, title=None, url=None, published=None), None
    return [draft for story in stories if (draft := _draft(story, found, title or found.title))]


def part(element: HtmlElement, source: str | None) -> Draft | None:
    """The article that one element of a page holds, None where it holds none after all.

    Args:
        element: the element, cut out of its page.
        source: the outlet that the page names.
    """
    found = extraction.extract(element)
    all_runs = _visible(element)
    heading = next((run.text for run in all_runs if run.is_heading), found.title)
    return _draft(_items(all_runs, found, heading), replace(found, source=source, url=None), heading)


def _visible(page: HtmlElement) -> list[Run]:
    page = deepcopy(page)
    runs.strip(page)
    return runs.walk(page)


def _covers(all_runs: Sequence[Run], found: Extraction) -> bool:
    """Whether the report stands in the page's elements, and not in a script alone."""
    held = sum(len(squeeze(run.text)) for run in all_runs if found.holds(run.text))
    return held * 2 >= len(found.words)


def _items(all_runs: Sequence[Run], found: Extraction, title: str | None) -> list[_Item]:
    """The runs of a page that belong to its article, from the headline to the end of the report."""
    held = _held(all_runs, found)
    if not any(held):
        return []
    first = _first_sentence(all_runs, held)
    headline = _headline(all_runs, title)
    headline = _heading_above(all_runs, first) if headline is None else headline
    start = first if headline is None else min(first, headline)
    end = len(held) - held[::-1].index(True)
    items = (
        []
        if headline is not None or not title
        else [_Item(Run(title, "h1", None, -1, 0.0), BlockKind.HEADLINE)]
    )
    seen: set[str] = set()
    for number in range(start, min(end + FOOT, len(all_runs))):
        run = all_runs[number]
        item = (
            _Item(run, BlockKind.HEADLINE)
            if number == headline
            else _item(run, held=held[number], last=number >= end)
        )
        if item and not (held[number] and squeeze(run.text) in seen):
            items.append(item)
        seen.add(squeeze(run.text) if len(run.text) > 20 else "")
    return items


def _first_sentence(all_runs: Sequence[Run], held: Sequence[bool]) -> int:
    """The number of the report's first run that reads as a sentence, else of its first run."""
    telling = (number for number, run in enumerate(all_runs) if held[number] and _is_sentence(run))
    return next(telling, held.index(True))


def _heading_above(all_runs: Sequence[Run], first: int) -> int | None:
    """The number of the page's first kind of heading that stands a few runs above the report."""
    above = range(max(0, first - HEAD), first)
    return next((number for number in reversed(above) if all_runs[number].tag == "h1"), None)


def _held(all_runs: Sequence[Run], found: Extraction) -> list[bool]:
    """Which runs are the report's: those that trafilatura kept, and paragraphs among several of them."""
    held = [found.holds(run.text) for run in all_runs]
    kept = Counter(
        run.parent for run, is_held in zip(all_runs, held, strict=True) if is_held and run.tag == "p"
    )
    return [
        is_held or (run.tag == "p" and kept[run.parent] > 1 and run.linked < 0.3 and is_terminated(run.text))
        for run, is_held in zip(all_runs, held, strict=True)
    ]


def _headline(all_runs: Sequence[Run], title: str | None) -> int | None:
    """The number of the run that is the title, or the title without the outlet's name."""
    whole = squeeze(title or "")
    fitting = [
        number for number, run in enumerate(all_runs) if len(run.text) > 7 and _fits(squeeze(run.text), whole)
    ]
    return next(
        (number for number in fitting if all_runs[number].is_heading), fitting[0] if fitting else None
    )


def _fits(letters: str, title: str) -> bool:
    return bool(letters) and (
        letters == title or (len(letters) > len(title) // 2 and title.startswith(letters))
    )


def _item(run: Run, *, held: bool, last: bool) -> _Item | None:
    """What a run is to the article, None where it does not belong to it.

    Args:
        run: the run.
        held: whether it is the report's.
        last: whether it stands after the report, where only its date and a link are looked for.
    """
    if dates.is_date_line(run.text):
        return _Item(run, BlockKind.NOTE)
    if last:
        is_link = run.linked > 0.5 and kinds.kind(run.text) is BlockKind.RELATED
        return _Item(run, BlockKind.RELATED) if is_link else None
    hint = run.hint
    if hint is BlockKind.DEK:
        return _Item(run, BlockKind.PARAGRAPH if kinds.is_prose(run.text) else BlockKind.DEK)
    if not held:
        return _Item(run, hint) if hint in ASIDE or (hint is BlockKind.RELATED and run.linked > 0.5) else None
    known = kinds.kind(run.text) or (hint if hint in HINTED else None)
    if known is None and run.linked > 0.9 and not kinds.is_prose(run.text):
        known = BlockKind.RELATED
    return _Item(run, known)


def _stories(items: Sequence[_Item]) -> list[list[_Item]]:
    """The items of each article of the page: cut before every first heading that has a report below it."""
    tops = [number for number, item in enumerate(items) if item.run.tag == "h1"]
    edges = [*tops, len(items)]
    if len(tops) < 2 or any(_prose(items[a:b]) < STORY for a, b in pairwise(edges)):
        return [list(items)]
    edges[0] = 0
    return [[replace(items[a], kind=BlockKind.HEADLINE), *items[a + 1 : b]] for a, b in pairwise(edges)]


def _prose(items: Sequence[_Item]) -> int:
    """How many words the sentences of these runs have."""
    telling = (item.run for item in items if item.kind in {None, BlockKind.PARAGRAPH, BlockKind.QUOTE})
    return sum(count_words(run.text) for run in telling if _is_sentence(run))


def _is_sentence(run: Run) -> bool:
    """Whether a run reads as a sentence; of scripts that have no full stop none is asked for."""
    if run.linked > 0.5 or not kinds.is_prose(run.text):
        return False
    return is_terminated(run.text) or not any("a" <= char <= "z" for char in run.text)


def _draft(items: Sequence[_Item], found: Extraction, title: str | None) -> Draft | None:
    """The draft of one article, None where its runs hold no sentences to speak of."""
    if _prose(items) < FEWEST:
        return None
    draft = text.draft(
        "\n\n".join(item.run.text for item in items), title=title, hints=[item.kind for item in items]
    )
    finer = (
        draft.published if found.published and (draft.published or "").startswith(found.published) else None
    )
    return replace(
        draft,
        source=found.source or draft.source,
        url=found.url,
        published=finer or found.published or draft.published,
        notices=() if found.published else draft.notices,
    )

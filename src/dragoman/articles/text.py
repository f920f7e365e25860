"""Reads articles from plain text: the text of an article is a stretch of the page's, unchanged."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.articles import blocks, dates, finishing, lines, outlets, splitting
from dragoman.articles.drafts import Draft
from dragoman.types import BlockKind, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.articles.datelines import Dateline
    from dragoman.articles.lines import Line
    from dragoman.types import Page

__all__ = ["draft", "published", "read"]

LONGEST_PAGE = 10 * finishing.LIMIT
"""The most characters of a page that are looked at for where its articles begin."""

ASIDE = frozenset({BlockKind.NOTE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.DEK})


def read(text: str, page: Page) -> list[Draft] | Refusal:
    """The articles of a plain text; where there is one, its text is the whole."""
    if len(text) > LONGEST_PAGE:
        return Refusal(page.location, "too-large", finishing.oversize(len(text)))
    found = lines.split(text)
    starts = splitting.split(found)
    if len(starts) == 1:
        return [draft(text, title=page.meta.get("title"))]
    edges = [0, *(found[start].start for start in starts[1:]), len(text)]
    return [draft(text[start:end].strip("\n")) for start, end in pairwise(edges)]


def draft(text: str, *, title: str | None = None, hints: Sequence[BlockKind | None] = ()) -> Draft:
    """The draft of one article's text.

    Args:
        text: its text.
        title: its title, where it is known from elsewhere.
        hints: what each of its lines is, where that is known from elsewhere.
    """
    found = lines.split(text)
    kinds = blocks.classify(found, title, hints)
    datelines = blocks.heads(found, kinds)
    date = published(found, kinds, datelines)
    headlines = (line.text for line, kind in zip(found, kinds, strict=True) if kind is BlockKind.HEADLINE)
    return Draft(
        text=text,
        blocks=blocks.build(found, kinds),
        title=title or next(headlines, None),
        source=outlets.find(found, kinds, datelines),
        published=date.value if date else None,
        notices=(date.notice,) if date and date.notice else (),
    )


def published(
    found: Sequence[Line], kinds: Sequence[BlockKind], datelines: Mapping[int, Dateline]
) -> dates.Found | None:
    """The date of publication that the lines around a report tell."""
    return dates.best(_dates(found, kinds, datelines))


def _dates(
    found: Sequence[Line], kinds: Sequence[BlockKind], datelines: Mapping[int, Dateline]
) -> Iterator[dates.Found]:
    """Each date around a report: before its second paragraph or after its last, and any with a label."""
    paragraphs = [number for number, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH]
    first, last = (paragraphs[:2][-1], paragraphs[-1]) if paragraphs else (len(kinds), 0)
    for number, (line, kind) in enumerate(zip(found, kinds, strict=True)):
        date = dates.read(line.text) if kind in ASIDE else None
        if date and (number < first or number > last or date.rank in {dates.PUBLISHED, dates.UPDATED}):
            yield date
    for dateline in datelines.values():
        date = dates.read_dateline(dateline.date) if dateline.date else None
        if date:
            yield date

"""Finds where one article of a text ends and the next begins.

A false cut is worse than a missed one: it takes a report's end away from its date and its people. So a
line that could be a headline begins an article only where several signs agree.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, takewhile
from math import inf
from typing import TYPE_CHECKING

from dragoman.articles import datelines, dates, kinds
from dragoman.articles.blocks import is_repeat
from dragoman.articles.lines import count_words
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.articles.datelines import Dateline
    from dragoman.articles.lines import Line

__all__ = ["split"]

ENOUGH = 4
"""The points that a cut needs. Of 2,022 news texts this cuts one, a page of nine pieces by nine people."""

CERTAIN = 6
"""The points that a cut needs where one of the two articles is a brief: a date and a dateline, say."""

NEAR = 6
"""How many lines after a headline are looked at."""

BODY = 60
"""The words of prose that an article has, before a cut as after it."""

BRIEF = 20
"""The words of prose that the shortest article has."""

PARTS = re.compile(r"[a-z]{3}[.!]\s+[A-Z]|https?:|^\d{1,2}[:.]\d{2}|^\d{1,2}\s?[ap]m\b|^[Uu]pdate\b")
QUOTED = re.compile(r"[\"“'‘][^\"“”]*[\"”'’]")
RULE = re.compile(r"(?:[=_~#*-]\s?){8,}")
STARS = re.compile(r"(?:[*#_~=–—-]\s?){3,}")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines, what each is by its words, and how many words of prose stand before each."""

    lines: Sequence[Line]
    kinds: Sequence[BlockKind | None]
    prose: Sequence[int]
    usual: int

    def after(self, index: int) -> Sequence[Line]:
        """The lines that follow a headline."""
        return self.lines[index + 1 : index + NEAR]

    def head(self, index: int) -> Sequence[Line]:
        """The lines between a headline and the first paragraph after it."""
        return tuple(takewhile(lambda line: len(line.text) <= 160, self.after(index)))


def split(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that each begin an article, the first one's 0 included."""
    page = _page(lines)
    starts = [0]
    for index in range(1, len(lines)):
        if _could_be_headline(page, index) and _points(page, index) >= _needed(page, index, starts[-1]):
            starts.append(_with_date_above(page, index, starts[-1]))
    return starts


def _page(lines: Sequence[Line]) -> _Page:
    found = [kinds.kind(line.text) for line in lines]
    words = (
        count_words(line.text) if not kind and kinds.is_prose(line.text) else 0
        for line, kind in zip(lines, found, strict=True)
    )
    gaps = Counter(line.gap for line in lines[1:]).most_common(1)
    return _Page(lines, found, tuple(accumulate(words, initial=0)), gaps[0][0] if gaps else 0)


def _could_be_headline(page: _Page, index: int) -> bool:
    """Whether a line could by its words be a headline, and is not a picture's caption."""
    text = page.lines[index].text
    if page.kinds[index] is not None or not _is_whole_headline(text) or kinds.is_outlet(text):
        return False
    return not any(line.gap == 0 and kinds.is_credit(line.text) for line in page.lines[index + 1 : index + 2])


def _needed(page: _Page, index: int, start: int) -> float:
    """The points that a cut before this line needs: more where there is little prose before or after it."""
    end = min(len(page.lines), index + 4 * NEAR)
    words = min(page.prose[index] - page.prose[start], page.prose[end] - page.prose[index + 1])
    if words < BRIEF:
        return inf
    return ENOUGH if words >= BODY else CERTAIN


def _is_whole_headline(text: str) -> bool:
    """Whether a line could be a headline and no subhead: four words or more, and no quotation or label."""
    if not kinds.is_headline(text) or text.count(" ") < 3 or PARTS.search(text):
        return False
    return (text[0].isupper() or text[0] in "'\"‘“0123456789") and not QUOTED.fullmatch(text)


def _points(page: _Page, index: int) -> int:
    """How many signs speak for a cut before this line, each with its weight."""
    return sum(points for test, points in SIGNS if test(page, index))


def _has_wide_gap(page: _Page, index: int) -> bool:
    """More blank lines stand before it than the page has elsewhere."""
    return page.lines[index].gap > page.usual


def _is_printed_again(page: _Page, index: int) -> bool:
    """It stands again over the picture, as sites that print its alternative text have it."""
    return any(is_repeat(page.lines[index], line) for line in page.after(index))


def _page_prints_again(page: _Page, index: int) -> bool:
    """The page prints its own first headline twice, and this one too."""
    return _is_printed_again(page, 0) and _is_printed_again(page, index)


def _page_has_headline(page: _Page, _: int) -> bool:
    """The page itself begins with a headline, as the next article then does too."""
    return page.kinds[0] is None and kinds.is_headline(page.lines[0].text)


def _has_credit(page: _Page, index: int) -> bool:
    """Who took the picture stands below it."""
    return any(kinds.is_credit(line.text) for line in page.after(index))


def _has_byline(page: _Page, index: int) -> bool:
    """Who wrote the article stands below it."""
    return any(kinds.is_byline(line.text) for line in page.head(index))


def _has_outlet(page: _Page, index: int) -> bool:
    """An outlet stands below it."""
    return any(kinds.is_outlet(line.text) for line in page.head(index))


def _has_date(page: _Page, index: int) -> bool:
    """A date stands below it."""
    return any(dates.is_date_line(line.text) for line in page.head(index))


def _has_dateline(page: _Page, index: int) -> bool:
    """A paragraph below it begins with a place."""
    return _dateline(page, index) is not None


def _has_agency(page: _Page, index: int) -> bool:
    """A paragraph below it begins with a place and an agency or a date."""
    dateline = _dateline(page, index)
    return dateline is not None and (dateline.agency is not None or dateline.date is not None)


def _dateline(page: _Page, index: int) -> Dateline | None:
    """The dateline of the first or second paragraph after a headline."""
    body = [line.text for line in page.after(index) if kinds.is_prose(line.text)]
    found = (datelines.find(text, at_head=True, colon=False) for text in body[:2])
    return next((dateline for dateline in found if dateline), None)


def _follows_end(page: _Page, index: int) -> bool:
    """The line above is one of those that stand at the foot of an article."""
    is_foot = page.kinds[index - 1] in {BlockKind.NOTE, BlockKind.RELATED, BlockKind.BYLINE}
    return is_foot and not _follows_stars(page, index)


def _follows_date(page: _Page, index: int) -> bool:
    """The line above tells when the article before was published or changed."""
    return dates.is_date_line(page.lines[index - 1].text)


def _follows_rule(page: _Page, index: int) -> bool:
    """A long rule stands above it."""
    return RULE.fullmatch(page.lines[index - 1].text[:200]) is not None


def _follows_stars(page: _Page, index: int) -> bool:
    """Stars or dashes stand above it."""
    return STARS.fullmatch(page.lines[index - 1].text[:200]) is not None


def _with_date_above(page: _Page, index: int, start: int) -> int:
    """The line to cut before: a date that stands over the headline goes with it."""
    above = index - 1
    if (
        above > start
        and page.lines[above].gap > page.lines[index].gap
        and dates.is_date_line(page.lines[above].text)
    ):
        return above
    return index


SIGNS: tuple[tuple[Callable[[_Page, int], bool], int], ...] = (
    (_has_wide_gap, 2),
    (_is_printed_again, 2),
    (_page_prints_again, 1),
    (_page_has_headline, 1),
    (_has_credit, 1),
    (_has_byline, 3),
    (_has_outlet, 1),
    (_has_date, 3),
    (_has_dateline, 2),
    (_has_agency, 1),
    (_follows_end, 1),
    (_follows_date, 1),
    (_follows_rule, 3),
    (_follows_stars, 1),
)
"""What speaks for a cut, and how much."""

"""Finds where one article of a text ends and the next begins.

A false cut is worse than a missed one: it takes a report's end away from its date and its people. So a
line that could be a headline begins an article only where several signs agree.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dragoman.articles import datelines, dates, kinds
from dragoman.articles.blocks import is_repeat
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.articles.datelines import Dateline
    from dragoman.articles.lines import Line

__all__ = ["split"]

ENOUGH = 4
"""The points that a cut needs. Measured: no cut in 89 + 2,022 texts of one article each (see the tests)."""

NEAR = 6
"""How many lines after a headline are looked at."""

BODY = 60
"""The fewest words of prose that an article has, before a cut as after it."""

PARTS = re.compile(r"[a-z]{3}[.!]\s+[A-Z]|https?:|^\d{1,2}[:.]\d{2}|^\d{1,2}\s?[ap]m\b|^[Uu]pdate\b")
QUOTED = re.compile(r"[\"“'‘][^\"“”]*[\"”'’]")
RULE = re.compile(r"(?:[=_~#*-]\s?){8,}")
STARS = re.compile(r"(?:[*#_~=–—-]\s?){3,}")


def split(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that each begin an article, the first one's 0 included."""
    usual = Counter(line.gap for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0
    starts = [0]
    for index in range(1, len(lines)):
        if _may_begin(lines, index, starts[-1]) and _points(lines, index, usual) >= ENOUGH:
            starts.append(_with_dates_above(lines, index, starts[-1]))
    return starts


def _may_begin(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether a line could be the headline of an article that has a body, after one that has one."""
    text = lines[index].text
    if not _is_whole_headline(text) or kinds.kind(text) is not None or kinds.is_outlet(text):
        return False
    return _prose(lines[start:index]) >= BODY and _prose(lines[index + 1 : index + 4 * NEAR]) >= BODY


def _is_whole_headline(text: str) -> bool:
    """Whether a line could be a headline and no subhead: four words or more, and no quotation or label."""
    if not kinds.is_headline(text) or text.count(" ") < 3 or PARTS.search(text):
        return False
    return (text[0].isupper() or text[0] in "'\"‘“0123456789") and not QUOTED.fullmatch(text)


def _prose(lines: Sequence[Line]) -> int:
    """How many words of prose lines have, as far as matters here."""
    words = 0
    for line in lines:
        if words >= BODY:
            break
        if kinds.is_prose(line.text) and kinds.kind(line.text) is None:
            words += line.words
    return words


def _points(lines: Sequence[Line], index: int, usual: int) -> int:
    """How many signs speak for a cut before this line."""
    return sum(points for test, points in SIGNS if test(lines, index, usual))


def _has_wide_gap(lines: Sequence[Line], index: int, usual: int) -> bool:
    return lines[index].gap > usual


def _is_printed_again(lines: Sequence[Line], index: int, _: int) -> bool:
    """The headline stands again over the picture, as sites that print its alternative text have it."""
    return any(is_repeat(lines[index], line) for line in lines[index + 1 : index + NEAR])


def _has_credit(lines: Sequence[Line], index: int, _: int) -> bool:
    return any(kinds.is_credit(line.text) for line in lines[index + 1 : index + NEAR])


def _has_byline(lines: Sequence[Line], index: int, _: int) -> bool:
    return any(kinds.is_byline(line.text) for line in _head(lines, index))


def _has_outlet(lines: Sequence[Line], index: int, _: int) -> bool:
    return any(kinds.is_outlet(line.text) for line in _head(lines, index))


def _has_date(lines: Sequence[Line], index: int, _: int) -> bool:
    return any(dates.is_date_line(line.text) for line in _head(lines, index))


def _has_dateline(lines: Sequence[Line], index: int, _: int) -> bool:
    return _dateline(lines, index) is not None


def _has_agency(lines: Sequence[Line], index: int, _: int) -> bool:
    dateline = _dateline(lines, index)
    return dateline is not None and (dateline.agency is not None or dateline.date is not None)


def _dateline(lines: Sequence[Line], index: int) -> Dateline | None:
    """The dateline of the first or second paragraph after a headline."""
    body = [line.text for line in lines[index + 1 : index + NEAR] if kinds.is_prose(line.text)]
    found = (datelines.find(text, at_head=True, colon=False) for text in body[:2])
    return next((dateline for dateline in found if dateline), None)


def _follows_end(lines: Sequence[Line], index: int, _: int) -> bool:
    """The lines above are those that stand at the foot of an article."""
    above = lines[index - 1].text
    return kinds.kind(above) in {BlockKind.NOTE, BlockKind.RELATED, BlockKind.BYLINE} and not _is_rule(above)


def _follows_rule(lines: Sequence[Line], index: int, _: int) -> bool:
    return RULE.fullmatch(lines[index - 1].text[:200]) is not None


def _follows_stars(lines: Sequence[Line], index: int, _: int) -> bool:
    return STARS.fullmatch(lines[index - 1].text[:200]) is not None


def _page_has_headline(lines: Sequence[Line], _: int, __: int) -> bool:
    """The page itself begins with a headline, as the next article then does too."""
    return kinds.is_headline(lines[0].text) and kinds.kind(lines[0].text) is None


def _page_prints_again(lines: Sequence[Line], index: int, _: int) -> bool:
    """The page prints its own first headline twice, and this one too."""
    return all(any(is_repeat(lines[n], line) for line in lines[n + 1 : n + NEAR]) for n in (0, index))


def _head(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """The lines between a headline and the first paragraph after it."""
    head = lines[index + 1 : index + NEAR]
    for number, line in enumerate(head):
        if len(line.text) > 160:
            return head[:number]
    return head


def _is_rule(text: str) -> bool:
    return STARS.fullmatch(text[:200]) is not None


def _with_dates_above(lines: Sequence[Line], index: int, start: int) -> int:
    """The line to cut before: a date or an outlet that stands over the headline goes with it."""
    above = index - 1
    if above > start and lines[above].gap > lines[index].gap and dates.is_date_line(lines[above].text):
        return above
    return index


SIGNS: tuple[tuple[Callable[[Sequence[Line], int, int], bool], int], ...] = (
    (_has_wide_gap, 2),
    (_is_printed_again, 2),
    (_has_credit, 1),
    (_has_byline, 3),
    (_has_outlet, 1),
    (_has_date, 3),
    (_has_dateline, 2),
    (_has_agency, 1),
    (_follows_end, 1),
    (_follows_rule, 3),
    (_follows_stars, 1),
    (_page_has_headline, 1),
    (_page_prints_again, 1),
)

"""Tells the blocks of an article apart: what stands at its head, what is report, what lies around it."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from dragoman.articles import datelines, kinds
from dragoman.articles.lines import squeeze
from dragoman.types import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.articles.datelines import Dateline
    from dragoman.articles.lines import Line

__all__ = ["build", "classify", "heads", "is_repeat"]

HEAD = 10
"""How many lines the head of a report may have: headline, dek, picture, byline, date."""

LONG_CAPTION = 300
LINK = 110
"""The most characters of an unfinished line in a report that is taken for a link or a subhead."""


def classify(
    lines: Sequence[Line], title: str | None = None, hints: Sequence[BlockKind | None] = ()
) -> list[BlockKind]:
    """The kind of each line of one article.

    Args:
        lines: the article's lines.
        title: its title where that is known from elsewhere.
        hints: what each line is where that is known from elsewhere, as from HTML.
    """
    found = [hint or kinds.kind(line.text) for hint, line in zip_longest(hints, lines)]
    _mark_head(lines, found, title)
    _mark_credited(lines, found)
    for index in range(len(lines)):
        if found[index] is None:
            found[index] = _kind_in_body(lines, index)
    settled = [kind or BlockKind.PARAGRAPH for kind in found]
    _mark_links(settled)
    return settled


def build(lines: Sequence[Line], kinds_: Sequence[BlockKind]) -> tuple[Block, ...]:
    """The blocks of an article: a line each, less the dateline that a paragraph begins with."""
    datelined = heads(lines, kinds_)
    blocks = []
    for index, (line, kind) in enumerate(zip(lines, kinds_, strict=True)):
        start = line.start
        if index in datelined:
            cut = start + datelined[index].end
            end = start + len(line.text[: datelined[index].end].rstrip())
            blocks.append(Block(BlockKind.DATELINE, start, end))
            start = cut
        blocks.append(Block(kind, start, line.end))
    return tuple(blocks)


def heads(lines: Sequence[Line], kinds_: Sequence[BlockKind]) -> dict[int, Dateline]:
    """The datelines of an article, by the number of the line that begins with one."""
    paragraphs = [index for index, kind in enumerate(kinds_) if kind is BlockKind.PARAGRAPH]
    colon = sum(datelines.is_label(lines[index].text) for index in paragraphs) <= 1
    found = {
        index: datelines.find(lines[index].text, at_head=number < 2, colon=colon and number == 0)
        for number, index in enumerate(paragraphs)
    }
    return {index: dateline for index, dateline in found.items() if dateline}


def is_repeat(line: Line, other: Line) -> bool:
    """Whether two lines say the same but for quotation marks and the like."""
    return squeeze(line.text) == squeeze(other.text)


def _mark_head(lines: Sequence[Line], found: list[BlockKind | None], title: str | None) -> None:
    """Settles the lines before the report begins."""
    end = _end_of_head(lines, found)
    for index in range(end):
        if found[index] is None:
            found[index] = _kind_in_head(lines, index, is_first=BlockKind.HEADLINE not in found[:index])
    for index in range(min(HEAD, len(lines))):
        if (
            title
            and found[index] in {None, BlockKind.DEK, BlockKind.SUBHEAD}
            and _is_title(lines[index].text, title)
        ):
            found[index] = BlockKind.HEADLINE
    for index in range(end):
        _mark_picture(lines, found, index)


def _end_of_head(lines: Sequence[Line], found: Sequence[BlockKind | None]) -> int:
    """The number of the first line of the report: prose, and after a headline that is printed again."""
    limit = min(HEAD, len(lines))
    repeated = [n for n in range(1, limit) if any(_is_headline_again(lines, m, n) for m in range(n))]
    start = repeated[-1] + 1 if repeated else 0
    for index in range(start, limit):
        if found[index] in {None, BlockKind.QUOTE} and kinds.is_prose(lines[index].text):
            return index
    return start


def _is_headline_again(lines: Sequence[Line], first: int, second: int) -> bool:
    return kinds.is_headline(lines[first].text) and is_repeat(lines[first], lines[second])


def _kind_in_head(lines: Sequence[Line], index: int, *, is_first: bool) -> BlockKind:
    text = lines[index].text
    if kinds.is_prose(text):  # a dek that is a whole sentence tells news as a paragraph does
        return BlockKind.PARAGRAPH
    if kinds.is_outlet(text) or kinds.is_people(text):
        return BlockKind.BYLINE
    if is_first:
        return BlockKind.HEADLINE
    again = any(_is_headline_again(lines, other, index) for other in range(index))
    return BlockKind.HEADLINE if again else BlockKind.DEK


def _is_title(text: str, title: str) -> bool:
    """Whether a line is the title, or the title with the outlet's name behind it."""
    line, whole = squeeze(text), squeeze(title)
    return bool(line) and (line == whole or (len(line) > 20 and whole.startswith(line)))


def _mark_picture(lines: Sequence[Line], found: list[BlockKind | None], index: int) -> None:
    """Settles the caption under a picture whose alternative text is the headline again."""
    following = index + 1
    if found[index] is not BlockKind.HEADLINE or following >= len(lines) or lines[following].gap:
        return
    again = any(_is_headline_again(lines, other, index) for other in range(index))
    if not again or all(line.gap == 0 for line in lines):
        return
    found[index] = BlockKind.CAPTION
    if found[following] in {None, BlockKind.DEK} and len(lines[following].text) <= LONG_CAPTION:
        found[following] = BlockKind.CAPTION


def _mark_credited(lines: Sequence[Line], found: list[BlockKind | None]) -> None:
    """Settles the caption that stands right above the line that names the photographer."""
    for index, line in enumerate(lines[1:], 1):
        above = lines[index - 1]
        if line.gap or not kinds.is_credit(line.text) or len(above.text) > LONG_CAPTION:
            continue
        if found[index - 1] in {None, BlockKind.DEK} and above.gap:
            found[index - 1] = BlockKind.CAPTION


def _kind_in_body(lines: Sequence[Line], index: int) -> BlockKind:
    """The kind of a line once the report has begun."""
    text = lines[index].text
    if kinds.is_prose(text) or len(text) > LINK or kinds.is_item(text):
        return BlockKind.PARAGRAPH
    if index and lines[index - 1].text.endswith(":"):
        return BlockKind.PARAGRAPH
    if not any(kinds.is_prose(line.text) for line in lines[index + 1 : index + 1 + HEAD]):
        return BlockKind.BYLINE if kinds.is_people(text) or kinds.is_outlet(text) else BlockKind.NOTE
    return BlockKind.SUBHEAD


def _mark_links(found: list[BlockKind]) -> None:
    """Settles several unfinished lines in a row: links to other articles, not subheads."""
    for first, second in pairwise(range(len(found))):
        if found[first] is found[second] is BlockKind.SUBHEAD:
            found[first] = found[second] = BlockKind.RELATED
        elif found[first] is BlockKind.RELATED and found[second] is BlockKind.SUBHEAD:
            found[second] = BlockKind.RELATED

"""Finds the agencies that an article credits: whose report it prints, or draws on.

    PARIS (Reuters) - …                                a dateline
    By Ann Lee, Associated Press                       a byline
    Ann Lee and AFP contributed to this report.        the foot
    © 2017 AFP    Source: TASS    … (PTI)    (Reporting by Ann Lee; editing by Bo Ek)

What somebody told an agency is no credit, nor is a picture's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.articles import signs
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.types import Block

__all__ = ["find"]

FOOT = 4
"""So many of the last blocks may be the foot of a report."""

LONGEST = 600
"""The most characters of a line that says who contributed: of some agencies it names a dozen people."""

IN_DATELINE = re.compile(r"\(([^()\d]{2,40})\)|/([^/\d]{2,30})/")
TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.BYLINE})


def find(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names of the agencies that an article credits, each once, in the order of its blocks."""
    told = [(block.kind, text[block.start : block.end]) for block in blocks]
    feet = [words for kind, words in told if kind in TEXTS][-FOOT:]
    found = [name for kind, words in told for name in _at_head(kind, words)]
    found += [name for words in feet for name in _credited(words)]
    found = found or [name for words in feet for name in _signed(words)]
    return tuple(dict.fromkeys(found))


def _at_head(kind: BlockKind, words: str) -> Iterator[str]:
    """The agencies of a byline, and of a dateline also one that is not known: `PARIS (Harbour Wire) -`."""
    if kind is BlockKind.DATELINE:
        yield from (_shown().get(name, name) for mark in IN_DATELINE.findall(words) for name in mark if name)
    elif kind is BlockKind.BYLINE:
        yield from _names(words)


def _credited(words: str) -> Iterator[str]:
    """The agencies that a line at the foot of a report credits."""
    if len(words) <= LONGEST:
        before, after = _after_name().search(words), _before_name().search(words)
        yield from _names(words[: before.start()]) if before else ()
        yield from _names(words[after.end() :]) if after else ()
    for pattern in (_owned(), _last()):
        match = pattern.search(words)
        yield from _names(match[0]) if match else ()


def _signed(words: str) -> Iterator[str]:
    """The agency that ends its reports so, where an article credits none by name."""
    lower = words.lower()
    for agency, phrases in signs.sections("signed").items():
        if all(phrase in lower for phrase in phrases):
            yield agency


def _names(words: str) -> Iterator[str]:
    """The agencies named in some words, but for those whose people or pictures are."""
    for match in _agency().finditer(words):
        yield _shown()[" ".join(match[0].split())]


@cache
def _shown() -> dict[str, str]:
    """The name to show for each way to write that of an agency."""
    alone = {name: name for name in signs.phrases("agencies", "names") if not name.startswith("The ")}
    several = {name: agency for agency, names in signs.sections("credited").items() for name in names}
    shown = alone | several
    return {name.upper(): agency for name, agency in shown.items()} | shown


@cache
def _agency() -> re.Pattern[str]:
    pictures = signs.pattern(signs.phrases("credits", "pictures"))
    no_name = rf"[\w@’']|-\w|\.\w|\s*(?:/\s*)?(?i:{pictures})\b"
    return re.compile(rf"(?<![\w.@-])(?<!\w/){signs.pattern(_shown())}(?!{no_name})")


@cache
def _after_name() -> re.Pattern[str]:
    phrases = signs.pattern(signs.phrases("credits", "after_name"))
    return re.compile(
        rf"\b{phrases}(?=\W*$|\s+(?:from|report|article|story|piece|coverage)\b)", re.IGNORECASE
    )


@cache
def _before_name() -> re.Pattern[str]:
    phrases = signs.pattern(signs.phrases("credits", "before_name"))
    return re.compile(rf"(?:^|(?<=[\s(\[–—-])){phrases}", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    """A mark of copyright with who holds it."""
    return re.compile(r"(?:©|\(c\)|\bcopyright\b)[\s\d©,-]*(?:by\s)?[^.;|]{0,60}", re.IGNORECASE)


@cache
def _last() -> re.Pattern[str]:
    """Names alone in brackets, between slashes or behind a dash at the end, or as the whole line."""
    one = rf"(?:[Tt]he\s)?{_agency().pattern}"
    several = rf"{one}(?:(?:,|\s*/|\s+and|\s*&|,\s+and)\s*{one})*"
    return re.compile(
        rf"(?:\((?:with\s)?{several}\)|(?:^|\s)/{several}/|(?:^|\s(?:—|–|--?)\s*){several})[\s.]*$"
    )

"""Cuts a text where claims begin and end, so that claims that overlap can be marked in one line of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Segment", "Stretch", "cut"]


class Stretch(NamedTuple):
    """Words of a text, start and end exclusive, on which a record rests."""

    start: int
    end: int
    record: str


class Segment(NamedTuple):
    """A piece of a text on all of which the same records rest, the one that rests on least first."""

    start: int
    text: str
    records: tuple[str, ...]

    @property
    def is_words(self) -> bool:
        """Whether it is more than space and points."""
        return any(letter.isalnum() for letter in self.text)


def cut(text: str, start: int, end: int, stretches: Iterable[Stretch]) -> Iterator[Segment]:
    """The pieces of a part of a text, in order; put together they are that part.

    Args:
        text: the text.
        start: where the part begins.
        end: where it ends.
        stretches: what records rest on; what lies outside the part is passed over.
    """
    opens: defaultdict[int, list[Stretch]] = defaultdict(list)
    closes: defaultdict[int, list[Stretch]] = defaultdict(list)
    for one in stretches:
        if one.start < end and start < one.end and one.start < one.end:
            opens[max(one.start, start)].append(one)
            closes[min(one.end, end)].append(one)
    edges = sorted({start, end, *opens, *closes})
    here: list[Stretch] = []
    for at, after in pairwise(edges):
        for one in closes[at]:
            here.remove(one)
        here += opens[at]
        yield Segment(at, text[at:after], _records(here))


def _records(here: Iterable[Stretch]) -> tuple[str, ...]:
    ordered = sorted(here, key=lambda one: (one.end - one.start, one.start, one.record))
    return tuple(dict.fromkeys(one.record for one in ordered))

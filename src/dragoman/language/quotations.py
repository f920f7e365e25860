"""Finds the words between quotation marks, as news really prints them.

Marks may be straight or curly, double or single, « » or „ “, and wrong: an opening mark repeated at each
paragraph and closed only at the last, a closing mark missing or doubled, “ closed by ". Only the outermost
of nested quotations is reported. Whether the words were said by anyone is not known here: words in scare
quotes are quotations too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from dragoman.types import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find"]

_DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂″]")
_SINGLE_OPENING = re.compile(
    r"(?<![^\s(\[“\"„«—–/-])(?:‘|'(?!'))(?=[^\W_]|[$€£@#\[…])"
    r"(?!(?:[dmnst]|re|ve|ll|em|til|tis|twas|cause|cos|bout|\d0s|\d\d)(?!\w))"
)
_SINGLE_CLOSING = re.compile(r"(?<=[^\s(\[‘'])['’](?![\w'’])")
_POSSESSIVE = re.compile(r"(?<=[szSZ])['’](?=\s+[\w“\"])")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[\"“]?[A-Z])")
_OPENING = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSING = frozenset("”»") | {"''", "’’"}
_BEFORE_OPENING = frozenset("([{—–-/‘'“„«…")
_LONG = 80  # a single quotation that ends like a possessive plural is hardly longer
_BETWEEN = 150  # a block between two paragraphs of one quotation (a link, a caption) is hardly longer


class _Role(Enum):
    """What a mark can be, from the characters beside it."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double quotation mark, or a whole single quotation (`span` then runs from mark to mark)."""

    span: Span
    role: _Role
    single: bool = False


def find(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of an article, in order; none overlaps another or crosses a block.

    Args:
        text: The article's text.
        blocks: Its blocks, in order.

    Returns:
        The outermost quotations. `closed` is False where the closing mark is missing, `continues` is
        True where the block before left the quotation open. Where the opening mark is missing, the
        quotation starts with its block, and `outer` and `inner` start alike.
    """
    found: list[Quotation] = []
    pending = False
    for block in blocks:
        inside = _Walk(text, block, pending=pending).quotations()
        if not inside and pending and block.end - block.start < _BETWEEN:
            continue
        if inside and pending and not inside[0].continues:
            found[-1] = _cut(text, found[-1])
        found.extend(inside)
        pending = bool(inside) and not inside[-1].closed and _reaches(text, inside[-1], block)
    if pending:
        found[-1] = _cut(text, found[-1])
    return tuple(found)


def _reaches(text: str, quotation: Quotation, block: Span) -> bool:
    """Whether a quotation runs to the end of its block."""
    return not text[quotation.outer.end : block.end].strip()


def _cut(text: str, quotation: Quotation) -> Quotation:
    """A quotation whose closing mark is missing, cut where its sentence ends if it began amid one."""
    start = quotation.inner.start
    if quotation.continues or text[start : start + 1].isupper():
        return quotation
    end = _SENTENCE_END.search(text, start, quotation.inner.end)
    if end is None:
        return quotation
    return replace(quotation, inner=Span(start, end.end()), outer=Span(quotation.outer.start, end.end()))


class _Walk:
    """Reads the marks of one block from left to right."""

    def __init__(self, text: str, block: Span, *, pending: bool) -> None:
        self.text = text
        self.block = block
        self.pending = pending
        doubles = _doubles(text, block)
        self.marks = sorted(doubles + _singles(text, block, doubles), key=lambda m: m.span)
        self.found: list[Quotation] = []
        self.opened: _Mark | None = None
        self.past = block.start

    def quotations(self) -> list[Quotation]:
        """The quotations of the block, in order."""
        skip = 0
        for index, mark in enumerate(self.marks):
            if index < skip or mark.span.start < self.past:
                continue
            if self.opened is None:
                self._outside(mark)
            elif mark.single:
                continue
            elif self._is_closing(mark):
                self._close(mark)
            elif nested := self._nested(index):
                skip = nested
            else:
                self._emit(self.opened, None, mark.span.start)
                self.opened = mark
        if self.opened is not None:
            self._emit(self.opened, None, self.block.end)
        return self.found

    def _outside(self, mark: _Mark) -> None:
        """Takes a mark that stands outside every quotation."""
        if mark.single:
            inner = Span(mark.span.start + 1, mark.span.end - 1)
            self.found.append(Quotation(mark.span, inner))
            self.past = mark.span.end
        elif mark.role is not _Role.CLOSE:
            self.opened = mark
        elif not self.found and self._is_speech(mark):
            start = self.block.start
            self._emit(_Mark(Span(start, start), _Role.OPEN), mark, mark.span.start)

    def _is_speech(self, mark: _Mark) -> bool:
        """Whether the words before a closing mark without an opening one may be a quotation."""
        return self.text[mark.span.start - 1 : mark.span.start] in {",", ".", "!", "?", "…"}

    def _is_closing(self, mark: _Mark) -> bool:
        """Whether a mark closes the open quotation."""
        if mark.role is not _Role.OPEN:
            return True
        # `“We agree, ”he said`: the space stands on the wrong side of the mark
        before = self.text[self.block.start : mark.span.start].rstrip()
        after = self.text[mark.span.end : mark.span.end + 1]
        return before.endswith(",") and after.islower() and not self._nested(self.marks.index(mark))

    def _close(self, mark: _Mark) -> None:
        """Ends the open quotation at a mark."""
        if self.opened is not None:
            self._emit(self.opened, mark, mark.span.start)
            self.opened = None

    def _nested(self, index: int) -> int:
        """The index after a quotation within the open one that starts at an opening mark, else 0.

        It is nested where a closing mark is left for the outer one after it: `“ “ ” ”`, not `“ “ ”`.
        """
        roles = [(i, m.role) for i, m in enumerate(self.marks[index:], index) if not m.single]
        if len(roles) < 3 or roles[1][1] is _Role.OPEN:
            return 0
        at = 2
        while at + 1 < len(roles) and roles[at][1] is _Role.OPEN and roles[at + 1][1] is _Role.CLOSE:
            at += 2
        is_left = at < len(roles) and roles[at][1] is not _Role.OPEN
        return roles[1][0] + 1 if is_left else 0

    def _emit(self, opening: _Mark, closing: _Mark | None, end: int) -> None:
        """Adds a quotation unless no word stands between its marks."""
        inner = _stripped(self.text, Span(opening.span.end, end))
        if not any(map(str.isalnum, self.text[inner.start : inner.end])):
            return
        outer = Span(opening.span.start, closing.span.end if closing else inner.end)
        leads = not self.text[self.block.start : outer.start].strip()
        joined = bool(self.found) and not self.found[-1].closed
        continues = (leads and self.pending) or (joined and not leads)
        self.found.append(Quotation(outer, inner, closed=closing is not None, continues=continues))
        self.past = outer.end


def _stripped(text: str, span: Span) -> Span:
    """A span without white space at its ends."""
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _doubles(text: str, block: Span) -> list[_Mark]:
    """The double marks of a block, inches left out."""
    marks = []
    for match in _DOUBLE.finditer(text, block.start, block.end):
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        marks.append(_Mark(Span(*match.span()), _role(match[0], before, after)))
    return marks


def _role(mark: str, before: str, after: str) -> _Role:
    """What a mark can be, from its shape and the characters beside it."""
    can_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    can_close = not before.isspace() and not after.isalnum()
    shape = _Role.OPEN if mark in _OPENING else _Role.CLOSE if mark in _CLOSING else _Role.EITHER
    if can_open == can_close:
        return shape
    place = _Role.OPEN if can_open else _Role.CLOSE
    return place if shape in {place, _Role.EITHER} else _Role.EITHER


def _singles(text: str, block: Span, doubles: Sequence[_Mark]) -> list[_Mark]:
    """The quotations in single marks, as marks that run from the opening to the closing one."""
    found: list[_Mark] = []
    past = block.start
    for opening in _SINGLE_OPENING.finditer(text, block.start, block.end):
        if opening.start() < past:
            continue
        end = _single_end(text, Span(opening.end(), block.end), doubles)
        if end is not None:
            found.append(_Mark(Span(opening.start(), end), _Role.EITHER, single=True))
            past = end
    return found


def _single_end(text: str, rest: Span, doubles: Sequence[_Mark]) -> int | None:
    """The end of the quotation in single marks that starts where `rest` does, None where it has none."""
    doubtful: int | None = None
    for closing in _SINGLE_CLOSING.finditer(text, rest.start + 1, rest.end):
        within = [m for m in doubles if rest.start <= m.span.start < closing.start()]
        if len(within) % 2:
            continue
        if not _POSSESSIVE.match(text, closing.start()):
            is_another = doubtful and _SINGLE_OPENING.search(text, doubtful, closing.start())
            return doubtful if is_another else closing.end()
        doubtful = doubtful or closing.end()
    return doubtful if doubtful and doubtful - rest.start < _LONG else None

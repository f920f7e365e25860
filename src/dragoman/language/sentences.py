"""Finds where sentences start, in the manner of news.

A closing quotation mark or bracket after the full stop belongs to the sentence before it. A full stop
that ends an abbreviation, a title or an initial ends a sentence only where the next word can hardly be
anything but the start of one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.language.words import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.types import Span

__all__ = ["split"]

_TERMINALS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]}") | {"''"}
_OPENERS = frozenset("\"'“‘«„([{–—-•*") | {"``", "--"}
_NEVER_FIRST = _TERMINALS | frozenset(",;:)]}%’”»") | {"..."}
_STARTERS = frozenset(
    """a according after all although among an and another any as asked at because before both but
    by despite during each earlier even every few first for four from given he her here his how
    however i if in instead it its last later many meanwhile moreover most my neither no nobody none
    nor not nothing now of officials on once one only or other others our she since so some still
    such that the their then there these they this those though three thus to two under unlike until
    we what when where whether which while who why with without yet you your""".split()  # noqa: SIM905
)
_SPEECH = frozenset(
    """said says asked asks tweeted wrote writes replied added told answered declared""".split()  # noqa: SIM905
)
_CLOCK = frozenset({"a.m.", "p.m."})
_ZONES = frozenset(
    """est edt et gmt utc bst cet pst pdt ist eastern pacific central local moscow monday tuesday
    wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun.""".split()  # noqa: SIM905
)
_ENDING = frozenset({"etc.", "co.", "inc.", "corp.", "ltd.", "jr.", "sr.", "ph.d.", "al."})
_ASIDE = 5  # how far from a quotation the verb of saying may stand


def split(text: str, words: Sequence[Span], blocks: Sequence[Span]) -> list[int]:
    """The indices of the words that start a sentence.

    Args:
        text: The article's text.
        words: Its words, in order.
        blocks: Its blocks, in order; a sentence never crosses from one into another. Words outside
            every block are treated as blocks of their own between them.

    Returns:
        Indices into `words`, rising; the first is 0 where there are words.
    """
    forms = [text[word.start : word.end] for word in words]
    homes = _homes(words, blocks)
    starts: list[int] = []
    for index in range(len(words)):
        parted = index == 0 or homes[index] != homes[index - 1] or _is_blank_line(text, words, index)
        if parted or _starts(forms, words, index, starts[-1]):
            starts.append(index)
    return starts


def _homes(words: Sequence[Span], blocks: Sequence[Span]) -> list[int]:
    """For each word the number of its block: even within blocks, odd between them."""
    bounds = [edge for block in blocks for edge in (block.start, block.end)]
    return [bisect_right(bounds, word.start) for word in words]


def _is_blank_line(text: str, words: Sequence[Span], index: int) -> bool:
    """Whether a blank line stands before a word."""
    gap = words[index].start - words[index - 1].end
    return gap > 1 and text.count("\n", words[index - 1].end, words[index].start) > 1


def _starts(forms: Sequence[str], words: Sequence[Span], index: int, first: int) -> bool:
    """Whether a word within a block starts a sentence; `first` is where the present one started."""
    if forms[index] in _NEVER_FIRST or (_is_attached(words, index) and not _is_glued(forms, words, index)):
        return False
    last = index - 1
    while last > first and forms[last] in _CLOSERS and _is_attached(words, last):
        last -= 1
    if forms[last][-1] not in _TERMINALS or last <= first:
        return False
    opening = _first_word(forms, index)
    if opening is None or opening[:1].islower():
        return False
    return _ends(forms, last, first, opening) and not (last < index - 1 and _is_aside(forms, last, index))


def _is_attached(words: Sequence[Span], index: int) -> bool:
    """Whether no white space stands before a word."""
    return words[index].start == words[index - 1].end


def _is_glued(forms: Sequence[str], words: Sequence[Span], index: int) -> bool:
    """Whether the space after a full stop is missing: `the end.The next`, `the end."The next`."""
    before = forms[index - 2 : index]
    opens = forms[index] in {'"', "“"} and index + 1 < len(forms) and _is_attached(words, index + 1)
    first = forms[index + 1] if opens else forms[index]
    return first.istitle() and len(before) > 1 and before[0].islower() and before[1] in {".", "!", "?", "”"}


def _first_word(forms: Sequence[str], index: int) -> str | None:
    """The first word from an index on that is no opening mark, None at the end of the text."""
    return next((form for form in forms[index : index + 4] if form not in _OPENERS), None)


def _ends(forms: Sequence[str], last: int, first: int, opening: str) -> bool:
    """Whether the word at `last`, which ends in a full stop, ends the sentence before `opening`."""
    form = forms[last]
    if form[0] in _TERMINALS:
        is_number = last == first + 1 and forms[first].isdigit() and form == "."
        return not is_number
    lower = form.lower()
    if lower in _CLOCK:
        return opening.lower() not in _ZONES and not opening[0].isdigit()
    if len(form) == 2 or lower in _ENDING or "." in lower[:-1]:  # an initial
        return opening.lower() in _STARTERS
    return lower[:-1] not in ABBREVIATIONS and opening.lower() in _STARTERS


def _is_aside(forms: Sequence[str], last: int, index: int) -> bool:
    """Whether a question or exclamation in marks goes on with its speaker: `“Why?” Lavrov asked`."""
    if not set(forms[last]) <= set("!?…"):
        return False
    for form in forms[index : index + _ASIDE]:
        if form in _SPEECH:
            return True
        if not form[0].isupper():
            return False
    return False

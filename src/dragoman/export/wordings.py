"""The wordings of one statement beside each other: which is fullest, and where the others differ from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dragoman.folding import fold

if TYPE_CHECKING:
    from dragoman.export.document import EvidencePart, StatementReport

__all__ = ["Wording", "compare"]

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_KINDS = ("direct", "mixed", "indirect")


class Wording(NamedTuple):
    """A report's wording, with the stretches of its article (start, end) that the fullest has otherwise."""

    report: StatementReport
    differs: tuple[tuple[int, int], ...]


class _Word(NamedTuple):
    folded: str
    span: int
    start: int
    end: int


def compare(reports: Sequence[StatementReport]) -> tuple[Wording, ...]:
    """The wordings that differ, quotations before paraphrases and the fullest first; none where all are one.

    Only quotations are compared word by word: a paraphrase is in other words throughout.
    """
    found: dict[tuple[str, ...], StatementReport] = {}
    for report in sorted(reports, key=_rank):
        found.setdefault(tuple(word.folded for word in _words(report.content)), report)
    if len(found) < 2:
        return ()
    first, *rest = found.values()
    return (Wording(first, ()), *(Wording(other, _differing(first, other)) for other in rest))


def _rank(report: StatementReport) -> tuple[int, int, str]:
    return _KINDS.index(report.kind), -sum(c.end - c.start for c in report.content), report.article


def _words(content: Sequence[EvidencePart]) -> list[_Word]:
    return [
        _Word(fold(found[0]), number, span.start + found.start(), span.start + found.end())
        for number, span in enumerate(content)
        for found in _WORD.finditer(span.exact)
    ]


def _differing(first: StatementReport, other: StatementReport) -> tuple[tuple[int, int], ...]:
    if "indirect" in {first.kind, other.kind}:
        return ()
    return tuple(_stretches(_words(first.content), _words(other.content)))


def _stretches(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The stretches of the second that have other words, or more, than the first."""
    matcher = SequenceMatcher(None, [w.folded for w in ours], [w.folded for w in theirs], autojunk=False)
    for step, _, _, start, end in matcher.get_opcodes():
        if step in {"replace", "insert"}:
            for _, some in groupby(theirs[start:end], key=lambda word: word.span):
                words = list(some)
                yield words[0].start, words[-1].end

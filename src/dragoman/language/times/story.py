"""Tells the times of an article in their order, since some are reckoned from the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from dragoman.language.times import joints, values
from dragoman.language.times.context import is_time
from dragoman.language.times.expression import Expression
from dragoman.language.times.grammar import RULES
from dragoman.language.times.tense import tense_at
from dragoman.language.times.words import core
from dragoman.types import Span, Time, TimeKind

if TYPE_CHECKING:
    from dragoman.language.times.calendar import Reference
    from dragoman.language.times.view import View

__all__ = ["tell"]

_Candidate: TypeAlias = "tuple[str, re.Match[str]]"

_BACK = frozenset({"ago", "year_ago", "shifted"})  # a year ago is not where the story goes on


def tell(view: View, reference: Reference) -> tuple[Time, ...]:
    """The expressions of time in a text, in order."""
    story = _Story(view, reference)
    story.search(_candidates(view))
    return tuple(story.times)


def _candidates(view: View) -> list[_Candidate]:
    """All matches of all rules that may tell a time, the longest first, then the first rule's."""
    found = [
        (match.start() - match.end(), order, match.start(), (name, match))
        for order, (name, pattern) in enumerate(RULES)
        for match in pattern.finditer(view.classes)
        if is_time(view, name, match)
    ]
    return [candidate for *_, candidate in sorted(found, key=lambda row: row[:3])]


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates that are kept where several overlap, in the order of the text."""
    taken: set[int] = set()
    chosen = []
    for candidate in candidates:
        places = range(*candidate[1].span())
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(candidate)
    return sorted(chosen, key=lambda kept: kept[1].start())


@dataclass(slots=True)
class _Story:
    """The times of an article as it tells them, since some are reckoned from the one before."""

    view: View
    reference: Reference
    times: list[Time] = field(default_factory=list)
    last: str | None = None
    near: str | None = None
    quarter: str | None = None
    clock: re.Match[str] | None = None

    def search(self, candidates: list[_Candidate]) -> None:
        """Tells the best candidates; where one proves to be no time, what lies within it."""
        for kept in _chosen(candidates):
            if not self.tell(*kept):
                start, end = kept[1].span()
                self.search([c for c in candidates if c is not kept and _within(c, start, end)])

    def tell(self, rule: str, match: re.Match[str]) -> bool:
        """Adds what a match is worth, if anything, and says whether it is worth something."""
        value = values.value(self._expression(rule, match))
        if value is None:
            return False
        first, last = self.view.tokens[match.start()], self.view.tokens[match.end() - 1]
        self.times.append(Time(Span(first.idx, last.idx + len(last)), value.kind, value.value))
        if value.anchors:
            self.last = value.value
        if value.kind is TimeKind.DATE and value.value and value.value[:4].isdigit() and rule not in _BACK:
            self.near = value.value
            now = self.reference.quarters(0)
            if re.fullmatch(r"\d{4}-Q\d", value.value) and (now is None or value.value <= now):
                self.quarter = value.value
        self.clock = match if value.kind is TimeKind.TIME else None
        joints.join(self.times, self.view.text)
        return True

    def _expression(self, rule: str, match: re.Match[str]) -> Expression:
        """A match with its words and with what stands before it."""
        return Expression(
            rule,
            {
                name: [core(form) for form in self.view.forms[slice(*match.span(name))]]
                for name, text in match.groupdict().items()
                if text
            },
            self.reference,
            lambda: tense_at(self.view, self._start(match), match.end() - 1),
            self.last,
            self.near,
            self.quarter,
        )

    def _start(self, match: re.Match[str]) -> int:
        """The place where an expression starts, with the hour right before it: `until 9 a.m. Tuesday`."""
        before = self.clock
        return before.start() if before is not None and before.end() == match.start() else match.start()


def _within(candidate: _Candidate, start: int, end: int) -> bool:
    """Whether a candidate lies within a stretch."""
    return start <= candidate[1].start() and candidate[1].end() <= end

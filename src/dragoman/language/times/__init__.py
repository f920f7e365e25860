"""Finds expressions of time and tells their TIMEX3 values against the date of the article.

Source: TimeML 1.2.1 annotation guidelines, TIMEX3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.language.times import values
from dragoman.language.times.calendar import Reference
from dragoman.language.times.context import is_time
from dragoman.language.times.expression import Expression
from dragoman.language.times.grammar import RULES
from dragoman.language.times.tense import tense_at
from dragoman.language.times.view import View
from dragoman.language.times.words import core
from dragoman.types import Span, Time, TimeKind

if TYPE_CHECKING:
    import re

    from spacy.tokens import Doc

__all__ = ["find"]

_BACK = frozenset({"ago", "year_ago", "shifted"})  # a year ago is not where the story goes on


def find(doc: Doc, published: str | None) -> tuple[Time, ...]:
    """The expressions of time in a text, in order.

    Args:
        doc: A Doc over the text. Parts of speech, dependencies and names are used where it has them.
        published: The date of the article as a TIMEX value, or None.

    Returns:
        Times whose values are as precise as text and date allow: `2019-08-24/2019-08-26`, `2017-W27`,
        `P2M`. A year that cannot be known is `XXXX`; `PAST_REF`, `PRESENT_REF` and `FUTURE_REF` only
        point, and None is what cannot be known.
    """
    view = View.of(doc)
    story = _Story(view, Reference.of(published))
    for rule, match in _chosen(view):
        story.tell(rule, match)
    return tuple(story.times)


def _chosen(view: View) -> list[tuple[str, re.Match[str]]]:
    """The matches that are kept where several overlap: the longest, then the first rule's."""
    candidates = [
        (match.start() - match.end(), order, match.start(), name, match)
        for order, (name, pattern) in enumerate(RULES)
        for match in pattern.finditer(view.classes)
        if is_time(view, name, match)
    ]
    taken = bytearray(len(view.classes))
    chosen = []
    for _, _, start, name, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if not any(taken[start : match.end()]):
            taken[start : match.end()] = b"\1" * (match.end() - start)
            chosen.append((name, match))
    return sorted(chosen, key=lambda kept: kept[1].start())


@dataclass(slots=True)
class _Story:
    """The times of an article as it tells them, since some are reckoned from the one before."""

    view: View
    reference: Reference
    times: list[Time] = field(default_factory=list)
    last: str | None = None
    near: str | None = None

    def tell(self, rule: str, match: re.Match[str]) -> None:
        """Adds what a match is worth, if anything."""
        value = values.value(self._expression(rule, match))
        if value is None:
            return
        first, last = self.view.tokens[match.start()], self.view.tokens[match.end() - 1]
        self.times.append(Time(Span(first.idx, last.idx + len(last)), value.kind, value.value))
        if value.anchors:
            self.last = value.value
        if value.kind is TimeKind.DATE and value.value and value.value[:4].isdigit() and rule not in _BACK:
            self.near = value.value
        self._join()

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
            lambda: tense_at(self.view, match.start(), match.end() - 1),
            self.last,
            self.near,
        )

    def _join(self) -> None:
        """Makes one time of a clock and the day right after it: `5 p.m. on Thursday`."""
        clock, day = ([None, None, *self.times])[-2:]
        if clock is None or day is None or clock.kind is not TimeKind.TIME or day.kind is not TimeKind.DATE:
            return
        between = self.view.doc.text[clock.span.end : day.span.start]
        time = (clock.value or "").partition("T")[2]
        if ":" not in time or between.strip(" ,") not in {"", "on"} or not day.value or "/" in day.value:
            return
        span = Span(clock.span.start, day.span.end)
        self.times[-2:] = [Time(span, TimeKind.TIME, f"{day.value}T{time}")]

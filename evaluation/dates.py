"""Dates against the `<date>` elements of GUM's TEI files, by the days that they cover.

A date is right where it covers the same days: `when="2004"` and the value `2004`, `from="1990-01-01"
to="1999-12-31"` and `199`. An open end stands for no bound. What the files give without a year (`--03`)
counts as a date whose days nobody can tell. The article's date is the file's `dateCreated`.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from dragoman import timex
from dragoman.language.times import find
from dragoman.types import Span, Time, TimeKind
from evaluation.scores import f1
from evaluation.timex import Gold, analysed

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

__all__ = ["days_of", "read", "score"]

_CLOSING = set(".,;:!?)]}%”’") | {"n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m", "...", "…"}
_OPENING = set("([{$“‘£€#")
_JOINING = set("-–/—")
_BLOCKS = {"p", "head", "item", "sp", "quote", "note", "cell", "caption"}


def score(folder: Path, analyse: Callable[[str], Doc] = analysed, *, errors: int = 0) -> dict[str, Any]:
    """Strict and relaxed F1 of the spans, and the F1 of relaxed spans that cover the right days."""
    counts = dict.fromkeys(("gold", "found", "strict", "relaxed", "value"), 0)
    wrong: list[str] = []
    for path in sorted(folder.glob("*.xml")):
        gold = read(path)
        times = [t for t in find(analyse(gold.text), gold.published) if _is_date(t)]
        found = [(t.span, str(t.value), _days(t.value)) for t in times]
        _add(counts, wrong, gold, found)
    found_, gold_ = counts["found"], counts["gold"]
    scores: dict[str, Any] = {
        name: f1(counts[name], found_, gold_) for name in ("strict", "relaxed", "value")
    }
    return scores | {"errors": wrong[:errors]} if errors else scores


def _is_date(time: Time) -> bool:
    return time.kind is TimeKind.DATE and timex.days(time.value) is not None


def _days(value: str | None) -> str:
    first, last = timex.bounds(value)
    return f"{first}/{last}"


def _add(counts: dict[str, int], wrong: list[str], gold: Gold, found: list[tuple[Span, str, str]]) -> None:
    """Counts one document: each date is matched with at most one that overlaps it."""
    counts["gold"] += len(gold.times)
    counts["found"] += len(found)
    free = list(found)
    for span, _, value in gold.times:
        overlaps = [f for f in free if f[0].overlaps(span)]
        match = next((f for f in overlaps if f[0] == span), overlaps[0] if overlaps else None)
        shown = f"{gold.name} {gold.published} {gold.text[span.start : span.end]!r} {value}"
        if match is None:
            wrong.append(f"missed {shown}")
            continue
        free.remove(match)
        counts["relaxed"] += 1
        counts["strict"] += match[0] == span
        counts["value"] += match[2] == value
        if match[2] != value:
            wrong.append(f"value {shown} not {match[1]}")
    wrong += [f"spurious {gold.name} {gold.text[s.start : s.end]!r} {v}" for s, v, _ in free]


def days_of(attributes: dict[str, str]) -> str:
    """The first and last day that a `<date>` element names, with a slash; the widest where it has none."""
    when = attributes.get("when")
    first = when or attributes.get("from") or attributes.get("notBefore")
    last = when or attributes.get("to") or attributes.get("notAfter")
    return f"{_edge(first, last=False)}/{_edge(last, last=True)}"


def _edge(value: str | None, *, last: bool) -> str:
    """The first or last day of a TEI date of any precision."""
    if value is None:
        return timex.LAST_DAY if last else timex.FIRST_DAY
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", value)
    if found is None or found[1] == "0000":
        return value
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
    return date(year, month, day).isoformat()


def read(path: Path) -> Gold:
    """One file: its words put back together into a text, and its dates as (span, "DATE", days)."""
    root = etree.parse(path).getroot()
    text, dates = _Text(), []
    open_at: list[int] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if element.tag in _BLOCKS:
                text.breaks()
            open_at.append(len(text.written))
            text.tokens(element.text, joined=element.tag == "w")
        else:
            start = open_at.pop()
            if element.tag == "date" and text.words_since(start):
                attributes = {str(k): str(v) for k, v in element.attrib.items()}
                dates.append((text.since(start), "DATE", days_of(attributes)))
            text.tokens(element.tail, joined=False)
    return Gold(path.stem, text.text(), root.get("dateCreated"), tuple(dates))


class _Text:
    """A text as it is put together from words, one a line, with their layers behind tabs."""

    def __init__(self) -> None:
        self.written: list[Span] = []
        self.parts = ""
        self.gap = ""

    def breaks(self) -> None:
        """Starts a paragraph."""
        self.gap = "\n\n" if self.parts else ""

    def tokens(self, lines: str | None, *, joined: bool) -> None:
        """Adds words; `joined` ones, but the first, without a space."""
        for number, line in enumerate(filter(None, (lines or "").split("\n"))):
            word = line.split("\t")[0]
            if not word.strip():
                continue
            glued = self.gap == " " and (word in _CLOSING or (joined and number))
            self.gap = "" if glued or (self.gap == " " and word in _JOINING) else self.gap
            start = len(self.parts) + len(self.gap)
            self.parts += self.gap + word
            self.written.append(Span(start, start + len(word)))
            self.gap = "" if word in _OPENING or word in _JOINING else " "

    def words_since(self, at: int) -> bool:
        """Whether a word was added since there were so many."""
        return len(self.written) > at

    def since(self, at: int) -> Span:
        """The stretch of the words added since there were so many."""
        return Span(self.written[at].start, self.written[-1].end)

    def text(self) -> str:
        """The whole text."""
        return self.parts

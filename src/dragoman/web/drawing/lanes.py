"""What happened when: a lane for each kind of record, a mark for each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import timex
from dragoman.analysis.entries import Entry
from dragoman.web.drawing.labels import describe
from dragoman.web.view import View, record_at

__all__ = ["Drawing", "draw"]

WIDTH, LEFT, RIGHT, TOP = 960.0, 96.0, 14.0, 10.0
LANE, STEP, RADIUS = 46.0, 7.0, 4.0
KINDS = ("meeting", "statement", "event", "alignment", "relation")

_MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """A record: where it is, what it opens, and what it is in words."""

    x: float
    y: float
    kind: str
    tone: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline; `undated` counts the entries that have no place on it."""

    width: float
    height: float
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    undated: int


def draw(entries: Sequence[Entry], view: View) -> Drawing:
    """Place entries in time, those of one day and kind above each other."""
    dated = [(day, one) for one in entries if (day := _middle(one.date)) is not None]
    kinds = [kind for kind in KINDS if any(one.kind == kind for _, one in dated)]
    lanes = {kind: TOP + LANE * (n + 0.5) for n, kind in enumerate(kinds)}
    days = [day for day, _ in dated]
    first, last = (min(days) - 1, max(days) + 1) if days else (0.0, 1.0)
    scale = (WIDTH - LEFT - RIGHT) / (last - first)
    bottom = TOP + LANE * len(kinds)
    return Drawing(
        width=WIDTH,
        height=bottom + 30,
        lanes=tuple(lanes.items()),
        ticks=tuple((LEFT + (day - first) * scale, label) for day, label in _ticks(first, last)),
        marks=tuple(_marks([(LEFT + (day - first) * scale, one) for day, one in dated], lanes, view)),
        undated=len(entries) - len(dated),
    )


def _middle(value: str | None) -> float | None:
    days = timex.days(value)
    return (days[0].toordinal() + days[1].toordinal()) / 2 if days else None


def _marks(placed: Iterable[tuple[float, Entry]], lanes: dict[str, float], view: View) -> Iterator[Mark]:
    there: Counter[tuple[str, int]] = Counter()
    for x, one in placed:
        place = (one.kind, round(x / (2 * RADIUS)))
        rank = there[place]
        there[place] += 1
        up = (rank + 1) // 2 * STEP * (-1 if rank % 2 else 1)
        room = LANE / 2 - RADIUS
        record = view.records[one.record]
        yield Mark(
            x=round(place[1] * 2 * RADIUS, 1),
            y=round(lanes[one.kind] + max(-room, min(room, up)), 1),
            kind=one.kind,
            tone=getattr(record, "status", "") if one.kind == "meeting" else getattr(record, "kind", ""),
            href=record_at(one.record),
            title=f"{view.day(one.record)}: {describe(record, view)}",
        )


def _ticks(first: float, last: float) -> Iterator[tuple[float, str]]:
    """A few round dates: years, or months, or days."""
    begins, ends = date.fromordinal(max(1, int(first))), date.fromordinal(int(last))
    years = ends.year - begins.year
    if years > 1:
        step = -(-years // _MOST_TICKS)
        days = [(date(year, 1, 1), str(year)) for year in range(begins.year + 1, ends.year + 1, step)]
    elif (months := (ends.year - begins.year) * 12 + ends.month - begins.month) > 1:
        step = -(-months // _MOST_TICKS)
        some = [divmod(begins.year * 12 + begins.month - 1 + n, 12) for n in range(1, months + 1, step)]
        days = [(date(year, month + 1, 1), f"{date(year, month + 1, 1):%b %Y}") for year, month in some]
    else:
        step = -(-int(last - first) // _MOST_TICKS) or 1
        some_days = [date.fromordinal(n) for n in range(int(first) + 1, int(last) + 1, step)]
        days = [
            (day, f"{day.day} {day:%b %Y}" if n == 0 else f"{day.day} {day:%b}")
            for n, day in enumerate(some_days)
        ]
    yield from ((day.toordinal(), label) for day, label in days if first <= day.toordinal() <= last)

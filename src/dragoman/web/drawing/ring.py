"""Who met whom: the actors on a circle, those of one country side by side, and a line for each two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin
from textwrap import shorten

from dragoman.export.document import MeetingPart
from dragoman.web.view import View, actor_at

__all__ = ["Bond", "Node", "Ring", "draw"]

SIZE, RADIUS = 860.0, 260.0
"""The width of the picture, and the radius of the circle."""

LONGEST = 24
"""So many characters of a name stand on the picture."""

MOST = 36
"""So many actors are on the circle, those who met most."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: where, and how the name stands there."""

    id: str
    name: str
    href: str
    x: float
    y: float
    radius: float
    turn: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class Bond:
    """Two actors with the meetings in which both took part; `path` is the line between them."""

    number: int
    one: str
    other: str
    meetings: tuple[MeetingPart, ...]
    path: str
    width: float
    is_held: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """The picture; `left` counts the actors that are not on it."""

    size: float
    nodes: tuple[Node, ...]
    bonds: tuple[Bond, ...]
    left: int


def draw(view: View) -> Ring:
    """Place the actors of a document's meetings."""
    pairs = _pairs(view.document.meetings)
    degree = Counter(id for pair, some in pairs.items() for id in pair for _ in some)
    ranked = sorted(degree, key=lambda id: (-degree[id], id))
    shown = sorted(ranked[:MOST], key=lambda id: (view.side(id) or "~", id))
    nodes = {node.id: node for node in _nodes(shown, degree, view)}
    kept = {pair: some for pair, some in pairs.items() if nodes.keys() >= {*pair}}
    return Ring(SIZE, tuple(nodes.values()), tuple(_bonds(kept, nodes, view)), len(ranked) - len(shown))


def _pairs(meetings: Sequence[MeetingPart]) -> dict[tuple[str, str], list[MeetingPart]]:
    found: defaultdict[tuple[str, str], list[MeetingPart]] = defaultdict(list)
    for meeting in meetings:
        for one, other in combinations(sorted(set(meeting.participants)), 2):
            found[one, other].append(meeting)
    return found


def _nodes(shown: Sequence[str], degree: Mapping[str, int], view: View) -> Iterator[Node]:
    most = max(degree.values(), default=1)
    for n, id in enumerate(shown):
        angle = 2 * pi * n / max(1, len(shown)) - pi / 2
        is_left = cos(angle) < -1e-9
        yield Node(
            id=id,
            name=shorten(view.names.short(id), LONGEST, placeholder=" …"),
            href=actor_at(id),
            x=round(SIZE / 2 + RADIUS * cos(angle), 1),
            y=round(SIZE / 2 + RADIUS * sin(angle), 1),
            radius=round(3 + 5 * (degree[id] / most) ** 0.5, 1),
            turn=round(angle * 180 / pi + (180 if is_left else 0), 1),
            is_left=is_left,
        )


def _bonds(
    pairs: Mapping[tuple[str, str], Sequence[MeetingPart]], nodes: Mapping[str, Node], view: View
) -> Iterator[Bond]:
    ranked = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
    for n, ((one, other), some) in enumerate(ranked):
        a, b = nodes[one], nodes[other]
        yield Bond(
            number=n + 1,
            one=view.names.short(one),
            other=view.names.short(other),
            meetings=tuple(some),
            path=_path(a, b),
            width=round(1 + min(6.0, 1.2 * (len(some) - 1)), 1),
            is_held=any(meeting.status == "held" for meeting in some),
        )


def _path(a: Node, b: Node) -> str:
    middle = SIZE / 2
    x, y = _towards(a.x, b.x, middle), _towards(a.y, b.y, middle)
    return f"M{a.x:g},{a.y:g}Q{x:g},{y:g} {b.x:g},{b.y:g}"


def _towards(one: float, other: float, middle: float) -> float:
    """Where a line is pulled to: from between its ends half way to the middle of the circle."""
    return round(((one + other) / 2 + middle) / 2, 1)

"""Where things happened: a circle for each place, on the outlines of the land.

The map is equirectangular: a degree is as long in x as in y.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import sqrt

from dragoman.analysis.entries import AnyRecord
from dragoman.export.document import PlacePart
from dragoman.web.view import View

__all__ = ["Map", "Spot", "draw", "land"]

NORTH, SOUTH = 6.0, 146.0
"""The parallels at the edges, in degrees from the North Pole."""

LEAST, LARGEST = 1.1, 6.0
"""The radii of the smallest circle and the largest, in degrees."""

LETTER, LINE = 2.3, 4.6
"""The width of a letter and the height of a line, in degrees; no name stands on another."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the records that happened there; without a place on the map where nobody knows it."""

    number: int
    name: str
    records: tuple[AnyRecord, ...]
    x: float | None
    y: float | None
    radius: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The places, those with most records first, and how many have no coordinates."""

    top: float
    height: float
    spots: tuple[Spot, ...]

    @property
    def placed(self) -> tuple[Spot, ...]:
        """The places that are on the map."""
        return tuple(spot for spot in self.spots if spot.x is not None)


@lru_cache(maxsize=1)
def land() -> str:
    """The outlines of the land, as the path of an SVG (see resources/build_land.py)."""
    return (files("dragoman") / "data" / "land.svgpath").read_text(encoding="utf-8").strip()


def draw(view: View) -> Map:
    """The places of a document's records."""
    told: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    for record in view.records.values():
        place = getattr(record, "place", None)
        if place:
            told[place].append(record)
    places = {one.name: one for one in view.document.places}
    merged = _merged(told, places)
    most = max((len(some) for _, some, _ in merged), default=1)
    return Map(NORTH, SOUTH - NORTH, tuple(_spots(merged, most, view)))


Told = tuple[str, list[AnyRecord], PlacePart | None]


def _merged(told: dict[str, list[AnyRecord]], places: dict[str, PlacePart]) -> list[Told]:
    """Places with their records, those of one spot together under the shortest name."""
    spots: defaultdict[object, list[str]] = defaultdict(list)
    for name in told:
        at = places.get(name)
        known = at is not None and at.latitude is not None
        spots[(at.latitude, at.longitude) if known and at else name].append(name)
    found: list[Told] = []
    for names in spots.values():
        best = min(names, key=lambda name: (len(name), name))
        found.append((best, [record for name in names for record in told[name]], places.get(best)))
    return sorted(found, key=lambda one: (-len(one[1]), one[0]))


def _spots(merged: list[Told], most: int, view: View) -> Iterator[Spot]:
    names = _Names()
    for n, (name, records, at) in enumerate(merged):
        x = round(180 + at.longitude, 2) if at and at.longitude is not None else None
        y = round(90 - at.latitude, 2) if at and at.latitude is not None else None
        radius = round(max(LEAST, LARGEST * sqrt(len(records) / most)), 2)
        shown = view.names.place(name)
        is_named = x is not None and y is not None and names.place(x + radius + 1, y, shown)
        yield Spot(n + 1, shown, tuple(records), x, y, radius, is_named)


class _Names:
    """The names that stand on the map already."""

    def __init__(self) -> None:
        self._boxes: list[tuple[float, float, float]] = []

    def place(self, x: float, y: float, name: str) -> bool:
        """Put a name on the map where there is room for it; whether there was."""
        end = x + LETTER * len(name)
        if any(x < right and left < end and abs(y - line) < LINE for left, right, line in self._boxes):
            return False
        self._boxes.append((x, end, y))
        return end < 360

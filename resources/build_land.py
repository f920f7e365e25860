"""Builds src/dragoman/data/land.svgpath, the outlines of the land for maps, from land.topojson.

land.topojson is land-110m.json of the package world-atlas 2.0.2 (npm, ISC licence), made from Natural Earth's
land at 1:110 million, which is in the public domain (https://www.naturalearthdata.com).

The path is in degrees, x to the east of 180 degrees west and y to the south of the North Pole, rounded to a
tenth. Land on both sides of the 180th meridian goes on past the edge, and stands there a second time, a turn
away. Antarctica is left out.

Usage: python resources/build_land.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent
LAND = RESOURCES.parent / "src" / "dragoman" / "data" / "land.svgpath"

SOUTHERNMOST = 150.0
"""What lies wholly to the south of 60 degrees south is Antarctica."""

LEAST = 0.8
"""Islands of fewer degrees across are left out."""

TURN = 360.0
"""The degrees once around."""

Point = tuple[float, float]


def render() -> str:
    """The path: a closed line for each piece of land."""
    topology = json.loads((RESOURCES / "land.topojson").read_text(encoding="utf-8"))
    rings = [list(_unrolled(list(_rounded(ring)))) for ring in _rings(topology)]
    return "".join(_drawn(ring) for one in filter(_is_wanted, rings) for ring in _turns(one)) + "\n"


def _rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The outlines in degrees.

    Source: the TopoJSON format specification, 2.1.3 and 2.1.4 (arcs are delta-encoded; of an index below zero
    the complement is the arc, to be taken backwards).
    """
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                line: list[Point] = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    line += arc[1:] if line else arc
                yield line


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    for x, y in accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]]):
        yield 180 + left + x * scale_x, 90 - bottom - y * scale_y


def _rounded(ring: list[Point]) -> Iterator[Point]:
    """The points of a ring to a tenth of a degree, each once in a row."""
    points = [(round(x, 1), round(y, 1)) for x, y in ring]
    yield points[0]
    yield from (after for before, after in pairwise(points) if after != before)


def _unrolled(ring: list[Point]) -> Iterator[Point]:
    """A ring that does not jump from one edge to the other, but goes on past it."""
    turn = 0.0
    yield ring[0]
    for before, after in pairwise(ring):
        step = after[0] - before[0]
        turn += TURN * ((step < -TURN / 2) - (step > TURN / 2))
        yield after[0] + turn, after[1]


def _turns(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring, and once more a turn away where it lies on both sides of an edge."""
    yield ring
    over = (max(x for x, _ in ring) > TURN) - (min(x for x, _ in ring) < 0)
    if over:
        yield [(x - TURN * over, y) for x, y in ring]


def _is_wanted(ring: list[Point]) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(ys) < SOUTHERNMOST and max(max(xs) - min(xs), max(ys) - min(ys)) >= LEAST


def _drawn(ring: list[Point]) -> str:
    """A ring as a path: where it begins, then the steps from point to point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    (x, y), *_ = tenths
    steps = " ".join(f"{(c - a) / 10:g},{(d - b) / 10:g}" for (a, b), (c, d) in pairwise(tenths))
    return f"M{x / 10:g},{y / 10:g}l{steps}z"


def main() -> int:
    """Writes the file, or checks that it is current."""
    text = render()
    if "--check" in sys.argv[1:]:
        return 0 if LAND.exists() and LAND.read_text(encoding="utf-8") == text else 1
    LAND.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

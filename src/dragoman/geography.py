"""Where a place is: its country and coordinates, from the gazetteer that ships with the package.

The file `data/places.tsv.gz` is built by `python resources/build_places.py`. It has a line for each name of
each place, sorted, with these columns:

    key        the name, folded
    kind       state, capital, known (a city that news names without its state), city, alias (another name
               of a city), region (a part of a state, or of the world), seat (of a government), venue
    country    ISO 3166 alpha-3; empty for parts of the world
    region     of places in the USA: the state
    latitude, longitude   of the city; empty for states and regions
    weight     how likely news means it: its people times the number of names that GeoNames has for it, less
               for names that it seldom has
    shown      of states: the name to show

It is looked through by bisection, so that nothing is built in memory but the list of lines.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from math import cos, hypot, radians

from dragoman.folding import fold

__all__ = ["Place", "country_name", "has", "key", "locate", "parts", "regions_like", "shown"]

_CLOSE = 4
"""Of two places the one that weighs four times as much is meant; of closer ones neither is."""

_NEAR = 10
"""A place in a country that the article names is meant though another weighs ten times as much …"""

_FAR = 100
"""… and is not where another weighs a hundred times as much. Between the two nobody can tell."""

_LEAST = 150_000
"""What a place must weigh for news to name it in an article that does not name its country: Bled."""

_SPOT = 50.0
"""Places of one name within so many kilometres are one."""

_DEGREE = 111.2
"""A degree of latitude in kilometres."""

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LEAD = re.compile(
    r"the |(?:(?:down|up)town|central|old|greater|(?:north|south|east|west)(?:ern)?) |city of "
)
_FIRST = frozenset({"capital", "known"})
_GREAT = frozenset({"state", "capital", "known"})
_TOWNS = frozenset({"capital", "known", "city"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the name that a claim gives it, with what could be found: None where it could not."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    country: str
    region: str
    at: tuple[float, float] | None
    weight: int
    shown: str


def key(name: str) -> str:
    """A name as the gazetteer has it: folded, "St." written out, without the article before it."""
    words = [_SHORT.get(word, word) for word in fold(name).split()]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def locate(name: str, named: Collection[str] = ()) -> Place:
    """Finds the country and the coordinates of a place; what cannot be told stays None.

    Of several places of the name the one is meant that is a capital, or that news names without its
    state; then one in a country that the article names; then the one that weighs most, unless another is
    close. Of "Quai d'Orsay, Paris" and "Austin, Texas" the last part tells where to look for the first.

    Args:
        name: as a claim has it.
        named: the countries that the article names, by ISO 3166 alpha-3 code.
    """
    first, *rest = [part.strip() for part in name.split(",") if part.strip()] or [""]
    if not rest:
        return _place(name, _look(first), named)
    outer = _meant(_look(rest[-1]), _around(rest[-1], _look(first), named))
    if outer is None or not outer.country:
        return _place(name, _look(first), named)
    inside = [row for row in _look(first) if row.country == outer.country and row.kind != "state"]
    inside = [row for row in inside if row.region == outer.region or not outer.region]
    found = _place(name, inside, {outer.country})
    return found if found.latitude is not None else _as_place(name, outer)


def shown(name: str, country: str | None) -> str:
    """A place's name as a reader expects it: with its country where that is not evident.

    It is evident of states and their parts, of capitals and the great cities that news names alone, of
    places that have their country's name in their own, and where the name says it.
    """
    if country is None or "," in name:
        return name
    rows = [row for row in _look(name) if row.country == country]
    state = country_name(country)
    is_plain = bool(rows) and all(row.kind in {"city", "alias", "venue"} for row in rows)
    if not is_plain or state is None or f" {key(state)} " in f" {key(name)} ":
        return name
    return f"{name}, {state}"


def country_name(code: str) -> str | None:
    """The name of a state or territory, None where there is none of that code."""
    return _names().get(code)


def regions_like(name: str, state: str) -> tuple[str, ...]:
    """The other states that have a part of the same name as a state: the USA has a Georgia."""
    found = (row.country for row in _rows(key(name)) if row.kind == "region")
    return tuple(code for code in found if code not in {"", state})


@lru_cache(maxsize=8)
def parts(code: str) -> tuple[str, ...]:
    """The parts of a state, folded, without those whose name is also that of a state or a great city."""
    rows = (line.split("\t") for line in _lines() if "\tregion\t" in line)
    names = (row[0] for row in rows if row[2] == code)
    return tuple(n for n in names if all(row.kind not in _GREAT for row in _rows(n)))


def has(code: str, name: str) -> bool:
    """Whether a state has a place of a name."""
    return any(row.country == code and row.kind != "state" for row in _rows(key(name)))


def _place(name: str, rows: Sequence[_Row], named: Collection[str]) -> Place:
    found = _meant(rows, named)
    return Place(name) if found is None else _as_place(name, found)


def _as_place(name: str, row: _Row) -> Place:
    return Place(name, row.country or None, *(row.at or (None, None)))


def _around(outer: str, inner: Iterable[_Row], named: Collection[str]) -> Collection[str]:
    """The countries to look in for the last part of a name: where its first part is, if there are any."""
    codes = {row.country for row in _look(outer)} & {row.country for row in inner if row.kind != "state"}
    return codes or named


def _look(name: str) -> Sequence[_Row]:
    """What has a name, or what is left of it without words such as "central"."""
    wanted = key(name)
    rows = _rows(wanted)
    lead = _LEAD.match(wanted)
    return _rows(wanted[lead.end() :]) if lead and not rows else rows


def _meant(rows: Sequence[_Row], named: Collection[str]) -> _Row | None:
    """The one of several places that is meant."""
    states = [row for row in rows if row.kind == "state"]
    rivals = [row for row in rows if row.country in named and row.kind != "state"]
    if states:
        return _of_state(states, rows, rivals, named)
    rows = [row for row in rows if row.country in named or row.weight >= _LEAST or row.kind in _FIRST]
    first = max((row for row in rows if row.kind in _FIRST), key=_weight, default=None)
    if first is None:
        return _weighed(rows, named)
    rivals = [row for row in rivals if row.weight * _CLOSE >= first.weight]
    return _weighed(rivals, named) if rivals and first.country not in named else first


def _of_state(
    states: Sequence[_Row], rows: Sequence[_Row], rivals: Sequence[_Row], named: Collection[str]
) -> _Row | None:
    """A state of the name, with its coordinates where it is a city; the part of another that is named."""
    told = [row for row in states if row.country in named]
    parts = [row for row in rivals if row.kind == "region"]
    if not told and parts:
        return parts[0]
    state, *others = told or states
    cities = (row for row in rows if row.country == state.country and row.kind in _TOWNS)
    return None if others else next(cities, state)


def _weighed(rows: Sequence[_Row], named: Collection[str]) -> _Row | None:
    """The place that weighs most, one in a country that is named before others; None where it is close."""
    here = [row for row in rows if row.country in named]
    best = max(rows, key=_weight, default=None)
    if best is None or (best.country in named):
        return _clear(here)
    if not here:
        return _clear(rows)
    most = max(row.weight for row in here)
    if most * _NEAR >= best.weight:
        return _clear(here)
    return _clear([row for row in rows if row not in here]) if most * _FAR <= best.weight else None


def _clear(rows: Sequence[_Row]) -> _Row | None:
    """The place that weighs most: without coordinates where another of its country is close to it.

    None where one of another country is.
    """
    ranked = sorted(rows, key=_weight, reverse=True)
    if not ranked:
        return None
    first = ranked[0]
    close = [row for row in ranked[1:] if row.weight * _CLOSE > first.weight and not _is_spot(row, first)]
    if any(row.country != first.country for row in close):
        return None
    return replace(first, at=None) if close else first


def _is_spot(one: _Row, other: _Row) -> bool:
    """Whether two places are the same, as a town and the municipality around it are."""
    if one.at is None or other.at is None:
        return False
    (north, east), (there_north, there_east) = one.at, other.at
    along = (east - there_east) * cos(radians(north))
    return hypot(north - there_north, along) * _DEGREE < _SPOT


def _weight(row: _Row) -> tuple[int, str, str]:
    return row.weight, row.country, row.region


@lru_cache(maxsize=4096)
def _rows(wanted: str) -> tuple[_Row, ...]:
    """What has a key."""
    lines, start = _lines(), f"{wanted}\t"
    at = bisect_left(lines, start)
    return tuple(_row(line) for line in takewhile(lambda line: line.startswith(start), lines[at : at + 400]))


def _row(line: str) -> _Row:
    _, kind, country, region, north, east, weight, name = line.split("\t")
    at = (float(north), float(east)) if north else None
    return _Row(kind, country, region, at, int(weight), name)


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    packed = (files("dragoman") / "data" / "places.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode().split("\n")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The names to show of states, by code."""
    rows = (line.split("\t") for line in _lines() if "\tstate\t" in line)
    return {row[2]: row[7] for row in rows}

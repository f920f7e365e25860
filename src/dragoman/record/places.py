"""Whether two reports can mean one place: a city and its country, a palace and its city."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, radians

from dragoman import geography
from dragoman.folding import fold

__all__ = ["agreement"]

_PLAIN = frozenset({"the", "of", "in", "at", "near", "city", "town", "palace", "hotel", "capital"})
_DEGREE = 111.2
"""A degree of latitude in kilometres."""
_NEAR = 10.0
"""Places so many kilometres apart may be one: a suburb and its city."""


@lru_cache(maxsize=4096)
def agreement(one: str | None, other: str | None) -> float:
    """How far two names can mean one place: 1 surely, 0 where nobody can tell, -1 where they cannot."""
    a, b = _words(one), _words(other)
    if not one or not other or not a or not b:
        return 0.0
    if a & b:
        return 1.0
    first, second = geography.locate(one), geography.locate(other)
    if not first.country or not second.country:
        return 0.0 if first.country or second.country else -1.0  # a house in a city, or two houses
    if first.country != second.country:
        return -1.0
    return 0.5 if _distance(first, second) <= _NEAR else -1.0


def _words(name: str | None) -> frozenset[str]:
    return frozenset(fold(name or "").split()) - _PLAIN


def _distance(one: geography.Place, other: geography.Place) -> float:
    """Kilometres between two places of a country that are near each other; 0 where one is all of it."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return 0.0
    north = (one.latitude - other.latitude) * _DEGREE
    east = (one.longitude - other.longitude) * _DEGREE * cos(radians(one.latitude))
    return hypot(north, east)

"""Names of persons: their parts, which name is a shorter form of which, and the key made of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.actors.facts import facts
from dragoman.actors.words import pieces

__all__ = ["Full", "Spellings", "is_same", "make_full", "short_fit", "spellings"]

_PARTICLES = frozenset({
    "al", "el", "ul", "ad", "as", "ash", "bin", "ibn", "ben", "bint", "von", "van", "de", "del", "da",
    "dos", "der", "la", "le", "di", "du", "ter", "den", "e", "y",
})  # fmt: skip
_SOUNDS = (
    ("gh", "g"), ("q", "g"), ("kh", "k"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"),
    ("sch", "sh"), ("tch", "ch"), ("dj", "j"), ("y", "i"), ("w", "v"), ("ii", "i"),
)  # fmt: skip
_DROPPED = frozenset({"al", "el", "ul"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Full:
    """A name with its parts folded; `key` is what an actor's id is made of."""

    text: str
    parts: tuple[str, ...]
    key: str

    @property
    def is_family_first(self) -> bool:
        """Whether the family name comes first, as in Korean, Chinese and Vietnamese names."""
        return len(self.parts) in (2, 3) and self.parts[0] in spellings().family_first

    @property
    def family(self) -> str:
        """The family name, its last part where it has several."""
        kept = [p for p in self.parts if p not in _SUFFIXES] or list(self.parts)
        return kept[0] if self.is_family_first else kept[-1]

    @property
    def given(self) -> str | None:
        """The first of the other parts, None where there is one part only."""
        if len(self.parts) < 2:
            return None
        return self.parts[1] if self.is_family_first else self.parts[0]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Spellings and short forms of names, each with the usual one, and family names that come first."""

    spellings: dict[str, str]
    short: dict[str, str]
    family_first: frozenset[str]

    def usual(self, part: str) -> str:
        """The spelling that ids are made of."""
        return self.spellings.get(part, part)

    def is_alike(self, one: str, other: str) -> bool:
        """Whether two given names can be one: spelling, short form or initial."""
        a, b = self.usual(one), self.usual(other)
        if a == b or self.short.get(a, a) == self.short.get(b, b):
            return True
        return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """The spellings that ship with the package."""
    known = facts()
    return Spellings(known["spellings"], known["short"], frozenset(known["family_first"]))


@lru_cache(maxsize=8192)
def make_full(text: str) -> Full:
    """The name with its parts; the Arabic article and initials in the middle do not count."""
    raw = [p.folded for p in pieces(text)]
    parts = [p for i, p in enumerate(raw) if p not in _DROPPED or (i == 0 and len(raw) < 3)] or raw
    usual = spellings().usual
    kept = [p for i, p in enumerate(parts) if i in (0, len(parts) - 1) or len(p) > 1]
    return Full(text, tuple(parts), "-".join(usual(p) for p in kept))


def is_same(one: Full, other: Full) -> bool:
    """Whether two names of two parts or more can be one person's."""
    a, b = one.parts, other.parts
    if one.key == other.key:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if one.is_family_first or other.is_family_first:
        return sorted(a) == sorted(b) or (one.family == other.family and "".join(a[1:]) == "".join(b[1:]))
    return sorted(a) == sorted(b) or (_given_agrees(one, other) and _family_agrees(one, other))


def _given_agrees(one: Full, other: Full) -> bool:
    a, b = one.parts[0], other.parts[0]
    return spellings().is_alike(a, b) or (one.family == other.family and _is_near(a, b))


def _family_agrees(one: Full, other: Full) -> bool:
    a, b = one.parts, other.parts
    if _is_near(one.family, other.family):
        return _middle_agrees(a[1:-1], b[1:-1])
    short, long = sorted((a, b), key=len)
    return set(short) <= set(long) and short[-1] not in _PARTICLES


def _middle_agrees(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names in the middle, where both have some, have one in common."""
    a, b = ([p for p in parts if len(p) > 1 and p not in _PARTICLES] for parts in (one, other))
    return not a or not b or any(_is_near(x, y) for x in a for y in b)


def short_fit(short: Full, full: Full) -> int:
    """How well a shorter name fits a full one: 0 not at all, 3 as its family name."""
    a, b = short.parts, full.parts
    a = a[1:] if len(a) > 1 and a[0] in _DROPPED else a
    if not a or len(a) >= len(b):
        return 0
    at = next((i for i in range(len(b) - len(a) + 1) if b[i : i + len(a)] == a), None)
    if at is None:
        return 2 if len(a) == 1 and _is_near(a[0], full.family) else 0
    if full.family in a:
        return 3
    return 2 if at > 0 and a[-1] not in _PARTICLES else 1


def _is_near(one: str, other: str) -> bool:
    """Whether two family names are spellings of one: Dehqan and Dehghan, Kislyak and Kisylak."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5:
        return False
    if _sound(one) == _sound(other):
        return True
    return one[0] == other[0] and OSA.distance(one, other) <= (1 if shorter < 8 else 2)


@lru_cache(maxsize=8192)
def _sound(part: str) -> str:
    """A name as it sounds, whichever way it was put into English letters."""
    for letters, sound in _SOUNDS:
        part = part.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", part)

"""What counts as the same claim, found in an article and told by its gold file.

statement  the contents share at least half of all their characters, and a speaker is the same
meeting    participants share at least half (those of one state count as the same), status and date
           agree, and the evidence meets or the date is the same to the letter
relation   same predicate and subject, and objects alike
alignment  same kind, the evidence meets, and a party is the same
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.folding import fold

__all__ = ["KINDS", "Party", "Told", "matches"]

TITLES = frozenset({
    "a", "an", "the", "of", "his", "her", "its", "us", "united", "state", "government", "president", "prime",
    "minister", "foreign", "secretary", "chancellor", "king", "queen", "prince", "mr", "mrs", "ms", "dr",
})  # fmt: skip
"""Words that are left out when names are compared, unless a name has no others."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as far as it matters for comparing."""

    names: tuple[str, ...]
    kind: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one article: its values, whose it is, and the characters that it rests on.

    `parties` are the speakers, the participants, the subject or the parties; `object` is a relation's;
    `characters` are pairs of an article and an offset.
    """

    values: Mapping[str, Any]
    parties: tuple[Party, ...]
    object: Party | str | None
    characters: frozenset[tuple[str, int]]


def matches(kind: str, found: Sequence[Told], gold: Sequence[Told]) -> int:
    """How many gold claims have a found one of their own."""
    left = list(found)
    for told in gold:
        hit = next((number for number, other in enumerate(left) if _SAME[kind](other, told)), None)
        if hit is not None:
            del left[hit]
    return len(found) - len(left)


def _same_statement(found: Told, gold: Told) -> bool:
    shared, either = found.characters & gold.characters, found.characters | gold.characters
    return 2 * len(shared) >= len(either) > 0 and _have_one_in_common(found, gold)


def _same_meeting(found: Told, gold: Told) -> bool:
    date, gold_date = found.values["date"], gold.values["date"]
    near = _meet(found, gold) or (gold_date is not None and date == gold_date)
    same = found.values["status"] == gold.values["status"] and _same_date(date, gold_date)
    return near and same and _shared(found.parties, gold.parties) >= 1 / 2


def _same_relation(found: Told, gold: Told) -> bool:
    same = found.values["predicate"] == gold.values["predicate"]
    return same and _have_one_in_common(found, gold) and _same_object(found.object, gold.object)


def _same_alignment(found: Told, gold: Told) -> bool:
    same = found.values["kind"] == gold.values["kind"]
    return same and _meet(found, gold) and _have_one_in_common(found, gold)


_SAME = {
    "statements": _same_statement,
    "meetings": _same_meeting,
    "relations": _same_relation,
    "alignments": _same_alignment,
}

KINDS = tuple(_SAME)
"""The kinds of claims that can be compared."""


def _meet(found: Told, gold: Told) -> bool:
    """Whether the evidence of the two shares a character."""
    return not found.characters.isdisjoint(gold.characters)


def _have_one_in_common(found: Told, gold: Told) -> bool:
    return any(_same_party(a, b) for a in found.parties for b in gold.parties)


def _shared(found: Sequence[Party], gold: Sequence[Party]) -> float:
    """The share of parties that two meetings have in common; one may stand for another of its state."""
    hits = min(
        sum(any(_same_side(a, b) for a in found) for b in gold),
        sum(any(_same_side(a, b) for b in gold) for a in found),
    )
    return hits / max(1, len(found) + len(gold) - hits)


def _same_side(found: Party, gold: Party) -> bool:
    return _same_party(found, gold) or (found.country is not None and found.country == gold.country)


def _same_party(found: Party, gold: Party) -> bool:
    """Whether two parties are one; a body of a state may stand for it."""
    of_state = gold.country is not None and gold.kind == "state" and found.kind in {"state", "body"}
    return (of_state and found.country == gold.country) or any(
        _same_name(a, b) for a in found.names for b in gold.names
    )


def _same_name(one: str, other: str) -> bool:
    """Whether one name holds the other: `Lavrov` and `Sergei Lavrov`, not `Sergei` and `Sergei Lavrov`."""
    a, b = _words(one), _words(other)
    short, long = sorted((a, b), key=len)
    return bool(short) and set(short) <= set(long) and (a[-1] == b[-1] or len(short) > 1)


def _words(name: str) -> list[str]:
    words = fold(name).split()
    return [word for word in words if word not in TITLES] or words


def _same_object(found: Party | str | None, gold: Party | str | None) -> bool:
    """Whether two relations have one object; texts are alike that share half the words of the shorter."""
    if isinstance(found, Party) and isinstance(gold, Party):
        return _same_party(found, gold)
    a, b = (set(fold(_shown(of)).split()) - {"of", "the"} for of in (found, gold))
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def _shown(of: Party | str | None) -> str:
    return of.names[0] if isinstance(of, Party) else of or ""


def _same_date(found: str | None, gold: str | None) -> bool:
    """Whether a date agrees with gold: either may be more precise, and no date in gold agrees with any."""
    if gold is None or found is None:
        return gold is None
    return found.startswith(gold) or gold.startswith(found) or found.split("/")[0] == gold.split("/")[0]

"""What judgements come to for the claims at hand: which are wrong, which belong together, which do not.

Where two judgements do not go together the later one holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Any, TypeVar

from dragoman.types import Claim, Correction, Judged, Judgement

C = TypeVar("C", bound=Claim)
Pair = frozenset[str]


@dataclass(frozen=True)
class Verdicts:
    """What people have decided, by the ids of the claims at hand.

    `groups` gives each claim that is judged the same as others all of them, itself among them, in order;
    `parted` are pairs of claims that do not belong in one record. `values` are the judgements that set a
    value of the record in which a claim is.
    """

    judged: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parted: frozenset[Pair] = frozenset()
    values: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement], judged: Iterable[Judged]) -> Verdicts:
        """What judgements come to.

        Args:
            judgements: those that hold.
            judged: which claims they mean; of claims that are not at hand nothing need be said.
        """
        meant: defaultdict[int, dict[int, list[str]]] = defaultdict(lambda: {0: [], 1: []})
        for one in sorted(judged):
            meant[one.judgement][one.group].append(one.claim)
        ranked = sorted((one for one in judgements if one.number in meant), key=_number, reverse=True)
        pairs = _Pairs()
        right: dict[str, bool] = {}
        values: defaultdict[str, list[Judgement]] = defaultdict(list)
        for judgement in ranked:  # the later one first
            groups = meant[judgement.number]
            match judgement.kind:
                case "same":
                    pairs.join([*groups[0], *groups[1]])
                case "different":
                    pairs.part(groups[0], groups[1])
                case "wrong" | "right" as kind:
                    for claim in groups[0]:
                        right.setdefault(claim, kind == "right")
                case "value":
                    for claim in groups[0]:
                        values[claim].append(judgement)
        return cls(
            judged=frozenset(id for one in ranked for ids in meant[one.number].values() for id in ids),
            wrong=frozenset(claim for claim, is_right in right.items() if not is_right),
            groups=pairs.groups(),
            parted=frozenset(pairs.parted),
            values={claim: tuple(found) for claim, found in values.items()},
        )

    def corrections(self, claims: Iterable[Claim]) -> tuple[Correction, ...]:
        """The values that people have set of a record with these claims, of each field the last, in order."""
        found = {one.number: one for claim in claims for one in self.values.get(claim.id, ())}
        last = {one.field: one for _, one in sorted(found.items()) if one.field}
        return tuple(_correction(last[name]) for name in sorted(last))


def corrected(lead: C, corrections: Sequence[Correction]) -> C:
    """The lead of a record with the values that people have set."""
    values: dict[str, Any] = {one.field: one.value for one in corrections}
    return replace(lead, **values)


def _number(judgement: Judgement) -> int:
    return judgement.number


def _correction(judgement: Judgement) -> Correction:
    return Correction(
        field=judgement.field or "",
        value=judgement.value,
        judgement=judgement.number,
        who=judgement.who,
        when=judgement.when,
        why=judgement.why,
        actors=judgement.actors,
    )


class _Pairs:
    """Claims that are joined or parted, where what was said first holds."""

    def __init__(self) -> None:
        self._home: dict[str, list[str]] = {}
        self.parted: set[Pair] = set()

    def join(self, claims: Sequence[str]) -> None:
        for one, other in combinations(claims, 2):
            ours, theirs = (self._home.setdefault(id, [id]) for id in (one, other))
            if ours is theirs or any(Pair(pair) in self.parted for pair in product(ours, theirs)):
                continue
            ours += theirs
            self._home.update(dict.fromkeys(theirs, ours))

    def part(self, ones: Iterable[str], others: Iterable[str]) -> None:
        for one, other in product(ones, others):
            if one != other and other not in self._home.get(one, ()):
                self.parted.add(Pair((one, other)))

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Each claim that is joined to others, with all of them."""
        return {id: tuple(sorted(group)) for id, group in self._home.items() if len(group) > 1}

"""The labels that each head tells apart, in a fixed order that ships with the model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from training.passage import Passage

__all__ = ["Labels"]

NAMES = ("PER", "ORG", "LOC", "NORP", "FAC", "DATE", "MONEY", "PRODUCT", "MISC")
ATTRIBUTION = ("source", "cue", "content")
STATEMENT = ("cue", "content")


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{p}-{k}" for k in kinds for p in "BI"))


@dataclass(frozen=True)
class Labels:
    """The label lists; those of the treebanks are read off the passages."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...] = _bio(NAMES)
    attribution: tuple[str, ...] = _bio(ATTRIBUTION)
    statement: tuple[str, ...] = _bio(STATEMENT)

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Labels:
        """Every label of the treebanks among the passages, sorted."""
        upos: set[str] = set()
        xpos: set[str] = set()
        deprels: set[str] = set()
        for p in passages:
            upos |= set(p.upos or ())
            xpos |= set(p.xpos or ())
            deprels |= set(p.deprels or ())
        return cls(tuple(sorted(upos)), tuple(sorted(xpos)), tuple(sorted(deprels)))

    def allowed(self, tag: str, *, partial: bool) -> list[bool]:
        """Which name tags an annotation leaves open.

        `?` leaves all. A corpus that knows PER, ORG and LOC only says nothing of the other kinds where it
        has O, and calls buildings and roads LOC.
        """
        if tag == "?":
            return [True] * len(self.names)
        if not partial:
            return [t == tag for t in self.names]
        if tag == "O":
            return [t[2:] not in {"PER", "ORG", "LOC"} for t in self.names]
        return [t == tag or (tag.endswith("-LOC") and t == f"{tag[0]}-FAC") for t in self.names]

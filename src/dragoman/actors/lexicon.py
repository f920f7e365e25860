"""Phrases, each with what it stands for, and where a text has them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dragoman.actors.words import Piece, Words, pieces

__all__ = ["Lexicon", "Match"]

T = TypeVar("T")

_JOINING = frozenset("-–‑.+/&'’ʼ")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Where a phrase stands, in words (end exclusive), and all that it may stand for."""

    start: int
    end: int
    senses: tuple[T, ...]


@dataclass(slots=True)
class Lexicon(Generic[T]):
    """Phrases that are found whatever their accents, hyphens and full stops.

    Where `cased`, a capital in the phrase must be one in the text, and an acronym is written in
    capitals: "US" is never "us".
    """

    cased: bool = True
    _phrases: dict[str, dict[tuple[Piece, ...], list[T]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, phrase: str, sense: T) -> None:
        """Adds a phrase; one that has other senses already keeps them."""
        parts = pieces(phrase)
        if not parts:
            return
        first = parts[0].folded
        senses = self._phrases.setdefault(first, {}).setdefault(parts, [])
        if sense not in senses:
            senses.append(sense)
        self._longest[first] = max(self._longest[first], len(parts))

    def find(self, words: Words) -> list[Match[T]]:
        """The longest matches, from left to right, none overlapping another."""
        out: list[Match[T]] = []
        at = 0
        size = len(words)
        while at < size:
            found = self.at(words, at)
            if found and words.lower[at] == "the" and at + 1 < size:
                inner = self.at(words, at + 1)  # "North Korean", not "the North"
                found = inner if inner and inner.end > found.end else found
            if found:
                out.append(found)
            at = found.end if found else at + 1
        return out

    def at(self, words: Words, i: int) -> Match[T] | None:
        """The longest match that begins at a word."""
        place = words.first[i]
        if place >= len(words.pieces) or words.owners[place] != i:
            return None
        first = words.pieces[place].folded
        phrases = self._phrases.get(first)
        if not phrases:
            return None
        best: tuple[int, list[T]] = (0, [])
        for parts, senses in phrases.items():
            if len(parts) >= best[0] and self._fits(words, place, parts):
                best = (len(parts), senses if len(parts) > best[0] else best[1] + senses)
        if not best[0]:
            return None
        end = words.owners[place + best[0] - 1] + 1
        return Match(i, end, tuple(best[1]))

    def senses(self, phrase: str) -> tuple[T, ...]:
        """What a phrase stands for as a whole."""
        parts = pieces(phrase)
        found = self._phrases.get(parts[0].folded, {}) if parts else {}
        return tuple(s for key, senses in found.items() if self._same(key, parts) for s in senses)

    def _fits(self, words: Words, place: int, parts: tuple[Piece, ...]) -> bool:
        end = place + len(parts)
        if not self._same(parts, words.pieces[place:end]):
            return False
        last = words.owners[end - 1]
        whole = end == len(words.owners) or words.owners[end] != last
        return whole and _is_unbroken(words, words.owners[place], last)

    def _same(self, phrase: tuple[Piece, ...], text: list[Piece] | tuple[Piece, ...]) -> bool:
        if len(phrase) != len(text):
            return False
        for a, b in zip(phrase, text, strict=True):
            if a.folded != b.folded or (self.cased and (a.capital > b.capital or a.acronym > b.acronym)):
                return False
        return True


def _is_unbroken(words: Words, first: int, last: int) -> bool:
    """Whether only hyphens and the like stand between the pieces, and no line ends there."""
    if words.lines[first] != words.lines[last]:
        return False
    return all(
        words.first[i] < len(words.owners) and words.owners[words.first[i]] == i or words.forms[i] in _JOINING
        for i in range(first, last)
    )

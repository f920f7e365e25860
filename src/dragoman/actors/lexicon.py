"""Phrases, each with what it stands for, and where a text has them."""

from __future__ import annotations

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
    _phrases: dict[tuple[str, ...], list[tuple[tuple[Piece, ...], T]]] = field(default_factory=dict)
    _lengths: dict[str, list[int]] = field(default_factory=dict)

    def add(self, phrase: str, sense: T) -> None:
        """Adds a phrase; one that has other senses already keeps them."""
        parts = pieces(phrase)
        if not parts:
            return
        known = self._phrases.setdefault(tuple(p.folded for p in parts), [])
        if (parts, sense) not in known:
            known.append((parts, sense))
        lengths = self._lengths.setdefault(parts[0].folded, [])
        if len(parts) not in lengths:
            lengths.append(len(parts))
            lengths.sort(reverse=True)

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
        if not words.has_pieces(i):
            return None
        place = words.first[i]
        for length in self._lengths.get(words.pieces[place].folded, ()):
            end = place + length
            known = self._phrases.get(tuple(p.folded for p in words.pieces[place:end]))
            if known and _is_whole(words, place, end):
                senses = self._written(known, words.pieces[place:end])
                if senses:
                    return Match(i, words.owners[end - 1] + 1, senses)
        return None

    def senses(self, phrase: str) -> tuple[T, ...]:
        """What a phrase stands for as a whole."""
        parts = pieces(phrase)
        return self._written(self._phrases.get(tuple(p.folded for p in parts), []), parts)

    def _written(
        self, known: list[tuple[tuple[Piece, ...], T]], text: list[Piece] | tuple[Piece, ...]
    ) -> tuple[T, ...]:
        """The senses of the phrases whose capitals a text has."""
        if not self.cased:
            return tuple(sense for _, sense in known)
        return tuple(
            sense
            for parts, sense in known
            if all(
                a.capital <= b.capital and a.acronym <= b.acronym for a, b in zip(parts, text, strict=True)
            )
        )


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Whether pieces are whole words with only hyphens and the like between them, on one line."""
    if end > len(words.owners):
        return False
    first, last = words.owners[start], words.owners[end - 1]
    if words.lines[first] != words.lines[last] or (end < len(words.owners) and words.owners[end] == last):
        return False
    return all(words.has_pieces(i) or words.forms[i] in _JOINING for i in range(first, last))

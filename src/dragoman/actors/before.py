"""What stands before a title: "the two", "former", "French", "Russia's", "his", "State Department"."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors.gazetteer import Found
from dragoman.actors.role import ARTICLES
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.words import HYPHENS, POSSESSIVES
from dragoman.types import ActorKind

__all__ = ["Before", "read"]

_DETERMINERS = frozenset({"this", "that", "these", "those", "some", "several", "many", "any", "no", "each",
                          "another", "both", "all", "other", "every", "various"})  # fmt: skip
_NUMBERS = frozenset({"two", "three", "four", "five"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
_OWNED = frozenset({"administration"})


@dataclass(slots=True)
class Before:
    """What stands before a title, gathered from right to left, in words.

    `start` is where the phrase begins, `core` where the title does with the words that belong to it;
    the rest is as in `Role`.
    """

    start: int
    core: int
    determiner: str | None = None
    of: list[str] = field(default_factory=list)
    owner: int | None = None
    number: str | None = None
    former: bool = False

    def take(self, at: int, *, is_core: bool = False) -> bool:
        """Takes the words from `at` on into the phrase; into the title where they touch and belong to it."""
        if is_core and self.core == self.start:
            self.core = at
        self.start = at
        return True

    def own(self, start: int, owner: int) -> bool:
        """Takes a possessor; the phrase begins with it."""
        self.start, self.owner = start, owner
        return False


def read(around: Surroundings, core: int) -> Before:
    """What stands before the title that begins at a word."""
    before = Before(core, core)
    lines = around.words.lines
    while (
        before.start > 0
        and lines[before.start - 1] == lines[core]
        and _step(around, before, before.start - 1)
    ):
        pass
    return before


def _step(around: Surroundings, before: Before, k: int) -> bool:
    """Takes one more word or name on the left; False where the phrase begins here."""
    words = around.words
    if words.forms[k] in HYPHENS and words.is_glued(k) and k > 0 and words.is_glued(k - 1):
        return before.take(k - 1, is_core=words.lower[k - 1] not in around.registry.before)
    if words.tags[k] == "POS" or words.forms[k] in _MARKS:
        is_first = k == 0 or words.lines[k - 1] != words.lines[k]
        return not is_first and _possessor(around, before, k)
    if words.tags[k] == "PRP$" or words.lower[k] in POSSESSIVES:
        return before.own(k, k)
    unit = around.ending.get(k + 1)
    if unit and unit.how != "person":
        return _unit(around, before, unit)
    return _plain(around, before, k)


def _plain(around: Surroundings, before: Before, k: int) -> bool:
    """Takes a word that is neither a possessive nor a name of the registry's."""
    if around.words.lower[k] in {"and", ",", "&"}:
        return _joined(around, before, k)
    if k + 1 in around.people:
        return _namesake(around, before, k + 1)
    return _determiner(around, before, k) or _word(around, before, k)


def _possessor(around: Surroundings, before: Before, k: int) -> bool:
    """Takes "Russia's" or "Lavrov's"."""
    unit = around.ending.get(k)
    if unit and unit.how != "person":
        before.of.append(unit.id)
        has_the = unit.start > 0 and around.words.lower[unit.start - 1] == "the"
        before.start = unit.start - has_the
        return False
    if k in around.people:
        return before.own(around.people[k], around.people[k])
    return before.own(around.words.left_edge(k - 1) if k else k, max(k - 1, 0))


def _unit(around: Surroundings, before: Before, unit: Found) -> bool:
    """Takes "French", "US", "NATO", "Kremlin" …; a capital ends the phrase."""
    if unit.how == "capital" or (before.of and unit.end == before.start):
        return False  # "in the U.K. Italian Prime Minister Renzi"
    before.of.append(unit.id)
    kind = around.registry.entries[unit.id].kind
    before.start = unit.start
    if kind not in {ActorKind.STATE, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP}:
        before.core = unit.start  # "State Department spokesman"
    return True


def _joined(around: Surroundings, before: Before, k: int) -> bool:
    """Takes "and" in "new and popular president", in "Russian and German ministers"."""
    words = around.words
    if words.lower[k] == "and" and words.pos[k + 1] in {"ADJ", "ADV"} and k and words.pos[k - 1] == "ADJ":
        unit = around.ending.get(k)
        if not unit and not before.of:
            return before.take(k)
    unit = around.ending.get(k) if before.of else None
    return unit is not None and unit.how == "adjective" and _unit(around, before, unit)


def _namesake(around: Surroundings, before: Before, end: int) -> bool:
    """Takes a name without possessive, as in "Obama administration official", "a former Sessions staffer"."""
    words, last, start = around.words, end - 1, around.people[end]
    owned = before.core == before.start and words.lower[before.start] in around.registry.domains | _OWNED
    ahead = words.lower[start - 1] if start else ""
    told = ahead in ARTICLES or ahead in around.registry.before or ahead in {"other", "several", "some"}
    hangs = last < words.heads[last] < before.start + 4 and words.deps[last] == "compound"
    if owned or told or hangs:
        before.core = before.owner = start
        return before.take(start)
    return False


def _determiner(around: Surroundings, before: Before, k: int) -> bool:
    """Takes an article, a number, or a word like "former"; False where there is none."""
    words, lower = around.words, around.words.lower[k]
    if lower in around.registry.before:
        before.former |= around.registry.before[lower] == "former"
        return before.take(k)
    if words.pos[k] == "NUM" or lower in _NUMBERS:
        before.number = lower
        return before.take(k)
    is_one = words.pos[k] == "DET" or lower in ARTICLES
    if is_one or (lower in _DETERMINERS and words.pos[k] not in {"SCONJ", "PRON"}):
        before.determiner = before.determiner or lower
        before.number = lower if lower == "both" else before.number
        before.take(k)
        return lower == "other" or (k > 0 and words.lower[k - 1] in {"both", "all"})
    return False


def _word(around: Surroundings, before: Before, k: int) -> bool:
    """Takes a noun or adjective that belongs to the title or qualifies it."""
    words = around.words
    if before.start == k:  # a determiner that the phrase begins with
        return False
    if words.lower[k] in around.registry.domains:
        return before.take(k, is_core=True)
    hangs = words.heads[k] > k or (k > 0 and words.lower[k - 1] in ARTICLES)
    if words.pos[k] in {"NOUN", "PROPN"} and hangs and words.lower[k] not in around.registry.given:
        return before.take(k, is_core=True)
    if words.pos[k] == "ADJ" and words.heads[k] >= k:
        return before.take(k, is_core=words.is_capital(k) and words.is_capital(before.core))
    is_participle = words.tags[k] in {"VBN", "VBG"} and words.deps[k] == "amod"
    is_degree = words.pos[k] == "ADV" and words.pos[k + 1] == "ADJ"
    return (is_participle or is_degree) and before.take(k)

"""Brings records together by what they are about.

An issue is a topic. A record belongs to it when the topic is one of its own, ends one of its own
("terrorism" ends "international terrorism"), or stands in its words and is a name or a term of several
words. A word for a state means that state ("Syrian" is Syria); words for the sides themselves are no issue.

Each record stands under one issue. Of the names and terms, the one that both sides share and that most
records are about comes first and takes its records, then the next is looked for among the rest. What is left
comes together under common words, where both sides use them, and acts under what says of which sort they are
(a context, a type).
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from textwrap import shorten

from dragoman.folding import fold

_LONGEST = 4
"""Words of a topic that is looked for in other records' words."""

_WIDEST = 60
"""Characters of the words that name an issue of one record's own."""

_OWN, _PASSING = 2, 1
"""What a record counts for an issue that is its topic, and for one that its words name in passing."""

Weights = Mapping[str, int]
"""The issues that a record may stand under, each with what it counts for it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a record is about: the `sides` whose it is, its topics, its sort and its words.

    `issue` is given of what a report marks as agreed or disputed, empty where the report does not name it;
    every word of it may be the issue.
    """

    id: str
    sides: frozenset[str]
    topics: tuple[str, ...]
    text: str
    sort: tuple[str, ...] = ()
    issue: str | None = None

    @property
    def is_marked(self) -> bool:
        """Whether a report says of it that the sides agree or differ."""
        return self.issue is not None


@dataclass(frozen=True, slots=True)
class Group:
    """The records that share an issue; `name` is None for those that share none."""

    name: str | None
    matters: tuple[Matter, ...]


def group(
    matters: Sequence[Matter], *, own: AbstractSet[str], nations: Mapping[str, str]
) -> tuple[Group, ...]:
    """The issues of some records: those that reports mark and both sides speak of first, the rest last.

    Args:
        matters: what the records are about.
        own: folded words that mean the sides themselves.
        nations: the names of states by the folded words that mean them.
    """
    terms = _Terms(matters, own, nations)
    found: list[Group] = []
    left = list(matters)
    for weigh in (terms.named, terms.common, terms.sort):
        groups = list(_shared(left, weigh, terms))
        found += groups if weigh != terms.common else filter(_is_of_several, groups)
        left = _without(left, found)
    alone = [Group(_alone(matter), (matter,)) for matter in left if matter.is_marked]
    rest = tuple(matter for matter in left if not matter.is_marked)
    return (*sorted([*found, *alone], key=_order), *([Group(None, rest)] if rest else []))


def normal(topic: str) -> str:
    """A topic as it is compared: folded, each word in the singular."""
    return " ".join(map(_singular, fold(topic).split()))


class _Terms:
    """The topics of records, in the form in which they are compared."""

    def __init__(self, matters: Iterable[Matter], own: AbstractSet[str], nations: Mapping[str, str]) -> None:
        self._nations = {normal(word): name for word, name in nations.items()}
        self._own = {self._key(normal(word)) for word in own}
        self._shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for topic in (topic for matter in matters for topic in (*matter.topics, *matter.sort)):
            self._shown[self._key(normal(topic))][topic] += 1

    def named(self, matter: Matter) -> Weights:
        """The names and terms of several words in a record's topics and in its words."""
        topics = self._known(words for topic in matter.topics for words in _runs(topic))
        about = topics | self._known(_runs(matter.issue or ""))
        found = about | self._known(_runs(matter.text))
        return {key: _OWN if key in about else _PASSING for key in found if not self._is_common(key)}

    def common(self, matter: Matter) -> Weights:
        """The common words that are a record's topics or end them, or that name what a report marks."""
        topics = self._known(words for topic in matter.topics for words in _ends(topic))
        issue = " ".join(word for word in (matter.issue or "").split() if word.islower())
        return {key: _OWN for key in topics | self._known(_runs(issue)) if self._is_common(key)}

    def sort(self, matter: Matter) -> Weights:
        """What says of which sort an act is."""
        return {self._key(normal(word)): _OWN for word in matter.sort}

    def name(self, key: str) -> str:
        """What to call an issue: the state's name, else the words that most records use."""
        if key in self._nations:
            return self._nations[key]
        return max(self._shown[key].items(), key=lambda item: (item[1], item[0]))[0]

    def looseness(self, key: str) -> int:
        """How little an issue says: a state is named in many that are about something else."""
        return int(key in self._nations)

    def _is_common(self, key: str) -> bool:
        """Whether an issue is one word and no name, so that it may mean one thing here and another there."""
        is_name = key in self._nations or all(shown[:1].isupper() for shown in self._shown[key])
        return " " not in key and not is_name

    def _known(self, words: Iterable[str]) -> set[str]:
        """Those of some words that are a topic of a record, but not a side itself."""
        return ({*map(self._key, words)} & self._shown.keys()) - self._own

    def _key(self, words: str) -> str:
        nation = self._nations.get(words)
        return normal(nation) if nation else words


def _shared(matters: Sequence[Matter], weigh: Callable[[Matter], Weights], terms: _Terms) -> Iterator[Group]:
    """Issues that two records share at least, in order of rank; each record is in one."""
    weights = {matter.id: weigh(matter) for matter in matters}
    members: defaultdict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        for key in weights[matter.id]:
            members[key].append(matter)

    def rank(key: str, some: Sequence[Matter]) -> tuple[int, int, int]:
        """Less is better: on both sides, what many are about, no state."""
        sides = {side for matter in some for side in matter.sides}
        return -len(sides), -sum(weights[matter.id][key] for matter in some), terms.looseness(key)

    heap = [(rank(key, some), key) for key, some in members.items()]
    heapq.heapify(heap)
    taken: set[str] = set()
    while heap:
        before, key = heapq.heappop(heap)
        left = [matter for matter in members[key] if matter.id not in taken]
        if len(left) < 2:
            continue
        now = rank(key, left)
        if now != before:  # others have taken some of its records since
            heapq.heappush(heap, (now, key))
            continue
        taken |= {matter.id for matter in left}
        yield Group(terms.name(key), tuple(left))


def _without(matters: Iterable[Matter], groups: Iterable[Group]) -> list[Matter]:
    taken = {matter.id for one in groups for matter in one.matters}
    return [matter for matter in matters if matter.id not in taken]


def _order(one: Group) -> tuple[int, int, int, str, str]:
    """What reports mark comes first, then what both sides speak of, then what is spoken of most."""
    marks = sum(matter.is_marked for matter in one.matters)
    sides = {side for matter in one.matters for side in matter.sides}
    first = min(matter.id for matter in one.matters)
    return -marks, -len(sides), -len(one.matters), one.name or "", first


def _alone(matter: Matter) -> str:
    """What to call an issue that one record has alone."""
    return shorten(matter.issue or f"“{matter.text}”", _WIDEST, placeholder=" …")


def _is_of_several(one: Group) -> bool:
    """Whether an issue is of more than one side."""
    return len({side for matter in one.matters for side in matter.sides}) > 1


def _ends(topic: str) -> Iterator[str]:
    """A topic, and the last words of it where it is no name: "Islamic State" is not about a state."""
    words = normal(topic).split()
    is_name = topic.rpartition(" ")[2][:1].isupper()
    yield from (" ".join(words[n:]) for n in range(1 if is_name else len(words)))


def _runs(text: str) -> Iterator[str]:
    """The words of a text, one to a few in a row."""
    words = normal(text).split()
    for size in range(1, _LONGEST + 1):
        yield from (" ".join(words[n : n + size]) for n in range(len(words) - size + 1))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word

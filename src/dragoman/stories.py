"""Which articles tell the same news: an article goes with the earlier one that it is most like.

Two articles are compared where they share words that all news seldom has and came out within a week; an
article without a date is compared where they share words that hardly any other news has. A table of named
features says how much speaks for one story. An article's parent is the best of those that came out before
it, if enough speaks for it; articles that hang together so are a story. Since an article has one parent, none
can join two stories of others into one.

Nothing here depends on the order in which articles are read. What a person has judged wins: it holds for the
articles named and for those that hang on them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b, sha256
from math import hypot, log
from typing import TYPE_CHECKING

from dragoman import rarity, timex
from dragoman.folding import fold
from dragoman.types import ActorKind, Placed, Trace

if TYPE_CHECKING:
    from dragoman.types import Actor, Article

__all__ = [
    "FEATURES",
    "SHARED",
    "THRESHOLD",
    "WINDOW",
    "id_of",
    "meets",
    "place",
    "settle",
    "strength",
    "trace",
]

WINDOW = 7
"""Days within which a story has its next report."""

SHARED = 2
"""Keys that two articles share at least before they are compared."""

SHARED_UNDATED = 3
"""Rare keys that they share where one of them has no date."""

THRESHOLD = 0.6
"""So much must speak for two articles telling one story; tuned on half of BASIL's stories."""

_WORDS, _FIRST, _BEGINNING, _KEYS = 64, 120, 40, 10
_COMMON, _RARE = 0.7, 6.0
_LAST = 10**7
_LONGEST = 3
"""A date that spans more days than these says too little."""


def trace(
    article: Article, actors: Sequence[Actor], places: Iterable[str] = (), meaning: Sequence[float] = ()
) -> Trace:
    """What an article is told by.

    Args:
        article: the article.
        actors: who is in it.
        places: the names of places in it.
        meaning: the vector of its reading; nothing is said by it where not given.
    """
    parts = [article.text[block.start : block.end] for block in article.blocks if block.kind.makes_claims]
    title, text = article.title or "", " ".join(parts)
    words = _rarest(f"{title} {text}", _WORDS)
    beginning = _rarest(" ".join([title, title, *text.split()[:_FIRST]]), _BEGINNING)
    keys = {*list(words)[:_KEYS], *list(beginning)[:_KEYS]}
    return Trace(
        article=article.id,
        day=_day(article.published),
        keys=tuple(sorted(map(_number, keys))),
        rare=tuple(sorted(_number(word) for word in keys if rarity.of(word) >= _RARE)),
        words=_numbered(words),
        beginning=_numbered(beginning),
        company=_numbered({actor.id: _standing(actor) for actor in actors if actor.kind != ActorKind.GROUP}),
        places=_numbered({fold(name): 1.0 for name in places}),
        meaning=tuple(round(127 * number) for number in meaning),
    )


def words(one: Trace, other: Trace) -> float:
    """Both use the same rare words."""
    return _cosine(one.words, other.words)


def beginning(one: Trace, other: Trace) -> float:
    """Both begin with the same news."""
    return _cosine(one.beginning, other.beginning)


def company(one: Trace, other: Trace) -> float:
    """Both speak of the same actors."""
    return _cosine(one.company, other.company)


def places(one: Trace, other: Trace) -> float:
    """Both speak of the same places."""
    return _cosine(one.places, other.places)


def meaning(one: Trace, other: Trace) -> float:
    """Both speak of the like, in whatever words."""
    if not one.meaning or not other.meaning:
        return 0.0
    lengths = hypot(*one.meaning) * hypot(*other.meaning)
    return sum(a * b for a, b in zip(one.meaning, other.meaning, strict=True)) / lengths if lengths else 0.0


def days(one: Trace, other: Trace) -> float:
    """They came out days apart."""
    if one.day is None or other.day is None:
        return 1.0
    return abs(one.day - other.day) / WINDOW


FEATURES: Mapping[Callable[[Trace, Trace], float], float] = {
    words: 1.0,
    beginning: 1.0,
    company: 0.5,
    meaning: 0.3,
    places: 0.2,
    days: -1.0,
}
"""What speaks for two articles telling one story, and how much."""


def strength(one: Trace, other: Trace) -> float:
    """How much speaks for two articles telling one story, in whatever order they are given."""
    one, other = _ordered(one, other)
    return round(sum(weight * compare(one, other) for compare, weight in FEATURES.items()), 6)


def meets(one: Trace, other: Trace) -> bool:
    """Whether two articles are compared at all."""
    if one.day is None or other.day is None:
        return len({*one.rare} & {*other.rare}) >= SHARED_UNDATED
    return abs(one.day - other.day) <= WINDOW and len({*one.keys} & {*other.keys}) >= SHARED


def id_of(*articles: str) -> str:
    """The id of the story that begins with an article, or that a person made of several."""
    return f"story-{sha256(' '.join(sorted(articles)).encode()).hexdigest()[:12]}"


def place(new: Trace, others: Iterable[Trace], placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Where an article stands, and each that stands elsewhere because of it, in order of id.

    Args:
        new: the article's trace.
        others: the traces of the articles that it meets, and for each that it was the parent of, of those
            that this one meets.
        placed: where the articles of these stories stand now.
    """
    traces = {other.article: other for other in others if other.article != new.article} | {new.article: new}
    before = {one.article: one for one in placed}
    parents = {id: (one.strength, one.parent) for id, one in before.items()}
    for id, other in traces.items():
        if id == new.article or parents.get(id, _ALONE)[1] == new.article:
            parents[id] = _parent(other, traces.values())
        elif _rank(new) < _rank(other) and meets(new, other):
            parents[id] = _better(parents.get(id, _ALONE), (strength(new, other), new.article))
    judged = {id: one.judged for id, one in before.items()}
    now = settle(Placed(id, "", of, much, judged.get(id)) for id, (much, of) in parents.items())
    return tuple(one for one in now if one.article == new.article or one != before.get(one.article))


def settle(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Articles in the stories that follow from their parents and from what was judged, in order of id.

    Args:
        placed: articles with each one's parent, and its parent's, unless it was judged.
    """
    known = {one.article: one for one in placed}
    found = _stories(
        {id: (one.strength, one.parent) for id, one in known.items()},
        {id: one.judged for id, one in known.items()},
    )
    return tuple(replace(known[id], story=found[id]) for id in sorted(known))


_Link = tuple[float, str | None]
_ALONE: _Link = (0.0, None)


def _parent(child: Trace, others: Iterable[Trace]) -> _Link:
    """The best of the earlier articles, with how much speaks for it."""
    best = _ALONE
    for other in others:
        if _rank(other) < _rank(child) and meets(child, other):
            best = _better(best, (strength(child, other), other.article))
    return best


def _better(known: _Link, found: _Link) -> _Link:
    """The stronger of two links to a parent; of equals that to the first in order of id."""
    if found[0] < THRESHOLD:
        return known
    return min(known, found, key=lambda link: (-link[0], link[1] or ""))


def _stories(parents: Mapping[str, _Link], judged: Mapping[str, str | None]) -> dict[str, str]:
    """The story of each article: the one it was put into, or else its parent's, or else its own."""
    found: dict[str, str] = {}
    for id in parents:
        way = [id]
        while (at := way[-1]) not in found:
            parent = parents.get(at, _ALONE)[1]
            if (own := judged.get(at)) or parent is None:
                found[at] = own or id_of(at)
            else:
                way.append(parent)
        found.update(dict.fromkeys(way, found[way[-1]]))
    return found


def _ordered(one: Trace, other: Trace) -> tuple[Trace, Trace]:
    """Two traces in order of id, so that sums come out the same to the last digit."""
    return (one, other) if one.article <= other.article else (other, one)


def _rank(of: Trace) -> tuple[int, str]:
    return _LAST if of.day is None else of.day, of.article


def _day(published: str | None) -> int | None:
    """The first day on which an article may have come out, counted from the year 1."""
    found = timex.days(published)
    return found[0].toordinal() if found and (found[1] - found[0]).days < _LONGEST else None


def _rarest(text: str, many: int) -> dict[str, float]:
    """The words of a text that count most, the first of them first, each with how much it counts."""
    counted = Counter(word for word in fold(text).split() if len(word) > 1)
    weighed = {
        word: (1 + log(times)) * rare
        for word, times in counted.items()
        if (rare := rarity.of(word)) > _COMMON
    }
    return dict(sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:many])


def _standing(actor: Actor) -> float:
    """How much an actor tells of a story: states are in most news."""
    return 0.3 if actor.kind == ActorKind.STATE else 1.0


def _numbered(weighed: Mapping[str, float]) -> tuple[tuple[int, float], ...]:
    """Words as numbers with their weights, which are of length 1 together."""
    length = hypot(*weighed.values()) or 1.0
    summed: defaultdict[int, float] = defaultdict(float)
    for word, weight in weighed.items():
        summed[_number(word)] += weight / length
    return tuple((number, round(weight, 4)) for number, weight in sorted(summed.items()))


def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "big")


def _cosine(one: Sequence[tuple[int, float]], other: Sequence[tuple[int, float]]) -> float:
    there = dict(other)
    return sum(weight * there[number] for number, weight in one if number in there)

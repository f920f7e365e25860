"""Which articles are copies: the same report printed again, with a new head, cut, or lightly edited.

An article's words are read as shingles, five words in a row, each as a number. A sample of them, the
same in every article, finds the articles that may be copies; the texts of these decide. Only words
that make claims count: headlines, captions, links and notes do not.

Nothing here depends on the order in which articles come. Source of the sample: FracMinHash (Irber et
al. 2022, https://doi.org/10.1101/2022.01.11.475838), which tells how much of a short text is in a
long one, where MinHash tells only how alike two texts are as wholes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman import timex
from dragoman.folding import fold
from dragoman.types import Likeness

if TYPE_CHECKING:
    from dragoman.types import Article, Heading

__all__ = ["common", "grouped", "likely", "likeness", "originals", "rank", "sample"]

WORDS = 5
"""Words in a shingle: chance and set phrases share few as long, and one edit spoils only five."""

SAMPLED = 4
"""One shingle in so many is in the sample."""

FEWEST = 4
"""So many shingles are in the sample at least, where there are as many: a very short text is found again."""

LIKELY = 0.15
"""The share of two samples from which on texts are looked at: lightly edited copies share half or more."""

GAP = 10
"""Words of a copy between two shared shingles that count as edited rather than as its own."""

SHARE = 0.7
"""How much of the shorter article a copy shares with the longer one, edits included."""

OWN = 250
"""Words of its own that make an article a report of its own, however much it shares."""


def sample(article: Article) -> tuple[int, ...]:
    """The shingles by which copies of an article are looked up, as 64 bits with a sign, in order."""
    every = sorted(set(_shingles(article)))
    return tuple(number for place, number in enumerate(every) if place < FEWEST or number % SAMPLED == 0)


def likely(shared: int, one: int, other: int) -> bool:
    """Whether two articles may be copies, by the sizes of their samples and how much is in both."""
    return shared >= LIKELY * min(one, other)


def likeness(one: Article, other: Article) -> Likeness | None:
    """How far one of two articles is a copy of the other; None where neither is."""
    size, shared = common(one, other)
    if one.id == other.id or not shared or shared < SHARE * size or size - shared > OWN:
        return None
    first, second = sorted((one.id, other.id))
    return Likeness(first, second, round(shared / size, 2))


def common(one: Article, other: Article) -> tuple[int, int]:
    """The words of the shorter of two articles, and how many of them stand in the longer one."""
    shorter, longer = sorted((_shingles(one), _shingles(other)), key=lambda found: (len(found), found))
    size = len(shorter) + WORDS - 1
    return size, min(_covered(shorter, longer), size)


def originals(headings: Iterable[Heading], found: Iterable[Likeness]) -> dict[str, str]:
    """The id of the original of each article that is a copy.

    Each article is a copy of the one most like it among those that come before it (see `rank`); what that
    one is a copy of is the original of both. So an article that holds two others, which share nothing,
    does not make these copies of each other.

    Args:
        headings: articles; likenesses with others are passed over.
        found: their likenesses.
    """
    ranks = {heading.id: rank(heading) for heading in headings}
    before: defaultdict[str, list[tuple[float, tuple[str, int, str]]]] = defaultdict(list)
    for pair in found:
        if pair.one in ranks and pair.other in ranks:
            first, second = sorted((pair.one, pair.other), key=ranks.__getitem__)
            before[second].append((-pair.share, ranks[first]))
    origins: dict[str, str] = {}
    for id in sorted(before, key=ranks.__getitem__):
        parent = min(before[id])[1][2]
        origins[id] = origins.get(parent, parent)
    return origins


def rank(heading: Heading) -> tuple[str, int, str]:
    """Where an article comes among its copies: by day, length and id.

    The time of day says little, since pages do not tell their time zones.
    """
    day = timex.bounds(heading.published)[0] if timex.days(heading.published) else timex.LAST_DAY
    return day, -heading.characters, heading.id


def grouped(articles: Iterable[str], origins: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Articles that are copies of one another together: the original first where it is among them.

    Args:
        articles: ids, in order.
        origins: the original of each that is a copy.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id in dict.fromkeys(articles):
        groups[origins.get(id, id)].append(id)
    return tuple(tuple(sorted(ids, key=lambda id: id in origins)) for ids in groups.values())


@lru_cache(maxsize=64)
def _shingles(article: Article) -> tuple[int, ...]:
    """The shingles of an article in order, as 64 bits with a sign; a text of fewer words is one."""
    parts = (article.text[block.start : block.end] for block in article.blocks if block.kind.makes_claims)
    words = " ".join(fold(word) for part in parts for word in part.split()).split()
    starts = range(max(len(words) - WORDS, 0) + 1) if words else ()
    return tuple(_number(words[start : start + WORDS]) for start in starts)


def _number(words: Sequence[str]) -> int:
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _covered(shorter: Sequence[int], longer: Sequence[int]) -> int:
    """How many words of the shorter text stand in the longer one, or in a small gap between such."""
    there = frozenset(longer)
    found = [place for place, number in enumerate(shorter) if number in there]
    steps = (after - before for before, after in pairwise(found))
    return sum(step if step <= WORDS + GAP else WORDS for step in steps) + (WORDS if found else 0)

"""Claims to clusters, whatever the order in which the claims come.

Two claims are linked when they share a key, do not contradict each other and enough speaks for them
telling the same. Claims that are linked, directly or through others, make a chain; within a chain
the strongest links join first, and none joins claims that contradict each other. What a chain gives
depends on its claims and what people have decided about them, so that chains can be taken up again when
an article is added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product, starmap
from math import inf

from dragoman.record import alignments, events, meetings, relations, statements
from dragoman.record.features import AnyTold, Rules, score
from dragoman.record.verdicts import Pair, Verdicts
from dragoman.types import Alignment, Claim, Event, Key, Meeting, Relation, Statement

RULES: Mapping[type[Claim], Rules] = {
    Statement: statements.RULES,
    Meeting: meetings.RULES,
    Event: events.RULES,
    Relation: relations.RULES,
    Alignment: alignments.RULES,
}
"""How claims of each kind are brought together."""

NONE = Verdicts()
"""Nobody has decided anything."""

_MARGIN = 0.05
"""Two links whose scores differ by less are equally good."""


@dataclass(frozen=True)
class Cluster:
    """Claims that tell the same, in order of id.

    `chain` is the id of their chain; `seed` is what the record's id is made of.
    """

    chain: str
    seed: str
    members: tuple[AnyTold, ...]

    @property
    def rules(self) -> Rules:
        """How claims of this kind are brought together."""
        return RULES[type(self.members[0].claim)]


@dataclass(frozen=True)
class _Link:
    """Two claims and what speaks for them telling the same."""

    strength: float
    one: str
    other: str

    def across(self, end: str) -> str:
        """The claim at the other end."""
        return self.other if end == self.one else self.one


def keys(tolds: Iterable[AnyTold]) -> list[Key]:
    """The keys of claims."""
    found: set[Key] = set()
    for told in tolds:
        rules = RULES[type(told.claim)]
        since, until = rules.when(told)
        found |= {Key(told.claim.id, text, since, until, rules.exact) for text in rules.keys(told)}
    return sorted(found)


def cluster(tolds: Iterable[AnyTold], verdicts: Verdicts = NONE) -> list[Cluster]:
    """Bring together the claims that tell the same; those that people have called wrong are left out."""
    known = {told.claim.id: told for told in sorted(tolds, key=lambda told: told.claim.id)}
    known = {id: told for id, told in known.items() if id not in verdicts.wrong}
    blocks: defaultdict[str, list[Key]] = defaultdict(list)
    exact: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys(known.values()):
        if key.exact:
            exact[key.text].append(key.claim)
        else:
            blocks[key.text].append(key)
    weighed = known.keys() - {id for ids in exact.values() for id in ids}
    return [
        *(Cluster(text, text, tuple(known[id] for id in ids)) for text, ids in exact.items()),
        *_weigh({id: known[id] for id in sorted(weighed)}, _meeting(blocks.values()), verdicts),
    ]


def _weigh(
    known: Mapping[str, AnyTold], pairs: Iterable[tuple[str, str]], verdicts: Verdicts
) -> Iterator[Cluster]:
    """Bring together claims by what speaks for each pair of them."""
    together = [pair for pair in sorted(pairs) if Pair(pair) not in verdicts.parted]
    links = [link for pair in together if (link := _link(known, *pair))]
    divider = _Divider(known, links, verdicts)
    for chain in _chains(known, [*links, *_bonds(known, verdicts)]):
        for members in divider.divide(chain):
            yield Cluster(chain[0], members[0], tuple(known[id] for id in members))


def _link(known: Mapping[str, AnyTold], one: str, other: str) -> _Link | None:
    a, b = known[one], known[other]
    rules = RULES[type(a.claim)]
    if rules.contradict(a, b) or rules.apart(a, b):
        return None
    strength = score(rules, a, b)
    return _Link(strength, one, other) if strength >= rules.threshold else None


def _bonds(known: Mapping[str, AnyTold], verdicts: Verdicts) -> Iterator[_Link]:
    """The links that hold together what people have called the same."""
    for group in {verdicts.groups[id] for id in known if id in verdicts.groups}:
        for one, other in pairwise(id for id in group if id in known):
            yield _Link(inf, one, other)


def _meeting(blocks: Iterable[Sequence[Key]]) -> set[tuple[str, str]]:
    """The pairs of claims whose keys meet, each in order of id, as the keys are."""
    return {
        (one.claim, other.claim)
        for block in blocks
        for one, other in combinations(block, 2)
        if one.since <= other.until and other.since <= one.until
    }


def _chains(ids: Iterable[str], links: Iterable[_Link]) -> list[list[str]]:
    """Ids that are linked, directly or through others, each chain in order."""
    root = {id: id for id in ids}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = id = root[root[id]]
        return id

    for link in links:
        first, second = sorted((find(link.one), find(link.other)))
        root[second] = first
    chains: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(root):
        chains[find(id)].append(id)
    return list(chains.values())


class _Divider:
    """Divides chains, and remembers which claims contradict each other."""

    def __init__(self, known: Mapping[str, AnyTold], links: Iterable[_Link], verdicts: Verdicts) -> None:
        self._known = known
        self._verdicts = verdicts
        self._links: defaultdict[str, list[_Link]] = defaultdict(list)
        for link in links:
            self._links[link.one].append(link)
            self._links[link.other].append(link)
        self._contradict = lru_cache(maxsize=None)(self._do_contradict)

    def divide(self, chain: Sequence[str]) -> list[list[str]]:
        """Divide a chain: the strongest links first, none between claims that do not go together."""
        if len(chain) == 1:
            return [list(chain)]
        home = self._homes(chain)
        inside = {link for id in chain for link in self._links[id]}
        for link in sorted(inside, key=lambda link: (-link.strength, link.one, link.other)):
            ours, theirs = home[link.one], home[link.other]
            if ours is theirs or self._is_contested(link) or self._are_apart(ours, theirs):
                continue
            ours += theirs
            home.update(dict.fromkeys(theirs, ours))
        return [sorted(part) for part in {id(part): part for part in home.values()}.values()]

    def _homes(self, chain: Iterable[str]) -> dict[str, list[str]]:
        """Where each claim is at first: with those that people have called the same, else alone."""
        home: dict[str, list[str]] = {}
        for id in chain:
            if id not in home:
                home.update(dict.fromkeys(together := self._group(id), together))
        return home

    def _group(self, id: str) -> list[str]:
        return [one for one in self._verdicts.groups.get(id, (id,)) if one in self._known]

    def _is_contested(self, link: _Link) -> bool:
        """Whether one of the two might as well go with a claim that contradicts the other.

        An undated report of "their talks" that fits two occasions is left alone: nothing says which.
        """
        return any(
            abs(rival.strength - link.strength) <= _MARGIN
            and rival != link
            and self._contradict(link.across(end), rival.across(end))
            for end in (link.one, link.other)
            for rival in self._links[end]
        )

    def _are_apart(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Whether two parts do not go together: people part them, or a claim fits nothing of what it must.

        Of claims that people have called the same one that fits is enough: it vouches for the others.
        """
        parted = self._verdicts.parted
        if parted and any(Pair(pair) in parted for pair in product(ours, theirs)):
            return True
        ones, others = ({tuple(self._group(id)) for id in part} for part in (ours, theirs))
        return any(all(starmap(self._clash, product(one, other))) for one, other in product(ones, others))

    def _clash(self, one: str, other: str) -> bool:
        return self._contradict(one, other) or self._rules(one).apart(self._known[one], self._known[other])

    def _do_contradict(self, one: str, other: str) -> bool:
        if other in self._verdicts.groups.get(one, ()):
            return False
        if Pair((one, other)) in self._verdicts.parted:
            return True
        return self._rules(one).contradict(self._known[one], self._known[other])

    def _rules(self, id: str) -> Rules:
        return RULES[type(self._known[id].claim)]

"""Weighs who acts in an event and upon whom, from named features of each actor that the article names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims.coding import COOPERATION
from dragoman.claims.roles import ways
from dragoman.claims.weights import probability
from dragoman.types import ActorKind, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.claims.roles import Ways
    from dragoman.claims.scene import Scene
    from dragoman.claims.signs import Sign
    from dragoman.claims.weights import Weights

__all__ = ["Company", "Parts", "actor_features", "choose", "recipient_features"]

_DEEDS = {"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
_JOINT = {"AGREE", "COOPERATE"}
"""What those of several countries who do it together do with each other: `Paris and Moscow agreed`."""
_MUTUAL = {*_JOINT, "REJECT", "ASSAULT"}
"""What several do to each other where nobody else is told of: `Paris and Moscow disagree`."""
_ACTING = {"doer", "carrier", "lead", "speaker"}
"""The ways in which those who act stand to a sign."""
_EARLIER = 8
"""So many mentions before a sentence may still be meant in it, the last three above all."""
_COMMONEST = 6
_ALSO = {"actor": 0.5, "recipient": 0.35}
"""Beside the likeliest, whoever is at least this likely takes part too."""
_LEAST = 0.3
"""Who is less likely than this is nobody upon whom anything was done."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Who acts and upon whom, the likeliest first, how likely that is, and how each stands to the sign."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    acting: float
    upon: float
    ways: Ways


class Company:
    """What an article tells of its actors as a whole: how often it names each, and who stood against whom."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._mentions = [m for m in scene.cast.mentions if m.actors]
        self._starts = [m.span.start for m in self._mentions]
        self._counts = Counter(a for m in self._mentions for a in m.actors)
        self._most = max(self._counts.values(), default=1)
        self._against: set[tuple[str, str]] = set()
        self._last: dict[str, tuple[str, ...]] = {}
        self._natures: dict[str, set[str]] = {}
        heads = [b for b in scene.reading.article.blocks if b.kind is BlockKind.HEADLINE]
        self._headlined = {
            a for m in self._mentions for a in m.actors if any(b.start <= m.span.start < b.end for b in heads)
        }

    def remember(self, actors: Sequence[str], recipients: Sequence[str]) -> None:
        """Keeps who acted upon whom, for the signs that follow."""
        for actor in actors:
            self._against |= {(actor, recipient) for recipient in recipients}
            self._last[actor] = tuple(recipients)

    def candidates(self, sign: Sign) -> Ways:
        """The actors that may take part, each with the ways in which it stands to the sign."""
        found: Ways = defaultdict(set, ways(self.scene, sign.at))
        if sign.statement is not None:
            for actor in sign.statement.speakers:
                found[actor].add("speaker")
            for actor in sign.statement.addressee:
                found[actor].add("addressee")
        for way, named in (*self._in_statement(sign), *self._before(sign)):
            for actor in named:
                found[actor].add(way)
        for actor, _ in self._counts.most_common(_COMMONEST):
            found[actor] |= set()
        known = self.scene.actors
        return {a: w for a, w in found.items() if a in known and not self.scene.is_audience(a)}

    def _in_statement(self, sign: Sign) -> Iterable[tuple[str, tuple[str, ...]]]:
        for evidence in sign.statement.evidence if sign.statement is not None else ():
            first, last = (bisect_left(self._starts, at) for at in (evidence.start, evidence.end))
            for mention in self._mentions[first:last]:
                yield "in statement", mention.actors

    def _before(self, sign: Sign) -> Iterable[tuple[str, tuple[str, ...]]]:
        """The mentions before the sentence, the nearest first."""
        end = bisect_left(self._starts, sign.at.sent.start_char)
        earlier = self._mentions[max(end - _EARLIER, 0) : end]
        for n, mention in enumerate(reversed(earlier)):
            yield "just before" if n < 3 else "some before", mention.actors

    def nature(self, actor: str) -> set[str]:
        """What an actor is, and how much the article speaks of it."""
        if actor not in self._natures:
            self._natures[actor] = self._nature(actor)
        return self._natures[actor]

    def _nature(self, actor: str) -> set[str]:
        known = self.scene.actors[actor]
        share = self._counts[actor] / self._most
        found = {f"kind {known.kind.value}"} | ({"in headline"} if actor in self._headlined else set())
        found |= {"often" if share > 0.5 else "seldom" if share < 0.15 else "at times"}
        if known.kind is ActorKind.GROUP and not known.country:
            found.add("group of no state")
        return found

    def kinship(self, actor: str, actors: Sequence[str]) -> str:
        """How an actor is related to those who act: itself, its own state or country, another country."""
        known = self.scene.actors[actor]
        if actor in actors:
            return "acts itself"
        if known.country and known.country in {
            self.scene.actors[a].country for a in actors if a in self.scene.actors
        }:
            return "own state" if known.kind is ActorKind.STATE else "own country"
        return "another country" if known.country else "no country"

    def history(self, actor: str, actors: Sequence[str]) -> set[str]:
        """What was told before of an actor and those who act."""
        found = set()
        if any((a, actor) in self._against for a in actors):
            found.add("stood against before")
        if any((actor, a) in self._against for a in actors):
            found.add("acted upon those before")
        if any(actor in self._last.get(a, ()) for a in actors):
            found.add("last stood against")
        return found


def actor_features(company: Company, sign: Sign, actor: str, stands: set[str]) -> set[str]:
    """What speaks for or against an actor's being the one who acts."""
    nature = company.nature(actor)
    found = {f"{sign.shape}: {way}" for way in stands} | nature
    if sign.statement is not None and not sign.spoken:
        found |= {f"quoted: {way}" for way in stands & {"speaker", "doer", "addressee"}}
    if not stands & {"doer", "carrier", "speaker"}:
        found |= {f"aside: {one}" for one in nature}
    return found


def recipient_features(
    company: Company, sign: Sign, actor: str, stands: set[str], actors: Sequence[str]
) -> set[str]:
    """What speaks for or against an actor's being the one acted upon."""
    family = f"{'deed' if sign.type in _DEEDS else 'word'} of {_temper(sign.type)}"
    nature, kinship = company.nature(actor), company.kinship(actor, actors)
    history = company.history(actor, actors)
    found = nature | history | {kinship}
    if sign.statement is not None and not sign.spoken:
        spoken_for = company.kinship(actor, sign.statement.speakers)
        found |= {f"quoted: to the speaker {spoken_for}", f"quoted: {kinship}"}
    found |= {f"{head}: {way}" for way in stands for head in (sign.shape, sign.type)}
    found |= {f"{family}: {one}" for one in (*nature, *history, kinship)}
    found |= {f"{sign.type}: {one}" for one in history}
    if stands <= {"just before", "some before", "in statement"}:
        found |= {f"outside: {one}" for one in (*nature, sign.type)}
    return found


def choose(company: Company, sign: Sign, weights: Mapping[str, Weights]) -> Parts | None:
    """Who acts and upon whom; None where the article names nobody."""
    stands = company.candidates(sign)
    if not stands:
        return None
    acting = {
        a: probability(weights["actor"], actor_features(company, sign, a, w)) for a, w in stands.items()
    }
    actors = _together(_likely(acting, _ALSO["actor"]), stands)
    upon = {
        a: probability(weights["recipient"], recipient_features(company, sign, a, w, actors))
        for a, w in stands.items()
    }
    recipients = tuple(a for a in _likely(upon, _ALSO["recipient"]) if upon[a] >= _LEAST and a not in actors)
    if _is_mutual(company, sign, actors) and not any("after with" in stands[a] for a in recipients):
        recipients = actors if sign.type in _JOINT else recipients or actors
    return Parts(actors, recipients, acting[actors[0]], max(upon.values()), stands)


def _likely(found: Mapping[str, float], least: float) -> tuple[str, ...]:
    """The likeliest, and whoever is likely enough to be beside it."""
    ranked = sorted(found, key=lambda a: (-found[a], a))
    return (ranked[0], *(a for a in ranked[1:] if found[a] > least))


def _is_mutual(company: Company, sign: Sign, actors: Sequence[str]) -> bool:
    """Whether those who act may do it to each other: several, of different countries where one is joint."""
    countries = {company.scene.actors[a].country for a in actors}
    return sign.type in _MUTUAL and len(actors) > 1 and (sign.type not in _JOINT or len(countries) > 1)


def _together(found: tuple[str, ...], stands: Ways) -> tuple[str, ...]:
    """The likeliest, and those of the rest who act in the same way: who says it does not do it too."""
    ways = stands[found[0]] & _ACTING
    return (found[0], *(a for a in found[1:] if stands[a] & ways))


def _temper(type_: str) -> str:
    return "peace" if type_ in COOPERATION or type_ == "RETREAT" else "conflict"

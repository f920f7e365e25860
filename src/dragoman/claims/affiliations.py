"""Finds the parties and employers of people by what stands beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.claims.facts import Fact
from dragoman.claims.syntax import case, children
from dragoman.claims.vocabulary import load
from dragoman.types import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Mention

__all__ = ["by_badge", "by_party"]

_BADGE = re.compile(r",? ?\(?(D|R)[-–‑][A-Z]")
_SMALL = {"of", "the", "and", "for", "on", "in"}
_BADGES = {"D": "Democratic Party", "R": "Republican Party"}


def by_party(scene: Scene, token: Token) -> Iterator[Fact]:
    """`Democratic Senator X`, `X of the New Yorker`, `CNN's X`: those to whom a name's neighbours belong."""
    mention = _person(scene, token)
    if mention is None:
        return
    numbers = scene.tokens(mention)
    inside = [m for m in scene.cast.within(mention.span) if m is not mention]
    left = scene.ending(numbers[0] - 1) if numbers[0] > token.sent.start else None
    for other in (*inside, *([left] if left else [])):
        for group in other.actors:
            if scene.actors[group].kind is ActorKind.PARTY:
                yield Fact(mention.actors[0], _rank(scene, other, numbers[-1]), group)
    for group in scene.everyone(
        c for i in numbers for c in children(scene.doc[i], "nmod") if case(c) == "of"
    ):
        if scene.actors[group].kind in {ActorKind.PARTY, ActorKind.ORGANIZATION}:
            yield Fact(mention.actors[0], "member_of", group)


def by_badge(scene: Scene, token: Token) -> Iterator[Fact]:
    """`Bob Menendez (D-NJ)`, `John McCain, R-Arizona`."""
    mention = _person(scene, token)
    if mention is None:
        return
    badge = _BADGE.match(scene.reading.article.text, mention.span.end)
    if badge:
        name = _BADGES[badge[1]]
        party = next((a.id for a in scene.actors.values() if a.name == name), name)
        yield Fact(mention.actors[0], "member_of", party)


def chaired(title: str) -> str | None:
    """What a title says is chaired: `Armed Services Committee chairman`, `head of the Electoral Court`."""
    chairs = "|".join(load("relations")["chairs"])
    found = re.fullmatch(rf"(?:{chairs}) of (?:the )?([A-Z].*)|([A-Z].*) (?:{chairs})", title)
    return next((_body(name) for name in found.groups() if name), None) if found else None


def _body(name: str) -> str | None:
    """A name that is a body's to its end: not `Labour Party youth`, nor `US diplomacy`."""
    words = name.split()
    is_name = len(words) > 1 and all(w[0].isupper() or w in _SMALL for w in words)
    is_body = words[-1] in load("relations")["bodies"] or "’s " in name or "'s " in name
    return name if is_name or is_body else None


def _person(scene: Scene, token: Token) -> Mention | None:
    """The mention of one person that begins with a word."""
    mention = scene.starting(token.i)
    is_one = mention is not None and len(mention.actors) == 1 and scene.is_person(mention.actors[0])
    return mention if is_one else None


def _rank(scene: Scene, party: Mention, last: int) -> str:
    """Whether somebody named behind a party leads it: `Labour leader X`, not `a senior Labour leader`."""
    numbers = scene.tokens(party)
    title = next(
        (t for t in scene.doc[numbers[-1] + 1 : last] if t.pos_ == "NOUN" and t.lemma_ != "party"), None
    )
    if title is None or title.lemma_ not in {"leader", "chairman", "chairwoman", "chair", "chief"}:
        return "member_of"
    before = {t.lower_ for t in scene.doc[max(numbers[0] - 2, title.sent.start) : title.i]}
    return "member_of" if before & set(load("relations")["many"]) else "chairs"

"""Finds who is party to an agreement, by the words that say who made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.claims import nearby
from dragoman.claims.facts import Fact, begun
from dragoman.claims.fates import of_verb
from dragoman.claims.memberships import is_treaty
from dragoman.claims.scene import unique
from dragoman.claims.syntax import children, obliques, passive, phrase, subjects
from dragoman.claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.claims.facts import Period
    from dragoman.claims.scene import Scene

__all__ = ["by_treaty"]


def by_treaty(scene: Scene, noun: Token) -> Iterator[Fact]:
    """`The deal between A and B`, `an accord signed by A in 2015`, `A and B reached an agreement`."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() not in load("relations")["treaties"]:
        return
    if any(c.lower_ in load("relations")["unsettled"] for c in children(noun, "amod")):
        return
    sides = scene.everyone(obliques(noun, {"between", "among"})) or nearby.after(
        scene, noun, {"between", "among"}
    )
    period: Period = (None, None)
    for verb in _makings(noun):
        made_by = [*(subjects(verb) if not passive(verb) else []), *obliques(noun, {"with"})]
        sides += scene.everyone([*made_by, *obliques(verb, {"by", "with", "between"})])
        period = begun(scene, verb)
    named = [a for a in scene.who(noun) if is_treaty(scene, a)]
    sides = unique(a for a in sides if scene.is_named(a))
    if len(sides) > 1:
        yield from (Fact(one, "party_to", named[0] if named else phrase(noun), *period) for one in sides)


def _makings(noun: Token) -> list[Token]:
    """The verbs that say that a treaty was made: `the treaty signed by A`, `A signed the treaty`."""
    verbs = children(noun, "acl", "acl:relcl")
    if noun.dep_ in {"obj", "nsubj:pass"} and of_verb(noun.head).status == "held":
        verbs = [*verbs, noun.head]
    return [verb for verb in verbs if verb.lemma_ in load("relations")["treating"]]

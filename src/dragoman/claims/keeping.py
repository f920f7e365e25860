"""Weighs whether a sign tells of an event worth a record, from named features.

News names many acts in passing. The weights were learned from articles whose events people wrote down.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.claims.event_words import is_weak
from dragoman.claims.syntax import children, has_subject, negated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.claims.participants import Parts
    from dragoman.claims.scene import Scene
    from dragoman.claims.signs import Sign

__all__ = ["Told"]

_BELOW = ("obj", "xcomp", "ccomp", "nsubj", "nsubj:pass", "obl", "aux", "mark", "advcl")


class Told:
    """What an article has told so far, sign by sign: a thing is told once, however often it is named."""

    def __init__(self, scene: Scene, signs: Sequence[Sign]) -> None:
        self._scene = scene
        self._length = max(len(scene.reading.article.text), 1)
        self._signs = {s.at.i: s for s in signs if not s.spoken}
        self._seen: set[tuple[str, ...]] = set()
        self._here: Counter[tuple[int, str]] = Counter()

    def features(self, sign: Sign, parts: Parts) -> set[str]:
        """What speaks for or against a sign, which is remembered as told."""
        found = {*self._of_word(sign), *self._of_parts(sign, parts), *self._of_place(sign)}
        found |= self._again(sign, parts)
        return found

    def _of_word(self, sign: Sign) -> Iterator[str]:
        strength = "spoken" if sign.spoken else "weak" if is_weak(sign.at) else "strong"
        yield from (f"type {sign.type}", f"word {sign.at.lemma_.lower()}", f"{sign.type} {sign.shape}")
        yield from (strength, f"{strength} {sign.type}", f"{strength} {sign.shape}", f"tag {sign.at.tag_}")
        yield f"{strength} senses {min(sign.senses, 3)}"
        yield from (f"needs {sign.needs}", f"needs {sign.needs} {strength}")
        yield from (f"status {sign.status}", f"{sign.shape} status {sign.status}")
        yield from (f"has {c.dep_}" for c in children(sign.at, *_BELOW))
        if sign.at.dep_ == "ROOT" or has_subject(sign.at):
            yield f"{sign.shape} heads a clause"
        if negated(sign.at):
            yield "negated"

    def _of_parts(self, sign: Sign, parts: Parts) -> Iterator[str]:
        actors, first = self._scene.actors, parts.actors[0]
        acting, upon = int(parts.acting * 8), int(parts.upon * 8)
        yield from (f"acting {acting}", f"{sign.shape} acting {acting}", f"upon {upon}")
        yield from (f"kind {actors[first].kind.value}", f"{sign.type} kind {actors[first].kind.value}")
        yield from (f"actor {way}" for way in parts.ways[first])
        if parts.recipients:
            other = parts.recipients[0]
            yield f"upon kind {actors[other].kind.value}"
            yield from (f"recipient {way}" for way in parts.ways[other])
            if actors[other].country and actors[other].country == actors[first].country:
                yield "same country"
        else:
            yield "upon nobody"
        if sign.statement is not None:
            who = "speaker acts" if first in sign.statement.speakers else "quoted"
            yield from (who, f"{sign.type} {who}")

    def _of_place(self, sign: Sign) -> Iterator[str]:
        """Where the sign stands: in the article, in its sentence, below another sign."""
        yield f"fifth {min(int(5 * sign.at.sent.start_char / self._length), 4)}"
        yield from (f"dep {sign.at.dep_}", f"{sign.shape} dep {sign.at.dep_}")
        over = self._signs.get(sign.at.head.i) if sign.at.head.i != sign.at.i else None
        if over is not None:
            yield from ("under a sign", f"under {over.type}", f"dep {sign.at.dep_} under a sign")
        start = sign.at.sent.start
        yield f"nth {min(self._here[start, ''], 3)}"
        if self._here[start, sign.type]:
            yield from ("again in sentence", f"{sign.type} again in sentence")
        self._here[start, ""] += 1
        self._here[start, sign.type] += 1

    def _again(self, sign: Sign, parts: Parts) -> set[str]:
        """Whether the same was told before, by the same word or of the same actors."""
        first, other = parts.actors[0], parts.recipients[0] if parts.recipients else ""
        found = set()
        for name, key in (
            ("told before", ("told", sign.type, first, other)),
            ("same word before", ("word", sign.type, first, sign.at.lemma_.lower())),
            ("same type before", ("type", sign.type, first)),
        ):
            if key in self._seen:
                found |= {name, f"{sign.type} {name}"}
            self._seen.add(key)
        return found

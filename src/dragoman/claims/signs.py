"""Finds the words that may tell of an event, before it is known who takes part.

A word of the article tells of one by its meaning (`accused`, `sanctions`); somebody's own words do something
by being said (`a disgrace`). Which of the signs are events worth a record is decided in `keeping`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims import speech_acts
from dragoman.claims.coding import code
from dragoman.claims.event_words import is_bearer, senses
from dragoman.claims.syntax import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dragoman.claims.scene import Scene
    from dragoman.types import Statement

__all__ = ["Sign", "around", "find"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that may tell of an event.

    `statement` is the one in whose words it stands; `spoken` says that to say them is the event. `needs`
    counts the conditions that the word meets to have this sense, `senses` the types that it may be.
    """

    at: Token
    type: str
    mode: str | None
    status: str
    statement: Statement | None = None
    spoken: bool = False
    needs: int = 0
    senses: int = 1

    @property
    def shape(self) -> str:
        """What kind of sign it is: `verb`, `noun`, `adjective`, or `spoken`."""
        if self.spoken:
            return "spoken"
        return {"VERB": "verb", "ADJ": "adjective"}.get(self.at.pos_, "noun")


def find(scene: Scene, statements: Sequence[Statement]) -> list[Sign]:
    """The signs of an article, in order of their words."""
    found = [*_told(scene, statements), *_said(scene, statements)]
    return sorted(found, key=lambda s: (s.at.i, s.spoken, s.type))


def _told(scene: Scene, statements: Sequence[Statement]) -> Iterator[Sign]:
    """What the words of the article tell of, by their meaning; names tell of nothing."""
    for stretch in scene.sentences():
        for token in stretch:
            meant = [] if token.ent_type_ or _is_actor(scene, token) else senses(token)
            inside = around(token, statements) if meant else None
            types = set()
            for sense in meant:
                type_, status = code(token, sense)
                mode = sense.mode if type_ == sense.type else None
                if type_ not in types:
                    types.add(type_)
                    yield Sign(token, type_, mode, status, inside, needs=sense.needs, senses=len(meant))


def _said(scene: Scene, statements: Sequence[Statement]) -> Iterator[Sign]:
    """What speakers do by their words."""
    for statement in statements:
        for act in speech_acts.find(scene, statement):
            mode = "disapprove" if act.type == "ACCUSE" else None
            yield Sign(act.at, act.type, mode, "asserted", statement, spoken=True)


def _is_actor(scene: Scene, token: Token) -> bool:
    """Whether a noun names somebody: `protest leaders`; a critic tells of criticism all the same."""
    return token.pos_ in {"NOUN", "PROPN"} and scene.names(token) and not is_bearer(token)


def around(token: Token, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement that holds a word."""
    holding = [
        (e.end - e.start, n)
        for n, s in enumerate(statements)
        for e in s.evidence
        if e.start <= token.idx and letters(token).end <= e.end
    ]
    return statements[min(holding)[1]] if holding else None

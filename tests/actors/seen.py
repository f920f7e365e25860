"""What a cast says, in words that a test can compare."""

from __future__ import annotations

from dragoman.actors import resolve
from dragoman.types import Actor, Cast, Reading


def mentions(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The names of the actors of each mention, by its words; the last of those with the same words."""
    cast = resolve(reading)
    text = reading.article.text
    return {text[m.span.start : m.span.end]: names(cast, m.actors) for m in cast.mentions}


def names(cast: Cast, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cast.actor(id).name for id in ids)


def actor(reading: Reading, name: str) -> Actor:
    """The actor with a name."""
    return next(e.actor for e in resolve(reading).entities if e.actor.name == name)


def offices(reading: Reading) -> dict[str, list[str]]:
    """The offices that the article states, by person: title of what, and the words that state it."""
    text = reading.article.text
    return {
        e.actor.name: [
            f"{o.title} of {o.of}: {text[s.start : s.end]}" if o.of else f"{o.title}: {text[s.start : s.end]}"
            for o, s in e.office_evidence
        ]
        for e in resolve(reading).entities
        if e.office_evidence
    }


def places(reading: Reading) -> list[str]:
    return [name for _, name in resolve(reading).places]

"""A noun phrase that a title heads, and what it says of its holder."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.registry import Title

__all__ = ["ARTICLES", "INDEFINITE", "Role"]

ARTICLES = frozenset({"the", "a", "an"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "either", "each", "every"})


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase that a title heads, in words (end exclusive).

    `core` is where the title itself begins, `head` its noun; `of` the ids of the states or
    organisations whose office it is; `owner` the word of a possessor who is none of them ("his",
    "Lavrov's"); `number` a count ("two", "both"); `extra` the words after it that are no such name
    ("for political affairs").
    """

    start: int
    end: int
    core: int
    head: int
    title: str
    kind: Title
    rank: str | None
    determiner: str | None = None
    of: tuple[str, ...] = ()
    owner: int | None = None
    number: str | None = None
    former: bool = False
    extra: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the phrase says no more than its title: "the minister", "both presidents"."""
        said = self.of or self.extra or self.owner is not None
        counted = (self.determiner is not None) + (self.number is not None)
        return not said and self.core - self.start <= counted

    @property
    def is_plural(self) -> bool:
        """Whether more than one holder is meant."""
        return self.kind.plural

    @property
    def is_indefinite(self) -> bool:
        """Whether somebody new is brought in: "a minister", "one diplomat"."""
        return self.determiner in INDEFINITE or self.number == "one"

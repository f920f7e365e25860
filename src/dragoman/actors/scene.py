"""What is known of an article's actors while they are being resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.actors.gazetteer import Found
from dragoman.actors.names import Full
from dragoman.actors.registry import Entry, Known, Registry
from dragoman.actors.words import Words
from dragoman.types import ActorKind, MentionForm, Span

__all__ = ["Draft", "Post", "Scene", "Spot"]


@dataclass(frozen=True, slots=True)
class Post:
    """An office as an article gives it.

    `of` is the id of the state, organisation or party whose office it is, `of_name` its name;
    `span` is the clause that states it, None where the registry knows it.
    """

    title: str
    rank: str | None = None
    cls: str | None = None
    of: str | None = None
    of_name: str | None = None
    former: bool = False
    span: Span | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making; `names` keeps the order in which the article uses them."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    names: dict[str, None] = field(default_factory=dict)
    gender: str | None = None
    posts: list[Post] = field(default_factory=list)
    fulls: list[Full] = field(default_factory=list)
    known: Known | None = None
    is_plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the actor is a person."""
        return self.kind is ActorKind.PERSON


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention in words (end exclusive)."""

    start: int
    end: int
    form: MentionForm
    actors: tuple[str, ...]
    why: str


@dataclass(slots=True)
class Scene:
    """The words, what the registry finds in them, and the actors and mentions so far.

    `day` is the article's date (ISO) where known; `weights` how much of the article each state is;
    `home` the state that it is written for, where its source tells; `named` holds the words that are
    in some name of the model's or of the registry's.
    """

    words: Words
    registry: Registry
    article: str
    day: str | None
    found: list[Found]
    weights: Counter[str]
    home: str | None = None
    drafts: dict[str, Draft] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    places: list[tuple[Span, str]] = field(default_factory=list)
    cover: list[int] = field(default_factory=list)
    named: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.cover = [-1] * len(self.words)
        ents = {i for n in self.words.names for i in range(n.start, n.end)}
        self.named = frozenset(ents | {i for f in self.found for i in range(f.start, f.end)})

    def entry(self, id: str) -> Draft:
        """The actor of a registry entry, made where the article had none yet."""
        if id not in self.drafts:
            entry: Entry = self.registry.entries[id]
            self.drafts[id] = Draft(entry.id, entry.name, entry.kind, entry.country)
        return self.drafts[id]

    def person(self, known: Known) -> Draft:
        """The actor of a person in the registry."""
        if known.id not in self.drafts:
            self.drafts[known.id] = Draft(
                known.id, known.name, ActorKind.PERSON, known.country,
                gender=known.gender, fulls=list(known.fulls), known=known,
            )  # fmt: skip
        return self.drafts[known.id]

    def make(self, id: str, name: str, kind: ActorKind, country: str | None = None) -> Draft:
        """The actor with an id, made where the article had none yet."""
        if id not in self.drafts:
            self.drafts[id] = Draft(id, name, kind, country)
        draft = self.drafts[id]
        draft.country = draft.country or country
        return draft

    def mention(self, start: int, end: int, form: MentionForm, actors: tuple[str, ...], why: str) -> None:
        """Adds a mention; what it covers stands no longer by itself."""
        inside = {self.cover[i] for i in range(start, end)} - {-1}
        if any(self.spots[n].start < start or self.spots[n].end > end for n in inside):
            return
        for n in inside:
            self.uncover(n)
        self.spots.append(Spot(start, end, form, actors, why))
        for i in range(start, end):
            self.cover[i] = len(self.spots) - 1
        if form is not MentionForm.PRONOUN and len(actors) == 1:
            self.drafts[actors[0]].names.setdefault(self.words.text(start, end))

    def nest(self, start: int, end: int, form: MentionForm, actors: tuple[str, ...], why: str) -> None:
        """Adds a mention within the one that covers its words where there is one."""
        self.spots.append(Spot(start, end, form, actors, why))
        for i in range(start, end):
            self.cover[i] = len(self.spots) - 1 if self.cover[i] < 0 else self.cover[i]

    def uncover(self, n: int) -> None:
        """Takes a mention back."""
        spot = self.spots[n]
        self.spots[n] = Spot(spot.start, spot.end, spot.form, (), spot.why)
        for i in range(spot.start, spot.end):
            self.cover[i] = -1

    def is_free(self, start: int, end: int) -> bool:
        """Whether no mention covers any of these words."""
        return all(self.cover[i] < 0 for i in range(start, end))

    def actors_at(self, i: int) -> tuple[str, ...]:
        """The actors that a word's mention means."""
        return self.spots[self.cover[i]].actors if self.cover[i] >= 0 else ()

    def before(self, at: int) -> Iterator[tuple[Spot, Draft]]:
        """The mentions of single actors before a word, the nearest first."""
        for spot in sorted(self.spots, key=lambda s: -s.start):
            if spot.start < at and len(spot.actors) == 1:
                yield spot, self.drafts[spot.actors[0]]

    def people(self) -> list[Draft]:
        """The persons so far."""
        return [d for d in self.drafts.values() if d.is_person]

    def country_of(self, id: str | None) -> str | None:
        """The state that a state or a body of one belongs to."""
        if not id:
            return None
        entry = self.registry.entries.get(id)
        return entry.country if entry else None

    def main_country(self) -> str | None:
        """The state that the article is mostly about, or is written for; None where that is not clear."""
        ranked = self.weights.most_common(2)
        if not ranked:
            return self.home
        first, weight = ranked[0]
        if self.home and self.weights[self.home] * 2 >= weight:
            return self.home
        return first if len(ranked) == 1 or weight >= 2 * ranked[1][1] else None

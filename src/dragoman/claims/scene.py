"""An article's reading and cast side by side: which words name whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.claims import nearby
from dragoman.claims.meeting_words import words
from dragoman.claims.syntax import case, children, joined
from dragoman.types import ActorKind, BlockKind, Time, TimeKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Stretch

    from dragoman.types import Actor, Cast, Mention, Reading

__all__ = ["Scene"]

_COLLECTIVES = {ActorKind.STATE, ActorKind.BODY, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP}
_QUANTITIES = {
    "number",
    "group",
    "dozen",
    "score",
    "host",
    "range",
    "pair",
    "trio",
    "series",
    "couple",
    "variety",
    "array",
}


class Scene:
    """What the rules for claims look at: a reading, its cast, and the ways between them."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast
        self.doc: Doc = reading.doc
        self._known: dict[int, tuple[str, ...]] = {}
        self._in_sentence: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
        self.published = (reading.article.published or "")[:10] or None

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors of the article by id."""
        return {e.actor.id: e.actor for e in self.cast.entities}

    @cached_property
    def times(self) -> dict[int, Time]:
        """The dates and hours of the article that say when, by the number of the word that heads each.

        Those that only point are left out: "future" in "future relations".
        """
        found = {}
        for time in self.reading.times:
            if time.kind in {TimeKind.DATE, TimeKind.TIME} and time.value and not time.value.endswith("_REF"):
                stretch = self._stretch(time.span.start, time.span.end)
                if stretch is not None:
                    found[stretch.root.i] = time
        return found

    @cached_property
    def states(self) -> set[str]:
        """The names of the states of the article."""
        return {n for a in self.actors.values() if a.kind is ActorKind.STATE for n in (a.name, *a.names)}

    @cached_property
    def places(self) -> dict[int, str]:
        """The names of places, by the number of each word of theirs."""
        found = {}
        for span, name in self.cast.places:
            stretch = self._stretch(span.start, span.end)
            for token in stretch or ():
                found[token.i] = name
        return found

    @cached_property
    def here(self) -> str | None:
        """The place an article is written from: that of its dateline, else the one its headline names."""
        for kind in (BlockKind.DATELINE, BlockKind.HEADLINE):
            blocks = [b for b in self.reading.article.blocks if b.kind is kind]
            named = {n for s, n in self.cast.places for b in blocks if b.start <= s.start < b.end}
            if len(named) == 1:
                return named.pop()
        return None

    @cached_property
    def _mentions(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.cast.mentions:
            for token in self._stretch(mention.span.start, mention.span.end) or ():
                found.setdefault(token.i, []).append(mention)
        return found

    @cached_property
    def _bounds(self) -> tuple[dict[int, Mention], dict[int, Mention]]:
        """The longest mention that starts, and that ends, with each word."""
        starts: dict[int, Mention] = {}
        ends: dict[int, Mention] = {}
        for mention in sorted(self.cast.mentions, key=lambda m: m.span.end - m.span.start):
            numbers = self.tokens(mention)
            if mention.actors and numbers:
                starts[numbers[0]] = ends[numbers[-1]] = mention
        return starts, ends

    def starting(self, at: int) -> Mention | None:
        """The longest mention whose first word has this number."""
        return self._bounds[0].get(at)

    def ending(self, at: int) -> Mention | None:
        """The longest mention whose last word has this number."""
        return self._bounds[1].get(at)

    def tokens(self, mention: Mention) -> range:
        """The numbers of a mention's words."""
        stretch = self._stretch(mention.span.start, mention.span.end)
        return range(stretch.start, stretch.end) if stretch is not None else range(0)

    def _stretch(self, start: int, end: int) -> Stretch | None:
        return self.doc.char_span(start, end, alignment_mode="expand")

    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences of the blocks that make claims."""
        return self._sentences

    @cached_property
    def _sentences(self) -> tuple[Stretch, ...]:
        return tuple(self._telling())

    def _telling(self) -> Iterator[Stretch]:
        blocks = [b for b in self.reading.article.blocks if b.kind.makes_claims]
        at = 0
        for sentence in self.doc.sents:
            while at < len(blocks) and blocks[at].end <= sentence.start_char:
                at += 1
            if at < len(blocks) and blocks[at].start <= sentence.start_char:
                yield sentence

    def who(self, token: Token) -> tuple[str, ...]:
        """The actors that a noun phrase means, seen from its head, without those co-ordinated with it."""
        if token.i not in self._known:
            self._known[token.i] = ()  # for whom its parts may ask, since names can hold each other
            self._known[token.i] = self._who(token)
        return self._known[token.i]

    def _who(self, token: Token) -> tuple[str, ...]:
        found = self._named(token)
        if found:
            return self._senders(token, found) or found
        for c in children(token, "flat", "appos"):
            if self._named(c):
                return self._named(c)
        if token.lemma_.lower() in _QUANTITIES or token.pos_ in {"NUM", "DET", "PRON"}:
            return self._inside(token, {"of", "from"})
        if token.lemma_.lower() in words("deputies"):
            return self._principals(token) or nearby.after(self, token, {"of", "from"})
        return ()

    def named(self, sentence: Stretch) -> list[tuple[int, tuple[str, ...]]]:
        """The words of a sentence that mean somebody, by number, with whom they mean."""
        if sentence.start not in self._in_sentence:
            found = [(t.i, self.who(t)) for t in sentence]
            self._in_sentence[sentence.start] = [(i, actors) for i, actors in found if actors]
        return self._in_sentence[sentence.start]

    def everyone(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors that noun phrases mean, co-ordinated ones included, each once, in order."""
        return unique(
            a for token in tokens for t in self._joined(token) for a in self.who(t) if not self.is_audience(a)
        )

    def _joined(self, token: Token) -> list[Token]:
        """A word and those co-ordinated with it, or with another word of the name that it stands in."""
        mention = min(self._mentions.get(token.i, ()), key=lambda m: m.span.end - m.span.start, default=None)
        heads = [self.doc[i] for i in self.tokens(mention)] if mention is not None else []
        beside = [t for head in heads if head.i != token.i for c in children(head, "conj") for t in joined(c)]
        return [*joined(token), *beside]

    def is_audience(self, id: str) -> bool:
        """Whether those meant are the public or its reporters."""
        actor = self.actors[id]
        if actor.kind is not ActorKind.GROUP:
            return False
        head = actor.name.lower().split(" of ")[0].split(" from ")[0].split(" in ")[0].rsplit(" ", 1)[-1]
        return bool({head, head.removesuffix("s")} & words("audiences"))

    def is_person(self, id: str) -> bool:
        """Whether an actor is a person."""
        return self.actors[id].kind is ActorKind.PERSON

    def is_collective(self, id: str) -> bool:
        """Whether an actor can meet by itself: a state, a body, an international organisation."""
        return self.actors[id].kind in _COLLECTIVES

    def is_named(self, id: str) -> bool:
        """Whether an actor is more than an unnamed crowd."""
        return self.actors[id].kind is not ActorKind.GROUP

    def is_several(self, id: str) -> bool:
        """Whether an actor is a crowd of people who act for states: `European leaders`."""
        actor = self.actors[id]
        last = actor.name.lower().split(" of ")[0].split(" from ")[0].rsplit(" ", 1)[-1]
        head = " " in actor.name or last == "leaders"
        return (
            actor.kind is ActorKind.GROUP and head and last.endswith("s") and last[:-1] in words("deputies")
        )

    def names(self, token: Token) -> bool:
        """Whether a word is part of a name or a phrase that means an actor."""
        return bool(self._named(token))

    def _named(self, token: Token) -> tuple[str, ...]:
        """The actors of the shortest mention that covers a word."""
        covering = [m for m in self._mentions.get(token.i, ()) if m.actors]
        if not covering:
            return ()
        return min(covering, key=lambda m: m.span.end - m.span.start).actors

    def _senders(self, token: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """Those for whom a crowd acts: `leaders from Jordan and Qatar`, `leaders of the Group of Seven`."""
        if not all(self.is_several(a) for a in found):
            return ()
        senders = tuple(a for a in self._inside(token, {"of", "from"}) if self.is_collective(a))
        is_body = any(self.actors[a].kind is ActorKind.IGO for a in senders)
        return senders if len(senders) > 1 or is_body else ()

    def _inside(self, token: Token, prepositions: set[str]) -> tuple[str, ...]:
        return self.everyone(c for c in children(token, "nmod") if case(c) in prepositions)

    def _principals(self, token: Token) -> tuple[str, ...]:
        """The states and bodies for which those meant act: `Russian officials`, `envoys from Kiev`."""
        beside = self.everyone(children(token, "amod", "compound", "nmod:poss", "nmod"))
        found = unique((*beside, *self._inside(token, {"of", "from"})))
        return tuple(a for a in found if self.is_collective(a))


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """The same ids, each once, in order."""
    return tuple(dict.fromkeys(ids))

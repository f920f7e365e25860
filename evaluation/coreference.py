"""Who is who in a text, against GUM's entities: coreference as CoNLL-2012 scored it, and identities.

A mention of ours is GUM's where that one's head lies in it; of several the one with the same bounds, the
same head or the nearest bounds. A mention that means several actors is one of a chain of its own.
Adjectives of states and relative pronouns are left out, since GUM marks neither. The article's date is
the file's `dateCreated`.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from training.corpora import gum

from dragoman import actors, language
from dragoman.actors import loading
from dragoman.types import ActorKind, Article, Block, BlockKind, MentionForm, Span
from evaluation.chains import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dragoman.types import Cast, Reading

__all__ = ["Ours", "score"]

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_NAMED = frozenset({"person", "organization", "place"})
_RELATIVE = frozenset({"WP", "WP$", "WDT"})


@dataclass(frozen=True, slots=True)
class Ours:
    """A mention of ours: `key` tells whom it means, `head` is the word that heads it."""

    span: Span
    head: Span
    key: str
    is_name: bool
    is_person: bool


@dataclass(slots=True)
class _Identities:
    """Of the names with a page in Wikipedia, how many the registry has, are linked, and rightly so."""

    known: int = 0
    reached: int = 0
    linked: int = 0
    right: int = 0

    def scores(self) -> dict[str, float]:
        return {
            "right": round(self.right / self.linked, 4) if self.linked else 0.0,
            "reach": round(self.reached / self.known, 4) if self.known else 0.0,
        }


@dataclass(slots=True)
class _Tally:
    """What is counted over the documents, and what was wrong."""

    persons: Counts = field(default_factory=Counts)
    named: Counts = field(default_factory=Counts)
    identities: _Identities = field(default_factory=_Identities)
    wrong: list[str] = field(default_factory=list)


def score(
    files: Iterable[Path], analyse: Callable[[Article], Reading] = language.analyse, *, errors: int = 0
) -> dict[str, Any]:
    """Coreference of persons, of persons, organisations and places with a name, and the identities.

    Args:
        files: GUM's CoNLL-U files.
        analyse: what reads an article.
        errors: how many errors to list under `errors`.
    """
    tally = _Tally()
    for path in files:
        for document in gum.documents(path):
            reading = analyse(_article(document))
            _add(tally, document, _ours(reading, actors.resolve(reading)))
    scores: dict[str, Any] = {
        "persons": tally.persons.scores(),
        "named": tally.named.scores(),
        "identities": tally.identities.scores(),
    }
    return scores | {"errors": tally.wrong[:errors]} if errors else scores


def _article(document: gum.Document) -> Article:
    return Article(
        id=document.name,
        page=document.name,
        url=None,
        source=None,
        title=None,
        published=document.published,
        language="en",
        text=document.text,
        sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        blocks=tuple(Block(BlockKind.PARAGRAPH, p.start, p.end) for p in document.paragraphs),
    )


def _ours(reading: Reading, cast: Cast) -> list[Ours]:
    """The mentions of a cast that GUM would mark, with the names of places that are none of them."""
    found = []
    for mention in cast.mentions:
        head, tag = _head(reading, mention.span)
        is_relative = mention.form is MentionForm.PRONOUN and tag in _RELATIVE
        if is_relative or mention.why.startswith("adjective of"):
            continue
        is_person = all(cast.actor(id).kind in _PEOPLE for id in mention.actors)
        is_name = mention.form is MentionForm.NAME
        found.append(Ours(mention.span, head, " ".join(sorted(mention.actors)), is_name, is_person))
    taken = {m.span for m in cast.mentions}
    for span, name in cast.places:
        if span not in taken:
            key = _states().get(name, f"place:{name}")
            found.append(Ours(span, _head(reading, span)[0], key, is_name=True, is_person=False))
    return found


def _head(reading: Reading, span: Span) -> tuple[Span, str]:
    """The word that heads a stretch of text, and its part of speech (Penn's)."""
    stretch = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    root = stretch.root
    return Span(root.idx, root.idx + len(root.text)), root.tag_


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """The ids of states by the name that places are shown with."""
    entries = loading.load().entries.values()
    return {entry.name: entry.id for entry in entries if entry.kind is ActorKind.STATE}


def _add(tally: _Tally, document: gum.Document, ours: list[Ours]) -> None:
    """Counts one document."""
    golds = document.mentions
    matches = _matches(golds, ours)
    persons = {g.entity for g in golds if g.kind == "person"}
    named = {g.entity for g in golds if g.is_name and g.kind in _NAMED}
    told = {m.key for m in ours if m.is_name}
    people = [n for n, m in enumerate(ours) if m.is_person]
    names = [n for n, m in enumerate(ours) if m.key in told]
    for counts, entities, kept in ((tally.persons, persons, people), (tally.named, named, names)):
        key, response = _by_entity(golds, entities), _by_key(ours, kept, matches)
        counts.add(list(key.values()), list(response.values()))
    tally.wrong += _errors(document, ours, matches, persons | named)
    _identify(tally, document, {g: ours[n] for n, g in matches.items()})


def _by_entity(golds: tuple[gum.Mention, ...], entities: set[str]) -> dict[str, set[int]]:
    chains: dict[str, set[int]] = defaultdict(set)
    for number, gold in enumerate(golds):
        if gold.entity in entities:
            chains[gold.entity].add(number)
    return chains


def _by_key(ours: list[Ours], kept: list[int], matches: dict[int, int]) -> dict[str, set[int]]:
    """The chains of ours as sets of GUM's mentions; what is none of those has a negative number."""
    chains: dict[str, set[int]] = defaultdict(set)
    for n in kept:
        chains[ours[n].key].add(matches.get(n, -n - 1))
    return chains


def _matches(golds: tuple[gum.Mention, ...], ours: list[Ours]) -> dict[int, int]:
    """GUM's mention of each of ours, one to one, the best first."""
    pairs = [
        (_distance(gold, mine), n, g)
        for n, mine in enumerate(ours)
        for g, gold in enumerate(golds)
        if mine.span.contains(gold.head)
    ]
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, g in sorted(pairs):
        if n not in matches and g not in taken:
            matches[n] = g
            taken.add(g)
    return matches


def _distance(gold: gum.Mention, mine: Ours) -> tuple[bool, bool, int]:
    apart = abs(gold.span.start - mine.span.start) + abs(gold.span.end - mine.span.end)
    return gold.span != mine.span, gold.head != mine.head, apart


def _identify(tally: _Tally, document: gum.Document, found: dict[int, Ours]) -> None:
    """Counts the names that have a page in Wikipedia: those in the registry, those linked with it."""
    registry, counts = loading.load(), tally.identities
    for number, gold in enumerate(document.mentions):
        if not gold.identity or not gold.is_name or gold.kind not in _NAMED:
            continue
        wanted = _known(gold.identity)
        mine = found.get(number)
        is_linked = mine is not None and (mine.key in registry.entries or mine.key in registry.people)
        is_right = mine is not None and mine.key in wanted
        counts.known += bool(wanted)
        counts.reached += is_right
        counts.linked += is_linked
        counts.right += is_right
        if not is_right and (is_linked or wanted):
            key = mine.key if mine else "nobody"
            tally.wrong.append(f"link {_shown(document, gold.span)} {gold.identity}, not {key}")


@lru_cache(maxsize=4096)
def _known(title: str) -> frozenset[str]:
    """The ids that the registry has for the title of a page, without brackets behind it.

    "United States House of Representatives" is the House of Representatives of that state.
    """
    registry, plain = loading.load(), title.partition(" (")[0]
    found = {s.id for s in registry.names.senses(plain) if s.how in {"name", "person"}}
    for state, id in _states().items():
        rest = plain.removeprefix(f"{state} ").removesuffix(f" of the {state}").removesuffix(f" of {state}")
        bodies = registry.names.senses(rest) if rest != plain else ()
        entries = (registry.entries.get(s.id) for s in bodies if s.how == "name")
        found |= {e.id for e in entries if e and e.country == registry.entries[id].country}
    return frozenset(found)


def _errors(
    document: gum.Document, ours: list[Ours], matches: dict[int, int], entities: set[str]
) -> list[str]:
    """What is missed, parted from its chain, taken for another's, and no mention at all."""
    golds = document.mentions
    chains = _by_entity(golds, entities)
    keys = {g: ours[n].key for n, g in matches.items()}
    main = {e: _first(keys.get(g) for g in chain) for e, chain in chains.items()}
    owner = {
        key: _first(golds[g].entity for g in chain if g >= 0)
        for key, chain in _by_key(ours, list(range(len(ours))), matches).items()
    }
    wrong = []
    for gold_number in sorted(g for chain in chains.values() if len(chain) > 1 for g in chain):
        gold, key = golds[gold_number], keys.get(gold_number)
        shown = _shown(document, gold.span)
        if key is None:
            wrong.append(f"missed {shown} {gold.entity} {main[gold.entity]}")
        elif owner[key] != gold.entity:
            wrong.append(f"taken for another {shown} {gold.entity} {main[gold.entity]}, not {key}")
        elif key != main[gold.entity]:
            wrong.append(f"parted {shown} {gold.entity} {main[gold.entity]}, not {key}")
    sizes = Counter(m.key for m in ours)
    free = (m for n, m in enumerate(ours) if n not in matches and sizes[m.key] > 1)
    return wrong + [f"spurious {_shown(document, m.span)} {m.key}" for m in free]


def _first(values: Iterable[str | None]) -> str | None:
    """The most frequent value, None where there is none."""
    ranked = Counter(v for v in values if v is not None).most_common(1)
    return ranked[0][0] if ranked else None


def _shown(document: gum.Document, span: Span) -> str:
    """Words with some of those around them."""
    text = document.text
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 30]
    return f"{document.name} …{before}[{text[span.start : span.end]}]{after}…".replace("\n", " ")

"""Finds what the registry knows in an article: states, capitals, bodies, organisations, people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman import geography
from dragoman.actors.lexicon import Match
from dragoman.actors.registry import Entry, Registry, Sense
from dragoman.actors.words import PEERS, Words
from dragoman.folding import fold
from dragoman.types import ActorKind

__all__ = ["Found", "find", "weigh"]

_LONGER = frozenset({"PER", "ORG", "FAC", "LOC", "PRODUCT", "MISC"})
_STATES = frozenset({ActorKind.STATE, ActorKind.BODY})
_TOWN = re.compile(r"((?:[A-Z][\w.'’-]+ )*[A-Z][\w.'’-]+),\s*$")
"""What stands before a name and a comma: "Atlanta, Georgia"."""

_STATELY = frozenset({"name", "adjective", "people", "capital"})


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name of the registry stands, in words, and what it is.

    `how` is as in `Sense`; `nested` is set where the name is only a part of a longer one, so that it
    tells where that belongs but is no mention itself.
    """

    start: int
    end: int
    how: str
    id: str
    nested: bool = False


def find(words: Words, registry: Registry) -> list[Found]:
    """All that the article names of the registry, each with the sense that fits the article."""
    matches = [m for m in registry.names.find(words) if not words.silent[m.start] and _is_written(words, m)]
    codes = _codes(matches, words, registry)
    out = []
    for match in matches:
        sense = _choose(match, registry, codes, words)
        if sense:
            nested = _is_nested(words, match, sense, registry)
            how = "adjective" if nested and Sense("adjective", sense.id) in match.senses else sense.how
            out.append(Found(match.start, match.end, how, sense.id, nested))
    out = [f for f in out if not _is_anothers(f, out, registry, words) and not _is_begun(f, registry, words)]
    return sorted([*out, *_halves(out, words)], key=lambda f: f.start)


def _is_anothers(item: Found, found: list[Found], registry: Registry, words: Words) -> bool:
    """Whether the words before a shared name give it to another state: "the Philippine Senate"."""
    entry = registry.entries.get(item.id)
    if not entry or not entry.shared:
        return False
    begin = item.start - int(words.tags[item.start - 1] == "POS")
    before = next((f for f in found if f.end == begin), None)
    other = registry.entries.get(before.id) if before else None
    return bool(other and other.country and other.country != entry.country)


def _is_begun(item: Found, registry: Registry, words: Words) -> bool:
    """Whether a part of the world is only the beginning of another name: "the West | Bank"."""
    entry = registry.entries.get(item.id)
    if entry is None or entry.kind is not ActorKind.GROUP or item.end >= len(words):
        return False
    return words.pos[item.end] == "PROPN" and words.is_capital(item.end)


def _halves(found: list[Found], words: Words) -> list[Found]:
    """The first half of "North and South Korea"."""
    south = {f.start: f for f in found if f.id == "state:KOR" and words.lower[f.start] == "south"}
    return [
        Found(at - 2, at - 1, f.how, "state:PRK")
        for at, f in south.items()
        if at > 1 and words.lower[at - 2] == "north" and words.lower[at - 1] in {"and", "or"}
    ]


def weigh(found: list[Found], words: Words, registry: Registry) -> Counter[str]:
    """How often the article names each state, what stands early counting twice.

    "His French colleague" tells whose colleague it is not, and nothing of what the article is about.
    """
    weights: Counter[str] = Counter()
    for item in found:
        entry = registry.entries.get(item.id)
        code = entry.country if entry else None
        is_peer = item.end < len(words) and words.lower[item.end].removesuffix("s") in PEERS
        if entry and code and entry.kind in _STATES and not is_peer:
            weights[code] += 2 if words.lines[item.start] < 4 else 1
    return weights


def _codes(matches: list[Match[Sense]], words: Words, registry: Registry) -> Counter[str]:
    """The states that the article names beyond doubt, by themselves or with a body of theirs."""
    codes: Counter[str] = Counter()
    for match in matches:
        entry = registry.entries.get(match.senses[0].id)
        if not entry or not entry.country or any(s.id != entry.id for s in match.senses):
            continue
        text = words.text(match.start, match.end)
        is_stately = entry.kind in _STATES and match.senses[0].how in _STATELY
        if is_stately and (not entry.shared or _is_told(entry, text, registry)):
            codes[entry.country] += not _is_short(entry, text)
    return codes


def _is_told(entry: Entry, text: str, registry: Registry) -> bool:
    """Whether a shared name says whose it is: "United States Congress"."""
    state = registry.state(entry.country or "")
    return text.startswith((state.name, *state.adjectives))


def _choose(match: Match[Sense], registry: Registry, codes: Counter[str], words: Words) -> Sense | None:
    """The sense that fits: of a state that the article names, the one that it names most."""
    fitting = [s for s in match.senses if _fits(s, match, registry, codes, words)]
    if not fitting:
        return None

    def likely(sense: Sense) -> tuple[int, int]:
        entry = registry.entries.get(sense.id)
        return (codes[entry.country] if entry and entry.country else 0, -match.senses.index(sense))

    return max(fitting, key=likely)


def _fits(sense: Sense, match: Match[Sense], registry: Registry, codes: Counter[str], words: Words) -> bool:
    if sense.how == "person":
        return True
    entry = registry.entries[sense.id]
    if entry.kind is ActorKind.STATE and sense.how != "byword":
        return sense.how != "name" or not _is_anothers_part(entry, words, match)
    if sense.how == "byword" or entry.shared or _is_short(entry, words.text(match.start, match.end)):
        return _is_about(entry, codes, words, match)
    return True


def _is_anothers_part(entry: Entry, words: Words, match: Match[Sense]) -> bool:
    """Whether a state's name is that of a part of another: "Atlanta, Georgia", Georgia beside Florida."""
    own = entry.country or ""
    others = geography.regions_like(words.text(match.start, match.end), own)
    if not others or _has_one(words, (*entry.adjectives, *entry.people, *entry.capitals)):
        return False
    town = _TOWN.search(words.article[: words.starts[match.start]])
    if town and any(geography.has(code, town[1]) for code in others):
        return not geography.has(own, town[1])
    return any(_has_one(words, geography.parts(code)) for code in others)


def _has_one(words: Words, names: Iterable[str]) -> bool:
    """Whether an article has one of some names."""
    text = f" {fold(words.article)} "
    return any(f" {fold(name)} " in text for name in names)


def _is_about(entry: Entry, codes: Counter[str], words: Words, match: Match[Sense]) -> bool:
    """Whether the article names the entry's state, or names the entry otherwise."""
    if entry.country and codes[entry.country]:
        return True
    here = words.text(match.start, match.end)
    others = [n for n in (entry.name, *entry.names) if n != here and (len(n) > 3 or not entry.country)]
    return any(re.search(rf"\b{re.escape(n)}\b", words.article) for n in others)


def _is_short(entry: Entry, text: str) -> bool:
    """Whether a name is an acronym so short that others have it: MIT, PA, SDF."""
    is_state = entry.kind is ActorKind.STATE
    is_own = text == entry.name  # BBC
    return bool(entry.country) and not is_state and not is_own and len(text) <= 3 and text.isupper()


def _is_written(words: Words, match: Match[Sense]) -> bool:
    """Whether a name is not the verb "may", the noun "male" … at the head of a sentence, or a headline's."""
    if "$" in words.forms[match.end - 1]:
        return False
    if match.end - match.start > 1:
        return True
    return words.pos[match.start] not in {"VERB", "AUX", "ADP", "DET"} or words.forms[match.start].isupper()


def _is_nested(words: Words, match: Match[Sense], sense: Sense, registry: Registry) -> bool:
    """Whether the name stands inside a longer name of another kind."""
    for name in words.names:
        if not (name.start <= match.start and match.end <= name.end and name.label in _LONGER):
            continue
        rest = [i for i in range(name.start, name.end) if not match.start <= i < match.end]
        if name.label == "LOC" and "and" in words.lower[name.start : name.end]:
            continue  # "North and South Korea"
        rest = [i for i in rest if words.pos[i] in {"NOUN", "PROPN", "ADJ", "X"} and words.lower[i] != "the"]
        if rest and sense.how == "person":
            return name.label != "PER" and not _is_titled(words, name.start, match.start, registry)
        if rest:
            return True
    return False


def _is_titled(words: Words, start: int, end: int, registry: Registry) -> bool:
    """Whether only a title stands before a person's name."""
    title = registry.titles.at(words, start)
    return title is not None and title.end == end

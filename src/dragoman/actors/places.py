"""Names that say where: "met in Paris", "flew to Moscow", a dateline."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dragoman import geography
from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Entry, Registry
from dragoman.actors.scene import Scene
from dragoman.actors.words import Name, Words, folded
from dragoman.types import ActorKind

__all__ = ["add", "relabel"]

_LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "into"})
_QUARTERS = frozenset({"the", "central", "downtown", "eastern", "western", "northern", "southern", "nearby"})
_DASHES = frozenset({"(", "—", "–", "-", ":"})
_INSIDE = frozenset({"in", "near", "outside", "around"})
_ACTING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "appos"})
_REACHED = frozenset({"visit", "leave", "reach", "tour", "depart"})
_OCCASIONS = frozenset({
    "talk", "summit", "meeting", "conference", "negotiation", "forum", "session", "dinner", "lunch",
    "reception", "ceremony",
})  # fmt: skip
_MOTION = frozenset({
    "trip", "visit", "travel", "go", "fly", "arrive", "return", "head", "come", "flight", "journey",
    "tour", "route", "back", "drive", "welcome", "invite", "depart", "leave", "mission",
})  # fmt: skip


def relabel(words: Words, registry: Registry) -> Words:
    """The words with the names of places that the model takes for persons: "in Benghazi".

    Such a name stands behind a word as "in" and never is who acts; the gazetteer has it, and nobody is
    known by it.
    """
    named: defaultdict[str, list[Name]] = defaultdict(list)
    for name in words.names:
        if name.label == "PER":
            for part in folded(words.text(name.start, name.end)).split():
                named[part].append(name)
    places = {n for part, names in named.items() if _are_places(part, names, words, registry) for n in names}
    names = [replace(n, label="LOC") if n in places else n for n in words.names]
    return replace(words, names=names) if places else words


def _are_places(part: str, names: list[Name], words: Words, registry: Registry) -> bool:
    """Whether all names that have a word are those of one place."""
    texts = {words.text(n.start, n.end) for n in names}
    is_inside = any(n.start and words.lower[n.start - 1] in _INSIDE for n in names)
    acts = any(words.deps[i] in _ACTING for n in names for i in range(n.start, n.end))
    if not is_inside or acts or part in registry.parts or len(texts) > 1:
        return False
    return geography.locate(texts.pop()).country is not None


def add(scene: Scene, item: Found) -> bool:
    """Adds the place where the name of a state, capital or building stands for one; True where it was.

    A capital that somebody visits, or where talks are, is a place and stands for its state too; a building
    where talks are is no more than a place.
    """
    entry = scene.registry.entries[item.id]
    is_city = item.how == "capital"
    if not is_city and (item.how != "name" or not (entry.kind is ActorKind.STATE or entry.seat)):
        return False
    is_venue = (is_city or entry.seat) and _is_venue(scene.words, item.end)
    is_both = is_city and (is_venue or _is_reached(scene.words, item.start))
    if not is_venue and not is_both and not _is_locative(scene, item.start, is_city=is_city):
        return False
    shown = " ".join(scene.words.text(item.start, item.end).split()) if is_city else _name(scene, entry)
    scene.places.append((scene.words.span(item.start, item.end), shown))
    return not is_both


def _is_reached(words: Words, start: int) -> bool:
    """Whether somebody goes to a place: "will visit Belgrade"."""
    return words.deps[start] == "obj" and words.lemmas[words.heads[start]].lower() in _REACHED


def _is_venue(words: Words, end: int) -> bool:
    """Whether a name tells which talks are meant: "the Paris talks"."""
    is_occasion = end < len(words) and words.pos[end] in {"NOUN", "PROPN"}
    return is_occasion and words.lemmas[end].lower() in _OCCASIONS and words.heads[end - 1] == end


def _name(scene: Scene, entry: Entry) -> str:
    """A state's name; a seat's with its city: "Quai d'Orsay, Paris"."""
    if not entry.seat or not entry.country:
        return entry.name
    return ", ".join((entry.name, *scene.registry.state(entry.country).capitals[:1]))


def _is_locative(scene: Scene, start: int, *, is_city: bool) -> bool:
    """Whether a name says where: after "in", "at", after "to" with a word of going, in a dateline."""
    words, k = scene.words, start - 1
    while k >= 0 and words.lower[k] in _QUARTERS:
        k -= 1
    if k < 0:
        return is_city and _is_dateline(scene, start)
    if words.lower[k] in {"to", "from", "for", "of"}:
        near = {words.lemmas[i].lower() for i in range(max(0, k - 4), k)}
        return bool(near & _MOTION) or (words.lower[k] == "of" and "city" in near)
    is_first = is_city and words.lines[k] != words.lines[start]
    return words.lower[k] in _LOCATIVE or (is_first and _is_dateline(scene, start))


def _is_dateline(scene: Scene, start: int) -> bool:
    return any(form in _DASHES for form in scene.words.forms[start + 1 : start + 5])

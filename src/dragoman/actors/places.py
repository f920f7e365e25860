"""Names that say where: "met in Paris", "flew to Moscow", a dateline."""

from __future__ import annotations

from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Entry
from dragoman.actors.scene import Scene
from dragoman.types import ActorKind

__all__ = ["add"]

_LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "into"})
_QUARTERS = frozenset({"the", "central", "downtown", "eastern", "western", "northern", "southern", "nearby"})
_DASHES = frozenset({"(", "—", "–", "-", ":"})
_MOTION = frozenset({
    "trip", "visit", "travel", "go", "fly", "arrive", "return", "head", "come", "flight", "journey",
    "tour", "route", "back", "drive", "welcome", "invite", "depart", "leave", "mission",
})  # fmt: skip


def add(scene: Scene, item: Found) -> bool:
    """Adds the place where the name of a state, capital or building stands for one; True where it was."""
    entry = scene.registry.entries[item.id]
    is_city = item.how == "capital"
    if not is_city and (item.how != "name" or not (entry.kind is ActorKind.STATE or entry.seat)):
        return False
    if not _is_locative(scene, item.start, is_city=is_city):
        return False
    shown = " ".join(scene.words.text(item.start, item.end).split()) if is_city else _name(scene, entry)
    scene.places.append((scene.words.span(item.start, item.end), shown))
    return True


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

"""Names of the registry as mentions: states, capitals that stand for them, bodies, organisations."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import places
from dragoman.actors.gazetteer import Found
from dragoman.actors.pointing import POINTING
from dragoman.actors.scene import Scene
from dragoman.types import ActorKind, MentionForm

__all__ = ["mention", "mention_together"]

_WHY = {"capital": "capital of {}", "people": "people of {}", "byword": "byword for {}"}
_AFTER_PEOPLE = frozenset({"VERB", "AUX", "PUNCT", "ADP", "CCONJ", "ADV"})


def mention(scene: Scene, found: list[Found]) -> None:
    """Adds mentions for what the registry found, and the places among it.

    A capital is a place where the article says that something is in it, else it is the state. An
    adjective ("Russian") names its state, but is none of the state's own names.
    """
    for item in found:
        if item.nested or item.how == "person":
            continue
        if not scene.is_free(item.start, item.end):
            places.add(scene, item)
            _mention_within(scene, item)
        elif item.how == "adjective":
            _mention_adjective(scene, item)
        elif item.how == POINTING:
            _mention_pointing(scene, item)
        elif not places.add(scene, item) or item.how != "capital":
            name = scene.entry(item.id).name
            why = _WHY.get(item.how, "named").format(name)
            scene.mention(_with_the(scene, item), item.end, MentionForm.NAME, (item.id,), why)


def _mention_within(scene: Scene, item: Found) -> None:
    """Adds what the whole says that somebody belongs to: "Republican senator X", "a member of NATO"."""
    kind = scene.registry.entries[item.id].kind
    before = [word for word in scene.words.lower[max(item.start - 2, 0) : item.start] if word != "the"]
    if kind is ActorKind.PARTY or (kind is ActorKind.IGO and before[-1:] == ["of"]):
        draft = scene.entry(item.id)
        scene.nest(item.start, item.end, MentionForm.NOMINAL, (item.id,), f"in a title: {draft.name}")


def mention_together(scene: Scene) -> None:
    """Adds mentions for words that name several states at once: "the two Koreas", "Franco-German"."""
    for match in scene.registry.together.find(scene.words):
        ids = match.senses[0]
        names = " and ".join(scene.entry(id).name for id in ids)
        if not scene.words.silent[match.start]:
            scene.mention(match.start, match.end, MentionForm.NOMINAL, ids, f"together: {names}")


def _mention_pointing(scene: Scene, item: Found) -> None:
    """Adds "the country", a place or the state, neither of whose names it is."""
    if places.add(scene, replace(item, how="name")):
        return
    draft = scene.entry(item.id)
    known = dict(draft.names)
    start = item.start - scene.is_free(item.start - 1, item.start)
    scene.mention(start, item.end, MentionForm.NOMINAL, (item.id,), f"the last state: {draft.name}")
    draft.names = known


def _mention_adjective(scene: Scene, item: Found) -> None:
    draft = scene.entry(item.id)
    if _is_people(scene, item):
        start, why = _with_the(scene, item), f"people of {draft.name}"
        scene.mention(start, item.end, MentionForm.NAME, (item.id,), why)
        return
    known = set(draft.names)
    scene.mention(item.start, item.end, MentionForm.NOMINAL, (item.id,), f"adjective of {draft.name}")
    for name in set(draft.names) - known:
        del draft.names[name]


def _is_people(scene: Scene, item: Found) -> bool:
    """Whether an adjective stands for the people: "the French said"."""
    words, k = scene.words, item.end
    ends = k >= len(words) or words.pos[k] in _AFTER_PEOPLE
    return ends and item.start > 0 and words.lower[item.start - 1] == "the"


def _with_the(scene: Scene, item: Found) -> int:
    """Where a name begins, the article before it included unless it is that of a noun after the name."""
    k, words = item.start - 1, scene.words
    if item.end < len(words) and words.pos[item.end] in {"NOUN", "PROPN"}:
        return item.start
    has_the = k >= 0 and scene.words.lower[k] == "the" and scene.is_free(k, k + 1) and item.how != "capital"
    return k if has_the else item.start

"""Whom a plural role means: "the two ministers", "both countries", "the leaders of France and Germany"."""

from __future__ import annotations

from collections import Counter

from dragoman.actors import unnamed, wants
from dragoman.actors.gazetteer import Found
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.actors.wants import Want
from dragoman.types import ActorKind, MentionForm

__all__ = ["Meant", "find"]

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_DEFINITE = frozenset({"the", "both", "these", "those", "all"})
_ANYBODY = frozenset({"man", "woman", "pair", "duo"})
_STATELY = frozenset({ActorKind.STATE, ActorKind.BODY})
_NEAR = 100
"""How many words back the states are counted, and further only where fewer were named."""
_MOST = 3
"""How many persons "the ministers" may mean where no number is given."""

Meant = tuple[tuple[str, ...], str]
"""The ids of the actors, and why."""


def find(scene: Scene, role: Role) -> Meant:
    """The actors of a plural role: one for each state named, those mentioned before, or a collective."""
    if len(role.of) > 1 and role.kind.sort == "office":
        ids = [_of(scene, role, of) for of in role.of]
        return tuple(dict.fromkeys(ids)), f"{role.title} of each"
    count = 2 if role.kind.sort == "pairs" else _NUMBERS.get(role.number or "")
    is_definite = role.determiner in _DEFINITE or role.number == "both"
    if is_definite and role.is_plain and role.kind.sort != "armed":
        is_states = role.kind.sort == "nations" or role.kind.title == "side"
        drafts = _states(scene, role, count) if is_states else _persons(scene, role, count)
        if drafts:
            return tuple(d.id for d in drafts), "together: " + ", ".join(d.name for d in drafts)
    return (unnamed.make(scene, role).id,), "unnamed"


def _of(scene: Scene, role: Role, of: str) -> str:
    """The holder of the office of one of several states."""
    want = Want(role.rank, of, scene.registry.classes.get(role.title, frozenset()))
    inside = wants.in_article(scene, want, role.start)
    if inside:
        return inside.id
    outside = wants.in_registry(scene, want)
    if outside:
        return scene.person(outside).id
    name = scene.registry.entries[of].name
    return unnamed.holder(scene, Post(role.title, role.rank, role.kind.cls, of, name)).id


def _persons(scene: Scene, role: Role, count: int | None) -> list[Draft]:
    """The persons mentioned last who have such an office; all in the article where no count is given."""
    want = wants.of_role_wanted(scene, role)
    seen: list[Draft] = []
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start >= role.start or spot.form is MentionForm.PRONOUN:
            continue
        for draft in (scene.drafts[id] for id in spot.actors):
            is_one = draft.is_person and not draft.id.startswith("role:") and draft not in seen
            if is_one and (role.kind.title in _ANYBODY or wants.fit(scene, draft, want)):
                seen.append(draft)
        if count and len(seen) >= count:
            return seen[:count][::-1]
    return seen[::-1] if not count and 1 < len(seen) <= _MOST else []


def _states(scene: Scene, role: Role, count: int | None) -> list[Draft]:
    """The states that were spoken of most just before; none where no count is given.

    Those told of once on the way, as in "the ambassador to the Philippines", are not the sides.
    """
    if not count:
        return []
    spoken: Counter[str] = Counter()
    for item in sorted(scene.found, key=lambda f: -f.start):
        if role.start - item.start > _NEAR and len(spoken) >= count:
            break
        code = _state(scene, item)
        if item.start < role.start and code:
            spoken[code] += 1
    if len(spoken) < count:
        return []
    codes = {code for code, _ in spoken.most_common(count)}
    return [scene.entry(f"state:{code}") for code in reversed(spoken) if code in codes]


def _state(scene: Scene, item: Found) -> str | None:
    """The state that a name, an adjective or a body stands for."""
    entry = scene.registry.entries.get(item.id)
    return entry.country if entry and entry.kind in _STATELY else None

"""Whom a plural role means: "the two ministers", "both countries", "the leaders of France and Germany"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

from dragoman.actors import unnamed, wants
from dragoman.actors.gazetteer import Found
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene, Spot
from dragoman.actors.wants import Want
from dragoman.types import ActorKind, MentionForm

__all__ = ["Meant", "find"]

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_DEFINITE = frozenset({"the", "both", "these", "those", "all"})
_ANYBODY = frozenset({"man", "woman", "pair", "duo"})
_STATELY = frozenset({ActorKind.STATE, ActorKind.BODY})
_NEAR = 100
"""How many words back the states are counted, and further only where fewer were named."""
_PAIR = 2
_LAST = 12
"""So many mentions are looked at, the last first, for two persons who do something together."""
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
    """The persons who have such an office: two who do something together, or those named most before.

    All of them where no count is given.
    """
    want = wants.of_role_wanted(scene, role)
    spots = [(s, id) for s in scene.spots for id in s.actors if _may_be_one(scene, s, id, role, want)]
    spots.sort(key=lambda found: -found[0].start)
    if count == _PAIR:
        for (later, other), (earlier, one) in combinations(spots[:_LAST], 2):
            if one != other and _are_together(scene, later, earlier):
                return _in_order(scene, spots, {one, other})
    before = Counter(id for _, id in spots)
    near = Counter(id for spot, id in spots if role.start - spot.start <= _NEAR)
    if len(before) < (count or _PAIR) or (not count and len(before) > _MOST):
        return []
    ranked = sorted(before, key=lambda id: -near[id] - before[id])
    return _in_order(scene, spots, {*ranked[: count or len(before)]})


def _in_order(scene: Scene, spots: Sequence[tuple[Spot, str]], ids: Collection[str]) -> list[Draft]:
    """The persons with some ids as the article first names them; its mentions come last first."""
    named = dict.fromkeys(id for _, id in reversed(spots) if id in ids)
    return [scene.drafts[id] for id in named]


def _may_be_one(scene: Scene, spot: Spot, id: str, role: Role, want: Want) -> bool:
    """Whether a mention names somebody whom the role may mean."""
    draft = scene.drafts[id]
    if spot.start >= role.start or spot.form is MentionForm.PRONOUN:
        return False
    if not draft.is_person or draft.id.startswith("role:"):
        return False
    return role.kind.title in _ANYBODY or bool(wants.fit(scene, draft, want))


def _are_together(scene: Scene, one: Spot, other: Spot) -> bool:
    """Whether two mentions are joined by "and", or have a part in one act: "A held talks with B"."""
    words, mine, theirs = scene.words, _top(scene, one), _top(scene, other)
    if words.heads[mine] == theirs or words.heads[theirs] == mine:
        return True
    return bool(_acts(scene, mine) & _acts(scene, theirs))


def _top(scene: Scene, spot: Spot) -> int:
    """The word of a mention that the others hang on."""
    inside = range(spot.start, spot.end)
    return next((i for i in inside if scene.words.heads[i] not in inside), spot.end - 1)


def _acts(scene: Scene, i: int) -> set[int]:
    """What a word hangs on: a verb, or a noun and its verb."""
    head = scene.words.heads[i]
    over = scene.words.heads[head]
    return {head, over} if scene.words.deps[head] in {"obj", "obl"} else {head}


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

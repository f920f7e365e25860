"""Whom a role without a name beside it means: "the French president", "his counterpart", "the two ministers"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors import unnamed
from dragoman.actors.offices import Role
from dragoman.actors.posts import held, of_role, owner_of, peer_of
from dragoman.actors.registry import Known
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.types import MentionForm

__all__ = ["resolve"]

_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "every", "each"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_OF_RANKS = frozenset({"president", "prime minister"})


@dataclass(frozen=True, slots=True)
class _Want:
    """What holder is looked for: by rank, by class or by the noun of the title; of which state."""

    rank: str | None
    classes: frozenset[str]
    noun: str
    of: str | None
    former: bool
    gender: str | None = None


def resolve(scene: Scene, role: Role) -> None:
    """Adds the mention of a role that stands without a name."""
    if not _is_room(scene, role):
        return
    if role.kind.title == "counterpart":
        if role.owner is None and not role.of:
            return
        ids, why = _counterparts(scene, role)
    elif role.is_plural or role.number == "both":
        ids, why = _several(scene, role)
    else:
        ids, why = _one(scene, role)
    if ids:
        scene.mention(role.start, role.end, MentionForm.NOMINAL, ids, why)


def _is_room(scene: Scene, role: Role) -> bool:
    """Whether no name or role that goes beyond this one covers it."""
    covering = {scene.cover[i] for i in range(role.start, role.end)} - {-1}
    inside = all(role.start <= scene.spots[n].start and scene.spots[n].end <= role.end for n in covering)
    return inside and scene.cover[role.head] < 0


def _one(scene: Scene, role: Role) -> tuple[tuple[str, ...], str]:
    if role.determiner in _INDEFINITE or role.number == "one":
        return (_unnamed(scene, role).id,), "unnamed"
    want = _want(scene, role)
    inside = _in_article(scene, want, role.start)
    if inside and not (want.of is None and _unnamed_later(scene, role, inside)):
        _state(scene, role, inside, want.of)
        return (inside.id,), f"{role.title}: {inside.name} in this article"
    outside = _in_registry(scene, want)
    if outside:
        _state(scene, role, scene.person(outside), want.of)
        return (scene.person(outside).id,), f"{role.title} at the time: {outside.name}"
    if role.kind.is_head and role.is_plain and role.determiner != "the":
        return (), ""
    draft = _unnamed(scene, role)
    draft.country = draft.country or scene.country_of(want.of)
    return (draft.id,), "nobody is named"


def _unnamed(scene: Scene, role: Role) -> Draft:
    """The unnamed holder of an office, with the words that state it where it is a settled one."""
    draft = unnamed.make(scene, role)
    if not draft.posts and draft.is_person and role.kind.sort == "office":
        span = scene.words.span(role.start, role.end) if role.kind.rank else None
        post = of_role(scene, role, span=span)
        if post.of or role.kind.rank:
            draft.posts.append(post)
    return draft


def _state(scene: Scene, role: Role, draft: Draft, of: str | None) -> None:
    """Notes that the article gives a person this office, where it has not done so with the name."""
    if any(p.span for p in draft.posts) or role.title in scene.registry.classes or role.kind.is_head:
        return
    post = next((p for p in held(scene, draft) if p.rank == role.rank and (of is None or p.of == of)), None)
    entry = scene.registry.entries.get(post.of) if post and post.of else None
    if post and entry:
        span = scene.words.span(role.start, role.end)
        draft.posts.append(replace(post, title=role.title, of_name=entry.name, former=role.former, span=span))


def _unnamed_later(scene: Scene, role: Role, inside: Draft) -> bool:
    """Whether an unnamed holder was mentioned after the named one: "an official … the official"."""
    before = unnamed._before(scene, role)
    return before is not None and _last(scene, before.id, role.start) > _last(scene, inside.id, role.start)


def _want(scene: Scene, role: Role) -> _Want:
    title = role.title
    classes = scene.registry.classes.get(title, frozenset())
    post = of_role(scene, role, span=None)
    of = post.of
    if not of and role.owner is not None:
        country = _owner_country(scene, role)
        of = f"state:{country}" if country else None
    noun = role.kind.title if role.is_plain and " " not in role.kind.title else ""
    return _Want(None if classes else role.rank, classes, noun, of, role.former, role.kind.gender)


def _owner_country(scene: Scene, role: Role) -> str | None:
    """The state that "his" or "its" means."""
    if role.owner is None or scene.words.lower[role.owner] not in {"its", "their"}:
        owner = owner_of(scene, role)
        return owner.country if owner else None
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start < role.start and len(spot.actors) == 1:
            draft = scene.drafts[spot.actors[0]]
            if draft.country and not draft.is_person:
                return draft.country
    return None


def _in_article(scene: Scene, want: _Want, at: int) -> Draft | None:
    """The person of this article who holds the office: of several, the one who fits best, then the last."""
    main = scene.main_country() if want.of is None else None
    best: tuple[tuple[int, int, int], Draft] | None = None
    for draft in scene.drafts.values():
        if not draft.is_person or (fit := _fit(scene, draft, want)) == 0:
            continue
        seen = _last(scene, draft.id, at)
        distance = scene.words.sentences[at] - scene.words.sentences[seen] if seen >= 0 else 20
        if want.of is None and fit == 1 and distance > (1 if "official" in want.classes else 4):
            continue
        near = -distance + (10 if main and draft.country == main else 0) + (fit > 3)
        score = (min(fit, 3), near, seen)
        if best is None or score > best[0]:
            best = (score, draft)
    return best[1] if best else None


def _fit(scene: Scene, draft: Draft, want: _Want) -> int:
    """How well a person's offices fit: 3 the same office (4 where the article gives it), 2 the same noun, 1 the class; 0 not at all."""
    fit = 0
    if want.gender and draft.gender and want.gender != draft.gender:
        return 0
    for post in held(scene, draft):
        stated = post in draft.posts
        if want.of and post.of != want.of:
            continue
        if post.former != want.former:
            continue
        if want.rank and post.rank == want.rank:
            fit = max(fit, 3 + stated)
        elif not want.classes and want.noun and want.noun in post.title.split():
            fit = max(fit, 2)
        elif post.cls in want.classes:
            fit = max(fit, 1)
    return fit


def _in_registry(scene: Scene, want: _Want) -> Known | None:
    if want.former or not scene.day:
        return None
    of = want.of
    if not of and want.rank in {"head_of_state", "head_of_government"} and (main := scene.main_country()):
        of = f"state:{main}"
    if not of:
        return None
    if "leader" in want.classes and of.startswith("state:"):
        entry = scene.registry.entries[of]
        for rank in ("supreme_leader", "leader", entry.led_by, "head_of_state", "monarch"):
            found = scene.registry.holder(rank, of, scene.day)
            if found:
                return found
        return None
    return scene.registry.holder(want.rank, of, scene.day) if want.rank else None


def _counterparts(scene: Scene, role: Role) -> tuple[tuple[str, ...], str]:
    if role.is_plural:
        draft = unnamed.make(scene, role)
        return (draft.id,), "unnamed"
    post = peer_of(scene, role, owner_of(scene, role))
    if post is None or post.of is None:
        other = _other_peer(scene, role, post)
        if other:
            return (other.id,), f"counterpart: {other.name}"
        return (unnamed.make(scene, role).id,), "nobody is named"
    want = _Want(post.rank, frozenset(), "", post.of, former=False)
    inside = _in_article(scene, want, role.start)
    where = post.of.partition(":")[2]
    if inside:
        return (inside.id,), f"counterpart: {post.title} of {where} in this article"
    outside = _in_registry(scene, want)
    if outside:
        return (scene.person(outside).id,), f"counterpart: {post.title} of {where} at the time"
    draft = _office_holder(scene, post)
    return (draft.id,), f"counterpart: {post.title} of {where}"


def _office_holder(scene: Scene, post: Post) -> Draft:
    """The unnamed holder of an office: "Russian foreign minister"."""
    from dragoman.types import ActorKind

    country = scene.country_of(post.of)
    of = scene.registry.adjective(country) if country else (post.of_name or "")
    name = f"{of} {post.title}".strip()
    draft = scene.make(f"role:{country or unnamed.slug(of)}:{unnamed.slug(post.title)}", name, ActorKind.PERSON, country)
    if not draft.posts:
        draft.posts.append(post)
    return draft


def _other_peer(scene: Scene, role: Role, post: Post | None) -> Draft | None:
    """The person with the same office of another state, for "his counterpart" alone."""
    if not post:
        return None
    mine = owner_of(scene, role)
    found = [
        d for d in scene.drafts.values()
        if d.is_person and d is not mine and any(p.rank == post.rank for p in held(scene, d))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _several(scene: Scene, role: Role) -> tuple[tuple[str, ...], str]:
    """The persons of a plural role: one for each state named, or those mentioned before."""
    if len(role.of) > 1 and role.kind.sort == "office":
        return _each(scene, role)
    count = 2 if role.kind.sort == "pairs" else _NUMBERS.get(role.number or "")
    is_definite = role.determiner in {"the", "both", "these", "those", "all"} or role.number == "both"
    if is_definite and role.is_plain and role.kind.sort != "armed":
        found = _states(scene, role, count) if role.kind.sort == "nations" or role.kind.title == "side" else _persons(scene, role, count)
        if found:
            return tuple(d.id for d in found), "together: " + ", ".join(d.name for d in found)
    return (unnamed.make(scene, role).id,), "unnamed"


def _each(scene: Scene, role: Role) -> tuple[tuple[str, ...], str]:
    ids: list[str] = []
    for of in role.of:
        entry = scene.registry.entries[of]
        want = _Want(role.rank, scene.registry.classes.get(role.title, frozenset()), "", of, former=False)
        inside = _in_article(scene, want, role.start)
        outside = None if inside else _in_registry(scene, want)
        if inside or outside:
            ids.append(inside.id if inside else scene.person(outside).id)  # type: ignore[arg-type]
        else:
            ids.append(_office_holder(scene, Post(role.title, role.rank, role.kind.cls, of, entry.name)).id)
    return tuple(dict.fromkeys(ids)), f"{role.title} of each"


def _persons(scene: Scene, role: Role, count: int | None) -> list[Draft]:
    """The persons mentioned last who have such an office; all in the article where no count is given."""
    want = _want(scene, role)
    people = role.kind.sort in {"people", "pairs"}
    seen: list[Draft] = []
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start >= role.start or spot.form is MentionForm.PRONOUN:
            continue
        for id in spot.actors:
            draft = scene.drafts[id]
            if draft not in seen and draft.is_person and not id.startswith("role:") and (
                _fit(scene, draft, want) or (people and role.kind.title in {"man", "woman", "pair", "duo"})
            ):  # fmt: skip
                seen.append(draft)
        if count and len(seen) >= count:
            return seen[:count][::-1]
    return seen[::-1] if not count and 1 < len(seen) < 4 else []


def _states(scene: Scene, role: Role, count: int | None) -> list[Draft]:
    """The states mentioned last, by name, adjective or person."""
    if count is None:
        return []
    codes: list[str] = []
    for item in sorted(scene.found, key=lambda f: -f.start):
        code = scene.country_of(item.id)
        if item.start < role.start and code and code not in codes:
            codes.append(code)
        if len(codes) == count:
            return [scene.entry(f"state:{c}") for c in reversed(codes)]
    return []


def _last(scene: Scene, id: str, before: int) -> int:
    """Where an actor was mentioned last before a word, -1 where he was not."""
    return max((s.start for s in scene.spots if s.start < before and id in s.actors), default=-1)

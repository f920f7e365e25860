"""Whom a role without a name beside it means: "the French president", "his counterpart", "a diplomat"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import several, unnamed, wants
from dragoman.actors.holding import held, of_role, owner_of, peer_of
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.actors.wants import Want
from dragoman.types import MentionForm

__all__ = ["resolve"]

_SINGLE = frozenset({"head_of_state", "head_of_government", "monarch", "supreme_leader", "foreign_minister",
                     "defence_minister", "spokesperson", "ambassador", "secretary_general"})  # fmt: skip
"""Offices that one person holds, so that the article states the office even of somebody it does not name."""

_NAMED = frozenset({"name", "capital", "byword"})
"""How a name of the registry stands for a state itself, see `Found.how`."""

_BEFORE_NOUN = frozenset({"compound", "nmod:poss"})
"""What a name is that only says whose the noun after it is: "the ally Turkey's foreign minister"."""


def resolve(scene: Scene, role: Role) -> None:
    """Adds the mention of a role that stands without a name."""
    if not _is_room(scene, role) or _tells_of_name(scene, role):
        return
    if role.kind.title == "counterpart":
        found = _counterpart(scene, role) if role.owner is not None or role.of else None
    elif role.is_plural or role.number == "both":
        found = several.find(scene, role)
    else:
        found = _one(scene, role)
    if found:
        scene.mention(role.start, role.end, MentionForm.NOMINAL, *found)


def _is_room(scene: Scene, role: Role) -> bool:
    """Whether no name or role that goes beyond this one covers it."""
    covering = [scene.spots[n] for n in {scene.cover[i] for i in range(role.start, role.end)} - {-1}]
    return scene.cover[role.head] < 0 and all(role.start <= s.start and s.end <= role.end for s in covering)


def _tells_of_name(scene: Scene, role: Role) -> bool:
    """Whether the words only say what the state named right after them is: "its longtime ally Moscow"."""
    words = scene.words
    name = next((f for f in scene.found if f.start == role.end and f.how in _NAMED and not f.nested), None)
    if not name or role.is_plural or role.kind.rank:
        return False
    last = name.end - 1
    is_beside = words.deps[last] not in _BEFORE_NOUN or words.heads[last] == role.head
    return is_beside and words.lines[last] == words.lines[role.head]


def _one(scene: Scene, role: Role) -> several.Meant | None:
    if role.is_indefinite:
        return (_unnamed(scene, role).id,), "unnamed"
    want = wants.of_role_wanted(scene, role)
    inside = wants.in_article(scene, want, role.start)
    if inside and not (want.of is None and _is_unnamed_later(scene, role, inside)):
        _state(scene, role, inside, want.of)
        return (inside.id,), f"{role.title}: {inside.name} in this article"
    outside = wants.in_registry(scene, want)
    if outside:
        draft = scene.person(outside)
        _state(scene, role, draft, want.of)
        return (draft.id,), f"{role.title} at the time: {draft.name}"
    if role.kind.is_head and role.is_plain and role.determiner != "the":
        return None
    draft = _unnamed(scene, role)
    draft.country = draft.country or scene.country_of(want.of)
    return (draft.id,), "nobody is named"


def _is_unnamed_later(scene: Scene, role: Role, inside: Draft) -> bool:
    """Whether an unnamed holder was mentioned after the named one: "an official … the official"."""
    other = unnamed.before(scene, role)
    at = role.start
    return other is not None and wants.last(scene, other.id, at) > wants.last(scene, inside.id, at)


def _unnamed(scene: Scene, role: Role) -> Draft:
    """The unnamed holder of an office, with the words that state it where it is a settled one."""
    draft = unnamed.make(scene, role)
    if not draft.posts and draft.is_person and role.kind.sort == "office":
        is_one = role.of and not role.is_indefinite and role.kind.rank in _SINGLE
        post = of_role(scene, role, span=scene.words.span(role.start, role.end) if is_one else None)
        draft.posts += [post] if post.of or role.kind.rank else []
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


def _counterpart(scene: Scene, role: Role) -> several.Meant:
    """The holder of the same office of another state: in this article, at the time, or unnamed."""
    owner = owner_of(scene, role)
    post = None if role.is_plural else peer_of(scene, role, owner)
    if post is None or post.of is None:
        other = _other_peer(scene, post, owner)
        return ((other or unnamed.make(scene, role)).id,), "counterpart"
    want = Want(post.rank, post.of)
    told = f"counterpart: {post.title} of {post.of.partition(':')[2]}"
    inside = wants.in_article(scene, want, role.start)
    if inside:
        return (inside.id,), f"{told} in this article"
    outside = wants.in_registry(scene, want)
    if outside:
        return (scene.person(outside).id,), f"{told} at the time"
    return (unnamed.holder(scene, post).id,), told


def _other_peer(scene: Scene, post: Post | None, mine: Draft | None) -> Draft | None:
    """The person with the same office of another state, for "his counterpart" alone."""
    if not post:
        return None
    peers = [d for d in scene.people() if d is not mine and any(p.rank == post.rank for p in held(scene, d))]
    return peers[0] if len(peers) == 1 else None

"""Offices as posts: what a role names, what a person holds, what his counterpart holds."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.registry import Tenure
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.actors.words import POSSESSIVES
from dragoman.types import ActorKind, Span

__all__ = ["held", "of_role", "owner_of", "peer_of"]


def of_role(scene: Scene, role: Role, *, span: Span | None) -> Post:
    """The office that a role names: of the state whose body it names, or whose official has it under him."""
    of = role.of[0] if role.of else role.kind.of
    if of is None and role.owner is not None:
        of = _owner_state(scene, role.owner)
    entry = scene.registry.entries.get(of) if of else None
    if entry and entry.kind is ActorKind.BODY and entry.country:
        entry = scene.registry.state(entry.country)
    id, name = (entry.id, entry.name) if entry else (None, None)
    return Post(role.title, role.rank, role.kind.cls, id, name, role.former, span)


def held(scene: Scene, draft: Draft) -> list[Post]:
    """The offices that the article gives a person, and those that the registry knows of up to then."""
    if not draft.known:
        return draft.posts
    stated = [_dated(p, draft.known.tenures, scene.day) for p in draft.posts]
    return stated + [
        _known(t, scene.day) for t in draft.known.tenures if not scene.day or t.since <= scene.day
    ]


def peer_of(scene: Scene, role: Role, owner: Draft | None) -> Post | None:
    """The office that "his Russian counterpart" holds: that of the owner, of the other state."""
    post = next((p for p in held(scene, owner) if not p.former and p.rank), None) if owner else None
    if not post:
        return None
    entry = scene.registry.entries.get(role.of[0]) if role.of else None
    return Post(post.title, post.rank, post.cls, entry.id if entry else None, entry.name if entry else None)


def owner_of(scene: Scene, role: Role) -> Draft | None:
    """The person whose counterpart, minister … is meant: the possessor, else the person mentioned last."""
    possessor = "" if role.owner is None else scene.words.lower[role.owner]
    if role.owner is not None and possessor not in POSSESSIVES:
        return next((scene.drafts[id] for id in scene.actors_at(role.owner)), None)
    gender = {"his": "m", "her": "f"}.get(possessor)
    for _, draft in scene.before(role.start):
        is_other = not (draft.country and f"state:{draft.country}" in role.of)
        is_fitting = not gender or draft.gender in {gender, None}
        if draft.is_person and (draft.posts or draft.known) and is_other and is_fitting:
            return draft
    return None


def _owner_state(scene: Scene, owner: int) -> str | None:
    """The state of the person who has the office under him: "Trump's ambassador"."""
    ids = () if scene.words.lower[owner] in POSSESSIVES else scene.actors_at(owner)
    country = scene.drafts[ids[0]].country if ids else None
    return f"state:{country}" if country else None


def _known(tenure: Tenure, day: str | None) -> Post:
    former = bool(day and tenure.until <= day)
    return Post(tenure.title, tenure.rank, tenure.cls, tenure.of, former=former)


def _dated(post: Post, tenures: tuple[Tenure, ...], day: str | None) -> Post:
    """The office, marked as over where the registry knows that it was: "President Obama" in 2018."""
    same = [t for t in tenures if t.rank == post.rank and t.of == post.of]
    over = bool(day and same and not any(t.covers(day) for t in same))
    return replace(post, former=True) if over and not post.former else post

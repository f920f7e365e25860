"""Persons and collectives without a name: "a French official", "Western nations", "the source"."""

from __future__ import annotations

import re

from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Post, Scene
from dragoman.actors.words import folded
from dragoman.types import ActorKind, MentionForm

__all__ = ["before", "holder", "make", "phrase", "slug"]

_DETERMINER = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|some|several|many|his|her|their|its|our|my|another|other|one|two"
    r"|three|most|all|both|few|various|any|no)\s+)+",
    re.IGNORECASE,
)
_POINTING = frozenset({"the", "these", "those", "this", "that", "both", "all"})
_COLLECTIVE = frozenset({"source", "people", "side"})


def make(scene: Scene, role: Role) -> Draft:
    """The unnamed actor that a role means: one that the article mentioned before, or a new one."""
    known = before(scene, role)
    if known:
        return known
    country = scene.country_of(role.of[0]) if len(role.of) == 1 else None
    text = " ".join(scene.words.text(role.start, role.end).split())
    is_named = role.owner is not None and scene.words.pos[role.owner] != "PRON"
    name = text if is_named else phrase(text)
    kind = _kind(role)
    prefix = "role" if kind is ActorKind.PERSON else "group"
    draft = scene.make(":".join(p for p in (prefix, country, slug(name)) if p), name, kind, country)
    draft.is_plural = role.is_plural
    draft.gender = draft.gender or role.kind.gender
    return draft


def holder(scene: Scene, post: Post) -> Draft:
    """The unnamed holder of an office: "Russian foreign minister"."""
    country = scene.country_of(post.of)
    of = scene.registry.adjective(country) if country else (post.of_name or "")
    id = f"role:{country or slug(of)}:{slug(post.title)}"
    draft = scene.make(id, f"{of} {post.title}".strip(), ActorKind.PERSON, country)
    draft.posts = draft.posts or [post]
    return draft


def before(scene: Scene, role: Role) -> Draft | None:
    """The unnamed actor mentioned last whose phrase has the same noun, for "the official"."""
    if role.determiner not in _POINTING or not role.is_plain:
        return None
    noun = slug(scene.words.forms[role.head])
    for spot, draft in scene.before(role.start):
        if spot.form is MentionForm.PRONOUN or not draft.id.startswith(("role:", "group:")):
            continue
        if draft.is_plural == role.is_plural and slug(draft.name).rpartition("-")[2] == noun:
            return draft
    return None


def phrase(text: str) -> str:
    """A noun phrase without the determiner before it, on one line."""
    plain = " ".join(text.split())
    return _DETERMINER.sub("", plain, count=1) if _DETERMINER.match(plain) else plain


def slug(text: str) -> str:
    """The part of an id that a name gives."""
    return folded(text).replace(" ", "-") or "unnamed"


def _kind(role: Role) -> ActorKind:
    if role.kind.sort == "armed":
        return ActorKind.ARMED_GROUP
    if role.kind.sort == "media" and not role.is_plural:
        return ActorKind.ORGANIZATION
    if (
        role.is_plural
        or role.kind.sort in {"nations", "collectives", "owned"}
        or role.kind.title in _COLLECTIVE
    ):
        return ActorKind.GROUP
    return ActorKind.PERSON

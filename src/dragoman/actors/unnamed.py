"""Persons and collectives without a name: "a French official", "Western nations", "the source"."""

from __future__ import annotations

import re

from dragoman.actors.offices import Role
from dragoman.actors.scene import Draft, Scene
from dragoman.actors.words import folded
from dragoman.types import ActorKind, MentionForm

__all__ = ["make", "phrase", "slug"]

_DETERMINER = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|some|several|many|his|her|their|its|our|my|another|other|one|two"
    r"|three|most|all|both|few|various|any|no)\s+)+",
    re.IGNORECASE,
)


def make(scene: Scene, role: Role) -> Draft:
    """The unnamed actor that a role means: one that the article mentioned before, or a new one."""
    before = _before(scene, role)
    if before:
        return before
    country = scene.country_of(role.of[0]) if len(role.of) == 1 else None
    name = phrase(scene.words.text(role.start, role.end)) if role.owner is None else _owned(scene, role)
    kind = _kind(role)
    prefix = "role" if kind is ActorKind.PERSON else "group"
    draft = scene.make(":".join(p for p in (prefix, country, slug(name)) if p), name, kind, country)
    draft.is_plural = role.is_plural
    draft.gender = draft.gender or role.kind.gender
    return draft


def phrase(text: str) -> str:
    """A noun phrase without the determiner before it, on one line."""
    plain = " ".join(text.split())
    return _DETERMINER.sub("", plain, count=1) if _DETERMINER.match(plain) else plain


def slug(text: str) -> str:
    """The part of an id that a name gives."""
    return folded(text).replace(" ", "-") or "unnamed"


def _owned(scene: Scene, role: Role) -> str:
    """The phrase with a possessor: with a name as it stands, without a pronoun."""
    words = scene.words
    if role.owner is not None and words.pos[role.owner] == "PRON":
        return phrase(words.text(role.start, role.end))
    return " ".join(words.text(role.start, role.end).split())


def _kind(role: Role) -> ActorKind:
    if role.kind.sort == "armed":
        return ActorKind.ARMED_GROUP
    if role.kind.sort == "media" and not role.is_plural:
        return ActorKind.ORGANIZATION
    if role.is_plural or role.kind.sort == "nations" or role.kind.title in _COLLECTIVE:
        return ActorKind.GROUP
    return ActorKind.PERSON


_COLLECTIVE = frozenset({"source", "party", "group", "team", "delegation", "panel", "committee", "commission",
                         "people", "crew", "family", "side", "campaign", "camp", "entourage", "legal team",
                         "inner circle"})  # fmt: skip


def _before(scene: Scene, role: Role) -> Draft | None:
    """The unnamed actor mentioned last whose phrase has the same noun, for "the official", "officials"."""
    if role.determiner not in {"the", "these", "those", "this", "that", "both", "all"}:
        return None
    if not role.is_plain:
        return None
    for spot in reversed(scene.spots):
        if spot.form is MentionForm.PRONOUN or len(spot.actors) != 1 or spot.start >= role.start:
            continue
        draft = scene.drafts[spot.actors[0]]
        if not draft.id.startswith(("role:", "group:")) or draft.is_plural != role.is_plural:
            continue
        if slug(draft.name).rpartition("-")[2] == slug(scene.words.forms[role.head]):
            return draft
    return None

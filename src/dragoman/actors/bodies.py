"""Bodies of a state that have no name of their own: "the Russian foreign ministry", "parliament"."""

from __future__ import annotations

from dragoman.actors import unnamed
from dragoman.actors.role import INDEFINITE, Role
from dragoman.actors.scene import Draft, Scene
from dragoman.actors.words import POSSESSIVES
from dragoman.types import ActorKind, MentionForm

__all__ = ["resolve"]

_LOOSE = frozenset({
    "army", "department", "mission", "side", "court", "opposition", "delegation", "leadership",
    "assembly", "police", "judiciary", "coast guard", "presidency", "intelligence",
})  # fmt: skip
"""Words that name a body only where the article says whose, or has named it before."""
_TOLD = frozenset({"side", "leadership", "delegation", "mission", "intelligence"})
"""Words that never mean the state that the article is about unless it says so."""
_BARE = frozenset({"parliament", "congress", "authorities", "police", "senate"})
"""Words that name a body without "the"."""
_GROUPS = frozenset({"delegation", "opposition", "side"})
_PLURAL = frozenset({"army", "police", "security forces"})


def resolve(scene: Scene, role: Role) -> None:
    """Adds the mention of a body, of the state where its word means that."""
    if not scene.is_free(role.head, role.end) or _is_manner(scene, role):
        return
    draft = _administration(scene, role) if role.kind.title == "administration" else _body(scene, role)
    if draft:
        why = f"body of {draft.country}" if draft.kind is ActorKind.BODY and draft.country else role.title
        scene.mention(role.start, role.end, MentionForm.NOMINAL, (draft.id,), why)


def _is_manner(scene: Scene, role: Role) -> bool:
    """Whether the words only say for whom something is done: "fought on the side of Damascus"."""
    told_after = role.kind.title == "side" and role.head + 1 < role.end
    return told_after and role.start > 0 and scene.words.lower[role.start - 1] == "on"


def _body(scene: Scene, role: Role) -> Draft | None:
    if role.kind.is_head and (role.owner is None or scene.words.lower[role.owner] in POSSESSIVES):
        return None  # "the office" is no body, "Trudeau's office" is
    entry = scene.registry.entries.get(role.of[0]) if role.of else None
    if entry and entry.country is None:
        if role.kind.title == "presidency":
            return None  # that of an organisation is a turn that its members take
        return scene.make(f"{entry.id}:{unnamed.slug(role.title)}", f"{entry.name} {role.title}", entry.kind)
    country = entry.country if entry else _owner_country(scene, role)
    if country is None and (known := _before(scene, role)):
        return known
    country = country or _implied(scene, role)
    is_state = role.kind.title in scene.registry.stately and role.title == role.kind.title
    if is_state:
        return scene.entry(f"state:{country}") if country else None
    return _make(scene, role, country)


def _make(scene: Scene, role: Role, country: str | None) -> Draft | None:
    if country is None and role.title in _LOOSE:
        return None
    is_told = role.owner is None and len(role.of) == 1 and scene.words.tags[role.core - 1] != "POS"
    if role.kind.is_head or (country and is_told and role.start < role.core):
        name = unnamed.phrase(scene.words.text(role.start, role.end))
    else:
        name = f"{scene.registry.adjective(country)} {role.title}" if country else role.title
    kind = ActorKind.GROUP if role.kind.title in _GROUPS else ActorKind.BODY
    about = unnamed.slug(name if role.kind.is_head else role.title)
    draft = scene.make(f"body:{country or 'XXX'}:{about}", name, kind, country)
    draft.is_plural = role.kind.title in _PLURAL
    return draft


def _administration(scene: Scene, role: Role) -> Draft | None:
    """The administration of a named president, the one named last, or that of a state."""
    owner = scene.actors_at(role.owner) if role.owner is not None else ()
    person = scene.drafts[owner[0]] if owner else None
    if person and person.is_person:
        family = person.fulls[0].text.split()[-1] if person.fulls else person.name
        return _named(scene, family, person.country or scene.main_country() or "USA")
    for _, draft in scene.before(role.start):
        if draft.id.endswith("-administration"):
            return draft
    country = scene.country_of(role.of[0]) if role.of else _implied(scene, role)
    return _named(scene, scene.registry.adjective(country), country) if country else None


def _named(scene: Scene, whose: str, country: str) -> Draft:
    name = f"{whose} administration"
    return scene.make(f"body:{country}:{unnamed.slug(name)}", name, ActorKind.BODY, country)


def _owner_country(scene: Scene, role: Role) -> str | None:
    """The state of a possessor: "Putin's government", "its army"."""
    if role.owner is None:
        return None
    ids = scene.actors_at(role.owner)
    if ids:
        return scene.drafts[ids[0]].country
    wants_person = scene.words.lower[role.owner] in {"his", "her"}
    for _, draft in scene.before(role.start):
        if draft.country and (draft.is_person if wants_person else draft.kind is ActorKind.STATE):
            return draft.country
    return None


def _before(scene: Scene, role: Role) -> Draft | None:
    """The body with the same word that the article mentioned last: "the ministry", "the government"."""
    stately = role.kind.title in scene.registry.stately
    for spot, draft in scene.before(role.start):
        is_same = draft.id.endswith(f":{unnamed.slug(role.title)}") or draft.name.lower().endswith(
            f" {role.title}"
        )
        if draft.id.startswith("body:") and is_same:
            return draft
        if stately and draft.kind is ActorKind.STATE and scene.words.lower[spot.end - 1] == role.kind.title:
            return draft
    return None


def _implied(scene: Scene, role: Role) -> str | None:
    """The state that the article is about, for a body that every state has."""
    if role.determiner in INDEFINITE or role.kind.title in _TOLD:
        return None
    is_bare = role.determiner is None and not scene.words.is_capital(role.head)
    return None if is_bare and role.kind.title not in _BARE else scene.main_country()

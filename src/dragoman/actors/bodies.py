"""Bodies of a state that have no name of their own: "the Russian foreign ministry", "parliament"."""

from __future__ import annotations

from dragoman.actors import unnamed
from dragoman.actors.offices import Role
from dragoman.actors.scene import Draft, Scene
from dragoman.types import ActorKind, MentionForm

__all__ = ["resolve"]

_LOOSE = frozenset({"army", "department", "mission", "side", "court", "opposition", "delegation", "leadership",
                    "assembly", "police", "judiciary", "coast guard", "presidency"})  # fmt: skip
"""Words that name a body only where the article says whose, or has named it before."""
_TOLD = frozenset({"side", "leadership", "delegation", "mission"})
"""Words that never mean the state that the article is about unless it says so."""
_BARE = frozenset({"parliament", "congress", "authorities", "police", "senate"})
"""Words that name a body without "the"."""
_PRONOUNS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "either", "each", "every"})


def resolve(scene: Scene, role: Role) -> None:
    """Adds the mention of a body, of the state where its word means that."""
    if not scene.is_free(role.head, role.end):
        return
    draft = _body(scene, role)
    if draft:
        why = f"body of {draft.country}" if draft.kind is ActorKind.BODY and draft.country else role.title
        scene.mention(role.start, role.end, MentionForm.NOMINAL, (draft.id,), why)


def _body(scene: Scene, role: Role) -> Draft | None:
    if role.kind.title == "administration":
        return _administration(scene, role)
    if role.kind.is_head and (role.owner is None or scene.words.lower[role.owner] in _PRONOUNS):
        return None
    of = role.of[0] if role.of else None
    entry = scene.registry.entries.get(of) if of else None
    if entry and entry.country is None:
        return scene.make(f"{entry.id}:{unnamed.slug(role.title)}", f"{entry.name} {role.title}", entry.kind)
    country = entry.country if entry else _owner_country(scene, role)
    if country is None:
        before = _before(scene, role)
        if before:
            return before
        country = _implied(scene, role)
    if role.kind.title in scene.registry.stately and not (role.core < role.head and role.title != role.kind.title):
        return scene.entry(f"state:{country}") if country else None
    return _make(scene, role, country)


def _make(scene: Scene, role: Role, country: str | None) -> Draft | None:
    if country is None and role.kind.title in _LOOSE and role.title == role.kind.title:
        return None
    told = role.owner is None and len(role.of) == 1 and scene.words.tags[role.core - 1] != "POS"
    if role.kind.is_head:
        name = unnamed.phrase(scene.words.text(role.start, role.end))
    elif country and told and role.start < role.core:
        name = unnamed.phrase(scene.words.text(role.start, role.end))
    else:
        name = f"{scene.registry.adjective(country)} {role.title}" if country else role.title
    kind = ActorKind.GROUP if role.kind.title in {"delegation", "opposition", "side"} else ActorKind.BODY
    about = name if role.kind.is_head else role.title
    draft = scene.make(f"body:{country or 'XXX'}:{unnamed.slug(about)}", name, kind, country)
    draft.is_plural = role.kind.title in {"army", "police", "security forces"}
    return draft


def _administration(scene: Scene, role: Role) -> Draft | None:
    """The administration of a named president, or the one named last."""
    owner = scene.actors_at(role.owner) if role.owner is not None else ()
    person = scene.drafts[owner[0]] if owner else None
    if person and person.is_person:
        family = person.fulls[0].text.split()[-1] if person.fulls else person.name
        country = person.country or "USA"
        return scene.make(f"body:{country}:{unnamed.slug(family)}-administration", f"{family} administration",
                          ActorKind.BODY, country)  # fmt: skip
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start < role.start and len(spot.actors) == 1 and spot.actors[0].endswith("-administration"):
            return scene.drafts[spot.actors[0]]
    country = scene.country_of(role.of[0]) if role.of else _implied(scene, role)
    if country is None:
        return None
    return scene.make(f"body:{country}:administration", f"{scene.registry.adjective(country)} administration",
                      ActorKind.BODY, country)  # fmt: skip


def _owner_country(scene: Scene, role: Role) -> str | None:
    """The state of a possessor: "Putin's government", "its army"."""
    if role.owner is None:
        return None
    ids = scene.actors_at(role.owner)
    if ids:
        return scene.drafts[ids[0]].country
    wants_person = scene.words.lower[role.owner] in {"his", "her"}
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start < role.start and len(spot.actors) == 1:
            draft = scene.drafts[spot.actors[0]]
            if draft.country and (draft.is_person if wants_person else draft.kind is ActorKind.STATE):
                return draft.country
    return None


def _before(scene: Scene, role: Role) -> Draft | None:
    """The body with the same word that the article mentioned last."""
    end = f":{unnamed.slug(role.title)}"
    stately = role.kind.title in scene.registry.stately
    for spot in sorted(scene.spots, key=lambda s: -s.start):
        if spot.start >= role.start or len(spot.actors) != 1:
            continue
        draft = scene.drafts[spot.actors[0]]
        if draft.id.startswith("body:") and (draft.id.endswith(end) or _is_called(draft, role)):
            return draft
        if stately and draft.kind is ActorKind.STATE and scene.words.lower[spot.end - 1] == role.kind.title:
            return draft
    return None


def _is_called(draft: Draft, role: Role) -> bool:
    """Whether a named body ends with the same word: "the ministry", "the assembly"."""
    return draft.name.lower().endswith(f" {role.title}")


def _implied(scene: Scene, role: Role) -> str | None:
    """The state that the article is about, for a body that every state has."""
    if role.determiner in _INDEFINITE or role.kind.title in _TOLD:
        return None
    if role.determiner is None and role.kind.title not in _BARE and not scene.words.is_capital(role.head):
        return None
    return scene.main_country()

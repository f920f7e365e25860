"""The model's own names that the registry does not know: organisations, peoples, places."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import states, unnamed
from dragoman.actors.gazetteer import Found
from dragoman.actors.scene import Scene
from dragoman.actors.words import Name
from dragoman.types import ActorKind, MentionForm

__all__ = ["mention"]

_OCCASIONS = frozenset({
    "summit", "meeting", "conference", "talks", "session", "report", "resolution", "deal", "sanctions",
    "election", "elections", "war", "act", "bill", "agreement", "mission",
})  # fmt: skip
_BODY = frozenset({
    "committee", "commission", "council", "ministry", "department", "agency", "court", "army", "navy",
    "force", "forces", "office", "bureau", "assembly", "parliament", "senate", "congress", "police",
    "embassy", "consulate", "directorate", "secretariat", "administration", "cabinet", "guard",
    "guards", "corps", "service", "tribunal", "authority", "board",
})  # fmt: skip
_PARTY = frozenset({"party", "movement", "alliance", "coalition", "front"})
_PREFIXES = {ActorKind.PARTY: "party", ActorKind.ORGANIZATION: "org"}


def mention(scene: Scene) -> None:
    """Adds mentions of organisations and peoples, and places, where nothing is mentioned yet."""
    for name in scene.words.names:
        start, end = _bare(scene, name)
        if start >= end or scene.words.silent[start] or not scene.is_free(start, end):
            continue
        text = " ".join(scene.words.text(start, end).split())
        if name.label in {"LOC", "FAC"}:
            scene.places.append((scene.words.span(start, end), text))
        elif name.label == "ORG":
            _mention_organization(scene, start, end, text)
        elif name.label == "NORP" and _is_people(scene, start, end):
            draft = scene.make(f"group:{unnamed.slug(text)}", text, ActorKind.GROUP)
            draft.is_plural = True
            scene.mention(start, end, MentionForm.NAME, (draft.id,), "named")


def _is_people(scene: Scene, start: int, end: int) -> bool:
    """Whether a nationality stands for people: no adjective, and no language as in "spoke in English"."""
    words = scene.words
    return words.pos[end - 1] in {"NOUN", "PROPN"} and not (start and words.lower[start - 1] == "in")


def _bare(scene: Scene, name: Name) -> tuple[int, int]:
    """A name without the article before it and the possessive after it."""
    words, start, end = scene.words, name.start, name.end
    while start < end and words.lower[start] in {"the", "a", "an"}:
        start += 1
    while start < end and (words.tags[end - 1] == "POS" or not words.forms[end - 1][-1].isalnum()):
        end -= 1
    return start, end


def _mention_organization(scene: Scene, start: int, end: int, text: str) -> None:
    """Adds an organisation; of a "NATO summit" only what it is a summit of."""
    inner = [f for f in scene.found if start <= f.start and f.end <= end]
    last = scene.words.lower[end - 1]
    if last in _OCCASIONS and inner:
        states.mention(scene, [replace(f, nested=False) for f in inner])
        return
    country = next((c for f in inner if (c := scene.country_of(f.id))), None)
    kind = _kind(last, inner)
    known = _abbreviated(scene, text) if text.isupper() else None
    prefix = _PREFIXES.get(kind, f"body:{country}")
    draft = scene.make(known or f"{prefix}:{unnamed.slug(text)}", text, kind, country)
    has_the = start > 0 and scene.words.lower[start - 1] == "the" and scene.is_free(start - 1, start)
    why = f"short for {draft.name}" if known else "named"
    scene.mention(start - has_the, end, MentionForm.NAME, (draft.id,), why)
    draft.names.setdefault(text)


def _kind(last: str, inner: list[Found]) -> ActorKind:
    """What an organisation is by its last word; a body of a state only where its name holds the state's."""
    if last in _PARTY:
        return ActorKind.PARTY
    is_body = last in _BODY and any(f.id.startswith(("state:", "body:")) for f in inner)
    return ActorKind.BODY if is_body else ActorKind.ORGANIZATION


def _abbreviated(scene: Scene, acronym: str) -> str | None:
    """The organisation of this article that an acronym is short for."""
    for draft in scene.drafts.values():
        initials = "".join(w[0] for w in draft.name.split() if w[0].isupper())
        if len(acronym) > 2 and initials == acronym and not draft.is_person:
            return draft.id
    return None

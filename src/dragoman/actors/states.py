"""Names of the registry as mentions: states, capitals that stand for them, organisations; and places."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import unnamed
from dragoman.actors.gazetteer import Found
from dragoman.actors.scene import Scene
from dragoman.actors.words import Name
from dragoman.types import ActorKind, MentionForm

__all__ = ["mention_entries", "mention_names"]

_LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "into"})
_MOTION = frozenset("""trip visit travel go fly arrive return head come flight journey tour route back
    drive welcome invite depart leave mission""".split())  # noqa: SIM905
_OCCASIONS = frozenset({"summit", "meeting", "conference", "talks", "session", "report", "resolution", "deal", "sanctions",
                        "election", "elections", "war", "act", "bill", "agreement", "mission"})  # fmt: skip
_BODY = frozenset("""committee commission council ministry department agency court army navy force forces office bureau
    assembly parliament senate congress police embassy consulate directorate secretariat administration cabinet guard
    guards corps service tribunal authority board""".split())  # noqa: SIM905
_PARTY = frozenset({"party", "movement", "alliance", "coalition", "front"})


def mention_entries(scene: Scene) -> None:
    """Adds mentions for what the registry found, and the places among it."""
    _mention_all(scene, scene.found)


def _mention_all(scene: Scene, found: list[Found]) -> None:
    for item in found:
        if item.nested or item.how == "person":
            continue
        start = item.start - int(item.start > 0 and scene.words.lower[item.start - 1] == "the")
        if scene.is_free(item.start, item.end):
            _mention(scene, item, start if scene.is_free(start, item.end) else item.start)
        elif item.how in {"capital", "name"}:
            _place(scene, item)


def _mention(scene: Scene, item: Found, start: int) -> None:
    entry = scene.registry.entries[item.id]
    if item.how == "capital":
        if _place(scene, item):
            return
        scene.entry(item.id)
        scene.mention(item.start, item.end, MentionForm.NAME, (item.id,), f"capital of {entry.name}")
    elif item.how == "adjective":
        if not _is_of_people(scene, item):
            scene.entry(item.id)
            scene.mention(item.start, item.end, MentionForm.NOMINAL, (item.id,), f"adjective of {entry.name}")
            scene.drafts[item.id].names.pop(scene.words.text(item.start, item.end), None)
        else:
            scene.entry(item.id)
            scene.mention(start, item.end, MentionForm.NAME, (item.id,), f"people of {entry.name}")
    else:
        _place(scene, item)
        scene.entry(item.id)
        why = {"people": f"people of {entry.name}", "byword": f"byword for {entry.name}"}.get(item.how, "named")
        scene.mention(start, item.end, MentionForm.NAME, (item.id,), why)


def _is_of_people(scene: Scene, item: Found) -> bool:
    """Whether an adjective stands for the people: "the French said"."""
    words, after = scene.words, item.end
    return (
        item.start > 0 and words.lower[item.start - 1] == "the"
        and (after >= len(words) or words.pos[after] in {"VERB", "AUX", "PUNCT", "ADP", "CCONJ", "ADV"})
        and words.pos[item.start] in {"NOUN", "PROPN", "ADJ"}
    )  # fmt: skip


def _place(scene: Scene, item: Found) -> bool:
    """Adds the place where a state, capital or building stands for one; True where it was."""
    entry = scene.registry.entries[item.id]
    if item.how not in {"name", "capital"} or not (entry.kind is ActorKind.STATE or entry.seat):
        return False
    if not _is_locative(scene, item.start, is_city=item.how == "capital"):
        return False
    shown = " ".join(scene.words.text(item.start, item.end).split())
    scene.places.append((scene.words.span(item.start, item.end), shown if item.how == "capital" else entry.name))
    return True


def _is_locative(scene: Scene, start: int, *, is_city: bool) -> bool:
    """Whether a name says where: after "in", "at", after "to" with a verb or noun of going, in a dateline."""
    words, k = scene.words, start - 1
    while k >= 0 and words.lower[k] in {"the", "central", "downtown", "eastern", "western", "northern", "southern", "nearby"}:
        k -= 1
    if k < 0:
        return is_city
    if words.lower[k] in _LOCATIVE:
        return True
    if words.lower[k] in {"to", "from", "for", "of"}:
        near = {words.lemmas[i].lower() for i in range(max(0, k - 4), k)}
        return bool(near & _MOTION) or (words.lower[k] == "of" and "city" in near)
    return is_city and (words.lines[k] != words.lines[start]) and _is_dateline(scene, start)


def _is_dateline(scene: Scene, start: int) -> bool:
    words = scene.words
    after = [words.forms[i] for i in range(start + 1, min(start + 5, len(words)))]
    return any(f in {"(", "—", "–", "-", ":"} for f in after)


def mention_names(scene: Scene) -> None:
    """Adds mentions and places for the model's own names that the registry does not know."""
    known = len(scene.found)
    for name in scene.words.names:
        start, end = _bare(scene, name)
        if start >= end or scene.words.silent[start] or not scene.is_free(start, end):
            continue
        text = " ".join(scene.words.text(start, end).split())
        if name.label in {"LOC", "FAC"}:
            scene.places.append((scene.words.span(start, end), text))
        elif name.label == "ORG":
            _organization(scene, start, end, text)
        elif name.label == "NORP" and scene.words.pos[end - 1] in {"NOUN", "PROPN"}:
            draft = scene.make(f"group:{unnamed.slug(text)}", text, ActorKind.GROUP)
            draft.is_plural = True
            scene.mention(start, end, MentionForm.NAME, (draft.id,), "named")
    _mention_all(scene, scene.found[known:])


def _bare(scene: Scene, name: Name) -> tuple[int, int]:
    """A name without the article before it and the possessive after it."""
    words, start, end = scene.words, name.start, name.end
    while start < end and words.lower[start] in {"the", "a", "an"}:
        start += 1
    while start < end and (words.tags[end - 1] == "POS" or not words.forms[end - 1][-1].isalnum()):
        end -= 1
    return start, end


def _organization(scene: Scene, start: int, end: int, text: str) -> None:
    inner = [f for f in scene.found if start <= f.start and f.end <= end]
    country = next((c for f in inner if (c := scene.country_of(f.id))), None)
    last = scene.words.lower[end - 1]
    if last in _OCCASIONS and inner:
        scene.found += [replace(f, nested=False) for f in inner]
        return
    kind = ActorKind.PARTY if last in _PARTY else ActorKind.BODY if last in _BODY and country else ActorKind.ORGANIZATION
    prefix = {ActorKind.PARTY: "party", ActorKind.BODY: f"body:{country}"}.get(kind, "org")
    known = _abbreviated(scene, text) if text.isupper() else None
    id = known or f"{prefix}:{unnamed.slug(text)}"
    draft = scene.make(id, text, kind, country)
    lead = start - int(start > 0 and scene.words.lower[start - 1] == "the" and scene.is_free(start - 1, start))
    scene.mention(lead, end, MentionForm.NAME, (draft.id,), "named" if not known else f"short for {draft.name}")
    draft.names.setdefault(text)


def _abbreviated(scene: Scene, acronym: str) -> str | None:
    """The organisation of this article that an acronym is short for."""
    for draft in scene.drafts.values():
        initials = "".join(w[0] for w in draft.name.split() if w[0].isupper())
        if len(acronym) > 2 and initials == acronym and not draft.is_person:
            return draft.id
    return None

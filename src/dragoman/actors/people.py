"""Which of the names in an article are one person."""

from __future__ import annotations

from dragoman.actors import likelihood, names
from dragoman.actors.names import Full
from dragoman.actors.naming import PersonName
from dragoman.actors.registry import Known, Registry
from dragoman.actors.role import Role
from dragoman.actors.scene import Draft, Scene
from dragoman.actors.words import Words, folded
from dragoman.types import ActorKind, MentionForm

__all__ = ["Owners", "elsewhere", "resolve"]

Owners = dict[int, Draft]
"""The person of each name, by the name's first word."""


def resolve(scene: Scene, found: list[PersonName], roles: list[Role]) -> Owners:
    """Gives each name its person: full names first, then what is short for one of them."""
    titles = {r.end: r for r in roles}
    fulls = {n.start: names.make_full(" ".join(scene.words.text(n.start, n.end).split())) for n in found}
    owners: Owners = {}
    for name in sorted(found, key=lambda n: (-len(fulls[n.start].parts), n.start)):
        if len(fulls[name.start].parts) > 1:
            owners[name.start] = _full(scene, fulls[name.start])
    for name in found:
        if name.start not in owners:
            owners[name.start] = _short(scene, name, fulls[name.start], titles.get(name.lead), owners)
    for name in found:
        _note(scene, owners[name.start], name, fulls[name.start])
    return owners


def elsewhere(scene: Scene, owners: Owners) -> list[PersonName]:
    """Adds mentions for family names that the model did not take for names, once the person is known."""
    words, more = scene.words, []
    families = _families(owners)
    barred = {
        i for n in words.names if n.label in {"LOC", "FAC", "PRODUCT", "DATE"} for i in range(n.start, n.end)
    }
    for i, form in enumerate(words.forms):
        if not words.is_capital(i) or words.silent[i] or i in barred or not scene.is_free(i, i + 1):
            continue
        drafts = families.get(form) or _famous(scene, i)
        if drafts and _is_noun(words, i):
            name = PersonName(i, i + 1, i)
            owners[i] = _nearest(name, drafts, owners) if len(drafts) > 1 else drafts[0]
            _note(scene, owners[i], name, names.make_full(form))
            more.append(name)
    return more


def _full(scene: Scene, full: Full) -> Draft:
    """The person of a name of several parts."""
    same = [d for d in scene.people() if any(names.is_same(full, f) for f in d.fulls)]
    known = None if same else _known(scene, full)
    fitting = (
        []
        if same or known
        else [d for d in scene.people() if any(names.short_fit(full, f) >= 2 for f in d.fulls)]
    )
    if same:
        draft = same[0]
    elif known:
        draft = scene.person(known)
    elif len(fitting) == 1:
        return fitting[0]
    else:
        draft = scene.make(f"person:{full.key}", full.text, ActorKind.PERSON)
    _learn(draft, full)
    return draft


def _short(scene: Scene, name: PersonName, full: Full, role: Role | None, owners: Owners) -> Draft:
    """The person of a name of one part: one whom the article names in full, else one of the registry."""
    fits = _fitting(scene, name, full)
    if role and role.kind.rank and (titled := likelihood.of_title(scene, full, role, list(fits))):
        return titled
    if fits:
        drafts = [d for d, fit in fits.items() if fit == max(fits.values())]
        serving = [d for d in drafts if d.known and d.known.is_serving(scene.day)]
        nearest = _nearest(name, serving if len(serving) == 1 else drafts, owners)
        is_far = _distance(scene, name, nearest, owners) >= 3
        return (likelihood.in_office(scene, full, role, nearest) if is_far else None) or nearest
    for draft in scene.people():
        if any(f.key == full.key for f in draft.fulls):
            return draft
    known = likelihood.best(scene, full, role)
    draft = scene.person(known) if known else scene.make(_local(scene, full), full.text, ActorKind.PERSON)
    _learn(draft, full)
    return draft


def _fitting(scene: Scene, name: PersonName, full: Full) -> dict[Draft, int]:
    """The persons for whose names a short one may stand, and how well it does."""
    is_given = name.given or not name.honored or folded(full.text) not in scene.registry.given
    fits = {}
    for draft in scene.people():
        fit = max((names.short_fit(full, f) for f in draft.fulls), default=0)
        if name.given and fit and any(f.parts[0] == full.parts[0] for f in draft.fulls):
            fit = 4  # "Sheikh Sabah"
        if fit >= (1 if is_given else 2):
            fits[draft] = fit
    alike = {d: fit for d, fit in fits.items() if not (name.gender and d.gender and name.gender != d.gender)}
    return alike or fits


def _known(scene: Scene, full: Full) -> Known | None:
    """Whom of the registry a full name means: in another spelling only one who fits the article."""
    registry = scene.registry
    for sense in registry.names.senses(full.text):
        if sense.how == "person":
            return registry.people[sense.id]
    return next(
        (
            p
            for p in registry.parts.get(full.family, ())
            if any(names.is_same(full, f) for f in p.fulls) and likelihood.is_fitting(scene, p)
        ),
        None,
    )


def _learn(draft: Draft, full: Full) -> None:
    if full not in draft.fulls:
        draft.fulls.append(full)


def _local(scene: Scene, full: Full) -> str:
    """An id that holds in this article only: a single name tells nobody apart elsewhere."""
    return f"person:{full.key or 'unnamed'}@{scene.article}"


def _nearest(name: PersonName, drafts: list[Draft], owners: Owners) -> Draft:
    """The one named last before, else first after."""
    places = [start for start, d in owners.items() if d in drafts and start != name.start]
    earlier = [start for start in places if start < name.start]
    if earlier:
        return owners[max(earlier)]
    return owners[min(places)] if places else drafts[0]


def _distance(scene: Scene, name: PersonName, draft: Draft, owners: Owners) -> int:
    """How many sentences ago a person was named; many where not yet."""
    last = max((start for start, d in owners.items() if d is draft and start < name.start), default=None)
    sentences = scene.words.sentences
    return 99 if last is None else sentences[name.start] - sentences[last]


def _families(owners: Owners) -> dict[str, list[Draft]]:
    """The persons of the article by family name, as it is written."""
    families: dict[str, list[Draft]] = {}
    for draft in dict.fromkeys(owners.values()):
        for full in draft.fulls:
            families.setdefault(full.text.split()[-1] if len(full.parts) > 1 else full.text, []).append(draft)
            if full.is_family_first:
                families.setdefault(full.text.split()[0], []).append(draft)
    return families


def _famous(scene: Scene, i: int) -> list[Draft]:
    """The person in office whose family name a word is, where the model saw no name: "Trump"."""
    words = scene.words
    if words.pos[i] != "PROPN" or i in scene.named or (i + 1 < len(words) and words.pos[i + 1] == "PROPN"):
        return []
    known = likelihood.best(scene, names.make_full(words.forms[i]), None, least=likelihood.LEAST + 1)
    return [scene.person(known)] if known and known.is_serving(scene.day) else []


def _is_noun(words: Words, i: int) -> bool:
    """Whether a capitalised word is a name here, and no word at the head of a sentence."""
    if words.pos[i] in {"PROPN", "PRON"}:
        return True
    follows = i + 1 < len(words) and words.pos[i + 1] in {"VERB", "AUX", "PART"}
    starts = i == 0 or words.sentences[i - 1] != words.sentences[i] or words.forms[i - 1] in {"“", '"'}
    return words.pos[i] in {"NOUN", "ADJ", "X"} and (follows or not starts)


def _note(scene: Scene, draft: Draft, name: PersonName, full: Full) -> None:
    """Adds the mention, and what the name tells of the person."""
    if not scene.is_free(name.lead, name.end):
        return
    start = _outlet(scene, name.lead)
    scene.mention(start, name.end, MentionForm.NAME, (draft.id,), _why(draft, full))
    draft.names.setdefault(full.text)
    if draft.known and draft.known.country:
        scene.weights[draft.known.country] += 1
    draft.country = draft.country or scene.country_of(name.of)
    if not draft.gender:
        given = names.make_full(draft.name).given or ""
        draft.gender = name.gender or _gender(scene.registry, full.text) or _gender(scene.registry, given)


def _outlet(scene: Scene, lead: int) -> int:
    """Where "the BBC's Jonathan Marcus" begins."""
    words, k = scene.words, lead - 1
    if k < 1 or words.tags[k] != "POS":
        return lead
    for item in scene.found:
        if item.end == k and item.id.startswith("org:"):
            return item.start - (item.start > 0 and words.lower[item.start - 1] == "the")
    return lead


def _why(draft: Draft, full: Full) -> str:
    if len(full.parts) > 1 or len(draft.name.split()) == 1:
        return "named"
    is_family = names.short_fit(full, names.make_full(draft.name)) >= 2
    return f"surname of {draft.name}" if is_family else f"short for {draft.name}"


def _gender(registry: Registry, name: str) -> str | None:
    """What the first part of a name tells."""
    first = folded(name.split(maxsplit=1)[0]) if name else ""
    return registry.given.get(first) or registry.given.get(first.partition(" ")[0])

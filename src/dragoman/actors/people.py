"""Names of persons in an article, and which of them are one person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.actors import names
from dragoman.actors.gazetteer import Found
from dragoman.actors.names import Full
from dragoman.actors.offices import Role
from dragoman.actors.registry import Known, Registry
from dragoman.actors.scene import Draft, Scene
from dragoman.actors.words import Words, folded
from dragoman.types import ActorKind, MentionForm

__all__ = ["PersonName", "after_titles", "elsewhere", "find", "resolve"]

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "bint", "von", "van", "de", "del", "da", "dos", "der", "la", "le", "di",
                        "du", "ter", "den", "and", "abu", "ould"})  # fmt: skip
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_HYPHENS = frozenset("-‑")
_NAMELIKE = frozenset({"PROPN", "X", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """Where a person is named, in words (end exclusive), without titles; `lead` is where a form of
    address before it begins, `gender` what that tells, `given` whether a given name follows it, `of`
    the state that stands before a rank: "U.S. Gen. Breedlove".
    """

    start: int
    end: int
    lead: int
    gender: str | None = None
    given: bool = False
    honored: bool = False
    of: str | None = None


def find(words: Words, registry: Registry, found: list[Found]) -> list[PersonName]:
    """The names of persons that the model, the registry or a form of address tells, in order."""
    units = {i for f in found for i in range(f.start, f.end) if f.how != "person" and not f.nested}
    spans = [s for n in words.names if n.label == "PER" and (s := _trimmed(words, registry, found, n.start, n.end))]
    spans += [(f.start, f.end) for f in found if f.how == "person" and not f.nested]
    spans += _after_honorifics(words, registry, units)
    spans = [part for span in spans for part in _halves(words, registry, *span)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if words.silent[start] or any(start < b and a < end for a, b in kept):
            continue
        if not any(words.is_capital(i) for i in range(start, end)):
            continue
        kept.append((start, end))
    return [_with_lead(words, registry, found, start, end) for start, end in sorted(kept)]


def _halves(words: Words, registry: Registry, start: int, end: int) -> list[tuple[int, int]]:
    """Two names where a hyphen joins those of two people, as in "the Obama-Putin meeting"."""
    if end - start == 3 and words.forms[start + 1] in _HYPHENS:
        families = [folded(words.forms[i]) for i in (start, start + 2)]
        if all(any(f.family == part for k in registry.parts.get(part, ()) for f in k.fulls) for part in families):
            return [(start, start + 1), (start + 2, end)]
    return [(start, end)]


def after_titles(
    words: Words, registry: Registry, roles: list[Role], found: list[Found], known: list[PersonName]
) -> list[PersonName]:
    """Names that only a title before them tells: "Comptroller Solís"."""
    taken = {i for n in known for i in range(n.start, n.end)} | {i for f in found for i in range(f.start, f.end)}
    others = {i for n in words.names if n.label != "PER" for i in range(n.start, n.end)}
    out = []
    for role in roles:
        if role.is_plural or role.end >= len(words) or not words.is_capital(role.head):
            continue
        rank = registry.honorifics.at(words, role.end)
        begin = rank.end if rank else role.end
        end = _run(words, begin, taken | others) if begin < len(words) else begin
        if end > begin and words.lines[begin] == words.lines[role.head]:
            out.append(_with_lead(words, registry, found, begin, end))
    return out


def _trimmed(
    words: Words, registry: Registry, found: list[Found], start: int, end: int
) -> tuple[int, int] | None:
    """A name of the model's without titles before it and possessives after it, whole where hyphens cut it."""
    whole = {(f.start, f.end): f for f in found}
    unit = whole.get((start, end))
    if unit and unit.how != "person" and not _is_family(words, start, end):
        return None
    while start < end and (skip := _leading(words, registry, whole, start, end)):
        start += skip
    while start < end and (words.tags[end - 1] == "POS" or not any(c.isalnum() for c in words.forms[end - 1])):
        end -= 1
    cut = next((i for i in range(start, end) if words.forms[i] in "(,/["), end)
    end = cut if cut > start else end
    if start >= end or _is_title(words, registry, start, end) or _is_affiliation(words, start, end):
        return None
    return _widened(words, start, end)


def _is_title(words: Words, registry: Registry, start: int, end: int) -> bool:
    """Whether a name is nothing but a title or a form of address: "Amir", "Brigadier General"."""
    for lexicon in (registry.titles, registry.honorifics):
        match = lexicon.at(words, start)
        if match and match.end >= end:
            return True
    return False


def _is_affiliation(words: Words, start: int, end: int) -> bool:
    """Whether a name is the party and state of an American legislator: "(D-NJ)"."""
    return bool(re.fullmatch(r"[DRI]\s?[-–‑]\s?[A-Z][A-Za-z]+\.?", words.text(start, end)))


def _is_family(words: Words, start: int, end: int) -> bool:
    """Whether a state's or capital's name is also the last part of a person's: "Valeska Paris … Paris"."""
    text = words.text(start, end)
    return any(n.label == "PER" and n.end - n.start > 1 and words.forms[n.end - 1] == text for n in words.names)


def _leading(
    words: Words, registry: Registry, whole: dict[tuple[int, int], Found], start: int, end: int
) -> int:
    """How many words at the head of a name are no part of it."""
    title = registry.titles.at(words, start)
    if title and title.end < end and folded(words.forms[start]) not in registry.given:
        return title.end - start
    honorific = registry.honorifics.at(words, start)
    if honorific and honorific.end < end:
        return honorific.end - start
    unit = next((f for (a, b), f in whole.items() if a == start and b < end and f.how in {"adjective", "name"}), None)
    if unit and (unit.how == "adjective" or _follows_title(words, registry, start)):
        return unit.end - start
    return int(words.lower[start] in {"the", "a", "his", "her", "then", "former"})


def _follows_title(words: Words, registry: Registry, start: int) -> bool:
    """Whether a name begins with the state of a title before it: "Ambassador to Peru" X."""
    if start < 2 or words.lower[start - 1] not in {"to", "of"}:
        return False
    return any((m := registry.titles.at(words, k)) and m.end == start - 1 for k in range(max(0, start - 4), start - 1))


def _widened(words: Words, start: int, end: int) -> tuple[int, int]:
    """The name with what hyphens and the model's own grammar join to it."""
    while start > 1 and words.forms[start - 1] in _HYPHENS and words.is_glued(start - 1) and words.is_glued(start - 2):
        start -= 2
    while end < len(words):
        if words.forms[end] in _HYPHENS and words.is_glued(end - 1) and words.is_glued(end):
            end += 2
        elif words.lower[end] in _SUFFIXES or (
            words.deps[end].startswith("flat") and start <= words.heads[end] < end
            and words.is_capital(end) and words.pos[end] == "PROPN"
        ):  # fmt: skip
            end += 1
        else:
            break
    return start, min(end, len(words))


def _after_honorifics(words: Words, registry: Registry, units: set[int]) -> list[tuple[int, int]]:
    others = {i for n in words.names if n.label in {"ORG", "FAC", "LOC"} for i in range(n.start, n.end)}
    seen = {n.start for n in words.names if n.label == "PER"}
    barred = units | {i for n in words.names if n.label == "DATE" for i in range(n.start, n.end)}
    out = []
    for i in range(len(words)):
        if not words.is_capital(i):
            continue
        match = registry.honorifics.at(words, i)
        if match and match.end < len(words) and registry.titles.at(words, match.end):
            continue
        if match and i not in units and i not in others and match.end not in seen:
            end = _run(words, match.end, barred)
            if end > match.end and words.lines[match.end] == words.lines[i]:
                out.append((match.end, end))
    return out


def _run(words: Words, at: int, barred: set[int]) -> int:
    """Where a run of capitalised words ends."""
    end = at
    while end < len(words) and end - at < 6 and end not in barred and words.lines[end] == words.lines[at - 1]:
        if words.is_capital(end) and words.pos[end] in _NAMELIKE and words.forms[end].isascii() | words.forms[end].isalpha():
            end += 1
        elif end > at and words.forms[end] in _HYPHENS and words.is_glued(end - 1) and words.is_glued(end):
            end += 2
        elif end > at and words.lower[end] in _PARTICLES - {"and"} and end + 1 < len(words) and words.is_capital(end + 1):
            end += 2
        else:
            break
    return min(end, len(words))


def _with_lead(words: Words, registry: Registry, found: list[Found], start: int, end: int) -> PersonName:
    """The name with the form of address before it."""
    lead, gender, given, honored = start, None, False, False
    for _ in range(3):
        match = next(
            (m for k in range(max(0, lead - 3), lead)
             if (m := registry.honorifics.at(words, k)) and m.end == lead and words.lines[k] == words.lines[start]
             and not _ends_title(words, registry, k, lead)),
            None,
        )  # fmt: skip
        if not match:
            break
        lead, honored = match.start, True
        gender = gender or match.senses[0][0]
        given = given or match.senses[0][1]
    unit = next((f for f in found if f.end == lead), None) if honored else None
    if unit and words.text(unit.start, unit.end) in registry.adjectives and not (
        unit.start and words.tags[unit.start - 1] in {"PRP$", "POS"}
    ):
        return PersonName(start, end, unit.start, gender, given, honored, unit.id)
    return PersonName(start, end, lead, gender, given, honored)


def _ends_title(words: Words, registry: Registry, start: int, end: int) -> bool:
    """Whether a rank is the end of a title: "Attorney | General"."""
    return any((m := registry.titles.at(words, k)) and m.end == end for k in range(max(0, start - 2), start))


def resolve(scene: Scene, found: list[PersonName], roles: list[Role]) -> dict[int, Draft]:
    """Gives each name its person: full names first, then what is short for one of them.

    Returns:
        The actor of each name, by the name's first word.
    """
    before = {r.end: r for r in roles}
    fulls = {n.start: names.make_full(" ".join(scene.words.text(n.start, n.end).split())) for n in found}
    owners: dict[int, Draft] = {}
    for name in sorted(found, key=lambda n: (-len(fulls[n.start].parts), n.start)):
        full = fulls[name.start]
        if len(full.parts) > 1:
            owners[name.start] = _full(scene, name, full)
    for name in found:
        if name.start not in owners:
            owners[name.start] = _short(scene, name, fulls[name.start], before.get(name.lead), owners)
    for name in found:
        _note(scene, owners[name.start], name, fulls[name.start])
    return owners


def _full(scene: Scene, name: PersonName, full: Full) -> Draft:
    """The person of a name of several parts."""
    for draft in scene.drafts.values():
        if draft.is_person and any(names.is_same(full, f) for f in draft.fulls):
            _learn(draft, full)
            return draft
    known = _known(scene.registry, full)
    if known:
        draft = scene.person(known)
    else:
        fitting = [d for d in scene.drafts.values() if d.is_person and any(names.short_fit(full, f) >= 2 for f in d.fulls)]
        if len(fitting) == 1:
            return fitting[0]
        draft = scene.make(f"person:{full.key}", full.text, ActorKind.PERSON)
    _learn(draft, full)
    _ = name
    return draft


def elsewhere(scene: Scene, owners: dict[int, Draft]) -> list[PersonName]:
    """Adds mentions for family names that the model did not take for names, once the person is known."""
    words, more = scene.words, []
    families: dict[str, list[Draft]] = {}
    for draft in {id(d): d for d in owners.values()}.values():
        for full in draft.fulls:
            families.setdefault(full.text.split()[-1] if len(full.parts) > 1 else full.text, []).append(draft)
            if full.is_family_first:
                families.setdefault(full.text.split()[0], []).append(draft)
    named = {i for n in words.names if n.label in {"LOC", "FAC", "PRODUCT"} for i in range(n.start, n.end)}
    for i, form in enumerate(words.forms):
        if not words.is_capital(i) or words.silent[i] or not scene.is_free(i, i + 1) or i in named:
            continue
        drafts = families.get(form) or _famous(scene, i)
        if drafts and _is_noun(words, i):
            name = PersonName(i, i + 1, i)
            draft = _nearest(name, drafts, owners) if len(drafts) > 1 else drafts[0]
            owners[i] = draft
            _note(scene, draft, name, names.make_full(form))
            more.append(name)
    return more


def _famous(scene: Scene, i: int) -> list[Draft]:
    """The person in office whose family name a word is, where the model saw no name: "Trump"."""
    words = scene.words
    if words.pos[i] != "PROPN" or i in scene.named or (i + 1 < len(words) and words.pos[i + 1] == "PROPN"):
        return []
    known = _likely(scene, names.make_full(words.forms[i]), None)
    return [scene.person(known)] if known and any(t.covers(scene.day) for t in known.tenures) else []


def _is_noun(words: Words, i: int) -> bool:
    """Whether a capitalised word is a name here, and no word at the head of a sentence."""
    if words.pos[i] in {"PROPN", "PRON"}:
        return True
    follows = i + 1 < len(words) and words.pos[i + 1] in {"VERB", "AUX", "PART"}
    starts = i == 0 or words.sentences[i - 1] != words.sentences[i] or words.forms[i - 1] in "“\""
    return words.pos[i] in {"NOUN", "ADJ", "X"} and (follows or not starts)


def _learn(draft: Draft, full: Full) -> None:
    if full not in draft.fulls:
        draft.fulls.append(full)


def _known(registry: Registry, full: Full) -> Known | None:
    for sense in registry.names.senses(full.text):
        if sense.how == "person":
            return registry.people[sense.id]
    for person in registry.parts.get(full.family, ()):
        if any(names.is_same(full, f) for f in person.fulls):
            return person
    return None


def _short(scene: Scene, name: PersonName, full: Full, role: Role | None, owners: dict[int, Draft]) -> Draft:
    """The person of a name of one part: one whom the article names in full, else one of the registry."""
    fits = [
        (max(names.short_fit(full, f) for f in d.fulls), d) for d in scene.drafts.values() if d.is_person and d.fulls
    ]
    least = 1 if name.given or not name.honored or folded(full.text) not in scene.registry.given else 2
    fits = [(fit, d) for fit, d in fits if fit >= least]
    fits = [(fit, d) for fit, d in fits if not (name.gender and d.gender and name.gender != d.gender)] or fits
    if name.given:
        fits = [(4 if any(f.parts[0] == full.parts[0] for f in d.fulls) else fit, d) for fit, d in fits]
    if role and role.kind.rank and (titled := _titled(scene, full, role, [d for _, d in fits])):
        return titled
    if fits:
        best = max(fit for fit, _ in fits)
        drafts = [d for fit, d in fits if fit == best]
        serving = [d for d in drafts if d.known and any(t.covers(scene.day) for t in d.known.tenures)]
        nearest = _nearest(name, serving if len(serving) == 1 else drafts, owners)
        return _in_office(scene, name, full, role, nearest, owners) or nearest
    same = next((d for d in scene.drafts.values() if d.is_person and any(f.key == full.key for f in d.fulls)), None)
    if same:
        return same
    known = _likely(scene, full, role)
    draft = scene.person(known) if known else scene.make(_local(scene, full), full.text, ActorKind.PERSON)
    _learn(draft, full)
    return draft


def _titled(scene: Scene, full: Full, role: Role, drafts: list[Draft]) -> Draft | None:
    """The one of several whose office the title before the name is, the registry's where none of them."""
    if any(d.known and any(t.rank == role.rank for t in d.known.tenures) for d in drafts):
        drafts = [d for d in drafts if d.known and any(t.rank == role.rank for t in d.known.tenures)]
        return drafts[0] if len(drafts) == 1 else None
    known = _likely(scene, full, role) if drafts else None
    if known and any(t.rank == role.rank and t.covers(scene.day) for t in known.tenures):
        return scene.person(known)
    return None


def _in_office(
    scene: Scene, name: PersonName, full: Full, role: Role | None, nearest: Draft, owners: dict[int, Draft]
) -> Draft | None:
    """Who holds office at the time, where the one of that name whom the article names far off no longer does."""
    if not scene.day or not nearest.known or any(t.covers(scene.day) for t in nearest.known.tenures):
        return None
    sentences = scene.words.sentences
    last = max((s for s, d in owners.items() if d is nearest and s < name.start), default=-1)
    if last >= 0 and sentences[name.start] - sentences[last] < 3:
        return None
    known = _likely(scene, full, role)
    if known is None or not any(t.covers(scene.day) for t in known.tenures):
        return None
    return scene.person(known)


def _local(scene: Scene, full: Full) -> str:
    """An id that holds in this article only: a single name tells nobody apart elsewhere."""
    return f"person:{full.key or 'unnamed'}@{scene.article[:8]}"


def _nearest(name: PersonName, drafts: list[Draft], owners: dict[int, Draft]) -> Draft:
    """The one named last before, else first after."""
    ids = {d.id for d in drafts}
    before = [start for start, d in owners.items() if d.id in ids and start < name.start]
    after = [start for start, d in owners.items() if d.id in ids and start > name.start]
    if before:
        return owners[max(before)]
    return owners[min(after)] if after else drafts[0]


def _likely(scene: Scene, full: Full, role: Role | None) -> Known | None:
    """The person in the registry whom a single name most likely means, None where nobody stands out."""
    scored = []
    for person in scene.registry.parts.get(full.parts[-1] if full.parts else "", ()):
        fit = max(names.short_fit(full, f) or 3 * (f.parts == full.parts) for f in person.fulls)
        if fit >= 3 or (fit and role):
            scored.append((_likelihood(scene, person, role), person))
    scored.sort(key=lambda s: -s[0])
    if not scored or scored[0][0] < 3 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]


def _likelihood(scene: Scene, person: Known, role: Role | None) -> int:
    """Points for the title that stands before the name, an office at the time, a state that is named."""
    points = 0
    ranks = {t.rank for t in person.tenures}
    if role and role.rank in ranks:
        points += 3
    elif role and role.rank and not role.kind.is_head:
        points -= 1
    if role and role.of and person.tenures and not any(t.of in role.of for t in person.tenures):
        points -= 4
    if person.country and scene.weights[person.country]:
        points += 2
    if any(t.covers(scene.day) for t in person.tenures) or (not scene.day and person.tenures):
        points += 2
    elif scene.day and any(t.until <= scene.day < _later(t.until) for t in person.tenures):
        points += 1
    return points


def _later(day: str, years: int = 8) -> str:
    return f"{int(day[:4]) + years:04}{day[4:]}"


def _note(scene: Scene, draft: Draft, name: PersonName, full: Full) -> None:
    """Adds the mention, and what the name tells of the person."""
    start = name.lead
    if not scene.is_free(start, name.end):
        return
    text = full.text
    if len(full.parts) == 1 and len(draft.name.split()) > 1:
        why = f"surname of {draft.name}" if names.short_fit(full, names.make_full(draft.name)) >= 2 else f"short for {draft.name}"
    else:
        why = "named"
    scene.mention(start, name.end, MentionForm.NAME, (draft.id,), why)
    draft.names.setdefault(text)
    draft.country = draft.country or scene.country_of(name.of)
    if not draft.gender:
        given = names.make_full(draft.name).given
        draft.gender = name.gender or _gender(scene.registry, text) or (given and _gender(scene.registry, given))


def _gender(registry: Registry, name: str) -> str | None:
    """What the first part of a name tells."""
    first = folded(name.split()[0])
    return registry.given.get(first) or registry.given.get(first.partition(" ")[0])

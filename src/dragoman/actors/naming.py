"""Where an article names persons: what the model saw, the registry knows, or a form of address tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Registry
from dragoman.actors.role import Role
from dragoman.actors.words import Words, folded

__all__ = ["PersonName", "after_titles", "find"]

_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "bint", "von", "van", "de", "del", "da", "dos", "der", "la", "le",
    "di", "du", "ter", "den", "abu", "ould",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_HYPHENS = frozenset("-‑")
_AGAINST = frozenset({"v.", "vs.", "v", "vs"})
"""What makes two names a court case: "King v. Burwell"."""
_LONG = 4
"""So many letters has a word that a headline begins with a capital, and so many such words a headline."""
_NAMELIKE = frozenset({"PROPN", "X", "NOUN", "ADJ"})
_AFFILIATION = re.compile(r"[DRI]\s?[-–‑]\s?[A-Z][A-Za-z.]*")

Stretch = tuple[int, int]
"""The first word and the word after the last."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name without titles, in words (end exclusive), and what stands before it.

    `lead` is where a form of address before it begins, `honored` whether there is one; `gender` is
    what that tells, `given` whether a given name follows it, `of` the state that stands before it:
    "U.S. Gen. Breedlove".
    """

    start: int
    end: int
    lead: int
    gender: str | None = None
    given: bool = False
    honored: bool = False
    of: str | None = None


def find(words: Words, registry: Registry, found: list[Found]) -> list[PersonName]:
    """The names of persons, in order; of two that overlap the longer one."""
    seen = [_trimmed(words, registry, found, (n.start, n.end)) for n in words.names if n.label == "PER"]
    spans = [span for span in seen if span]
    spans += [(f.start, f.end) for f in found if f.how == "person" and not f.nested]
    spans += _after_honorifics(words, registry, found)
    kept: list[Stretch] = []
    for span in sorted({half for s in spans for half in _halves(words, registry, *s)}, key=_longest):
        start, end = span
        is_free = not words.silent[start] and not any(start < b and a < end for a, b in kept)
        if is_free and any(words.is_capital(i) for i in range(start, end)):
            kept.append(span)
    return [_with_lead(words, registry, found, span) for span in sorted(kept)]


def after_titles(
    words: Words, registry: Registry, roles: list[Role], found: list[Found], known: list[PersonName]
) -> list[PersonName]:
    """Names that only a title before them tells: "Comptroller Solís"."""
    barred = {i for n in known for i in range(n.start, n.end)}
    barred |= {i for f in found for i in range(f.start, f.end)}
    barred |= {i for n in words.names if n.label != "PER" for i in range(n.start, n.end)}
    out = []
    for role in roles:
        if role.is_plural or role.end >= len(words) or not words.is_capital(role.head):
            continue
        if _is_all_capital(words, role.head):
            continue
        address = registry.honorifics.at(words, role.end)
        begin = address.end if address else role.end
        end = _run(words, begin, barred)
        if end > begin and words.lines[begin] == words.lines[role.head]:
            out.append(_with_lead(words, registry, found, (begin, end)))
    return out


def _is_all_capital(words: Words, at: int) -> bool:
    """Whether a word's line is a headline that has a capital everywhere: "Prime Minister Steps Down"."""
    number = words.lines[at]
    line = range(bisect_left(words.lines, number), bisect_right(words.lines, number))
    long = [i for i in line if len(words.forms[i]) >= _LONG and words.forms[i].isalpha()]
    return len(long) >= _LONG and all(map(words.is_capital, long))


def _longest(span: Stretch) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _halves(words: Words, registry: Registry, start: int, end: int) -> list[Stretch]:
    """Two names where a hyphen joins those of two people, as in "the Obama-Putin meeting"."""
    if end - start == 3 and words.forms[start + 1] in _HYPHENS:
        families = [folded(words.forms[i]) for i in (start, start + 2)]
        if all(
            any(f.family == part for k in registry.parts.get(part, ()) for f in k.fulls) for part in families
        ):
            return [(start, start + 1), (start + 2, end)]
    return [(start, end)]


def _trimmed(words: Words, registry: Registry, found: list[Found], span: Stretch) -> Stretch | None:
    """A name of the model's without titles before it and possessives after it, whole where hyphens cut it."""
    start, end = span
    begun = [f for f in found if f.start >= start and f.end <= end]
    if any((f.start, f.end) == span and f.how != "person" for f in begun) and not _is_family(words, span):
        return None
    while start < end and (skip := _leading(words, registry, begun, (start, end))):
        start += skip
    while start < end and (
        words.tags[end - 1] == "POS" or not any(c.isalnum() for c in words.forms[end - 1])
    ):
        end -= 1
    cut = next((i for i in range(start, end) if words.forms[i] in "(,/["), end)
    end = _undoubled(words, start, cut if cut > start else end)
    if end - start == 3 and _is_led(words, registry, start):
        end = start + 1
    if (
        start >= end
        or words.forms[start] in _AGAINST
        or _is_title(words, registry, (start, end))
        or _AFFILIATION.fullmatch(words.text(start, end))
    ):
        return None
    return _widened(words, start, end)


def _undoubled(words: Words, start: int, end: int) -> int:
    """Where a name ends that is said twice, as where a page runs a link's title into it."""
    first = words.forms[start] if start < end else ""
    again = next(
        (i for i in range(start + 1, end) if len(first) > 3 and words.forms[i].startswith(first)), end
    )
    return again if again == end or words.forms[again] == first else start + 1


def _is_led(words: Words, registry: Registry, start: int) -> bool:
    """Whether a family name begins an adjective: "Obama-led", "Trump-style"."""
    family = folded(words.forms[start])
    is_known = any(f.family == family for k in registry.parts.get(family, ()) for f in k.fulls)
    return is_known and _is_hyphen(words, start + 1) and words.forms[start + 2].islower()


def _is_title(words: Words, registry: Registry, span: Stretch) -> bool:
    """Whether a name is nothing but a title or a form of address: "Amir", "Brigadier General"."""
    title, address = registry.titles.at(words, span[0]), registry.honorifics.at(words, span[0])
    return any(m is not None and m.end >= span[1] for m in (title, address))


def _is_family(words: Words, span: Stretch) -> bool:
    """Whether a state's or capital's name is also the last part of a person's: "Valeska Paris … Paris"."""
    text = words.text(*span)
    people = [n for n in words.names if n.label == "PER" and n.end - n.start > 1]
    return any(words.forms[n.end - 1] == text for n in people)


def _leading(words: Words, registry: Registry, found: list[Found], span: Stretch) -> int:
    """How many words at the head of a name are no part of it."""
    start, end = span
    title = registry.titles.at(words, start)
    if title and title.end < end and folded(words.forms[start]) not in registry.given:
        return title.end - start
    address = registry.honorifics.at(words, start)
    if address and address.end < end:
        return address.end - start
    inner = registry.titles.at(words, start + 1) if start + 1 < end else None
    if inner and inner.end < end and not inner.senses[0].is_head:
        return inner.end - start  # "Florida Sen. | Rubio"
    unit = next(
        (f for f in found if f.start == start and f.end < end and f.how in {"adjective", "name"}), None
    )
    if unit and (unit.how == "adjective" or _follows_title(words, registry, start)):
        return unit.end - start
    return int(words.lower[start] in {"the", "a", "his", "her", "then", "former"})


def _follows_title(words: Words, registry: Registry, start: int) -> bool:
    """Whether a name begins with the state of a title before it: "Ambassador to Peru" X."""
    if start < 2 or words.lower[start - 1] not in {"to", "of"}:
        return False
    return any(_ends_at(words, registry, k, start - 1) for k in range(max(0, start - 4), start - 1))


def _ends_at(words: Words, registry: Registry, start: int, end: int) -> bool:
    """Whether a title stands from one word to another."""
    title = registry.titles.at(words, start)
    return title is not None and title.end == end


def _widened(words: Words, start: int, end: int) -> Stretch:
    """The name with what hyphens and the model's own grammar join to it."""
    while start > 1 and _is_hyphen(words, start - 1):
        start -= 2
    while end < len(words):
        if _is_hyphen(words, end) and (end - start > 1 or words.is_capital(end + 1)):
            end += 2
        elif words.lower[end] in _SUFFIXES or _is_flat(words, start, end):
            end += 1
        else:
            break
    return start, min(end, len(words))


def _is_hyphen(words: Words, i: int) -> bool:
    """Whether a word is a hyphen with nothing on either side."""
    return words.forms[i] in _HYPHENS and i > 0 and words.is_glued(i - 1) and words.is_glued(i)


def _is_flat(words: Words, start: int, end: int) -> bool:
    is_part = words.deps[end].startswith("flat") and start <= words.heads[end] < end
    return is_part and words.is_capital(end) and words.pos[end] == "PROPN"


def _after_honorifics(words: Words, registry: Registry, found: list[Found]) -> list[Stretch]:
    """Names after "Mr", "Sheikh", "Gen." where the model saw none."""
    units = {i for f in found for i in range(f.start, f.end) if f.how != "person" and not f.nested}
    others = {i for n in words.names if n.label in {"ORG", "FAC", "LOC"} for i in range(n.start, n.end)}
    people = {n.start for n in words.names if n.label == "PER"}
    barred = units | {i for n in words.names if n.label == "DATE" for i in range(n.start, n.end)}
    out = []
    for i in range(len(words)):
        match = registry.honorifics.at(words, i) if words.is_capital(i) else None
        if not match or i in units or i in others or match.end in people or match.end >= len(words):
            continue
        end = _run(words, match.end, barred)
        if end > match.end and not registry.titles.at(words, match.end):
            out.append((match.end, end))
    return out


def _run(words: Words, at: int, barred: set[int]) -> int:
    """Where a run of capitalised words ends."""
    end = at
    while end < len(words) and end - at < 6 and end not in barred and words.lines[end] == words.lines[at - 1]:
        if words.is_capital(end) and words.pos[end] in _NAMELIKE:
            end += 1
        elif end > at and (_is_hyphen(words, end) or _is_particle(words, end)):
            end += 2
        else:
            break
    return min(end, len(words))


def _is_particle(words: Words, i: int) -> bool:
    return words.lower[i] in _PARTICLES and i + 1 < len(words) and words.is_capital(i + 1)


def _with_lead(words: Words, registry: Registry, found: list[Found], span: Stretch) -> PersonName:
    """The name with the form of address before it."""
    start, end = span
    lead, gender, given = start, None, False
    while match := _address(words, registry, lead, start):
        lead = match[0]
        gender, given = gender or match[1], given or match[2]
    unit = next((f for f in found if f.end == lead), None) if lead < start else None
    if unit and words.text(unit.start, unit.end) in registry.adjectives:
        is_owned = unit.start > 0 and words.tags[unit.start - 1] in {"PRP$", "POS"}
        if not is_owned:
            return PersonName(start, end, unit.start, gender, given, honored=True, of=unit.id)
    return PersonName(start, end, lead, gender, given, honored=lead < start)


def _address(words: Words, registry: Registry, lead: int, start: int) -> tuple[int, str | None, bool] | None:
    """The form of address that ends before a word, with what it tells; none that ends a title."""
    for k in range(max(0, lead - 3), lead):
        match = registry.honorifics.at(words, k)
        if not match or match.end != lead or words.lines[k] != words.lines[start]:
            continue
        if not any(_ends_at(words, registry, j, lead) for j in range(max(0, k - 2), k)):
            return k, *match.senses[0]
    return None

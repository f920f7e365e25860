"""Titles of office in an article: "the French foreign minister", "Kremlin spokesman", "his counterpart".

Finds the noun phrases that a title heads and reads off what they say: which title, of what, whether
it is over, how many. It does not know who is meant. Bodies of a state ("the foreign ministry") and
unnamed people ("officials") are found in the same way, told apart by `Title.sort`.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import after, before, surroundings
from dragoman.actors.before import Before
from dragoman.actors.gazetteer import Found
from dragoman.actors.registry import Registry, Title
from dragoman.actors.role import Role
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.words import HYPHENS, Words

__all__ = ["find"]

_ABSTRACT = frozenset({"justice", "chair"})
_CHIEFS = frozenset({"head", "director", "boss"})
_TELLING = frozenset({"spokesperson", "ambassador", "envoy"})


def find(words: Words, registry: Registry, found: list[Found], people: list[tuple[int, int]]) -> list[Role]:
    """The roles of an article, in order, none overlapping another's title.

    Args:
        words: the article's words.
        registry: titles, and the words before and after them.
        found: what the registry finds in the article.
        people: where names of persons stand, in words.
    """
    around = surroundings.of(words, registry, found, people)
    out: list[Role] = []
    at = 0
    while at < len(words):
        role = None if words.silent[at] else _role(around, at)
        while role and out and role.core <= out[-1].core and out[-1].end < role.end:
            out.pop()  # "foreign ministry" gives way to "foreign ministry spokesman"
        if role and (not out or role.core >= out[-1].end):
            out.append(_begun(out, role))
            at = role.end
        else:
            at += 1
    return out


def _begun(earlier: list[Role], role: Role) -> Role:
    """The role, begun after the one before it, or with it where that is its possessor."""
    if not earlier or role.start > earlier[-1].end:
        return role
    last = earlier[-1]
    if role.start == last.end:  # "President | Obama's adviser"
        owned = role.owner is not None and last.kind.sort == "office"
        return replace(role, start=last.start) if owned else role
    if role.owner == last.end - 1:  # "the president's spokesman"
        return role
    return replace(role, start=last.end)


def _role(around: Surroundings, at: int) -> Role | None:
    match = around.registry.titles.at(around.words, at)
    if not match or at in around.in_people or _is_in_name(around, match.start, match.end):
        return None
    kind = min(match.senses, key=_preference)
    head = _head(around.words, match.start, match.end)
    if not _is_noun(around, head, kind) or (head == match.end - 1 and _is_modifier(around, head)):
        return None
    ahead = before.read(around, match.start)
    if _is_nothing(around.words, kind, ahead, match.start):
        return None
    then = after.read(around, match.end, kind)
    kind = kind if then.extra else _parted(around, ahead, match.start, kind)
    title = _title(around, ahead, match.start, kind.title + then.elect, then.extra)
    is_told = ahead.core < match.start or bool(then.extra or then.elect)
    return Role(
        ahead.start, then.end, ahead.core, head, title, kind, _rank(kind, title, is_told=is_told),
        ahead.determiner, tuple(dict.fromkeys(ahead.of[::-1] or then.of)), ahead.owner, ahead.number,
        ahead.former or kind.former, then.extra,
    )  # fmt: skip


def _preference(sense: Title) -> tuple[bool, bool]:
    """Settled titles and bodies before heads of titles, offices before mere people."""
    return sense.is_head, sense.sort != "office"


def _parted(around: Surroundings, ahead: Before, start: int, kind: Title) -> Title:
    """The settled title that the name of a state parts: "top French | diplomat"."""
    for word in around.words.lower[ahead.start : start]:
        for sense in around.registry.titles.senses(f"{word} {kind.title}"):
            if not sense.is_head:
                return sense
    return kind


def _is_nothing(words: Words, kind: Title, ahead: Before, start: int) -> bool:
    """Whether a noun means nobody here: "states" alone is a verb as often as not, "campaign" no body."""
    if words.lower[start] == "pm" and words.lower[start - 1][:1].isdigit():
        return True  # "3 PM"
    return (kind.sort == "nations" and ahead.start == start) or (kind.sort == "owned" and ahead.owner is None)


def _is_in_name(around: Surroundings, start: int, end: int) -> bool:
    """Whether the words are a part of a longer name: "People" in "Korean People's Army"."""
    if all(i in around.named for i in range(start, end)):
        return True
    longer = [
        n for n in around.words.names if n.label in {"ORG", "FAC"} and n.start <= start and end <= n.end
    ]
    return any(
        end < n.end or (n.start < start and not _is_told(around, n.start, start))
        for n in longer
        if around.in_people.isdisjoint(range(n.start, n.end))
    )


def _is_told(around: Surroundings, start: int, end: int) -> bool:
    """Whether only "the" and names of states and bodies stand there: "the Russian" Foreign Ministry."""
    return all(i in around.told or around.words.lower[i] in {"the", "'s", "’s"} for i in range(start, end))


def _head(words: Words, start: int, end: int) -> int:
    """The noun of a title: before "of", "for" or "general", else the last word."""
    for i in range(start + 1, end):
        if words.lower[i] in {"of", "for", "general", "to"}:
            return i - 1 if words.forms[i - 1] not in HYPHENS else i - 2
    return end - 1


def _is_noun(around: Surroundings, head: int, kind: Title) -> bool:
    """Whether a title is one here, and no verb, no adjective and no matter."""
    words, k = around.words, head + 1
    is_name = words.is_capital(head) and not kind.is_head
    if words.pos[head] not in {"NOUN", "PROPN", "X", ""} and not is_name:
        return False
    is_abstract = words.lower[head] in _ABSTRACT and not words.is_capital(head)
    return not is_abstract or (k < len(words) and words.lower[k] == "of")


def _is_modifier(around: Surroundings, head: int) -> bool:
    """Whether the title only modifies a noun after it, as in "president Trump" it does not."""
    words, k = around.words, head + 1
    if k >= len(words) or words.lower[k] == "party":
        return k < len(words)
    hangs = words.deps[head] in {"compound", "nmod:poss", "amod"} and words.heads[head] > head
    return hangs and words.pos[k] == "NOUN" and k not in around.in_people


def _title(around: Surroundings, ahead: Before, start: int, title: str, extra: str) -> str:
    """The title in its normal form; words that belong to it in lower case where they are no names."""
    words, told = around.words, ""
    for i in range(ahead.core, start):
        is_plain = words.lower[i] in around.registry.domains or not words.is_capital(i)
        told += words.lower[i] if i not in around.named and is_plain else words.forms[i]
        told += "" if words.is_glued(i) else " "
    return " ".join(p for p in (told.strip(), title, extra) if p)


def _rank(kind: Title, title: str, *, is_told: bool) -> str:
    """The settled rank, or the title itself where other words tell which office it is."""
    if kind.rank and (not is_told or kind.rank in _TELLING):
        return kind.rank
    first, _, last = title.rpartition(" ")
    return f"{first} chief" if first and last in _CHIEFS else title

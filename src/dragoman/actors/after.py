"""What stands after a title: "of France", "to the United Nations", "for political affairs"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.registry import Title
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.words import HYPHENS, PEERS

__all__ = ["After", "read"]

_JOINTS = frozenset({"of", "for", "to", "on", "at", "from"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TIMES = frozenset({
    "time", "times", "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades",
    "term", "terms", "hours", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class After:
    """Where the phrase ends, the ids of what the office is of, the other words, and "-elect" or nothing."""

    end: int
    of: tuple[str, ...]
    extra: str
    elect: str = ""


def read(around: Surroundings, end: int, kind: Title) -> After:
    """What stands after the title that ends before a word."""
    of: list[str] = []
    extra: list[str] = []
    words = around.words
    elect = f"-{words.lower[end + 1]}" if _is_elect(around, end) else ""
    end += 2 if elect else 0
    for _ in range(3):
        k = end
        if k >= len(words) or words.lower[k] not in _JOINTS:
            break
        if words.lower[k] in {"to", "on"} and kind.cls not in {"envoy", "official"}:
            break
        if words.lower[k] == "from" and kind.title not in PEERS:
            break
        stop, ids = _complement(around, k + 1)
        if stop == k + 1 or _is_time(around, k + 1, stop):
            break
        if words.lower[k] in {"of", "from"} and ids and all(map(around.is_seat, ids)) and not of:
            of = ids
        else:
            extra.append(words.text(k, stop))
            of = of or _inner(around, k, stop, kind)
        end = stop
    return After(end, tuple(of), " ".join(extra), elect)


def _is_elect(around: Surroundings, end: int) -> bool:
    words = around.words
    return (
        end + 1 < len(words)
        and words.forms[end] in HYPHENS
        and words.lower[end + 1] in {"elect", "designate"}
    )


def _is_time(around: Surroundings, start: int, stop: int) -> bool:
    """Whether a phrase tells a time: "for the second time", "on Friday"."""
    words = around.words
    dates = {i for n in words.names if n.label == "DATE" for i in range(n.start, n.end)}
    return words.lower[stop - 1] in _TIMES or any(i in dates for i in range(start, stop))


def _inner(around: Surroundings, start: int, stop: int, kind: Title) -> list[str]:
    """The state in "spokesman for the Indonesian military", "head of the Russian delegation"."""
    if around.words.lower[start] not in {"of", "for"} or not (kind.is_head or kind.rank == "spokesperson"):
        return []
    inside = [f for f in around.found if start < f.start and f.end <= stop and f.how != "person"]
    return [f.id for f in inside if around.registry.entries[f.id].country][:1]


def _complement(around: Surroundings, at: int) -> tuple[int, list[str]]:
    """The noun phrase after a preposition: its end, and the states and organisations that it is or lists."""
    words, last, i = around.words, at, at
    ids: list[str] = []
    while i < len(words) and i - at < 10 and words.lines[i] == words.lines[at - 1]:
        if i in around.in_people or _is_titled(around, i):
            break
        unit = around.starting.get(i)
        if unit and unit.how != "person":
            ids += [unit.id] if unit.how != "capital" else []
            i = last = unit.end
        elif _is_noun(around, i):
            i = last = i + 1
        elif _is_joint(around, i, has_names=bool(ids), touches=last == i > at):
            i += 1
        else:
            break
    nouns = {i for i in range(at, last) if words.pos[i] in {"NOUN", "PROPN"}}
    return last, _described(around, last) if nouns - around.named else ids


def _described(around: Surroundings, end: int) -> list[str]:
    """The state that other words of its phrase describe: "of fellow NATO member Turkey"."""
    name = around.ending.get(end)
    is_state = name is not None and name.how == "name" and name.id.startswith("state:")
    if not name or not is_state:
        return []
    title = around.registry.titles.at(around.words, name.start - 1)
    return [name.id] if title and not title.senses[0].rank else []


def _is_noun(around: Surroundings, i: int) -> bool:
    words = around.words
    return words.pos[i] in _NOMINAL and words.lower[i] not in {"former", "the", "its", "a"}


def _is_joint(around: Surroundings, i: int, *, has_names: bool, touches: bool) -> bool:
    """Whether a word may stand between two parts of the phrase."""
    words = around.words
    if words.lower[i] in {"the", "its", "a"} or words.forms[i] in HYPHENS or words.tags[i] == "POS":
        return True
    if words.lower[i] in {"and", "&", ","}:
        return touches and _goes_on(around, i, has_names=has_names)
    return words.lower[i] in {"of", "for"} and touches and not has_names


def _goes_on(around: Surroundings, i: int, *, has_names: bool) -> bool:
    """Whether a list goes on after "and" or a comma: names after names, nouns after nouns."""
    words, k = around.words, i + 1
    k += k < len(words) and words.lower[k] == "the"
    if k >= len(words) or k in around.in_people:
        return False
    if has_names:
        unit = around.starting.get(k)
        return unit is not None and unit.how == "name" and around.is_seat(unit.id)
    is_noun = words.forms[i] != "," and words.pos[k] in {"NOUN", "PROPN", "ADJ"}
    return is_noun and around.registry.titles.at(words, k) is None


def _is_titled(around: Surroundings, i: int) -> bool:
    """Whether a title and a person's name begin here: "the administration of | President Tsai"."""
    match = around.registry.titles.at(around.words, i)
    return match is not None and match.end in around.in_people

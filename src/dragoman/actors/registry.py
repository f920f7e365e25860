"""What is known before an article is read: states, bodies, organisations, people and their offices.

Built from resources/ by `python resources/build.py`; this file only reads it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from dragoman.actors.facts import facts as read
from dragoman.actors.lexicon import Lexicon
from dragoman.actors.names import Full, make_full
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["Entry", "Known", "Registry", "Sense", "Tenure", "Title", "load"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, body, organisation, party or armed group.

    `shared` is set where others have the same name, so that the article must be about its state;
    `seat` where the name is that of a building or street; `sort` tells an organisation from a
    format, a coalition and an agreement.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    names: tuple[str, ...] = ()
    bywords: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    domain: str | None = None
    led_by: str = "head_of_state"
    shared: bool = False
    seat: bool = False
    territory: bool = False
    sort: str = "organisation"
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a phrase may stand for: how, and whose entry or person it is.

    `how` is name, byword, adjective, people, capital or person.
    """

    how: str
    id: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a person held: `of` is the id of the state or organisation."""

    title: str
    of: str
    rank: str | None
    since: str
    until: str

    def covers(self, day: str | None) -> bool:
        """Whether the office was, or may have been, held on a day (ISO), None where that is not known."""
        return day is None or self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class Known:
    """A person in the registry."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    gender: str | None
    tenures: tuple[Tenure, ...]
    fulls: tuple[Full, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A title of office in its normal form.

    `rank` is what its holder is to the state, `cls` the looser word for such holders, `of` the state
    meant where the article names none; `is_head` where it is only the last word of a title. `sort` is
    office, body (of a state), people, armed (armed people), nations, things, media,
    pairs or owned.
    """

    title: str
    rank: str | None = None
    cls: str | None = None
    gender: str | None = None
    of: str | None = None
    plural: bool = False
    is_head: bool = False
    sort: str = "office"
    former: bool = False


@dataclass(slots=True)
class Registry:
    """The lists and what finds things in them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    people: dict[str, Known] = field(default_factory=dict)
    names: Lexicon[Sense] = field(default_factory=Lexicon)
    titles: Lexicon[Title] = field(default_factory=lambda: Lexicon(cased=False))
    stately: frozenset[str] = frozenset()
    honorifics: Lexicon[tuple[str | None, bool]] = field(default_factory=Lexicon)
    given: dict[str, str] = field(default_factory=dict)
    domains: frozenset[str] = frozenset()
    before: dict[str, str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    parts: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    outlets: dict[str, str] = field(default_factory=dict)
    adjectives: set[str] = field(default_factory=set)
    offices: dict[tuple[str, str], list[Known]] = field(default_factory=lambda: defaultdict(list))

    def state(self, code: str) -> Entry:
        """The state with an ISO code; KeyError where there is none."""
        return self.entries[f"state:{code}"]

    def adjective(self, code: str) -> str:
        """The word for "of this state": its adjective, or its name where it has none."""
        entry = self.state(code)
        return entry.adjectives[0] if entry.adjectives else entry.name

    def holder(self, rank: str, of: str, day: str | None) -> Known | None:
        """Who held an office on a day; None where that is not known or not one person."""
        found = [
            p
            for p in self.offices.get((rank, of), ())
            if any(t.rank == rank and t.of == of and t.covers(day) for t in p.tenures)
        ]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def load() -> Registry:
    """The registry that ships with the package."""
    facts = read()
    registry = Registry(
        given={folded(name): g for name, g in facts["given"].items()},
        domains=frozenset(facts["domains"]),
        before={w["word"]: "former" if w.get("former") else "future" if w.get("future") else ""
                for w in facts["before"]},
        outlets={folded(name): code for name, code in facts["outlets"].items()},
        groups={key: frozenset(words) for key, words in facts["groups"].items()},
        stately=frozenset(k["head"] for k in facts["kinds"] if k.get("state")),
    )  # fmt: skip
    _add_entries(registry, facts["entries"])
    _add_titles(registry, facts)
    _add_people(registry, facts["people"])
    _add_vocabulary(registry, facts)
    return registry


def _add_entries(registry: Registry, facts: list[dict[str, Any]]) -> None:
    for fact in facts:
        known = {k: tuple(v) if isinstance(v, list) else v for k, v in fact.items() if k != "until"}
        entry = Entry(**{**known, "kind": ActorKind(fact["kind"])})
        registry.entries[entry.id] = entry
        registry.adjectives.update(entry.adjectives)
        for how, phrases in _phrases(entry):
            for phrase in phrases:
                registry.names.add(phrase, Sense(how, entry.id))


def _phrases(entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("name", (entry.name, *entry.names)),
        ("byword", entry.bywords),
        ("adjective", entry.adjectives),
        ("people", entry.people),
        ("capital", entry.capitals),
    ]


def _add_titles(registry: Registry, facts: dict[str, Any]) -> None:
    for fact in facts["titles"]:
        for plural in (False, True):
            title = Title(fact["title"], fact.get("rank"), fact.get("class"), fact.get("gender"),
                          f"state:{fact['of']}" if "of" in fact else None, plural)  # fmt: skip
            for word in (fact["title"], *fact.get("words", ())):
                registry.titles.add(_plural(word) if plural else word, title)
                registry.titles.add(f"ex-{_plural(word) if plural else word}", replace(title, former=True))
    for fact in facts["heads"]:
        for plural in (False, True):
            title = Title(fact["word"], None, fact.get("class"), fact.get("gender"), None, plural, True)
            for word in (fact["word"], *fact.get("words", ())):
                registry.titles.add(_plural(word) if plural else word, title)


def _plural(phrase: str) -> str:
    """The plural of a title: of its first noun where "of", "for" or "general" follows, else of its last."""
    words = phrase.split()
    at = next((i for i, w in enumerate(words) if w in {"of", "for", "general", "to", "on"}), len(words)) - 1
    words[max(at, 0)] = plural(words[max(at, 0)])
    return " ".join(words)


_IRREGULAR = {"medium": "media", "person": "persons", "child": "children", "wife": "wives", "people": "peoples"}


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def _rank(registry: Registry, title: str) -> str | None:
    """The rank of a title, or of what stands before "to" or "for" in it."""
    words = title.split()
    for end in range(len(words), 0, -1):
        for sense in registry.titles.senses(" ".join(words[:end])):
            if sense.rank:
                return sense.rank
    return None


_STYLES = frozenset({"king", "queen", "prince", "pope", "sheikh", "sultan", "ayatollah", "daw", "abu", "bin", "al", "de",
                     "von", "der", "la", "jr", "ii", "iii", "vi", "xvi"})  # fmt: skip


def _add_people(registry: Registry, facts: list[dict[str, Any]]) -> None:
    for fact in facts:
        fulls = tuple(make_full(n) for n in (fact["name"], *fact["names"]))
        tenures = tuple(
            Tenure(o["title"], o["of"], _rank(registry, o["title"]), o.get("since", "0001"), o.get("until", "9999"))
            for o in fact["offices"]
        )
        person = Known(f"person:{fulls[0].key}", fact["name"], tuple(fact["names"]), fact["country"],
                       fact["gender"], tenures, fulls)  # fmt: skip
        registry.people[person.id] = person
        for full in fulls:
            registry.names.add(full.text, Sense("person", person.id))
        for part in {p for f in fulls for p in f.parts if p not in _STYLES}:
            registry.parts[part].append(person)
        for rank, of in {(t.rank, t.of) for t in tenures if t.rank}:
            registry.offices[str(rank), of].append(person)


def _gender(registry: Registry, word: str) -> str | None:
    return "m" if word in registry.groups["male"] else "f" if word in registry.groups["female"] else None


def _add_vocabulary(registry: Registry, facts: dict[str, Any]) -> None:
    for fact in facts["kinds"]:
        for word in (fact["head"], *fact.get("words", ())):
            registry.titles.add(word, Title(fact["head"], plural=fact.get("plural", False), sort="body",
                                            is_head=fact.get("owned", False)))  # fmt: skip
    for sort, words in registry.groups.items():
        for word in words:
            if sort in {"people", "armed"}:
                registry.titles.add(word, Title(word, plural=word == "people", gender=_gender(registry, word),
                                                is_head=True, sort=sort))  # fmt: skip
                registry.titles.add(plural(word), Title(word, plural=True, is_head=True, sort=sort))
            elif sort == "media":
                registry.titles.add(word, Title(word, is_head=True, sort=sort))
                registry.titles.add(plural(word), Title(word, plural=True, is_head=True, sort=sort))
            elif sort == "pairs":
                registry.titles.add(word, Title(word, plural=True, is_head=True, sort=sort))
            elif sort == "owned":
                registry.titles.add(word, Title(word, is_head=True, sort=sort))
            elif sort == "things":
                registry.titles.add(plural(word), Title(word, plural=True, is_head=True, sort=sort))
            elif sort == "nations":
                registry.titles.add(word, Title(word, plural=True, is_head=True, sort=sort))
    for fact in facts["honorifics"]:
        for word in fact["words"]:
            registry.honorifics.add(word, (fact.get("gender"), fact.get("given", False)))
    for fact in facts["classes"]:
        for word in fact["words"]:
            registry.classes[word] = frozenset({fact["class"], *fact.get("also", ())})

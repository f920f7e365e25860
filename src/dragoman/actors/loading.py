"""Fills the registry from the file that `python resources/build.py` builds."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dragoman.actors import own
from dragoman.actors.facts import facts as read
from dragoman.actors.names import make_full
from dragoman.actors.registry import Entry, Known, Registry, Sense, Tenure, Title
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["load", "plural"]

_IRREGULAR = {
    "medium": "media",
    "person": "persons",
    "child": "children",
    "wife": "wives",
    "people": "peoples",
}
_STYLES = frozenset({
    "king", "queen", "prince", "pope", "sheikh", "sultan", "ayatollah", "daw", "abu", "bin", "al", "de",
    "von", "der", "la", "jr", "ii", "iii", "vi", "xvi",
})  # fmt: skip
"""Parts of names that are no clue to the person."""


def load() -> Registry:
    """The registry: what ships with the package, and what the user has added.

    Raises:
        BadActors: the file of the user's own actors cannot be understood.
    """
    place = own.place()
    return _filled(place if place.size else None)


@lru_cache(maxsize=2)
def _filled(place: own.Place | None) -> Registry:
    facts = own.merge(read(), place) if place else read()
    registry = Registry(
        given={folded(name): gender for name, gender in facts["given"].items()},
        domains=frozenset(facts["domains"]),
        before={w["word"]: _flag(w) for w in facts["before"]},
        outlets={folded(name): code for name, code in facts["outlets"].items()},
        stately=frozenset(k["head"] for k in facts["kinds"] if k.get("state")),
        classes={
            word: frozenset({c["class"], *c.get("also", ())}) for c in facts["classes"] for word in c["words"]
        },
    )
    for fact in facts["entries"]:
        _add_entry(registry, fact)
    for name, codes in facts["together"].items():
        registry.together.add(name, tuple(f"state:{code}" for code in codes))
    _add_titles(registry, facts)
    _add_groups(registry, facts["groups"])
    for fact in facts["people"]:
        _add_person(registry, fact)
    for fact in facts["honorifics"]:
        for word in fact["words"]:
            registry.honorifics.add(word, (fact.get("gender"), fact.get("given", False)))
    return registry


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _flag(word: dict[str, Any]) -> str:
    """What a word before a title says of the office: that it is over, or to come, or neither."""
    return "former" if word.get("former") else "future" if word.get("future") else ""


def _add_entry(registry: Registry, fact: dict[str, Any]) -> None:
    known: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in fact.items() if k not in {"since", "until"}
    }
    entry = Entry(**{**known, "kind": ActorKind(fact["kind"])})
    registry.entries[entry.id] = entry
    registry.adjectives.update(entry.adjectives)
    for how, phrases in (
        ("name", (entry.name, *entry.names)),
        ("byword", entry.bywords),
        ("adjective", entry.adjectives),
        ("people", entry.people),
        ("capital", entry.capitals),
    ):
        for phrase in phrases:
            registry.names.add(phrase, Sense(how, entry.id))


def _add_titles(registry: Registry, facts: dict[str, Any]) -> None:
    for fact in facts["titles"]:
        of = f"state:{fact['of']}" if "of" in fact else None
        title = Title(fact["title"], fact.get("rank"), fact.get("class"), fact.get("gender"), of)
        for word in (fact["title"], *fact.get("words", ())):
            _add_title(registry, word, title)
            _add_title(registry, f"ex-{word}", replace(title, former=True))
    for fact in facts["heads"]:
        title = Title(fact["word"], cls=fact.get("class"), gender=fact.get("gender"), is_head=True)
        for word in (fact["word"], *fact.get("words", ())):
            _add_title(registry, word, title)
    for fact in facts["kinds"]:
        title = Title(
            fact["head"], plural=fact.get("plural", False), is_head=fact.get("owned", False), sort="body"
        )
        for word in (fact["head"], *fact.get("words", ())):
            registry.titles.add(word, title)


def _add_title(registry: Registry, word: str, title: Title) -> None:
    registry.titles.add(word, title)
    registry.titles.add(_plural(word), replace(title, plural=True))


def _plural(phrase: str) -> str:
    """The plural of a title: of its first noun where "of", "for" or "general" follows, else of its last."""
    words = phrase.split()
    at = next((i for i, w in enumerate(words) if w in {"of", "for", "general", "to", "on"}), len(words)) - 1
    words[max(at, 0)] = plural(words[max(at, 0)])
    return " ".join(words)


def _add_groups(registry: Registry, groups: dict[str, list[str]]) -> None:
    """Adds the nouns of unnamed persons and collectives, singular and plural as their sort has it."""
    genders = {word: g for g, words in (("m", groups["male"]), ("f", groups["female"])) for word in words}
    for sort in ("people", "collectives", "armed", "media", "owned"):
        for word in groups[sort]:
            is_many = word == "people"
            one = Title(word, gender=genders.get(word), plural=is_many, is_head=True, sort=sort)
            registry.titles.add(word, one)
            if sort != "owned":
                registry.titles.add(plural(word), replace(one, gender=None, plural=True))
    for sort in ("pairs", "nations", "things"):
        for word in groups[sort]:
            many = Title(word, plural=True, is_head=True, sort=sort)
            registry.titles.add(plural(word) if sort == "things" else word, many)


def _add_person(registry: Registry, fact: dict[str, Any]) -> None:
    fulls = tuple(make_full(n) for n in (fact["name"], *fact["names"]))
    tenures = tuple(_tenure(registry, office) for office in fact["offices"])
    id = f"person:{fulls[0].key}"
    person = Known(id, fact["name"], tuple(fact["names"]), fact["country"], fact["gender"], tenures, fulls,
                   fact.get("source"))  # fmt: skip
    registry.people[id] = person
    for full in fulls:
        registry.names.add(full.text, Sense("person", id))
    for part in {p for f in fulls for p in f.parts if p not in _STYLES}:
        registry.parts[part].append(person)
    for rank, of in {(t.rank, t.of) for t in tenures if t.rank}:
        registry.offices[str(rank), of].append(person)


def _tenure(registry: Registry, office: dict[str, Any]) -> Tenure:
    title = Title(office["title"]) if office.get("rankless") else _title(registry, office["title"])
    since, until = office.get("since", "0001"), office.get("until", "9999")
    return Tenure(office["title"], office["of"], title.rank, title.cls, since, until)


def _title(registry: Registry, text: str) -> Title:
    """The settled title, or that of what stands before "to" or "for" in it."""
    words = text.split()
    for end in range(len(words), 0, -1):
        for sense in registry.titles.senses(" ".join(words[:end])):
            if sense.rank:
                return sense
    return Title(text)

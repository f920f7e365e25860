"""What actors there are and what they are called: the registry's, and those that are yet to be added."""

from __future__ import annotations

import re
from typing import Any

from dragoman.actors.names import make_full
from dragoman.actors.registry import Registry, Title
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["PREFIXES", "Directory"]

PREFIXES = {
    ActorKind.STATE: "state",
    ActorKind.BODY: "body",
    ActorKind.IGO: "igo",
    ActorKind.PARTY: "party",
    ActorKind.ARMED_GROUP: "group",
    ActorKind.GROUP: "group",
    ActorKind.ORGANIZATION: "org",
    ActorKind.PERSON: "person",
}
"""What the id of an actor of each kind begins with."""

_OF = re.compile(r"\s+(?:of|at)\s+")
_REACH = re.compile(r"\s+(?:to|for)\s")


class Directory:
    """Finds actors by what a person writes for them: an id, a code, a name."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._ids = set(registry.entries)
        self._named: dict[str, str] = {}

    def add(self, fact: dict[str, Any]) -> None:
        """Takes in an entry that is yet to be added, so that others may name it."""
        self._ids.add(fact["id"])
        for name in (fact["name"], *fact.get("names", ())):
            self._named.setdefault(folded(name), fact["id"])

    def has(self, id: str) -> bool:
        """Whether there is an entry with an id."""
        return id in self._ids

    def entry(self, text: str) -> str | None:
        """The id of the state, organisation … that a text is the id, the code or the name of."""
        plain = text.strip().removeprefix("the ").removeprefix("The ")
        for id in (plain, f"state:{plain.upper()}", f"igo:{plain}"):
            if id in self._ids:
                return id
        return self._named.get(folded(plain)) or self.called(plain)

    def called(self, name: str) -> str | None:
        """The id of the one entry of the registry with a name; None where there is none, or several."""
        found = {s.id for s in self._registry.names.senses(name) if s.how in {"name", "byword"}}
        return found.pop() if len(found) == 1 else None

    def kind(self, id: str) -> ActorKind:
        """The kind of an entry of the registry."""
        return self._registry.entries[id].kind

    def name(self, id: str) -> str:
        """The name of an entry of the registry."""
        return self._registry.entries[id].name

    def person(self, name: str) -> str | None:
        """The whole name of the person in the registry who has a name."""
        known = self._registry.people.get(f"person:{make_full(name).key}")
        if known is None:
            found = {s.id for s in self._registry.names.senses(name) if s.how == "person"}
            known = self._registry.people[found.pop()] if len(found) == 1 else None
        return known.name if known else None

    def state(self, text: str) -> str | None:
        """The code of the state that a text is the code or the name of."""
        id = self.entry(text)
        return id.removeprefix("state:") if id and id.startswith("state:") else None

    def office(self, text: str) -> tuple[str, str | None]:
        """The title and whose office it is: "foreign minister of France", "French foreign minister"."""
        settled = self._settled(text)
        if settled:
            return settled.title, settled.of
        for found in _OF.finditer(text):
            if of := self.entry(text[found.end() :]):
                return self.title(text[: found.start()]), of
        words = text.split()
        for end in range(min(3, len(words) - 1), 0, -1):
            senses = self._registry.names.senses(" ".join(words[:end]))
            of = next((s.id for s in senses if s.how == "adjective"), None)
            if of:
                return self.title(" ".join(words[end:])), of
        return self.title(text), None

    def title(self, text: str) -> str:
        """A title in its normal form: "Minister of Foreign Affairs" is "foreign minister"."""
        settled = self._settled(text)
        if settled:
            return settled.title
        first = text.split(maxsplit=1)[0] if text.split() else ""
        return text if len(first) > 1 and first[1:] != first[1:].lower() else text[:1].lower() + text[1:]

    def rank(self, title: str) -> str | None:
        """The rank of a title that is settled, as a whole or up to "to" or "for"."""
        settled = self._settled(title) or self._settled(_REACH.split(title)[0])
        return settled.rank if settled else None

    def _settled(self, text: str) -> Title | None:
        senses = self._registry.titles.senses(text)
        return next(
            (t for t in senses if t.sort == "office" and not (t.is_head or t.plural or t.former)), None
        )

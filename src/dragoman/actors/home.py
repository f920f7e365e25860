"""The state that an article is written for, as its source and its address tell it."""

from __future__ import annotations

import re

from dragoman.actors.registry import Registry
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["find"]


def find(source: str | None, url: str | None, registry: Registry) -> str | None:
    """The ISO code of a source's state, None where it cannot be told.

    Args:
        source: the outlet's name or its host, "Kuwait Times" or "www.kuwaittimes.com".
        url: the article's address.
        registry: outlets, organisations and states.
    """
    for text in (source or "", _host(url)):
        if text:
            code = _named(text, registry) or _hosted(text, registry)
            if code:
                return code
    return None


def _host(url: str | None) -> str:
    found = re.match(r"\w+://([^/:]+)", url or "")
    return found[1] if found else ""


def _named(text: str, registry: Registry) -> str | None:
    """The state of an outlet by its name, or by a state or capital in its name."""
    words = re.findall(r"[\w'’&.-]+", text)
    for end in range(len(words), 0, -1):
        phrase = " ".join(words[:end])
        if code := registry.outlets.get(folded(phrase)):
            return code
        for sense in registry.names.senses(phrase):
            entry = registry.entries.get(sense.id)
            if entry and entry.kind is ActorKind.ORGANIZATION and entry.country:
                return entry.country
    for word in words:
        for sense in registry.names.senses(word):
            if sense.id.startswith("state:") and word[0].isupper():
                return registry.entries[sense.id].country
    return None


def _hosted(text: str, registry: Registry) -> str | None:
    """The state whose name, capital or domain an address ends with or holds."""
    host = text.lower()
    if " " in host or "." not in host:
        return None
    plain = folded(host.rsplit(".", 1)[0]).replace(" ", "")
    top = host.rsplit(".", 1)[1]
    for outlet, code in registry.outlets.items():
        if len(outlet) > 4 and outlet.replace(" ", "") == plain.removeprefix("www"):
            return code
    states = [e for e in registry.entries.values() if e.kind is ActorKind.STATE]
    for entry in states:
        if entry.domain == top and top not in {"tv", "me", "co", "io"}:
            return entry.country
    for entry in states:
        for name in (entry.name, *entry.capitals, *entry.adjectives):
            key = folded(name).replace(" ", "")
            if len(key) > 4 and key in plain:
                return entry.country
    return None

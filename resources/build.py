"""Builds src/dragoman/data/registry.json from the reviewed facts in this folder.

Usage: python resources/build.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

RESOURCES = Path(__file__).resolve().parent
REGISTRY = RESOURCES.parent / "src" / "dragoman" / "data" / "registry.json"

Facts = dict[str, Any]


class BadFacts(Exception):
    """Facts that contradict each other or do not say where they come from."""


def main() -> int:
    """Writes the registry, or checks that it is current."""
    text = render(build())
    if "--check" in sys.argv[1:]:
        return 0 if REGISTRY.exists() and REGISTRY.read_text(encoding="utf-8") == text else 1
    REGISTRY.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{REGISTRY}: {len(text)} characters\n")
    return 0


def build() -> Facts:
    """The registry: entries, people, and the vocabularies of offices, bodies and groups."""
    states, bodies = _load("states"), _load("bodies")
    offices, honorifics, given = _load("offices"), _load("honorifics"), _load("first_names")
    groups = _load("groups")
    registry: Facts = {
        "entries": [
            *map(_state, states["states"]),
            *(_body(code, b) for code, found in bodies["named"].items() for b in found),
            *map(_igo, _load("igos")["igos"]),
            *(_entry("group", "armed_group", g) for g in _load("armed_groups")["armed_groups"]),
            *(_entry("party", "party", p) for p in _load("parties")["parties"]),
            *(_entry("org", "organization", o) for o in _load("organizations")["organizations"]),
            *map(_region, groups["regions"]),
        ],
        "outlets": {
            name: code for code, names in _load("organizations")["outlets"].items() for name in names
        },
        "kinds": bodies["kinds"],
        **{key: offices[key] for key in ("titles", "heads", "domains", "before", "after", "classes")},
        "people": [_person(p) for p in _load("holders")["holders"]],
        "honorifics": honorifics["honorifics"],
        "given": {name: g for g in "mf" for name in given[g]},
        "spellings": given["spellings"],
        "short": given["short"],
        "family_first": given["family_first"],
        "groups": {key: words for key, words in groups.items() if key not in ("source", "regions")},
    }
    _check(registry)
    return registry


def render(registry: Facts) -> str:
    """JSON with one fact a line, so that a change can be reviewed."""
    parts = []
    for key, value in registry.items():
        if isinstance(value, list):
            lines = ",\n".join(_json(item) for item in value)
            parts.append(f"{_json(key)}: [\n{lines}\n]")
        else:
            parts.append(f"{_json(key)}: {_json(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be written")


def _load(name: str) -> Facts:
    facts: Facts = yaml.safe_load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"))
    if not facts.get("source"):
        raise BadFacts(f"{name}.yaml: says no source")
    return facts


def _state(fact: Facts) -> Facts:
    names = [fact["official"]] if "official" in fact else []
    return {
        "id": f"state:{fact['code']}",
        "kind": "state",
        "country": fact["code"],
        **{k: v for k, v in fact.items() if k not in ("code", "official", "names")},
        "names": names + fact.get("names", []),
    }


def _body(code: str, fact: Facts) -> Facts:
    return {**fact, "id": f"body:{code}:{fact['id']}", "kind": "body", "country": code}


def _igo(fact: Facts) -> Facts:
    return {**_entry("igo", "igo", fact), "sort": fact.get("kind", "organisation")}


def _entry(prefix: str, kind: str, fact: Facts) -> Facts:
    return {**fact, "id": f"{prefix}:{fact['id']}", "kind": kind}


def _region(name: str) -> Facts:
    plain = name.removeprefix("the ")
    return {"id": f"group:{plain.lower().replace(' ', '-')}", "name": name, "kind": "group"}


def _person(fact: Facts) -> Facts:
    of = fact.get("of")
    offices = [{**o, "of": _seat(o.get("of", of))} for o in fact.get("offices", [])]
    country = of if of and of.isupper() else None
    return {"name": fact["name"], "names": fact.get("names", []), "country": country,
            "gender": fact.get("gender"), "offices": offices}  # fmt: skip


def _seat(of: str) -> str:
    """The id of the state or organisation that an office is of."""
    return f"state:{of}" if of.isupper() and len(of) == 3 else f"igo:{of}"


def _check(registry: Facts) -> None:
    ids = [e["id"] for e in registry["entries"]]
    _unique("id", ids)
    _unique("person", [p["name"] for p in registry["people"]])
    known = {e["country"] for e in registry["entries"] if e["kind"] == "state"}
    for entry in registry["entries"]:
        for code in [entry.get("country"), *entry.get("members", [])]:
            if isinstance(code, str) and code not in known:
                raise BadFacts(f"{entry['id']}: no state {code}")
    for person in registry["people"]:
        for office in person["offices"]:
            if office["of"] not in ids:
                raise BadFacts(f"{person['name']}: no {office['of']}")
            if office.get("until") and office["until"] < office["since"]:
                raise BadFacts(f"{person['name']}: an office that ends before it begins")


def _unique(what: str, values: Iterable[str]) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise BadFacts(f"the same {what} twice: {', '.join(twice)}")


if __name__ == "__main__":
    sys.exit(main())

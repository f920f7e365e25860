"""Builds src/dragoman/data/registry.json from the reviewed facts in this folder.

Usage: python resources/build.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

RESOURCES = Path(__file__).resolve().parent
REGISTRY = RESOURCES.parent / "src" / "dragoman" / "data" / "registry.json"

Facts = dict[str, Any]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where it is there."""
_SINGLE = frozenset({
    "head_of_state", "monarch", "pope", "supreme_leader", "head_of_government", "foreign_minister",
    "secretary_general", "director_general", "high_representative", "crown_prince", "vice_president",
    "governor_general", "defence_minister", "national_security_adviser", "chief_executive",
})  # fmt: skip
"""Ranks that one person of a state or organisation has at a time."""


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
    groups, holders = _load("groups"), _load("holders")
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
        "together": {name: t["states"] for t in states["together"] for name in t["names"]},
        "outlets": {
            name: code for code, names in _load("organizations")["outlets"].items() for name in names
        },
        "kinds": bodies["kinds"],
        **{key: offices[key] for key in ("titles", "heads", "domains", "before", "after", "classes")},
        "people": [_person(p) for p in holders["holders"]],
        "honorifics": honorifics["honorifics"],
        "given": {name: g for g in "mf" for name in given[g]},
        "spellings": given["spellings"],
        "short": given["short"],
        "family_first": given["family_first"],
        "groups": {key: words for key, words in groups.items() if key not in ("source", "regions")},
    }
    _check(registry)
    _check_holders(holders, {t["title"]: t.get("rank") for t in offices["titles"]})
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
    facts: Facts = yaml.load((RESOURCES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
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
    offices = [_office(o, of) for o in fact.get("offices", [])]
    country = of if of and of.isupper() else None
    return {"name": fact["name"], "names": fact.get("names", []), "country": country,
            "gender": fact.get("gender"), "offices": offices}  # fmt: skip


def _office(fact: Facts, of: str | None) -> Facts:
    """An office from its first day to its last that can be: a month or a year is taken whole."""
    known = {"title": fact["title"], "of": _seat(fact.get("of", of))}
    if "since" in fact:
        known["since"] = _first(str(fact["since"]))
    if "until" in fact:
        known["until"] = _after(str(fact["until"]))
    return known


def _first(day: str) -> str:
    """The first day that a date may mean."""
    return _real(day, day + "-01-01"[len(day) - 4 :])


def _after(day: str) -> str:
    """The day given, or the one after the month or year."""
    if _is_day(day):
        return _real(day, day)
    year, month = int(day[:4]), int(day[5:7] or 12)
    return _real(day, f"{year + month // 12}-{month % 12 + 1:02}-01")


def _last(day: str) -> str:
    """The last day that a date may mean."""
    return day if _is_day(day) else (date.fromisoformat(_after(day)) - timedelta(1)).isoformat()


def _is_day(day: str) -> bool:
    return len(day) == len("2000-01-01")


def _real(given: str, day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise BadFacts(f"{given} is no date") from error


def _seat(of: str) -> str:
    """The id of the state or organisation that an office is of."""
    return f"state:{of}" if of.isupper() and len(of) == 3 else f"igo:{of}"


def _check(registry: Facts) -> None:
    ids = [e["id"] for e in registry["entries"]]
    _unique("id", ids)
    _unique("person", [p["name"] for p in registry["people"]])
    known = {e["country"] for e in registry["entries"] if e["kind"] == "state"}
    for name, codes in registry["together"].items():
        if not known.issuperset(codes):
            raise BadFacts(f"{name}: no states {codes}")
    for entry in registry["entries"]:
        for code in [entry.get("country"), *entry.get("members", [])]:
            if isinstance(code, str) and code not in known:
                raise BadFacts(f"{entry['id']}: no state {code}")
    for person in registry["people"]:
        for office in person["offices"]:
            if office["of"] not in ids:
                raise BadFacts(f"{person['name']}: no {office['of']}")
            if office.get("until") and office["until"] <= office.get("since", ""):
                raise BadFacts(f"{person['name']}: an office that ends before it begins")


def _check_holders(facts: Facts, ranks: dict[str, str | None]) -> None:
    """Refuses people of no source, and offices of one person that two hold at once."""
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for person in facts["holders"]:
        if not set(person.get("source") or ["none"]) <= facts["source"].keys():
            raise BadFacts(f"{person['name']}: says no source")
        for office in person.get("offices", []):
            rank = ranks.get(office["title"])
            if rank in _SINGLE:
                since, until = str(office.get("since", "0001")), str(office.get("until", "9999"))
                held[office.get("of", person.get("of")), rank].append((since, until, person["name"]))
    for (of, rank), spells in held.items():
        for one, other in combinations(sorted(spells), 2):
            if one[2] != other[2] and _last(other[0]) < _first(one[1]):
                raise BadFacts(f"two are {rank} of {of} at once: {one[2]} and {other[2]}")


def _unique(what: str, values: Iterable[str]) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise BadFacts(f"the same {what} twice: {', '.join(twice)}")


if __name__ == "__main__":
    sys.exit(main())

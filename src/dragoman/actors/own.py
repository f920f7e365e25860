"""The file of actors that users add: read with the package's facts, and written whole or not at all.

It holds `entries` and `people` as `data/registry.json` does, one fact a line, each with its `source`.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman import settings
from dragoman.actors.names import make_full
from dragoman.actors.registry import Entry
from dragoman.errors import BadActors
from dragoman.types import ActorKind

__all__ = ["Facts", "Place", "id_of", "last", "merge", "place", "read", "write"]

Facts = dict[str, Any]
"""An entry or a person as the registry's file has it; or a whole file of them."""

_SECTIONS = ("entries", "people")
_SINGLE = frozenset({
    "head_of_state", "monarch", "supreme_leader", "pope", "head_of_government", "foreign_minister",
    "defence_minister", "interior_minister", "finance_minister", "national_security_adviser",
    "secretary_general", "high_representative", "director_general", "crown_prince", "governor_general",
    "chief_executive",
})  # fmt: skip
"""The ranks that one person holds at a time."""

_FIELDS = {field.name for field in fields(Entry)}


@dataclass(frozen=True, slots=True)
class Place:
    """The file as it is now: what is read of it holds as long as these are the same."""

    path: Path
    changed: int
    size: int


def place() -> Place:
    """Where the user's own actors are kept; the file need not exist.

    Raises:
        BadSettings: the settings that may name the file cannot be understood.
    """
    path = settings.load().actors
    try:
        found = path.stat()
    except OSError:
        return Place(path, 0, 0)
    return Place(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=2)
def read(here: Place) -> Facts:
    """The user's own facts; none where the file does not exist or is empty.

    Raises:
        BadActors: the file cannot be read, or is no file of actors.
    """
    try:
        text = here.path.read_text(encoding="utf-8") if here.changed else ""
        facts = json.loads(text) if text.strip() else {}
    except (OSError, ValueError) as error:
        raise BadActors(
            str(here.path), f"cannot be read as a file of actors: {error}; correct it or remove it"
        ) from error
    if not isinstance(facts, dict) or not all(_is_section(facts.get(s, [])) for s in _SECTIONS):
        raise BadActors(str(here.path), "this is no file of actors; correct it or remove it")
    return {section: facts.get(section, []) for section in _SECTIONS}


def write(path: Path, facts: Facts) -> None:
    """Writes the file beside its place and moves it there, so that it is never half written.

    Raises:
        BadActors: it cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise BadActors(str(path), "this is no regular file; name another with DRAGOMAN_ACTORS")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(_render(facts))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadActors(
            str(path), f"cannot be written: {reason}; name another with DRAGOMAN_ACTORS"
        ) from error


def merge(package: Facts, here: Place) -> Facts:
    """The package's facts and the user's own, which stand first and replace those with the same id.

    Raises:
        BadActors: a fact of the user's own names an actor that there is not.
    """
    own = read(here)
    if not any(own.values()):
        return package
    try:
        replaced = {id_of(fact) for section in _SECTIONS for fact in own[section]}
        kept = {s: [f for f in package[s] if id_of(f) not in replaced] for s in _SECTIONS}
        entries = [*own["entries"], *kept["entries"]]
        _check(own, entries)
        mine = list(map(_dated, own["people"]))
        people = [*mine, *_ended(kept["people"], mine, package["titles"])]
    except (KeyError, TypeError, AttributeError) as error:
        raise BadActors(
            str(here.path), f"an entry is incomplete: {error}; correct it or remove it"
        ) from error
    except ValueError as error:
        raise BadActors(str(here.path), f"{error}; correct it or remove it") from error
    return {**package, "entries": entries, "people": people}


def id_of(fact: Facts) -> str:
    """The id of the actor that a fact is about: that of a person is made of the name."""
    return str(fact["id"]) if "id" in fact else f"person:{make_full(fact['name']).key}"


def last(until: str) -> str:
    """The last month or year of an office, as the user has it; a day as it is."""
    return _moved(until, -1)


def _is_section(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(fact, dict) for fact in value)


def _check(own: Facts, entries: list[Facts]) -> None:
    ids = {e["id"] for e in entries}
    for fact in own["entries"]:
        ActorKind(fact["kind"])
        if unknown := fact.keys() - _FIELDS:
            raise ValueError(f"{fact['name']}: there is no field {min(unknown)!r}")
    for fact in [*own["entries"], *own["people"]]:
        wanted = [f"state:{code}" for code in (fact.get("country"), *fact.get("members", ())) if code]
        wanted += [office["of"] for office in fact.get("offices", ())]
        missing = next((id for id in wanted if id not in ids), None)
        if missing:
            raise ValueError(f"{fact['name']}: nothing is known of {missing}")


def _dated(person: Facts) -> Facts:
    """A person whose offices end where the registry has it: on the first day that they are not held."""
    offices = [{**o, "until": _moved(o["until"], 1)} if o.get("until") else o for o in person["offices"]]
    return {**person, "offices": offices}


def _ended(people: list[Facts], mine: list[Facts], titles: list[Facts]) -> list[Facts]:
    """The package's people; an office without an end is over when one of the user's own takes it."""
    ranks = {t["title"]: t["rank"] for t in titles if t.get("rank") in _SINGLE}
    begun = [
        (ranks[office["title"]], office["of"], office["since"])
        for person in mine
        for office in person["offices"]
        if office["title"] in ranks and office.get("since") and not office.get("rankless")
    ]

    def end(office: Facts) -> Facts:
        post = ranks.get(office["title"]), office["of"]
        later = [since for *taken, since in begun if (*taken,) == post and since > office.get("since", "")]
        return {**office, "until": min(later)} if later and not office.get("until") else office

    return [{**p, "offices": [end(o) for o in p["offices"]]} for p in people] if begun else people


def _moved(day: str, by: int) -> str:
    """A month moved by so many months, a year by so many years; a day as it is."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)", day):
        year, month = divmod(int(found[1]) * 12 + int(found[2]) - 1 + by, 12)
        return f"{year:04}-{month + 1:02}"
    return f"{int(day) + by:04}" if re.fullmatch(r"\d{4}", day) else day


def _render(facts: Facts) -> str:
    """JSON with one fact a line, in order of id, so that a change can be seen."""
    parts = []
    for section in _SECTIONS:
        lines = [json.dumps(f, ensure_ascii=False) for f in sorted(facts[section], key=id_of)]
        parts.append(f'"{section}": [\n' + ",\n".join(lines) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"

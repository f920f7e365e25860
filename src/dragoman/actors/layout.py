"""The YAML of users: sections of entries as in the project's own `resources/*.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from dragoman.errors import BadActors

__all__ = ["SECTIONS", "Found", "read"]

Found = tuple[str, dict[str, Any] | str]
"""Where an entry stands, and its fields, or why it has none."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where it is there."""

SECTIONS = {
    "states": "state",
    "named": "body",
    "igos": "igo",
    "parties": "party",
    "armed_groups": "armed_group",
    "organizations": "organization",
    "regions": "group",
    "holders": "person",
}
"""The sections that a file may have, each with the kind of its entries; `named` has them by state."""


def read(name: str, text: str) -> Iterator[Found]:
    """The entries of a file, those that others may name first.

    Args:
        name: what to call the file.
        text: what it holds.

    Raises:
        BadActors: it is no YAML, or has none of the sections.
    """
    sections = _load(name, text)
    for section in sections:
        if section not in SECTIONS and section != "source":
            known = ", ".join(SECTIONS)
            yield f"{name}: {section}", f"there is no such section; the sections are: {known}"
    for section, kind in SECTIONS.items():
        for where, code, entry in _entries(section, sections.get(section)):
            yield f"{name}: {where}", _fields(entry, kind, code)


def _load(name: str, text: str) -> Mapping[str, Any]:
    try:
        sections = yaml.load(text, Loader=_LOADER)  # noqa: S506 - one of the safe ones
    except yaml.YAMLError as error:
        raise BadActors(name, f"this is no YAML: {error}") from error
    except (ValueError, RecursionError) as error:  # a date that is none
        raise BadActors(name, f"cannot be read as YAML: {error}") from error
    if not isinstance(sections, Mapping) or not any(section in SECTIONS for section in sections):
        wanted = ", ".join(SECTIONS)
        reason = f"there are no actors in it; it needs one of the sections {wanted} (see docs/format.md)"
        raise BadActors(name, reason)
    return sections


def _entries(section: str, content: object) -> Iterator[tuple[str, str | None, object]]:
    """Where each entry stands, the state whose section it is in, and the entry."""
    if content is None:
        return
    if section == "named" and isinstance(content, Mapping):
        for code, bodies in content.items():
            for where, _, entry in _entries(f"{section} {code}", bodies):
                yield where, code, entry
    elif isinstance(content, list):
        for n, entry in enumerate(content, 1):
            called = entry.get("name") if isinstance(entry, Mapping) else None
            yield f"{section} {n}" + (f" ({called})" if called else ""), None, entry
    else:
        yield section, None, None


def _fields(entry: object, kind: str, code: str | None) -> dict[str, Any] | str:
    if kind == "group" and isinstance(entry, str):
        return {"kind": kind, "name": entry}
    if not isinstance(entry, Mapping):
        return "this is no entry; write a list of entries with fields, as - {name: …}"
    given = dict(entry)
    if kind == "igo":
        given["sort"] = given.pop("kind", None)
    if kind == "state":
        given["country"] = given.pop("code", given.get("country"))
        given["names"] = _with_official(given.pop("official", None), given.get("names"))
    if code is not None:
        given["country"] = code
    return {**given, "kind": kind}


def _with_official(official: object, names: object) -> object:
    if official is None:
        return names
    return [official, *names] if isinstance(names, list) else [official]

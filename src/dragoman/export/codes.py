"""The codes of event data: CAMEO's and PLOVER's, of events, actors and countries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman import timex
from dragoman.export.document import ActorPart, OfficePart
from dragoman.folding import fold

IGO = "IGO"
"""What PLOVER and CAMEO call an international organisation that has no code of its own."""


@dataclass(frozen=True, slots=True)
class ActorCode:
    """What an actor is called in event data.

    `country` is PLOVER's top-level code: a country's, or that of a kind of international actor;
    `group` is CAMEO's code of a known organisation; `office` is the title that the sector is known by.
    """

    country: str | None = None
    group: str | None = None
    sector: str | None = None
    office: str | None = None


def quad(type: str) -> str | None:  # noqa: A002 - PLOVER's word
    """PLOVER's quad category of a type, as `verbal cooperation`; None where the type is not PLOVER's."""
    found: str | None = _facts()["quads"].get(type)
    return found


def quad_number(type: str) -> int | None:  # noqa: A002 - PLOVER's word
    """PLOVER's number of the quad category of a type, 1 to 4."""
    quads = list(dict.fromkeys(_facts()["quads"].values()))
    found = quad(type)
    return quads.index(found) + 1 if found else None


def score(type: str, mode: str | None) -> float | None:  # noqa: A002 - PLOVER's word
    """PLOVER's conflict-cooperation score, -10 to 10: the mode's, else the type's."""
    scores: dict[str, float] = _facts()["scores"].get(type, {})
    return scores.get(mode or "type", scores.get("type"))


def promised(type: str) -> str:  # noqa: A002 - PLOVER's word
    """What PLOVER calls an event of this type that is only promised or announced."""
    found: str = _facts()["future"].get(type, type)
    return found


def meeting(status: str) -> Mapping[str, Any]:
    """The `type`, `mode`, `contexts` and CAMEO `code` of a meeting of this status."""
    found: dict[str, Any] = _facts()["meetings"]["statuses"][status]
    return found


def meeting_mode(form: str) -> str | None:
    """PLOVER's mode of a meeting of this form."""
    found: str | None = _facts()["meetings"]["forms"].get(form)
    return found


def cameo(type: str, mode: str | None, contexts: Iterable[str]) -> str | None:  # noqa: A002 - PLOVER's word
    """The CAMEO code of a PLOVER event: as narrow as mode and contexts allow, else the type's."""
    known: dict[str, Any] | None = _facts()["cameo"].get(type)
    if known is None:
        return None
    narrow = known.get("modes", {}).get(mode, known)
    given = set(contexts)
    fitting = (code for asked, code in narrow.get("contexts", {}).items() if given.issuperset(asked.split()))
    found: str = next(fitting, narrow["code"])
    return found


def goldstein(code: str) -> float | None:
    """The Goldstein score of a CAMEO code; None where it is not known for certain."""
    found: float | None = _facts()["goldstein"].get(code)
    return found


def language(code: str) -> str | None:
    """The ISO 639-3 code of a language, by its ISO 639-1 code."""
    found: str | None = _facts()["languages"].get(code)
    return found


def country(code: str | None, scheme: str) -> str | None:
    """A country in another scheme (`plover`, `cameo`, `fips`, `cow`, `iso2`), by its ISO 3166 code."""
    found = _facts()["countries"].get(code, {}).get(scheme)
    if found is None:
        return code if scheme in {"plover", "cameo"} else None
    return str(found)


def actor(part: ActorPart, day: str | None) -> ActorCode:
    """What an actor is called.

    Args:
        part: the actor.
        day: the day in question, which tells the offices that a person holds.
    """
    if part.kind == "igo":
        return _organization(part.id)
    if part.kind == "person":
        return _person(part, [office for office in part.offices if _covers(office, day)])
    told = _sector(part.name) or ("GOV" if part.kind == "body" else None)
    return ActorCode(
        part.country, sector=_facts()["kinds"].get(part.kind, told if part.kind == "body" else None)
    )


def _person(part: ActorPart, offices: list[OfficePart]) -> ActorCode:
    """A person by the first office that tells a sector; who serves an organisation is of no country."""
    for office in offices:
        if office.title.startswith("former "):
            continue
        if organization := _facts()["organizations"].get(office.of):
            code = _organization(organization)
            return ActorCode(code.country, code.group, office=office.title)
        if sector := _sector(office.title):
            return ActorCode(part.country, sector=sector, office=office.title)
    former = any(office.title.startswith("former ") for office in offices)
    return ActorCode(part.country, sector="ELI" if former else None)


def _organization(id: str) -> ActorCode:
    known = _facts()["groups"].get(id, {})
    return ActorCode(known.get("plover", IGO), known.get("cameo"))


def _covers(office: OfficePart, day: str | None) -> bool:
    since, until = timex.bounds(office.since)[0], timex.bounds(office.until)[1]
    return not day or since <= day <= until


@lru_cache(maxsize=4096)
def _sector(words: str) -> str | None:
    """The first sector with a word of its own in a name or a title."""
    folded = f" {fold(words)} "
    sectors: dict[str, list[str]] = _facts()["sectors"]
    return next(
        (code for code, given in sectors.items() if any(f" {fold(word)} " in folded for word in given)), None
    )


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    path = files("dragoman") / "data" / "codes.json"
    facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return facts

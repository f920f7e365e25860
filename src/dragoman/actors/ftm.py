"""FollowTheMoney entities, a JSON object a line, as OpenSanctions publishes them.

Persons, organisations and public bodies become actors; positions and occupancies the offices of persons.
All else is passed over.

Source: https://followthemoney.tech/explorer/schemata/
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from babel.core import get_global

from dragoman.actors.directory import Directory
from dragoman.actors.layout import Found
from dragoman.actors.names import make_full
from dragoman.errors import BadActors
from dragoman.types import ActorKind

__all__ = ["read"]

_ORGANIZATIONS = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})
_KINDS = {"gov.igo": "igo", "pol.party": "party"}
_CODES = {"xk": ["XKX"], "suhh": ["SUN"], "yucs": ["YUG"]}
_SEATS = {"eu": "igo:eu"}
_GENDERS = {"male": "m", "female": "f"}
_YEARS = re.compile(r"(?P<title>.+?)\s*\((?P<since>\d{4})?\s*[-–]\s*(?P<until>\d{4})?\)\s*$")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class _Entity:
    """One line: its properties, each a list of texts."""

    id: str
    schema: str
    caption: str | None
    properties: Mapping[str, list[str]]

    def all(self, *names: str) -> list[str]:
        """The values of properties, in order and each once."""
        return list(dict.fromkeys(v for name in names for v in self.properties.get(name, ())))

    def first(self, *names: str) -> str | None:
        """The first value of the first of these properties that has one."""
        return next(iter(self.all(*names)), None)


@dataclass(slots=True)
class _Graph:
    """The entities by what they are; `occupancies` by the id of the holder."""

    actors: list[tuple[int, _Entity]] = field(default_factory=list)
    posts: dict[str, _Entity] = field(default_factory=dict)
    occupancies: defaultdict[str, list[_Entity]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)


def read(
    name: str, lines: Iterable[str], directory: Directory, on_line: Callable[[int], None]
) -> Iterator[Found]:
    """The actors of a file, as entries for `checking.check`; organisations first.

    Args:
        name: what to call the file.
        lines: what it holds.
        directory: the actors that are known; who is one of them keeps that actor's name.
        on_line: called after each line with its number.

    Raises:
        BadActors: no line is an entity.
    """
    graph, count = _Graph(), 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            found = _entity(line)
            if isinstance(found, str):
                yield f"{name}: line {number}", found
            else:
                _sort_in(graph, number, found)
                count += 1
        on_line(number)
    if not count:
        raise BadActors(name, "there are no FollowTheMoney entities in it, one a line")
    for number, entity in sorted(graph.actors, key=lambda a: a[1].schema == "Person"):
        where = f"{name}: line {number} ({entity.caption or entity.first('name') or entity.id})"
        make = _person if entity.schema == "Person" else _organization
        yield where, make(entity, graph, directory)


def _entity(line: str) -> _Entity | str:
    """The entity of a line, or why it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return "this is no JSON"
    if not isinstance(found, dict) or not isinstance(found.get("properties"), dict):
        return "this is no FollowTheMoney entity; it needs id, schema and properties"
    id, schema, caption = found.get("id"), found.get("schema"), found.get("caption")
    if not isinstance(id, str) or not isinstance(schema, str):
        return "this is no FollowTheMoney entity; it needs id, schema and properties"
    properties = {
        key: [v for v in values if isinstance(v, str)]
        for key, values in found["properties"].items()
        if isinstance(values, list)
    }
    return _Entity(id, schema, caption if isinstance(caption, str) else None, properties)


def _sort_in(graph: _Graph, number: int, entity: _Entity) -> None:
    if entity.schema == "Position":
        graph.posts[entity.id] = entity
    elif entity.schema == "Occupancy":
        for holder in entity.all("holder"):
            graph.occupancies[holder].append(entity)
    elif entity.schema == "Person" or entity.schema in _ORGANIZATIONS:
        graph.actors.append((number, entity))
        graph.names[entity.id] = entity.caption or entity.first("name") or entity.id


def _organization(entity: _Entity, _: _Graph, directory: Directory) -> dict[str, Any] | str:
    names = _names(entity, "name", "alias", "previousName", "abbreviation")
    if not names:
        return "it has no name in Latin letters"
    country = _country(entity.first("jurisdiction", "mainCountry", "country"), directory)
    known = next((id for n in names if (id := directory.called(n))), None)
    if known and directory.kind(known) is not ActorKind.STATE:
        kind = directory.kind(known).value
        return {"kind": kind, "id": known, "name": directory.name(known), "names": names, "country": country}
    kind = _kind(entity, country)
    bywords = [n for n in _names(entity, "weakAlias") if n not in names]
    return {"kind": kind, "name": names[0], "names": names[1:], "bywords": bywords, "country": country}


def _kind(entity: _Entity, country: str | None) -> str:
    for topic, kind in _KINDS.items():
        if topic in entity.all("topics"):
            return kind
    return "body" if entity.schema == "PublicBody" and country else "organization"


def _person(entity: _Entity, graph: _Graph, directory: Directory) -> dict[str, Any] | str:
    """A person with all his names of two words or more: a single one would be anybody's."""
    names = _names(entity, "name", "alias", "previousName")
    if not names:
        return "it has no name in Latin letters"
    names += [n for n in _names(entity, "weakAlias") if n not in names]
    known = next((n for name in names if (n := directory.person(name))), None)
    name = known or names[0]
    country = _country(entity.first("nationality", "citizenship", "country"), directory)
    others = [n for n in names if n != name and len(make_full(n).parts) > 1]
    return {
        "kind": "person",
        "name": name,
        "names": others,
        "country": country,
        "gender": _GENDERS.get(entity.first("gender") or ""),
        "offices": _offices(entity, graph, directory, country),
    }


def _offices(
    entity: _Entity, graph: _Graph, directory: Directory, country: str | None
) -> list[dict[str, str]]:
    """The offices of a person, those with dates first; each title of the same owner and time once."""
    found = [
        _office(title, of, since, until, directory)
        for occupancy in graph.occupancies.get(entity.id, ())
        for post in (graph.posts.get(p) for p in occupancy.all("post"))
        if post
        for title, of in [_post(post, graph, directory, country)]
        for since, until in [_spell(occupancy)]
    ]
    if not found:
        found = [_position(text, directory, country) for text in entity.all("position")]
    offices = {tuple(sorted(o.items())): o for o in found if o}
    return sorted(offices.values(), key=lambda o: (o.get("since", "9"), o["of"], o["title"]))


def _post(post: _Entity, graph: _Graph, directory: Directory, country: str | None) -> tuple[str, str | None]:
    """The title of a position and whose it is: of what its name says, its organisation, its country."""
    text = post.caption or post.first("name") or ""
    title, of = directory.office(text) if text else ("", None)
    for organization in post.all("organization"):
        of = of or directory.entry(graph.names.get(organization, organization))
    seats = [seat for c in post.all("country") if (seat := _seat(c, directory))]
    own = [seat for seat in seats if seat == f"state:{country}"] if len(seats) > 1 else seats
    return title, of or next(iter(own), None)


def _spell(occupancy: _Entity) -> tuple[str | None, str | None]:
    """When an office was held; the term of the office where the person's own dates are not told."""
    return _date(occupancy.first("startDate", "periodStart")), _date(occupancy.first("endDate", "periodEnd"))


def _position(text: str, directory: Directory, country: str | None) -> dict[str, str] | None:
    """An office told in words, as in "Minister of Finance (2010-2014)"."""
    found = _YEARS.match(text)
    title, of = directory.office(found["title"] if found else text)
    seat = of or (f"state:{country}" if country else None)
    return _office(title, seat, found and found["since"], found and found["until"], directory)


def _office(
    title: str, of: str | None, since: str | None, until: str | None, directory: Directory
) -> dict[str, str] | None:
    """An office of a rank without a date is left out: it would make the holder at any time doubtful."""
    if not title or not of or (directory.rank(title) and not (since or until)):
        return None
    dates = {"since": since, "until": until}
    return {"title": title, "of": of, **{k: v for k, v in dates.items() if v}}


def _names(entity: _Entity, *properties: str) -> list[str]:
    """The names in Latin letters, the caption first."""
    caption = [entity.caption] if entity.caption and "name" in properties else []
    found = [" ".join(n.split()) for n in (*caption, *entity.all(*properties))]
    return list(dict.fromkeys(n for n in found if _is_latin(n)))


def _is_latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def _date(text: str | None) -> str | None:
    found = _DATE.match(text or "")
    return found[0] if found else None


def _seat(code: str, directory: Directory) -> str | None:
    """The id of the state or union that a FollowTheMoney code stands for."""
    country = _country(code, directory)
    return f"state:{country}" if country else directory.entry(_SEATS.get(code, code))


def _country(code: str | None, directory: Directory) -> str | None:
    """The code of three letters for one of two; a part of a state, "gb-sct", counts as the state."""
    plain = (code or "").lower().partition("-")[0]
    return next((c for c in _alpha3().get(plain, ()) if directory.has(f"state:{c}")), None)


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, list[str]]:
    """The codes of three letters, old ones too, for each of two."""
    found = defaultdict(list, _CODES)
    for code, alias in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and len(alias) == 1:
            found[alias[0].lower()].append(code)
    return found

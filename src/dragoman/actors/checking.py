"""What a user says of an actor, checked and brought into the form of the registry's facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dragoman.actors import unnamed
from dragoman.actors.directory import PREFIXES, Directory
from dragoman.actors.words import folded
from dragoman.types import ActorKind

__all__ = ["BadEntry", "check"]

Fields = Mapping[str, Any]

_LISTS = ("names", "bywords", "adjectives", "people", "capitals", "members")
_FLAGS = ("shared", "seat", "territory")
_TEXTS = ("domain", "led_by", "sort", "within")
_COMMON = frozenset({"kind", "name", "names", "country", "source"})
_PERSON = frozenset({"of", "gender", "offices"})
_ENTRY = frozenset({"id", "bywords", "shared"})
_OWN = {
    ActorKind.STATE: {"adjectives", "people", "capitals", "domain", "led_by", "territory", "until"},
    ActorKind.BODY: {"seat"},
    ActorKind.IGO: {"members", "sort", "within"},
    ActorKind.PARTY: {"people"},
}
_SORTS = ("organisation", "format", "coalition", "agreement")
_SETTLED = {"sort": _SORTS, "led_by": ("head_of_state", "head_of_government", "supreme_leader")}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LAST_YEAR = 9000


class BadEntry(ValueError):
    """An entry that cannot be used; its text says why."""


def check(given: Fields, directory: Directory) -> dict[str, Any]:
    """The fact that an entry gives; what it leaves out is left out.

    Args:
        given: a field's name to its value, as a person has written it; `kind` says what it is.
        directory: the actors that the entry may name.

    Raises:
        BadEntry: a field is missing, is none, or names what nobody knows.
    """
    kind = _kind(given.get("kind"))
    _refuse_others(given, kind)
    fact: dict[str, Any] = {"name": _text(given.get("name"), "name")}
    fact |= {field: _texts(given[field], field) for field in _LISTS if _has(given, field)}
    fact |= {field: bool(given[field]) for field in _FLAGS if given.get(field)}
    fact |= {field: _text(given[field], field) for field in _TEXTS if _has(given, field)}
    fact |= {"source": given["source"]} if given.get("source") else {}
    if kind is ActorKind.PERSON:
        return _person(fact, given, directory)
    return _entry(fact, given, kind, directory)


def _kind(value: object) -> ActorKind:
    try:
        return ActorKind(str(value))
    except ValueError:
        raise BadEntry(f"there is no kind {value!r}; the kinds are: {', '.join(ActorKind)}") from None


def _refuse_others(given: Fields, kind: ActorKind) -> None:
    known = _COMMON | (_PERSON if kind is ActorKind.PERSON else _ENTRY | _OWN.get(kind, set()))
    for field in given:
        if field not in known:
            article = "an" if kind.value[0] in "aio" else "a"
            raise BadEntry(
                f"{article} {kind.value} has no field {field!r}; it may have: {', '.join(sorted(known))}"
            )
    for field, values in _SETTLED.items():
        if _has(given, field) and given[field] not in values:
            raise BadEntry(f"{field} is {given[field]!r}; it may be: {', '.join(values)}")


def _entry(fact: dict[str, Any], given: Fields, kind: ActorKind, directory: Directory) -> dict[str, Any]:
    if kind is ActorKind.STATE:
        code = _text(given.get("country"), "the code of the state").upper()
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise BadEntry(f"{code} is no code of a state; it has three letters, as FRA")
        return {"id": f"state:{code}", "kind": "state", "country": code, **fact}
    if _has(given, "country"):
        fact["country"] = _country(given["country"], directory)
    if "members" in fact:
        fact["members"] = [_country(member, directory) for member in fact["members"]]
    if kind is ActorKind.BODY and "country" not in fact:
        raise BadEntry("a body is that of a state; give its country")
    return {"id": _id(given, kind, fact, directory), "kind": kind.value, **fact}


def _id(given: Fields, kind: ActorKind, fact: dict[str, Any], directory: Directory) -> str:
    """The id that is given, that of the actor known by this name, or one made of the name."""
    stem = f"{PREFIXES[kind]}:{fact['country']}:" if kind is ActorKind.BODY else f"{PREFIXES[kind]}:"
    if given.get("id"):
        return stem + unnamed.slug(_text(given["id"], "id").removeprefix(stem))
    known = directory.called(fact["name"])
    return known if known and known.startswith(stem) else stem + unnamed.slug(fact["name"])


def _person(fact: dict[str, Any], given: Fields, directory: Directory) -> dict[str, Any]:
    of = _owner(given["of"], directory) if _has(given, "of") else None
    if _has(given, "country"):
        fact["country"] = _country(given["country"], directory)
    elif of and of.startswith("state:"):
        fact["country"] = of.removeprefix("state:")
    if _has(given, "gender"):
        fact["gender"] = _gender(given["gender"])
    seat = of or (f"state:{fact['country']}" if "country" in fact else None)
    if _has(given, "offices"):
        if not isinstance(given["offices"], list):
            raise BadEntry("offices is no list")
        fact["offices"] = [_office(office, seat, directory) for office in given["offices"]]
        states = {office["of"] for office in fact["offices"] if office["of"].startswith("state:")}
        if "country" not in fact and len(states) == 1:
            fact["country"] = states.pop().removeprefix("state:")
    return fact


def _gender(value: object) -> str:
    if value not in {"m", "f"}:
        raise BadEntry(f"gender is {value!r}; it may be m or f")
    return str(value)


def _office(given: object, seat: str | None, directory: Directory) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise BadEntry(f"the office {given!r} has no fields; write {{title: …, since: …, until: …}}")
    for field in given:
        if field not in {"title", "of", "since", "until"}:
            raise BadEntry(f"an office has no field {field!r}; it may have: title, of, since, until")
    text = _text(given.get("title"), "the title of an office")
    if _has(given, "of"):
        title, of = directory.title(text), _owner(given["of"], directory)
    else:
        title, found = directory.office(text)
        of = found or seat or ""
    if not of:
        raise BadEntry(f"it is not clear whose office {text!r} is; write it as “… of France”, or give `of`")
    office = {"title": title, "of": of}
    office |= {field: _day(given[field], field) for field in ("since", "until") if _has(given, field)}
    since, until = office.get("since", "0"), office.get("until", "9")
    if since[: len(until)] > until[: len(since)]:
        raise BadEntry(f"the office {title!r} ends before it begins")
    return office if directory.rank(title) else {**office, "rankless": True}


def _owner(value: object, directory: Directory) -> str:
    text = _text(value, "of")
    found = directory.entry(text)
    if found is None:
        raise BadEntry(f"nothing is known of {text!r}, whose office it is; add it first")
    return found


def _country(value: object, directory: Directory) -> str:
    text = _text(value, "country")
    code = directory.state(text)
    if code is None:
        raise BadEntry(f"there is no state {text!r}; write the three letters of ISO 3166, as FRA")
    return code


def _texts(value: object, field: str) -> list[str]:
    if not isinstance(value, list):
        raise BadEntry(f"{field} is no list; write it as [{value}]")
    return list(dict.fromkeys(_text(item, field) for item in value))


def _text(value: object, field: str) -> str:
    if value is None or value == "":
        raise BadEntry(f"{field} is missing")
    if not isinstance(value, str):
        raise BadEntry(f"{field} holds {value!r}, which is no text; put it in quotation marks")
    text = " ".join(value.split())
    if not folded(text):
        raise BadEntry(f"{field} has no letters: {value!r}")
    return text


def _day(value: object, field: str) -> str:
    """A date as precise as it is given: 2017, 2017-05, 2017-05-17."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    found = _DATE.fullmatch(text)
    try:
        day = date(*(int(part or 1) for part in found.groups())) if found else None
    except ValueError:
        day = None
    if day is None or day.year > _LAST_YEAR:
        raise BadEntry(f"{field} is {text}, which is no date; write 2017, 2017-05 or 2017-05-17")
    return text


def _has(given: Fields, field: str) -> bool:
    """Whether a field is filled in; False is, which is what YAML makes of the code of Norway."""
    return given.get(field) not in (None, "", [])

"""Adds actors to the file of the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.actors import loading, own
from dragoman.actors.checking import BadEntry, check
from dragoman.actors.directory import Directory
from dragoman.actors.facts import facts as package
from dragoman.actors.layout import Found
from dragoman.actors.own import Facts, id_of
from dragoman.types import Refusal

__all__ = ["Added", "add", "directory"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of entries: ids of actors that are new, that changed, that were there; and refusals."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    refusals: tuple[Refusal, ...]


def directory() -> Directory:
    """The actors that are known by now.

    Raises:
        BadActors: the file of the user's own actors cannot be understood.
    """
    return Directory(loading.load())


def add(found: Iterable[Found], known: Directory, *, keeps_offices: bool = False) -> Added:
    """Adds entries, and writes the file where that changes anything.

    What an entry leaves out stays as it is known, and so do names that it does not repeat.

    Args:
        found: where each entry stands with its fields, or why it has none; an entry stands after
            those that it names.
        known: the actors that entries may name; takes in the new ones.
        keeps_offices: whether offices are added to those that are known instead of replacing them.

    Raises:
        BadActors: the file of the user's own actors cannot be read or written.
    """
    place = own.place()
    mine = {section: {id_of(f): f for f in facts} for section, facts in own.read(place).items()}
    theirs = {id_of(f): f for section in mine for f in package()[section]}
    facts, refusals = _check(found, known)
    new: list[str] = []
    changed: list[str] = []
    same: list[str] = []
    for id, fact in facts.items():
        section = mine["people" if id.startswith("person:") else "entries"]
        made = _merged(section.get(id) or theirs.get(id) or {}, fact, keeps_offices=keeps_offices)
        if id in section and _bare(section[id]) == _bare(made):
            same.append(id)
            continue
        (changed if id in section else new).append(id)
        section[id] = made
    if new or changed:
        own.write(place.path, {section: list(facts.values()) for section, facts in mine.items()})
    return Added(tuple(new), tuple(changed), tuple(same), tuple(refusals))


def _check(found: Iterable[Found], known: Directory) -> tuple[dict[str, Facts], list[Refusal]]:
    """The facts by id, the first of each, and what was wrong with the others."""
    facts: dict[str, Facts] = {}
    refusals = []
    for where, given in found:
        try:
            fact = _checked(given, known)
            if id_of(fact) in facts:
                raise BadEntry(f"one with the id {id_of(fact)} stands before it")  # noqa: TRY301
        except BadEntry as error:
            refusals.append(Refusal(where, "entry", str(error)))
            continue
        facts[id_of(fact)] = fact
        if "id" in fact:
            known.add(fact)
    return facts, refusals


def _checked(given: dict[str, Any] | str, known: Directory) -> Facts:
    if isinstance(given, str):
        raise BadEntry(given)
    return check(given, known)


def _merged(before: Facts, fact: Facts, *, keeps_offices: bool) -> Facts:
    """What was known, with what an entry says instead."""
    names = dict.fromkeys([*fact.get("names", ()), *_names(before)])
    names.pop(fact["name"], None)
    made = {**before, **fact, "names": list(names)}
    if "id" not in fact:
        offices = list(fact.get("offices", ()))
        if keeps_offices or not offices:
            offices = _offices(before.get("offices", ()), offices)
        made |= {"country": made.get("country"), "gender": made.get("gender"), "offices": offices}
    return made


def _names(fact: Facts) -> list[str]:
    return [fact["name"], *fact.get("names", ())] if fact else []


def _offices(before: Iterable[Facts], more: list[Facts]) -> list[Facts]:
    """Offices with others added; one with the same title, owner and beginning gives way."""

    def is_said_anew(office: Facts) -> bool:
        return any(
            (office["title"], office["of"]) == (o["title"], o["of"])
            and (office.get("since") == o.get("since") or not office.get("since") or not o.get("since"))
            for o in more
        )

    return [*(o for o in before if not is_said_anew(o)), *more]


def _bare(fact: Facts) -> Facts:
    """A fact without where it comes from; names in whatever order are the same."""
    return {**fact, "source": None, "names": sorted(fact.get("names", ()))}

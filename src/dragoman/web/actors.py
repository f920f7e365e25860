"""An actor: offices over time, what was said on what, meetings, and who with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman import who
from dragoman.analysis import sides
from dragoman.export import document
from dragoman.export.document import StatementPart
from dragoman.geography import country_name
from dragoman.query import Query, Term
from dragoman.store import Count, Store
from dragoman.types import Actor
from dragoman.web.errors import NotFound
from dragoman.web.records import Text
from dragoman.web.templates import page
from dragoman.web.view import View, actor_at, store_of
from dragoman.who import Held

router = APIRouter()

STATEMENTS, MEETINGS, OTHERS, OFFICES, TOPICS = 60, 15, 12, 20, 12
"""So many of each are shown, the newest; of topics those with most statements."""

REPORTS = 3
"""So many reports of each record are numbered."""


class Spell(NamedTuple):
    """An office as the registry or reports have it."""

    title: str
    whose: str | None
    since: str | None
    until: str | None
    told: bool


@router.get("/actors")
def find(request: Request, name: Text = "") -> Response:
    """The page of whom a name means."""
    if not name.strip():
        raise NotFound
    return RedirectResponse(actor_at(sides.find(name, store_of(request)).id), status_code=303)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an actor, by the registry and by reports."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    offices: tuple[Spell, ...]


@router.get("/actors/{id}")
def actor(request: Request, id: str) -> Response:
    """The page of an actor."""
    store = store_of(request)
    asked = Query((Term("actor", id),))
    said = store.browse(Query((Term("by", id),)), kind="statement", limit=STATEMENTS)
    met = store.browse(asked, kind="meeting", limit=MEETINGS)
    view = View(document.make(store.get((*said.ids, *met.ids), reports=REPORTS)))
    statements = [one for one in view.document.statements if one.id in set(said.ids)]
    facets = store.facets(asked, most=OTHERS + 1)
    return page(
        request,
        "actor.html",
        actor=_known(id, store),
        view=view,
        kinds=facets.kinds,
        others=_called([one for one in facets.actors if one.value != id][:OTHERS], store),
        topics=tuple(_topics(statements))[:TOPICS],
        said=said,
        met=met,
    )


def _known(id: str, store: Store) -> Known:
    """What is known of an actor; the registry goes before the reports.

    Raises:
        NotFound: nothing is.
    """
    told = next(iter(store.actors([id])), None)
    profile = next((one for one in who.find(id).profiles if one.id == id), None)
    best = profile or told
    if best is None:
        raise NotFound
    names = dict.fromkeys((*best.names, *(told.names if told else ())))
    return Known(
        id=id,
        name=best.name,
        names=tuple(name for name in names if name != best.name)[:OTHERS],
        kind=str(best.kind),
        country=country_name(best.country) if best.country else None,
        offices=tuple(_offices(id, best.name, profile.offices if profile else (), told))[:OFFICES],
    )


def _called(counts: Sequence[Count], store: Store) -> list[tuple[str, str, int]]:
    """Actors with their names, and how many records they share."""
    names = {one.id: one.name for one in store.actors([one.value for one in counts])}
    return [(one.value, names.get(one.value, one.value), one.records) for one in counts]


def _offices(id: str, name: str, held: Iterable[Held], told: Actor | None) -> Iterator[Spell]:
    """The offices that an actor held, or that others held of it, the latest first; then what reports say."""
    for one in sorted(held, key=lambda one: (one.until or "9999", one.since or ""), reverse=True):
        yield Spell(
            one.title, one.of if one.holder in (id, name) else one.holder, one.since, one.until, told=False
        )
    known = {one.title for one in held}
    for office in told.offices if told else ():
        if office.title not in known:
            yield Spell(office.title, office.of, office.since, office.until, told=True)


def _topics(statements: Iterable[StatementPart]) -> Iterator[tuple[str | None, list[StatementPart]]]:
    """Statements by topic, that with most first; each stands under the topic that most share."""
    found: defaultdict[str, list[StatementPart]] = defaultdict(list)
    left = list(statements)
    for one in left:
        for topic in one.topics:
            found[topic].append(one)
    placed: set[str] = set()
    for topic in sorted(found, key=lambda topic: (-len(found[topic]), topic)):
        some = [one for one in found[topic] if one.id not in placed]
        placed |= {one.id for one in some}
        if some:
            yield topic, some
    rest = [one for one in left if one.id not in placed]
    if rest:
        yield None, rest

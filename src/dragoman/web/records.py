"""The record: what is found, and the page of each meeting, statement, event, relation and alignment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.errors import BadCursor, BadQuery
from dragoman.export import document
from dragoman.geography import country_name
from dragoman.query import FILTERS, KINDS, Term, parse
from dragoman.query import Query as Asked
from dragoman.store import Facets, Store
from dragoman.telling import dates
from dragoman.web import occasions
from dragoman.web.errors import NotFound
from dragoman.web.templates import page
from dragoman.web.view import View, store_of

router = APIRouter()

PAGE = 30
"""So many records a page has."""

MOST = 12
"""So many values of a facet are listed."""

LONGEST = 1000
"""So many characters a query has at most."""

Text = Annotated[str, Query(max_length=LONGEST)]


@router.get("/")
def index(request: Request, q: Text = "", after: Text = "") -> Response:
    """What a query finds, page by page."""
    store = store_of(request)
    try:
        asked = parse(q)
        found = store.browse(asked, limit=PAGE, after=after or None)
    except (BadQuery, BadCursor) as error:
        return page(request, "index.html", status=400, q=q, terms=(), filters=FILTERS, problem=str(error))
    view = View(document.make(store.get(found.ids)))
    facets = tuple(_facets(store.facets(asked, most=MOST), asked, store)) if found.total else ()
    return page(
        request,
        "index.html",
        q=q,
        after=after,
        view=view,
        ids=found.ids,
        total=found.total,
        next=found.next,
        terms=tuple(_terms(asked)),
        facets=facets,
        filters=FILTERS,
        problem=None,
    )


def _terms(asked: Asked) -> Iterator[tuple[str, str]]:
    """Each term, with the query without it."""
    for term in asked.terms:
        yield str(term), str(Asked(tuple(one for one in asked.terms if one is not term)))


Choice = tuple[str, str, int]
"""A value of a facet: what to call it, the query that it makes, and how many records have it."""


def _facets(found: Facets, asked: Asked, store: Store) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    called = {actor.id: actor.name for actor in store.actors([one.value for one in found.actors])}
    kinds = tuple((one.value, _with(asked, Term("kind", one.value)), one.records) for one in found.kinds)
    actors = tuple(
        (called.get(one.value, one.value), _with(asked, Term("actor", one.value)), one.records)
        for one in found.actors
    )
    countries = tuple(
        (country_name(one.value) or one.value, _with(asked, Term("actor", one.value)), one.records)
        for one in found.countries
    )
    sources = tuple(
        (one.value, _with(asked, Term("source", one.value)), one.records) for one in found.sources
    )
    months = tuple(
        (
            dates.words(one.value),
            _with(asked, Term("since", one.value), Term("until", one.value)),
            one.records,
        )
        for one in found.months[:MOST]
    )
    for name, some in (
        ("Kind", kinds), ("Actor", actors), ("Country", countries), ("Source", sources), ("Month", months),
    ):  # fmt: skip
        if some:
            yield name, some


def _with(asked: Asked, *terms: Term) -> str:
    """A query with some terms more, in the place of others of the same dates."""
    ours = {term.field for term in terms} & {"since", "until", "kind"}
    kept = tuple(one for one in asked.terms if one.field not in ours and one not in terms)
    return str(Asked((*kept, *terms)))


@router.get("/meetings/{id}")
def meeting(request: Request, id: str) -> Response:
    """A meeting with what was said at it, and its reports side by side."""
    found = occasions.find(store_of(request), id)
    return page(request, "meeting.html", **found)


def _record(request: Request, id: str, kind: str) -> Response:
    selection = store_of(request).get([id], reports=occasions.REPORTS)
    if not selection.records or not id.startswith(f"{kind}-"):
        raise NotFound
    made = document.make(selection)
    view = View(made)
    return page(
        request,
        "record.html",
        view=view,
        record=view.records[id],
        kind=kind,
        more=dict(selection.more).get(id, 0),
        discrepancies=made.discrepancies,
        corrections=made.corrections,
    )


def _route(kind: str) -> None:
    @router.get(f"/{kind}s/{{id}}", name=kind)
    def record(request: Request, id: str) -> Response:
        return _record(request, id, kind)


for _kind in (kind for kind in KINDS if kind != "meeting"):
    _route(_kind)

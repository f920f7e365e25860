"""Records: by kind, over all, and one by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Asked
from fastapi.responses import Response

from dragoman.api.asked import After, Id, Limit, Question
from dragoman.api.desk import Desk, TheDesk
from dragoman.api.parts import CountPart, FacetsPart, MorePart, RecordDocument, RecordPage
from dragoman.api.problems import Refused, responses
from dragoman.export import document
from dragoman.query import KINDS, Query
from dragoman.store import Browsed, Count
from dragoman.types import Selection

router = APIRouter(tags=["records"])

PAGE = 50
"""So many records a page has where the request does not say."""

REPORTS, REPORTS_OF_ONE = 10, 100
"""So many reports of each record are on a page of several; so many of one where the request does not say."""

Reports = Annotated[int, Asked(ge=1, le=1000, description="How many reports there are at most.")]

_LISTED = responses("bad-query", "bad-cursor", "invalid", "store-unavailable")
_FOUND = responses("bad-query", "invalid", "store-unavailable")
_GOT = responses("unknown-record", "invalid", "store-unavailable")


def page(desk: Desk, query: Query, kind: str | None, limit: int, after: str | None) -> RecordPage:
    """One page of the records that a query asks for."""
    return shown(desk, desk.store.browse(query, kind=kind, limit=limit, after=after))


def shown(desk: Desk, found: Browsed) -> RecordPage:
    """A page of records as it is answered."""
    some = desk.store.get(found.ids, reports=REPORTS)
    made = dict(document.make(some))
    return RecordPage.model_construct(
        **made, more=more_of(some), ids=found.ids, total=found.total, next=found.next
    )


def one(desk: Desk, id: str, kind: str | None, reports: int) -> RecordDocument:
    """The record with an id.

    Raises:
        Refused: there is none, or it is of another kind.
    """
    found = desk.store.get([id] if id.startswith(kind or "") else [], reports=reports)
    if not found.records:
        raise Refused("unknown-record", f"there is no record {id!r}")
    return RecordDocument.model_construct(**dict(document.make(found)), more=more_of(found))


def more_of(found: Selection) -> tuple[MorePart, ...]:
    """Of how many articles reports are left out."""
    return tuple(MorePart(record=id, reports=many) for id, many in found.more)


def _lister(kind: str | None) -> Callable[..., Response]:
    def records(
        request: Request, desk: TheDesk, query: Question, limit: Limit = PAGE, after: After = None
    ) -> Response:
        return desk.answers.give(request, desk.store, lambda: page(desk, query, kind, limit, after))

    return records


def _getter(kind: str | None) -> Callable[..., Response]:
    def record(request: Request, desk: TheDesk, id: Id, reports: Reports = REPORTS_OF_ONE) -> Response:
        return desk.answers.give(request, desk.store, lambda: one(desk, id, kind, reports))

    return record


for _kind in (None, *KINDS):
    _plural = f"{_kind or 'record'}s"
    router.add_api_route(
        f"/{_plural}",
        _lister(_kind),
        operation_id=f"list_{_plural}",
        summary=f"{_plural.capitalize()}, page by page",
        description=f"The {_plural} that a query asks for, the newest day first, as a document.",
        response_model=RecordPage,
        responses=_LISTED,
    )
    router.add_api_route(
        f"/{_plural}/{{id}}",
        _getter(_kind),
        operation_id=f"get_{_kind or 'record'}",
        summary=f"One {_kind or 'record'}",
        description=f"One {_kind or 'record'} with its reports, as a document.",
        response_model=RecordDocument,
        responses=_GOT,
    )


@router.get("/facets", response_model=FacetsPart, responses=_FOUND)
def facets(request: Request, desk: TheDesk, query: Question) -> Response:
    """How many of the records that a query asks for are of which kind, actor, country, source and month."""
    return desk.answers.give(request, desk.store, lambda: counted(desk, query))


def counted(desk: Desk, query: Query) -> FacetsPart:
    """The facets of a query as they are answered."""
    found = desk.store.facets(query)
    return FacetsPart(
        kinds=_counts(found.kinds),
        actors=_counts(found.actors),
        countries=_counts(found.countries),
        sources=_counts(found.sources),
        months=_counts(found.months),
        counted=found.counted,
    )


def _counts(found: Iterable[Count]) -> tuple[CountPart, ...]:
    return tuple(CountPart(**one._asdict()) for one in found)

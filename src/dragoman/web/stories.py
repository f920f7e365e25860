"""Stories: which reports tell the same news."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.analysis import stories
from dragoman.errors import BadCursor, BadQuery
from dragoman.query import parse
from dragoman.web.errors import NotFound
from dragoman.web.records import Text
from dragoman.web.templates import page
from dragoman.web.view import actor_at, store_of

router = APIRouter()

PAGE = 25
"""So many stories a page has."""


@router.get("/stories")
def index(request: Request, q: Text = "", after: Text = "") -> Response:
    """The stories that report what a query asks for, the newest first."""
    store = store_of(request)
    try:
        found = store.browse_stories(parse(q) if q.strip() else None, limit=PAGE, after=after or None)
    except (BadQuery, BadCursor) as error:
        return page(request, "stories.html", status=400, q=q, problem=str(error))
    known = {one.id: one for one in stories.listed(store, found.ids).stories}
    return page(
        request,
        "stories.html",
        q=q,
        after=after,
        stories=[known[id] for id in found.ids if id in known],
        total=found.total,
        next=found.next,
        problem=None,
        actor_at=actor_at,
    )


@router.get("/stories/{id}")
def story(request: Request, id: str) -> Response:
    """A story with all its reports."""
    found = stories.listed(store_of(request), [id]).stories
    if not found:
        raise NotFound
    return page(request, "story.html", story=found[0], actor_at=actor_at)

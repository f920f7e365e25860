"""Stories: which articles tell the same news."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.analysis import stories
from dragoman.analysis.stories import Stories
from dragoman.api.asked import After, Id, Limit, Text
from dragoman.api.desk import TheDesk
from dragoman.api.parts import StoryPage
from dragoman.api.problems import Refused, responses
from dragoman.query import parse

router = APIRouter(tags=["stories"])

PAGE = 20
"""So many stories a page has where the request does not say."""


@router.get(
    "/stories",
    response_model=StoryPage,
    responses=responses("bad-query", "bad-cursor", "invalid", "store-unavailable"),
)
def list_stories(
    request: Request, desk: TheDesk, text: Text = "", limit: Limit = PAGE, after: After = None
) -> Response:
    """The stories that report what a query asks for, the newest first; all of them without a query."""
    query = parse(text) if text.strip() else None

    def make() -> StoryPage:
        found = desk.store.browse_stories(query, limit=limit, after=after)
        made = stories.listed(desk.store, found.ids)
        return StoryPage.model_construct(**dict(made), total=found.total, next=found.next)

    return desk.answers.give(request, desk.store, make)


@router.get(
    "/stories/{id}",
    response_model=Stories,
    responses=responses("unknown-story", "invalid", "store-unavailable"),
)
def get_story(request: Request, desk: TheDesk, id: Id) -> Response:
    """One story with all its reports."""

    def make() -> Stories:
        made = stories.listed(desk.store, [id])
        if not made.stories:
            raise Refused("unknown-story", f"there is no story {id!r}")
        return made

    return desk.answers.give(request, desk.store, make)

"""What a person may settle: uncertain links and claims, one key a judgement, and undo."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dragoman import settings
from dragoman.errors import BadJudgement
from dragoman.export import document
from dragoman.store import Store
from dragoman.types import Judgement
from dragoman.upkeep import judging
from dragoman.upkeep.judging import Author
from dragoman.web.sessions import TheWriter
from dragoman.web.templates import page
from dragoman.web.view import View, store_of

router = APIRouter()

MOST = 8
"""So many doubts of each sort are shown."""

CERTAIN = 0.5
"""Events that are more certain are not asked about."""

LATEST = 8
"""So many judgements are listed."""

REPORTS = 3
"""So many reports of each record are numbered."""

Verdict = Literal["same", "different", "right", "wrong"]
Id = Annotated[str, Form(min_length=1, max_length=200)]


@router.get("/review")
def review(request: Request, done: Annotated[int | None, Query(ge=1)] = None) -> Response:
    """The doubts, and the last judgements."""
    store = store_of(request)
    found = store.doubts(most=MOST, certain=CERTAIN)
    ids = {id for one in found for id in (one.one, one.other) if id}
    view = View(document.make(store.get(sorted(ids), reports=REPORTS)))
    doubts = [one for one in found if {one.one, one.other} - {None} <= view.records.keys()]
    made = store.latest_judgements(LATEST)
    return page(
        request,
        "review.html",
        view=view,
        doubts=doubts,
        made=made,
        done=next((one for one in made if one.number == done), None),
    )


@router.post("/review/judge", dependencies=[TheWriter])
def judge(
    request: Request,
    one: Id,
    verdict: Annotated[Verdict, Form()],
    other: Annotated[str, Form(max_length=200)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Judge a record, or two."""
    made = _judge(verdict, one, other, why, store_of(request))
    return RedirectResponse(f"/review?done={made.number}", status_code=303)


@router.post("/review/undo", dependencies=[TheWriter])
def undo(request: Request, number: Annotated[int, Form(ge=1)]) -> Response:
    """Take a judgement back."""
    judging.withdraw(number, _author(), store=store_of(request))
    return RedirectResponse("/review", status_code=303)


def _judge(verdict: Verdict, one: str, other: str, why: str, store: Store) -> Judgement:
    """The judgement that a person makes.

    Raises:
        BadJudgement: it takes two records, and one is given.
    """
    author = _author(why)
    if verdict in ("right", "wrong"):
        return (judging.right if verdict == "right" else judging.wrong)(one, author, store=store)
    if not other:
        raise BadJudgement("name two records that are the same, or not")
    return (judging.same if verdict == "same" else judging.different)(one, other, author, store=store)


def _author(why: str = "") -> Author:
    return Author(settings.load().user or "desk", why.strip() or None)

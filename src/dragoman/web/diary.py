"""What is ahead and what is new: the agenda, and the news."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman import timex
from dragoman.analysis import agenda, news, sides
from dragoman.errors import BadQuery, UnknownActor
from dragoman.query import parse
from dragoman.store import Store
from dragoman.web.records import Text
from dragoman.web.templates import page
from dragoman.web.view import View, store_of

router = APIRouter()

MOST = 200
"""So many of the newest meetings are looked at."""

MOST_NEWS = 60
"""Of so many articles that came in it is told what they changed; of more only how many they are."""

Day = Annotated[str, Query(max_length=40)]


@router.get("/agenda")
def plans(request: Request, actor: Text = "", today: Day = "") -> Response:
    """The meetings that were planned, and what became of them."""
    store = store_of(request)
    try:
        day = date.fromisoformat(today) if today else date.today()  # noqa: DTZ011 - the server's own day
        of = [sides.find(one.strip(), store) for one in actor.split(",") if one.strip()]
    except (ValueError, UnknownActor) as error:
        problem = str(error) if isinstance(error, UnknownActor) else "Write the day as 2017-06-30."
        return page(request, "agenda.html", status=400, actor=actor, today=today, found=None, problem=problem)
    found = agenda.find(store, of, today=day.isoformat(), most=MOST)
    view = View(found.record)
    states = [(state, list(some)) for state, some in groupby(found.entries, key=lambda one: one.state)]
    return page(
        request, "agenda.html", actor=actor, today=today, found=found, states=states, view=view, problem=None
    )


@router.get("/news")
def changes(request: Request, q: Text = "", since: Day = "") -> Response:
    """What reports that came in changed in the record."""
    store = store_of(request)
    try:
        asked = parse(q) if q.strip() else None
        moment = _moment(since, store)
    except (BadQuery, ValueError) as error:
        problem = str(error) if isinstance(error, BadQuery) else "Write a day, as 2017-06-30."
        return page(request, "news.html", status=400, q=q, since=since, found=None, came=0, problem=problem)
    came = store.arrivals(moment) if moment else ()
    if moment is None or len(came) > MOST_NEWS:
        return page(
            request, "news.html", q=q, since=since, moment=moment, came=len(came), found=None, problem=None
        )
    found = news.find(store, moment, query=asked)
    view = View(found.record)
    kinds = [(kind, list(some)) for kind, some in groupby(found.entries, key=lambda one: one.kind)]
    return page(
        request,
        "news.html",
        q=q,
        since=since,
        moment=moment,
        came=len(came),
        found=found,
        kinds=kinds,
        view=view,
        problem=None,
    )


def _moment(since: str, store: Store) -> datetime | None:
    """From when on reports count: the last run, where no day is given; None where none is known.

    Raises:
        ValueError: it is no day.
    """
    if not since:
        return store.last_run()
    days = timex.days(since)
    if days is None:
        raise ValueError(since)
    return datetime.combine(days[0], time(), tzinfo=UTC)

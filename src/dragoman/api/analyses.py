"""What the record comes to: positions, timelines, the agenda, news, and what reports disagree on."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from dragoman import timex
from dragoman.analysis import agenda, news, positions, sides, timeline
from dragoman.analysis.agenda import Agenda
from dragoman.analysis.news import News
from dragoman.analysis.positions import Positions
from dragoman.analysis.sides import Standing
from dragoman.analysis.timeline import Timeline
from dragoman.api.asked import LONGEST, After, Date, Day, Limit, Moment, Question, Text
from dragoman.api.desk import Desk, TheDesk
from dragoman.api.parts import RecordPage
from dragoman.api.problems import Refused, responses
from dragoman.api.records import shown
from dragoman.query import parse

router = APIRouter(tags=["analyses"])

NEWEST = 100
"""So many records are looked at where the request does not say."""

MOST_NEWS = 300
"""So many articles may have come in for news to be told of them."""

Name = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class _Asked(BaseModel):
    """What the analyses of actors take."""

    about: str | None = Field(None, max_length=LONGEST, description="Words that records must be about.")
    since: Date | None = None
    newest: int = Field(
        NEWEST, ge=1, le=2000, description="Only so many of the newest records are looked at."
    )


class _Comparison(_Asked):
    """What is asked of two actors."""

    one: Name = Field(description="A name, the code of a country, or an id.", examples=["FRA"])
    other: Name = Field(description="Another.", examples=["RUS"])


class _Period(_Asked):
    """What is asked of several actors."""

    actor: list[Name] = Field(
        min_length=1,
        max_length=5,
        description="Names, codes of countries, or ids; with several, that in which all have a part.",
        examples=[["FRA", "RUS"]],
    )
    until: Date | None = None


class _Plans(BaseModel):
    """What is asked of meetings that were planned."""

    actor: list[Name] = Field([], max_length=5, description="Who takes part; with several, all of them.")
    since: Date | None = None
    today: Day = Field(
        default_factory=lambda: date.today().isoformat(),  # noqa: DTZ011 - the server's own day
        description="The day from which to look; that on which it is asked where not given.",
    )
    grace: int = Field(agenda.GRACE, ge=0, le=366, description="Days after which a meeting is overdue.")
    newest: int = Field(
        NEWEST, ge=1, le=2000, description="Only so many of the newest meetings are looked at."
    )


class _Since(BaseModel):
    """What is asked of news."""

    since: Moment
    published: bool = Field(
        default=False, description="Count articles by the dates that they bear, not by when they were read."
    )


_KNOWN = ("unknown-actor", "invalid", "store-unavailable")


@router.get("/positions", response_model=Positions, responses=responses("same-actor", *_KNOWN))
def get_positions(request: Request, desk: TheDesk, asked: Annotated[_Comparison, Query()]) -> Response:
    """Where two actors stand: by issue, what each said and did, and where reports say that they agree."""

    def make() -> Positions:
        one, other = sides.find(asked.one, desk.store), sides.find(asked.other, desk.store)
        sides.check_apart(one, other)
        return positions.find(
            desk.store, one, other, about=asked.about or None, since=asked.since, most=asked.newest
        )

    return desk.answers.give(request, desk.store, make)


@router.get("/timeline", response_model=Timeline, responses=responses(*_KNOWN))
def get_timeline(request: Request, desk: TheDesk, asked: Annotated[_Period, Query()]) -> Response:
    """What happened between actors, in order of date."""

    def make() -> Timeline:
        return timeline.find(
            desk.store,
            _sides(desk, asked.actor),
            about=asked.about or None,
            since=asked.since,
            until=asked.until,
            most=asked.newest,
        )

    return desk.answers.give(request, desk.store, make)


@router.get("/agenda", response_model=Agenda, responses=responses(*_KNOWN))
def get_agenda(request: Request, desk: TheDesk, asked: Annotated[_Plans, Query()]) -> Response:
    """The meetings that were planned, and what became of them."""

    def make() -> Agenda:
        return agenda.find(
            desk.store,
            _sides(desk, asked.actor),
            today=asked.today,
            since=asked.since,
            grace=asked.grace,
            most=asked.newest,
        )

    return desk.answers.give(request, desk.store, make, besides=asked.today)


@router.get(
    "/news", response_model=News, responses=responses("bad-query", "invalid", "too-much", "store-unavailable")
)
def get_news(request: Request, desk: TheDesk, asked: Annotated[_Since, Query()], text: Text = "") -> Response:
    """What reports that came in changed in the record."""
    query = parse(text) if text.strip() else None
    begun = _begun(asked)

    def make() -> News:
        came = len(desk.store.arrivals(begun))
        if came > MOST_NEWS:
            raise Refused("too-much", f"{came} articles came in since, {MOST_NEWS} can be told of; ask later")
        return news.find(desk.store, begun, query=query)

    return desk.answers.give(request, desk.store, make)


@router.get(
    "/discrepancies",
    response_model=RecordPage,
    responses=responses("bad-query", "bad-cursor", "invalid", "store-unavailable"),
)
def list_discrepancies(
    request: Request, desk: TheDesk, query: Question, limit: Limit = 50, after: After = None
) -> Response:
    """The records on whose fields reports disagree, the newest day first, as a document."""

    def make() -> RecordPage:
        return shown(desk, desk.store.browse(query, limit=limit, after=after, disputed=True))

    return desk.answers.give(request, desk.store, make)


def _sides(desk: Desk, names: list[str]) -> list[Standing]:
    """The actors that names mean, each once.

    Raises:
        UnknownActor: nobody or several have one of the names.
    """
    return list({side.id: side for side in (sides.find(name, desk.store) for name in names)}.values())


def _begun(asked: _Since) -> datetime | str:
    """From when on articles count: a date begins with its first day, in the time of this place."""
    if "T" in asked.since:
        moment = datetime.fromisoformat(asked.since).astimezone()
        return moment.date().isoformat() if asked.published else moment
    day = timex.bounds(asked.since)[0]
    return day if asked.published else datetime.combine(date.fromisoformat(day), time()).astimezone()

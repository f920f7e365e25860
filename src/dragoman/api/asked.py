"""The parameters that several routes take."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import AfterValidator, Field

from dragoman import timex
from dragoman.query import Query as Asked
from dragoman.query import parse

__all__ = ["LONGEST", "After", "Date", "Day", "Id", "Limit", "Moment", "Question", "Text"]

MOST = 200
"""So many records or articles a page has at most."""

LONGEST = 1000
"""So many characters a query or a name has at most."""

Id = Annotated[str, Path(min_length=1, max_length=200, description="The id, as other answers give it.")]

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many a page has at most.")]

After = Annotated[
    str | None,
    Query(max_length=LONGEST, description="The `next` of the page before; the first page where not given."),
]

Text = Annotated[
    str,
    Query(
        alias="q",
        max_length=LONGEST,
        description="A query, as `dragoman find` takes it; everything where not given.",
        openapi_examples={
            "everything": {"value": ""},
            "statements of one person on a topic": {"value": "kind:statement by:lavrov about:syria"},
            "meetings of two countries since a month": {
                "value": "kind:meeting with:FRA with:RUS since:2017-06"
            },
        },
    ),
]


def _date(value: str) -> str:
    if timex.days(value) is None:
        raise ValueError("write 2017, 2017-06 or 2017-06-30")
    return value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise ValueError("write a day as 2017-06-30") from error


def _moment(value: str) -> str:
    if "T" not in value:
        return _date(value)
    try:
        datetime.fromisoformat(value).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("write 2017-06-30 or 2017-06-30T12:00Z") from error
    return value


Moment = Annotated[
    str,
    AfterValidator(_moment),
    Field(
        max_length=40,
        description="A date, or a moment as 2017-06-30T12:00Z: what came in from then on.",
        examples=["2017-06-30"],
    ),
]

Date = Annotated[
    str,
    AfterValidator(_date),
    Field(max_length=40, description="A date as precise as you like: 2017, 2017-06, 2017-06-30."),
]

Day = Annotated[str, AfterValidator(_day), Field(max_length=40, description="A day, as 2017-06-30.")]


def question(text: Text = "") -> Asked:
    """The query of a request.

    Raises:
        BadQuery: it cannot be understood.
    """
    return parse(text)


Question = Annotated[Asked, Depends(question)]

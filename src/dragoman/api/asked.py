"""The parameters that several routes take."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from dragoman import timex
from dragoman.api.problems import Refused
from dragoman.query import Query as Asked
from dragoman.query import parse

__all__ = ["After", "Day", "Id", "Limit", "Name", "Question", "date_of", "question"]

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

Name = Annotated[str, Query(min_length=1, max_length=LONGEST)]

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

Day = Annotated[
    str | None,
    Query(max_length=40, description="A date as precise as you like: 2017, 2017-06, 2017-06-30."),
]


def question(text: Text = "") -> Asked:
    """The query of a request.

    Raises:
        BadQuery: it cannot be understood.
    """
    return parse(text)


Question = Annotated[Asked, Depends(question)]


def date_of(value: str | None, name: str) -> str | None:
    """A date that was asked for; None where it was not, or is empty.

    Raises:
        Refused: it is none.
    """
    if value and timex.days(value) is None:
        raise Refused("invalid", errors=[{"where": name, "reason": "write 2017, 2017-06 or 2017-06-30"}])
    return value or None


def day_of(value: str | None, name: str) -> str:
    """A day in ISO form; today where none was asked for.

    Raises:
        Refused: it is none.
    """
    try:
        return date.fromisoformat(value).isoformat() if value else date.today().isoformat()  # noqa: DTZ011 - the server's own day
    except ValueError as error:
        raise Refused("invalid", errors=[{"where": name, "reason": "write a day as 2017-06-30"}]) from error

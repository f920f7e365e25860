"""Errors as problem details: each exception once, with its status and what it is called.

Source: RFC 9457, Problem Details for HTTP APIs. What the program or the database is to blame for is told
without its message, which may name files and addresses.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from dragoman import errors

__all__ = ["Problem", "Refused", "TooLarge", "answer", "install", "problem", "responses", "router"]

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
TYPES = "/api/v1/problems/"
"""Where each problem is described; its name follows."""


Headers = Mapping[str, str]


class Kind(NamedTuple):
    """A kind of problem: its status and its title."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "bad-query": Kind(400, "The query cannot be understood."),
    "bad-cursor": Kind(400, "There is no such place in this list."),
    "bad-request": Kind(400, "The request cannot be understood."),
    "unauthorized": Kind(401, "Writing needs the token, as Authorization: Bearer TOKEN."),
    "read-only": Kind(403, "Nothing can be written here: the server was started without a token."),
    "not-found": Kind(404, "There is nothing of this address."),
    "unknown-actor": Kind(404, "Nobody has the name, or several have it."),
    "unknown-article": Kind(404, "There is no such article."),
    "unknown-judgement": Kind(404, "There is no such judgement."),
    "unknown-record": Kind(404, "There is no such record."),
    "unknown-story": Kind(404, "There is no such story."),
    "method-not-allowed": Kind(405, "The address does not take this method."),
    "cannot-fetch": Kind(422, "The link cannot be fetched."),
    "cannot-split": Kind(409, "The articles cannot be taken out of the story."),
    "too-large": Kind(413, "The request is too large."),
    "wrong-media-type": Kind(415, "The body is of a kind that is not read."),
    "wrong-host": Kind(421, "The server does not answer to this name; --allow-host adds one."),
    "bad-judgement": Kind(422, "The judgement makes no sense."),
    "invalid": Kind(422, "A value of the request is not what it must be."),
    "refused": Kind(422, "The page cannot be read."),
    "same-actor": Kind(422, "The two actors are one side."),
    "too-much": Kind(422, "The answer would be too large; ask for less."),
    "failed": Kind(500, "The server failed; its log tells more."),
    "bad-settings": Kind(500, "The server's settings cannot be understood; its log tells more."),
    "bad-actors": Kind(500, "The server's own actors cannot be understood; its log tells more."),
    "not-built": Kind(501, "This server cannot do it."),
    "busy": Kind(503, "Too many articles are waiting to be read; try again later."),
    "model-unavailable": Kind(503, "The language model cannot be loaded; the server's log tells more."),
    "store-changed": Kind(503, "The store is being written to; try again."),
    "store-unavailable": Kind(503, "The store cannot be read or written; the server's log tells more."),
}
"""The kinds of problem, by name."""

OF: Mapping[type[errors.DragomanError], str] = {
    errors.MissingPath: "failed",
    errors.StoreUnavailable: "store-unavailable",
    errors.StoreChanged: "store-changed",
    errors.BadQuery: "bad-query",
    errors.BadCursor: "bad-cursor",
    errors.BadSettings: "bad-settings",
    errors.BadActors: "bad-actors",
    errors.UnknownActor: "unknown-actor",
    errors.SameActor: "same-actor",
    errors.UnknownArticle: "unknown-article",
    errors.UnknownStory: "unknown-story",
    errors.CannotSplit: "cannot-split",
    errors.UnknownRecord: "unknown-record",
    errors.BadJudgement: "bad-judgement",
    errors.CannotFetch: "cannot-fetch",
    errors.ForbiddenLink: "cannot-fetch",
    errors.Unreachable: "cannot-fetch",
    errors.BadAnswer: "cannot-fetch",
    errors.TooLarge: "cannot-fetch",
    errors.WrongType: "cannot-fetch",
    errors.CannotWrite: "failed",
    errors.NeedsFolder: "failed",
    errors.MissingPackage: "not-built",
    errors.ModelUnavailable: "model-unavailable",
    errors.WorkerLost: "failed",
}
"""The kind of problem that each exception is."""

_STATUSES = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "wrong-media-type",
}


class Wrong(BaseModel):
    """A value of the request that is not what it must be."""

    where: str = Field(description="The name of the parameter or of the field.")
    reason: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="The address that describes this kind of problem.")
    title: str
    status: int
    detail: str | None = Field(default=None, description="What to do about it.")
    errors: tuple[Wrong, ...] = Field(default=(), description="The values that are not what they must be.")


class Refused(Exception):
    """A request that is not answered; `kind` is one of `KINDS`."""

    def __init__(
        self, kind: str, detail: str | None = None, *, headers: Headers | None = None, **more: object
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.headers, self.more = kind, detail, headers, more


class TooLarge(HTTPException):
    """A body that has more bytes than it may; an HTTPException, which readers of bodies let pass."""

    def __init__(self, detail: str) -> None:
        super().__init__(413, detail)


def problem(kind: str, detail: str | None = None, **more: object) -> dict[str, Any]:
    """The members of a problem."""
    status, title = KINDS[kind]
    told = {"detail": detail} if detail else {}
    return {"type": TYPES + kind, "title": title, "status": status, **told, **more}


def answer(
    kind: str,
    detail: str | None = None,
    *,
    headers: Headers | None = None,
    **more: object,
) -> Response:
    """A problem as an answer."""
    return JSONResponse(
        problem(kind, detail, **more), KINDS[kind].status, headers=headers, media_type=MEDIA_TYPE
    )


def responses(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI is to say of the problems that a route may have."""
    made: dict[int | str, dict[str, Any]] = {}
    for status in sorted({KINDS[kind].status for kind in kinds}):
        some = [kind for kind in kinds if KINDS[kind].status == status]
        examples = {kind: {"value": problem(kind)} for kind in some}
        content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}
        made[status] = {
            "description": " ".join(KINDS[kind].title for kind in some),
            "content": {MEDIA_TYPE: content},
        }
    return made


def install(app: FastAPI) -> None:
    """Tell every error of an application as a problem."""

    def refused(_: Request, error: Refused) -> Response:
        return answer(error.kind, error.detail, headers=error.headers, **error.more)

    def mistaken(_: Request, error: errors.DragomanError) -> Response:
        kind = OF.get(type(error), "failed")
        if KINDS[kind].status < HTTPStatus.INTERNAL_SERVER_ERROR:
            return answer(kind, " ".join(str(error).split()))
        log.error("%s", type(error).__name__, exc_info=error)
        return answer(
            kind,
            headers={"Retry-After": "1"} if KINDS[kind].status == HTTPStatus.SERVICE_UNAVAILABLE else None,
        )

    def invalid(_: Request, error: RequestValidationError) -> Response:
        wrong = [
            {"where": ".".join(map(str, one["loc"][1:])) or "body", "reason": one["msg"]}
            for one in error.errors()
        ]
        return answer("invalid", errors=wrong)

    def of_http(_: Request, error: HTTPException) -> Response:
        kind = _STATUSES.get(error.status_code, "bad-request" if error.status_code < 500 else "failed")
        return answer(kind, error.detail if isinstance(error, TooLarge) else None, headers=error.headers)

    def failed(_: Request, __: Exception) -> Response:
        return answer("failed")

    for exception, handler in (
        (Refused, refused),
        (errors.DragomanError, mistaken),
        (RequestValidationError, invalid),
        (HTTPException, of_http),
        (Exception, failed),
    ):
        app.add_exception_handler(exception, handler)  # type: ignore[arg-type]


router = APIRouter(tags=["problems"])


@router.get("/problems/{name}", response_model=Problem, responses=responses("not-found", "invalid"))
def describe(name: str) -> Response:
    """What a kind of problem is; this is where the `type` of a problem leads."""
    if name not in KINDS:
        raise Refused("not-found")
    return JSONResponse(problem(name))

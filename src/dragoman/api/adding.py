"""New articles: a text, a file or an address that is sent is read into the record."""

from __future__ import annotations

from email.message import Message
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from dragoman import pipeline
from dragoman.api.asked import LONGEST, Date
from dragoman.api.desk import Desk, TheWriter
from dragoman.api.parts import OutcomePart, RefusalPart
from dragoman.api.problems import Refused, responses
from dragoman.store import Store
from dragoman.types import Outcome

router = APIRouter(tags=["articles"])

_TEXT = frozenset({"text/plain", "text/html", "application/xhtml+xml", "text/markdown"})
_FORM, _JSON = "multipart/form-data", "application/json"


class _About(BaseModel):
    """What is known of an article that is sent, where the page does not say it."""

    name: str = Field("", max_length=LONGEST, description="The name of the file.")
    title: str | None = Field(None, max_length=LONGEST)
    source: str | None = Field(None, max_length=LONGEST, description="The outlet.")
    published: Date | None = None
    url: str | None = Field(None, max_length=LONGEST, description="Where it can be found on the web.")

    def meta(self) -> dict[str, str | None]:
        """What lies beside the page (see `dragoman.types.Page`)."""
        return self.model_dump(exclude={"name"}, exclude_none=True)


class _Link(BaseModel):
    """An address to be fetched."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(min_length=1, max_length=LONGEST, description="An address on the web, http or https.")


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "text/plain": {
                "schema": {"type": "string"},
                "example": "PARIS, 6 July 2017 - Sergei Lavrov met Jean-Yves Le Drian on Thursday.",
            },
            "text/html": {"schema": {"type": "string"}},
            _FORM: {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                }
            },
            _JSON: {"schema": _Link.model_json_schema(), "example": {"url": "https://example.org/report"}},
        },
    }
}


@router.post(
    "/articles",
    response_model=OutcomePart,
    openapi_extra=_BODY,
    responses={
        201: {"model": OutcomePart, "description": "Its articles are in the record."},
        **responses(
            *("bad-request", "unauthorized", "read-only", "too-large", "wrong-media-type", "refused"),
            *("invalid", "busy", "model-unavailable", "store-changed", "store-unavailable"),
        ),
    },
)
async def post_articles(request: Request, desk: TheWriter, about: Annotated[_About, Query()]) -> Response:
    """Read a report into the record: its text or page, a file, or the address of one.

    The answer comes when it is read, which takes some seconds; one report is read at a time. What was read
    before is not read again, and answered with 200.
    """
    reads = await _reader(request, about)
    known, outcome = await run_in_threadpool(_read, desk, reads)
    if not outcome.articles:
        refusals = [RefusalPart.of(one).model_dump() for one in outcome.refusals]
        raise Refused("refused", "; ".join(one["reason"] for one in refusals) or None, refusals=refusals)
    headers = {"Location": f"{request.url.path}/{outcome.articles[0]}"}
    made = OutcomePart.of(outcome)
    return JSONResponse(made.model_dump(), 200 if known else 201, headers=headers)


async def _reader(request: Request, about: _About) -> Any:  # noqa: ANN401 - a call that takes a store
    """What reads the body of a request into a store.

    Raises:
        Refused: the body is of a kind that is not read, or is not what its kind says.
    """
    kind, charset = _kind(request.headers.get("content-type", ""))
    if kind in _TEXT:
        content = await request.body()
        return partial(_receive, content, about, name=about.name, media_type=kind, charset=charset)
    if kind == _FORM:
        async with request.form(max_files=1, max_fields=20) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise Refused("invalid", errors=[{"where": "file", "reason": "send one file of this name"}])
            content = await file.read()
            declared, charset = _kind(file.content_type or "")
            name = about.name or file.filename or ""
        return partial(
            _receive,
            content,
            about,
            name=name,
            media_type=declared if declared in _TEXT else None,
            charset=charset,
        )
    if kind == _JSON:
        return partial(_read_link, _link(await request.body()).url)
    raise Refused("wrong-media-type", "send text/plain, text/html, multipart/form-data or application/json")


def _read(desk: Desk, reads: Any) -> tuple[bool, Outcome]:  # noqa: ANN401 - as above
    """Read something when it is its turn; also whether the record had it before."""

    def counted(opened: Store) -> tuple[int, Outcome]:
        before = opened.revision()
        return before, reads(opened)

    before, outcome = desk.read(counted)
    return before == desk.store.revision(), outcome


def _receive(content: bytes, about: _About, opened: Store, **declared: Any) -> Outcome:  # noqa: ANN401
    return pipeline.receive(content, store=opened, meta=about.meta(), **declared)


def _read_link(link: str, opened: Store) -> Outcome:
    return pipeline.read_link(link, store=opened)


def _link(body: bytes) -> _Link:
    try:
        return _Link.model_validate_json(body)
    except ValidationError as error:
        wrong = [
            {"where": ".".join(map(str, one["loc"])) or "body", "reason": one["msg"]}
            for one in error.errors()
        ]
        raise Refused("invalid", errors=wrong) from error


def _kind(header: str) -> tuple[str, str | None]:
    """The media type of a header, and the encoding that it declares."""
    message = Message()
    message["content-type"] = header
    return message.get_content_type() if header else "", message.get_content_charset()

"""New reports: a text, files or what a link leads to is read into the record, and one sees how far it is."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from dragoman import pipeline
from dragoman.store import Store
from dragoman.types import Outcome
from dragoman.web.errors import NotFound
from dragoman.web.readings import Reading, Readings, Step
from dragoman.web.sessions import TheWriter
from dragoman.web.templates import link, page
from dragoman.web.view import store_of

router = APIRouter()

MOST = 100
"""So many files may be sent at once."""

Line = Annotated[str, Form(max_length=1000)]


@router.get("/add")
def add(request: Request) -> Response:
    """The forms."""
    return page(request, "add.html", problem=None)


@router.get("/add/{id}")
def reading(request: Request, id: str) -> Response:
    """How far a run has come, and what became of each page."""
    found = _readings(request).get(id)
    if found is None:
        raise NotFound
    articles = [article for outcome in found.outcomes for article in outcome.articles]
    headings = {one.id: one for one in store_of(request).headings(articles)}
    return page(request, "reading.html", reading=found, headings=headings)


@router.post("/add/text", dependencies=[TheWriter])
def add_text(
    request: Request,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    title: Line = "",
    source: Line = "",
    published: Line = "",
    url: Line = "",
) -> Response:
    """Read a text that was pasted."""
    if not text.strip():
        return _again(request, "Paste the text of a report.")
    given = {"title": title, "source": source, "published": published, "url": link(url.strip()) or ""}
    meta = {name: value.strip() for name, value in given.items() if value.strip()}
    return _start(
        request, [partial(_receive, text.encode(), media_type="text/plain", charset="utf-8", meta=meta)]
    )


@router.post("/add/files", dependencies=[TheWriter])
def add_files(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
    """Read files."""
    some = [one for one in files if one.filename]
    if not some:
        return _again(request, "Choose one file or more.")
    if len(some) > MOST:
        return _again(request, f"Choose at most {MOST} files; `dragoman read` takes folders.")
    return _start(request, [partial(_receive, one.file.read(), name=one.filename or "") for one in some])


@router.post("/add/link", dependencies=[TheWriter])
def add_link(request: Request, url: Line = "") -> Response:
    """Fetch an address and read it."""
    if not link(url.strip()):
        return _again(request, "Give an address that begins with http:// or https://.")
    return _start(request, [partial(_fetch, url.strip())])


def _start(request: Request, steps: list[Step]) -> Response:
    started: Reading | None = _readings(request).start(steps, store_of(request))
    if started is None:
        return _again(request, "Too many reports are waiting to be read; try again later.")
    return RedirectResponse(f"/add/{started.id}", status_code=303)


def _again(request: Request, problem: str) -> Response:
    return page(request, "add.html", status=400, problem=problem)


def _readings(request: Request) -> Readings:
    found: Readings = request.app.state.readings
    return found


def _receive(
    content: bytes,
    store: Store,
    *,
    name: str = "",
    media_type: str | None = None,
    charset: str | None = None,
    meta: dict[str, str] | None = None,
) -> Outcome:
    return pipeline.receive(
        content, store=store, name=name, media_type=media_type, charset=charset, meta={**(meta or {})}
    )


def _fetch(url: str, store: Store) -> Outcome:
    return pipeline.read_link(url, store=store)

"""The application: one store, the routes over it, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from dragoman import __version__, store, web
from dragoman.api import actors, adding, analyses, articles, guards, judgements, problems, records, stories
from dragoman.api.desk import Desk

__all__ = ["LIMIT", "PREFIX", "application"]

PREFIX = "/api/v1"
"""Where the routes are; the number changes when the contract does."""

LIMIT = 20_000_000
"""The most bytes that a request may have: those of a page that is read."""

_ABOUT = """\
The record that Dragoman keeps: meetings, statements, events, relations and alignments, each with the words of
the reports that it rests on.

`q` takes the query language of the command line: `by:lavrov about:syria since:2017-06`. Lists come in pages:
ask for the one behind with `after`, which takes what `next` gave. Every answer has an `ETag`; sent back as
`If-None-Match`, it costs nothing as long as the record stays as it is. Errors are problem details (RFC 9457).
"""


def application(
    url: str, *, token: str | None = None, hosts: Iterable[str] = (), limit: int = LIMIT
) -> FastAPI:
    """Make the application over a store, which is opened here and closed when the application ends.

    Args:
        url: the store (see `dragoman.store.open`).
        token: what a request that writes must bear; nobody may write where it is not given.
        hosts: names, besides those of this computer, by which the application may be addressed.
        limit: the most bytes that a request may have.

    Raises:
        StoreUnavailable: the store cannot be opened.
    """
    desk = Desk(store.open(url, writes=False), token=token)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.store.close()

    made = FastAPI(
        title="Dragoman",
        summary="A cited record of diplomacy, read from news reports.",
        description=_ABOUT,
        version=__version__,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    made.state.desk, made.state.store = desk, desk.store
    problems.install(made)
    for part in (records, articles, adding, actors, stories, analyses, judgements):
        made.include_router(part.router, prefix=PREFIX)
    made.include_router(problems.router, prefix=PREFIX)
    web.mount(made, desk.store)
    guards.install(made, hosts=hosts, limit=limit)
    return made

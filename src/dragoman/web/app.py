"""The pages as an application of their own, beside the API."""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Match, Mount
from starlette.staticfiles import StaticFiles

from dragoman.store import Store
from dragoman.web import (
    actors,
    adding,
    articles,
    comparing,
    diary,
    errors,
    guards,
    pictures,
    records,
    review,
    stories,
)
from dragoman.web.readings import Readings
from dragoman.web.sessions import Sessions

__all__ = ["mount"]

API = "/api/"
"""What begins so is the API's."""

SMALLEST = 1000
"""Bytes from which on an answer is compressed."""


def mount(app: FastAPI, opened: Store) -> None:
    """Put the pages beside the routes of an application.

    Args:
        app: the application; what it answers under /api/ stays its own.
        opened: the store that the pages show; they write to it where a request may (see `sessions`).
    """
    pages = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    pages.state.store, pages.state.sessions, pages.state.readings = opened, Sessions(), Readings()
    for part in (records, articles, actors, comparing, diary, stories, pictures, review, adding):
        pages.include_router(part.router)
    pages.mount("/static", StaticFiles(directory=str(files("dragoman.web") / "static")))
    errors.install(pages)
    pages.add_middleware(GZipMiddleware, minimum_size=SMALLEST)
    pages.add_middleware(guards.Policy)
    app.router.routes.append(_Beside("", app=pages, name="pages"))


class _Beside(Mount):
    """Everything but the API."""

    def matches(self, scope: MutableMapping[str, Any]) -> tuple[Match, MutableMapping[str, Any]]:
        """Whether a request is for the pages."""
        if scope.get("path", "").startswith(API):
            return Match.NONE, {}
        return super().matches(scope)

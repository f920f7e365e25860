"""The timeline, the map and the network of what a query finds: as pages, and as pictures to save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.analysis.entries import in_order
from dragoman.errors import BadQuery
from dragoman.export import document
from dragoman.query import Query, parse
from dragoman.web.drawing import lanes, ring, world
from dragoman.web.records import Text
from dragoman.web.templates import page, picture
from dragoman.web.view import View, store_of

router = APIRouter()

MOST = 200
"""So many records are drawn, the newest."""

REPORTS = 3
"""So many reports of each record are numbered."""


def _timeline(view: View) -> dict[str, Any]:
    found = in_order([view.entry(id) for id in view.records])
    return {"drawn": lanes.draw(found, view), "ids": [one.record for one in found]}


def _map(view: View) -> dict[str, Any]:
    return {"map": world.draw(view), "land": world.land()}


def _network(view: View) -> dict[str, Any]:
    return {"ring": ring.draw(view)}


Draw = Callable[[View], dict[str, Any]]


def _view(request: Request, asked: Query, kind: str | None) -> tuple[View, int]:
    store = store_of(request)
    found = store.browse(asked, kind=kind, limit=MOST)
    return View(document.make(store.get(found.ids, reports=REPORTS))), found.total


def _route(name: str, draw: Draw, template: str, kind: str | None = None) -> None:
    @router.get(f"/{name}", name=name)
    def shown(request: Request, q: Text = "") -> Response:
        try:
            view, total = _view(request, parse(q), kind)
        except BadQuery as error:
            return page(request, f"{name}.html", status=400, q=q, problem=str(error))
        return page(
            request, f"{name}.html", q=q, view=view, total=total, most=MOST, problem=None, **draw(view)
        )

    @router.get(f"/{name}.svg", name=f"{name}.svg")
    def saved(request: Request, q: Text = "") -> Response:
        view, _ = _view(request, parse(q), kind)
        return picture(request, template, f"{name}.svg", q=q, **draw(view))


_route("timeline", _timeline, "lanes.svg")
_route("map", _map, "map.svg")
_route("network", _network, "ring.svg", kind="meeting")

"""Two actors: issue by issue where they agree and differ, and what happened between them over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.analysis import positions, sides, timeline
from dragoman.analysis.positions import Issue, Position, Positions
from dragoman.errors import DragomanError
from dragoman.export.document import AlignmentPart
from dragoman.query import Query, Term
from dragoman.web.drawing import lanes
from dragoman.web.records import Text
from dragoman.web.templates import page
from dragoman.web.view import View, joined, store_of

router = APIRouter()

MOST = 200
"""So many records are compared, the newest."""


class Row(NamedTuple):
    """An issue: what marks it, and what each side said and did."""

    name: str | None
    verdict: str
    marks: tuple[Position, ...]
    cells: tuple[tuple[Position, ...], ...]
    both: tuple[Position, ...]


@router.get("/positions")
def compare(request: Request, one: Text = "", other: Text = "", about: Text = "") -> Response:
    """Where two actors stand."""
    asked: dict[str, Any] = {"one": one, "other": other, "about": about}
    if not (one.strip() and other.strip()):
        return page(request, "positions.html", **asked, found=None, problem=None)
    store = store_of(request)
    try:
        first, second = sides.find(one, store), sides.find(other, store)
        sides.check_apart(first, second)
        found = positions.find(store, first, second, about=about or None, most=MOST)
    except DragomanError as error:
        return page(request, "positions.html", status=404, **asked, found=None, problem=str(error))
    line = timeline.find(store, (first, second), about=about or None, most=MOST)
    view = View(joined(found.record, line.record))
    both = f"{Query((Term('actor', sides.term(first)), Term('actor', sides.term(second))))}"
    return page(
        request,
        "positions.html",
        **asked,
        found=found,
        problem=None,
        view=view,
        rows=_rows(found, view),
        line=line,
        drawn=lanes.draw(line.entries, view),
        both=both,
    )


def _rows(found: Positions, view: View) -> list[Row]:
    return [_row(issue, found, view) for issue in found.issues]


def _row(issue: Issue, found: Positions, view: View) -> Row:
    marks = tuple(one for one in issue.entries if one.kind == "alignment")
    rest = [one for one in issue.entries if one.kind != "alignment"]
    cells = tuple(tuple(one for one in rest if one.sides == (side.id,)) for side in found.sides)
    both = tuple(one for one in rest if len(one.sides) > 1)
    return Row(issue.name, _verdict(marks, view), marks, cells, both)


def _verdict(marks: Sequence[Position], view: View) -> str:
    """What reports say of an issue: that they agree, differ, both; or nothing."""
    records = [view.records[one.record] for one in marks]
    kinds = {one.kind for one in records if isinstance(one, AlignmentPart)}
    return " and ".join(sorted(kinds)) or "unknown"

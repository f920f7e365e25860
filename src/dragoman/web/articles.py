"""Articles: which there are, and one as published, with what it says marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.errors import BadCursor, BadQuery
from dragoman.export import document
from dragoman.query import parse
from dragoman.types import Article, Selection
from dragoman.web.errors import NotFound
from dragoman.web.records import Text
from dragoman.web.segments import Segment, Stretch, cut
from dragoman.web.templates import page
from dragoman.web.view import View, store_of

router = APIRouter()

PAGE = 50
"""So many articles a page has."""

_TAGS = {"headline": "h2", "subhead": "h3", "quote": "blockquote", "caption": "p", "paragraph": "p"}


class Part(NamedTuple):
    """A block of an article as a page shows it."""

    kind: str
    tag: str
    segments: tuple[Segment, ...]


@router.get("/articles")
def index(request: Request, q: Text = "", after: Text = "") -> Response:
    """The articles that report what a query asks for, the newest first."""
    store = store_of(request)
    try:
        found = store.browse_articles(parse(q) if q.strip() else None, limit=PAGE, after=after or None)
    except (BadQuery, BadCursor) as error:
        return page(request, "articles.html", status=400, q=q, problem=str(error))
    made = document.make(store.get((), besides=found.ids))
    known = {one.id: one for one in made.articles}
    listed = [known[id] for id in found.ids]
    return page(
        request,
        "articles.html",
        q=q,
        after=after,
        articles=listed,
        total=found.total,
        next=found.next,
        problem=None,
    )


@router.get("/articles/{id}")
def article(request: Request, id: str) -> Response:
    """An article with every claim marked in place, and the list of them beside it."""
    store = store_of(request)
    try:
        read = store.article(id)
    except KeyError as error:
        raise NotFound from error
    told = store.told(id)
    view = View(document.make(told))
    stretches = sorted(_stretches(told, id))
    blocks = tuple(_parts(read, stretches))
    first = {one.record: one.start for one in reversed(stretches)}
    return page(
        request,
        "article.html",
        view=view,
        article=read,
        about=view.numbers.articles[id],
        parts_of_text=blocks,
        titled=any(part.tag == "h1" for part in blocks),
        first=first,
        claims=[view.records[one] for one in sorted(first, key=lambda one: (first[one], one))],
    )


def _stretches(told: Selection, article: str) -> Iterator[Stretch]:
    for record in told.records:
        for claim in (one for one in record.claims if one.article == article):
            yield from (Stretch(span.start, span.end, record.id) for span in claim.evidence)


def _parts(read: Article, stretches: list[Stretch]) -> Iterator[Part]:
    """The blocks of an article, with what lies between them where that is more than space."""
    at = 0
    for block in read.blocks:
        yield from _between(read, at, block.start, stretches)
        yield _part(read, str(block.kind), block.start, block.end, stretches)
        at = block.end
    yield from _between(read, at, len(read.text), stretches)


def _between(read: Article, start: int, end: int, stretches: list[Stretch]) -> Iterator[Part]:
    if read.text[start:end].strip():
        yield _part(read, "note", start, end, stretches)


def _part(read: Article, kind: str, start: int, end: int, stretches: list[Stretch]) -> Part:
    is_title = kind == "headline" and read.text[start:end].split() == (read.title or "").split()
    tag = "h1" if is_title else _TAGS.get(kind, "p")
    return Part(kind, tag, tuple(cut(read.text, start, end, stretches)))

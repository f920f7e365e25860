"""Articles: which there are, one with its text, and new ones to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.api.asked import After, Id, Limit, Text
from dragoman.api.desk import Desk, TheDesk
from dragoman.api.parts import ArticleDocument, ArticleList, BlockPart, Role, SpanPart
from dragoman.api.problems import Refused, responses
from dragoman.api.records import more_of
from dragoman.export import document
from dragoman.query import Query, parse
from dragoman.types import Claim, Evidence, Record

router = APIRouter(tags=["articles"])

PAGE = 50
"""So many articles a page has where the request does not say."""

_ROLES: tuple[Role, ...] = ("cue", "source", "trigger")


@router.get(
    "/articles",
    response_model=ArticleList,
    responses=responses("bad-query", "bad-cursor", "invalid", "store-unavailable"),
)
def list_articles(
    request: Request, desk: TheDesk, text: Text = "", limit: Limit = PAGE, after: After = None
) -> Response:
    """The articles that report what a query asks for, the newest first; all of them without a query."""
    query = parse(text) if text.strip() else None
    return desk.answers.give(request, desk.store, lambda: listed(desk, query, limit, after))


@router.get(
    "/articles/{id}",
    response_model=ArticleDocument,
    responses=responses("unknown-article", "invalid", "store-unavailable"),
)
def get_article(request: Request, desk: TheDesk, id: Id) -> Response:
    """An article with its text, and the words on which its claims rest; of each record its own report."""
    return desk.answers.give(request, desk.store, lambda: one(desk, id))


def listed(desk: Desk, query: Query | None, limit: int, after: str | None) -> ArticleList:
    """One page of articles as it is answered."""
    found = desk.store.browse_articles(query, limit=limit, after=after)
    made = document.make(desk.store.get((), besides=found.ids))
    known = {one.id: one for one in made.articles}
    return ArticleList(articles=tuple(known[id] for id in found.ids), total=found.total, next=found.next)


def one(desk: Desk, id: str) -> ArticleDocument:
    """An article as it is answered.

    Raises:
        Refused: there is none with this id.
    """
    try:
        article = desk.store.article(id)
    except KeyError as error:
        raise Refused("unknown-article", f"there is no article {id!r}") from error
    told = desk.store.told(id)
    return ArticleDocument.model_construct(
        **dict(document.make(told)),
        more=more_of(told),
        article=id,
        text=article.text,
        blocks=tuple(BlockPart(**asdict(block)) for block in article.blocks),
        notices=article.notices,
        spans=tuple(sorted(_spans(told.records, id), key=lambda span: (span.start, span.end, span.claim))),
    )


def _spans(records: Iterable[Record], article: str) -> Iterator[SpanPart]:
    """Where in an article the words stand on which records rest."""
    for record in records:
        for claim in (claim for claim in record.claims if claim.article == article):
            for role, span in _places(claim):
                yield SpanPart(record=record.id, claim=claim.id, role=role, start=span.start, end=span.end)


def _places(claim: Claim) -> Iterator[tuple[Role, Evidence]]:
    yield from (("evidence", span) for span in claim.evidence)
    yield from ((role, span) for role in _ROLES if (span := getattr(claim, role, None)) is not None)

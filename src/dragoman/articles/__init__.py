"""Turns pages into articles: `parse` gives the articles of a page, and what of it was refused.

What is text and what is HTML, in which encoding, where one article ends and the next begins, what
each stretch of it is and when it was published: all that is settled here. What an article says is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.articles import encoding, finishing, html, sniffing, text
from dragoman.articles.finishing import id_of
from dragoman.types import Article, Page, Parsed, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.articles.drafts import Draft

__all__ = ["id_of", "parse"]


def parse(page: Page) -> Parsed:
    """The articles of a page, in their order; whatever the bytes are, what is wrong is a refusal."""
    if not page.content.strip():
        return _refused(Refusal(page.location, "empty", "the page is empty"))
    if sniffing.is_binary(page.content):
        return _refused(Refusal(page.location, "binary", "not text; only text and HTML are read"))
    decoded = encoding.decode(page.content, page.charset)
    if not decoded.text.strip():
        return _refused(Refusal(page.location, "empty", "the page holds nothing but white space"))
    read = html.read if sniffing.is_html(decoded.text, page.media_type) else text.read
    drafts = read(decoded.text, page)
    if isinstance(drafts, Refusal):
        return _refused(drafts)
    return _finished(drafts, page, decoded.notices)


def _refused(refusal: Refusal) -> Parsed:
    return Parsed((), (refusal,))


def _finished(drafts: Sequence[Draft], page: Page, notices: tuple[str, ...]) -> Parsed:
    results = [finishing.finish(draft, page, notices, alone=len(drafts) == 1) for draft in drafts]
    articles = {result.id: result for result in results if isinstance(result, Article)}
    refusals = dict.fromkeys(result for result in results if isinstance(result, Refusal))
    return Parsed(tuple(articles.values()), tuple(refusals))

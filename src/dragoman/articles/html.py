"""Reads articles from HTML: trafilatura says which words are the report, its elements what they are."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from dragoman.articles import extraction, finishing, pieces
from dragoman.types import Refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.articles.drafts import Draft
    from dragoman.types import Page

__all__ = ["read"]

LONGEST_PAGE = 10 * finishing.LIMIT
"""The most characters of markup that are parsed."""

MOST = 30_000
"""The most elements that a page may have; one of news has some thousands."""

FEWEST = 60
"""The fewest words in paragraphs that make an `article` element an article of its own."""

BRIEF = 20
"""The fewest where a heading stands over them that is no link, as the heading of a teaser is."""

ASIDE = ("comment", "teaser", "related", "promo", "card", "reply")
"""What sites call `article` elements that hold no article."""

NO_ARTICLE = "no article found, only navigation, links or pieces of text; give it the page of one report"


def read(text: str, page: Page) -> list[Draft] | Refusal:
    """The articles of an HTML page: one for each `article` element that holds a report, else one."""
    if len(text) > LONGEST_PAGE:
        return Refusal(page.location, "too-large", finishing.oversize(len(text)))
    tree = extraction.tree(text)
    if tree is None:
        return Refusal(page.location, "no-article", NO_ARTICLE)
    elements = sum(1 for _ in tree.iter())
    if elements > MOST:
        reason = f"{elements:,} elements, more than a page of news has (at most {MOST:,}); split it"
        return Refusal(page.location, "too-large", reason)
    whole = extraction.extract(tree, page.meta.get("url"))
    parts = _parts(tree)
    drafts = [draft for part in parts if (draft := pieces.part(part, whole.source))]
    if len(drafts) < 2:
        drafts = pieces.drafts(tree, whole, title=page.meta.get("title"))
    return drafts or Refusal(page.location, "no-article", NO_ARTICLE)


def _parts(tree: HtmlElement) -> list[HtmlElement]:
    """The elements of a page that each hold an article, copied out; none where there is one or none."""
    found = [element for element in tree.iter("article") if _holds_article(element)]
    return [deepcopy(element) for element in found] if len(found) > 1 else []


def _holds_article(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if any(name in names for name in ASIDE) or next(element.iterancestors("article"), None) is not None:
        return False
    paragraphs = [" ".join(paragraph.itertext()).split() for paragraph in element.iter("p")]
    fewest = BRIEF if _has_heading(element) else FEWEST
    return len(paragraphs) > 1 and sum(map(len, paragraphs)) >= fewest


def _has_heading(element: HtmlElement) -> bool:
    """Whether an element has a heading that leads nowhere else."""
    headings = [heading for heading in element.iter("h1", "h2", "h3") if heading.text_content().strip()]
    return any(_is_free(heading) for heading in headings)


def _is_free(element: HtmlElement) -> bool:
    """Whether an element neither holds a link nor stands in one."""
    return next(element.iter("a"), None) is None and next(element.iterancestors("a"), None) is None

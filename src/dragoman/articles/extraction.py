"""What trafilatura makes of an HTML page: which of its words are a report, and what the page says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.articles import metadata
from dragoman.articles.lines import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Extraction", "extract", "tree"]

SEPARATORS = " |-–—:·•»"

LONG = 40
"""How many letters a run needs to be looked for within the report rather than among its elements."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a page says of its report, and which words are the report's.

    `body` is the report as trafilatura's XML, None where it found none; `words` are all its letters.
    """

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    body: HtmlElement | None = None
    words: str = ""
    pieces: frozenset[str] = field(default=frozenset())

    def holds(self, text: str) -> bool:
        """Whether words of the page are the report's."""
        letters = squeeze(text)
        return letters in self.pieces or (len(letters) >= LONG and letters in self.words)


def tree(text: str) -> HtmlElement | None:
    """The tree of a page's markup without comments, None where it holds no element."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.replace("\0", " ").encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def extract(page: HtmlElement, url: str | None = None) -> Extraction:
    """What trafilatura finds on a page.

    Args:
        page: the page's tree, which stays as it is.
        url: the page's address where it is known.
    """
    from lxml import etree
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            etree.tostring(page, encoding="unicode", method="html"),
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the page is no article to us
        found = None
    declared = metadata.published(page)
    if found is None or isinstance(found, dict):
        return Extraction(published=metadata.refine(None, declared))
    return Extraction(
        title=found.title or None,
        source=found.sitename or _outlet(page, found.title) or found.hostname or None,
        url=found.url or url,
        published=metadata.refine(found.date, declared),
        body=found.body,
        words=squeeze(_words(found.body)),
        pieces=frozenset(squeeze(piece) for piece in _pieces(found.body)),
    )


def _outlet(page: HtmlElement, title: str | None) -> str | None:
    """The outlet that the `title` element names behind the article's title: `Talks resume | The Courier`."""
    whole = " ".join(str(page.findtext(".//title") or "").split())
    if not title or not whole.startswith(title):
        return None
    return whole[len(title) :].strip(SEPARATORS) or None


def _pieces(body: HtmlElement) -> list[str]:
    """The words of each element of the report, and its own before any element within."""
    whole = [_words(element) for element in body.iter("p", "head", "item", "cell", "quote")]
    return [
        *whole,
        *(element.text or "" for element in body.iter()),
        *(element.tail or "" for element in body.iter()),
    ]


def _words(element: HtmlElement) -> str:
    return "".join(str(piece) for piece in element.itertext())

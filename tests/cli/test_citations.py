"""The numbers of the sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from dragoman.cli.citations import Citations
from dragoman.export.document import Document, EvidencePart
from dragoman.telling.citations import title

ROOT = Path(__file__).parents[2]


def _span(article: str, exact: str = "words", start: int = 0) -> EvidencePart:
    return EvidencePart(article=article, start=start, end=start + len(exact), exact=exact)


def test_sources_are_numbered_as_they_are_cited(document: Document) -> None:
    citations = Citations(document)
    assert citations.cite([_span("courier")]).plain == "[1]"
    assert citations.cite([_span("courier"), _span("wire")]).plain == "[2] [1]"


def test_an_article_is_cited_once_however_many_words_are_from_it(document: Document) -> None:
    assert Citations(document).cite([_span("wire"), _span("wire", start=9)]).plain == "[1]"


def test_every_source_is_listed_also_one_that_nothing_rests_on(document: Document) -> None:
    citations = Citations(document)
    citations.cite([_span("riviera")])
    listed = citations.sources()
    assert [number for number, _ in listed] == [1, 2, 3, 4, 5]
    assert listed[0][1].id == "riviera"


def _copied(document: Document, of: str, **copies: tuple[str, ...]) -> Document:
    """The document with these articles as copies of one, each with the agencies that it credits."""
    articles = tuple(
        one.model_copy(update={"copy_of": of, "credits": copies[one.id]}) if one.id in copies else one
        for one in document.articles
    )
    return document.model_copy(update={"articles": articles})


def test_copies_come_behind_what_they_are_copies_of(document: Document) -> None:
    citations = Citations(_copied(document, "courier", minsk=(), wire=()))
    spans = [_span(id) for id in ("minsk", "donau", "wire", "courier")]
    assert citations.cite(spans).plain == "[1] [2], 2 copies [3] [4]"
    assert citations.cite([_span("courier"), _span("wire")]).plain == "[1], 1 copy [4]"
    assert citations.cite([_span("wire"), _span("donau")]).plain == "[2] [4]"


def test_a_source_says_what_it_is_a_copy_of_and_whom_it_credits(document: Document) -> None:
    copied = _copied(document, "courier", wire=("Harbour Wire", "AFP", "Reuters"), minsk=())
    citations = Citations(copied)
    citations.cite([_span("wire")])
    assert [(n, one.id) for n, one in citations.sources(are_all=False)] == [(1, "wire"), (2, "courier")]
    told = [citations.background(one).plain for one in copied.articles[:4]]
    assert told == [" (copy of [2])", "", " (copy of [2], credits AFP and Reuters)", ""]


def test_a_citation_links_to_the_words(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    mark = Citations(document).cite([_span("wire", "Both countries, he added")])
    links = [span.style.link for span in mark.spans if isinstance(span.style, Style)]
    page = (ROOT / "examples/harbour-wire-paris.txt").as_uri()
    assert links == [f"{page}#:~:text=Both%20countries%2C%20he"]


def test_a_page_that_is_gone_has_no_link(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "src")
    mark = Citations(document).cite([_span("wire")])
    assert not [span for span in mark.spans if isinstance(span.style, Style)]


def test_a_source_is_told_in_one_line(document: Document) -> None:
    articles = {article.id: article for article in document.articles}
    assert title(articles["wire"]) == (
        "Harbour Wire, 6 July 2017, “France and Russia close ranks”, examples/harbour-wire-paris.txt"
    )
    assert title(articles["riviera"]) == "no date, examples/riviera-reader.txt"

"""What holds of any page at all."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import articles
from dragoman.articles import sniffing
from dragoman.types import Article, Page

LINES = st.sampled_from(
    [
        "",
        "",
        "Ministers pledge joint coast guard",
        "By Ann Lee",
        "The Daily Courier / News Desk",
        "6 July 2017",
        "Güncelleme Tarihi: 07 Temmuz 2017, 09:31",
        "PARIS (AFP) - The ministers said on Thursday that they would meet again in the autumn.",
        "KUWAIT: The cabinet met on Sunday and agreed to meet again, the state agency said.",
        "“We have opened a door,” she said.",
        "Photo: AFP",
        "READ ALSO: Why the ferries stopped running",
        "* * *",
        "<p>",
        "  An indented line of a text that was wrapped at a width of some seventy",
        "   \t ",
        "٧ يوليو ٢٠١٧",
        "\u2028\x85\x0c",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=30).map("\n".join))
TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<br>",
            "<h1>",
            "</h1>",
            "<article>",
            "</article>",
            "<a>",
            "</a>",
        ),
        *("<figcaption>", "<tr><td>", "<script>", "<p", "&amp;", "&#0;", "<!-- -->", "<![CDATA[", "<?xml ?>"),
        *("<time datetime=2017-07-06>", "<meta charset=latin1>"),
    ]
)
MARKUP = st.lists(st.one_of(TAGS, LINES, st.text(max_size=8)), max_size=40).map("".join)
CHARSETS = st.one_of(
    st.none(), st.sampled_from(["utf-8", "latin-1", "utf-16", "koi8-r", "rot13", "base64", "x\0y", ""])
)


def check(article: Article) -> None:
    """The blocks of an article come in order, do not overlap, and leave nothing out but white space."""
    assert article.sha256 == hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)
    assert all(first.end <= second.start for first, second in pairwise(article.blocks))
    edges = [0, *(edge for block in article.blocks for edge in (block.start, block.end)), len(article.text)]
    assert all(
        not article.text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
    assert all(article.text[block.start : block.end].strip() for block in article.blocks)


@settings(deadline=None)
@given(st.binary(max_size=2000), CHARSETS)
def test_any_bytes_will_do(content: bytes, charset: str | None) -> None:
    parsed = articles.parse(Page("page", content, charset=charset))
    assert parsed.articles or parsed.refusals
    for article in parsed.articles:
        check(article)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_text_gives_sound_blocks(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    parsed = articles.parse(Page("page.txt", content, media_type="text/plain"))
    for article in parsed.articles:
        check(article)
        if not sniffing.is_html(text, "text/plain"):
            assert article.text in content.decode("utf-8", "replace").replace("\r\n", "\n").replace(
                "\r", "\n"
            )


@settings(deadline=None, max_examples=50)
@given(MARKUP)
def test_any_markup_gives_sound_blocks(markup: str) -> None:
    content = f"<html><body>{markup}".encode("utf-8", "surrogatepass")
    for article in articles.parse(Page("page.html", content, media_type="text/html")).articles:
        check(article)


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    page = Page("page.txt", text.encode("utf-8", "surrogatepass"))
    assert articles.parse(page) == articles.parse(page)

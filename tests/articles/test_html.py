"""HTML pages: what the cases do not show."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import articles
from dragoman.types import Article, Page

STORY = (
    "<p>The foreign ministers of the two neighbours met in Geneva on Thursday after two years.</p>"
    "<p>“We have opened a door,” the host, Anneke Vos, told reporters after the meeting in the evening.</p>"
    "<p>Her counterpart warned that the question of the border crossing had hardly been touched.</p>"
)


def one(markup: str, **more: Any) -> Article:
    parsed = articles.parse(Page("page.html", markup.encode(), media_type="text/html", **more))
    assert parsed.refusals == ()
    (article,) = parsed.articles
    return article


def page(body: str = STORY, head: str = "") -> str:
    return f"<html><head><title>Envoys reopen channel</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-03-14T18:20:00+02:00">',
        '<meta name="DC.date.issued" content="2019-03-14T18:20">',
        '<script type="application/ld+json">{"datePublished": "2019-03-14T18:20:00Z"}</script>',
    ],
)
def test_the_head_tells_the_date(head: str) -> None:
    assert one(page(head=head)).published == "2019-03-14T18:20"


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2019-03-14">last Thursday</time>',
        '<p class="date">14 March 2019</p>',
        "<p>Published on 14 March 2019</p>",
        "<p>Yayın Tarihi: 14 Mart 2019</p>",
    ],
)
def test_the_page_tells_the_date(line: str) -> None:
    assert one(page(f"<h1>Envoys reopen channel</h1>{line}{STORY}")).published == "2019-03-14"


def test_a_date_in_the_prose_is_not_the_date_of_publication() -> None:
    assert (
        one(
            page(STORY + "<p>They had last met on 5 May 2017, when it rained all day in the city.</p>")
        ).published
        is None
    )


def test_a_date_in_the_future_is_left_out_and_told() -> None:
    article = one(page(head='<meta property="article:published_time" content="2099-03-14">'))
    assert article.published is None
    assert any("2099-03-14" in notice for notice in article.notices)


def test_the_outlet_is_that_of_the_title_where_no_other_is_named() -> None:
    markup = page(f"<h1>Envoys reopen channel</h1>{STORY}").replace(
        "channel</title>", "channel | The Courier</title>"
    )
    assert one(markup).source == "The Courier"


def test_a_headline_that_the_page_does_not_show_is_put_first() -> None:
    assert one(page()).text.startswith("Envoys reopen channel\n\nThe foreign ministers")


def test_words_are_set_with_single_spaces_and_entities_read() -> None:
    article = one(page(STORY.replace("Anneke Vos", "Anneke\n   <b>Vos</b>&nbsp;&amp; <i>Co</i>")))
    assert "Anneke Vos & Co, told" in article.text


def test_a_text_file_that_holds_html_is_read_as_html() -> None:
    parsed = articles.parse(Page("page.txt", page().encode(), media_type="text/plain"))
    assert "<p>" not in parsed.articles[0].text


def test_a_wrong_encoding_declared_is_a_notice() -> None:
    markup = page(head='<meta charset="utf-8">').encode("cp1252")
    parsed = articles.parse(Page("page.html", markup, media_type="text/html"))
    assert "“We have opened a door,”" in parsed.articles[0].text
    assert any("utf-8" in notice for notice in parsed.articles[0].notices)


def test_teasers_and_comments_are_no_articles() -> None:
    cards = (
        "<article class='card'><h3><a href='/x'>Storm closes ports</a></h3><p>Third day.</p></article>" * 6
    )
    comments = f"<article class='comment'>{STORY}</article>" * 2
    assert (
        one(page(f"<article><h1>Envoys reopen channel</h1>{STORY}</article>{cards}{comments}")).text.count(
            "Geneva"
        )
        == 1
    )

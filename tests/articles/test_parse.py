"""Pages become articles, or refusals that say what to do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman import articles
from dragoman.articles import finishing
from dragoman.types import Article, BlockKind, Page, Refusal

REPORT = (
    "Ministers sign water accord\n\n"
    "The water ministers of the two river states signed an accord in Amman on Monday, officials said.\n\n"
    "They told reporters that it had taken eleven years and four governments to get there.\n"
)


def parse(
    content: str | bytes, location: str = "page.txt", **more: object
) -> tuple[list[Article], list[Refusal]]:
    data = content.encode() if isinstance(content, str) else content
    parsed = articles.parse(Page(location, data, **more))  # type: ignore[arg-type]
    return list(parsed.articles), list(parsed.refusals)


def one(content: str | bytes, **more: object) -> Article:
    found, refusals = parse(content, **more)
    assert refusals == []
    (article,) = found
    return article


def refused(content: str | bytes, **more: object) -> Refusal:
    found, refusals = parse(content, **more)
    assert found == []
    (refusal,) = refusals
    return refusal


def test_the_text_of_a_plain_page_is_the_page() -> None:
    assert one("\n\n  " + REPORT + "\t\n ").text == "\n\n  " + REPORT + "\t\n "


def test_newlines_and_the_byte_order_mark_are_all_that_changes() -> None:
    assert one(b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode()).text == REPORT
    assert one(REPORT.replace("\n", "\r").encode()).text == REPORT


def test_a_page_read_twice_gives_the_same_article() -> None:
    assert one(REPORT) == one(REPORT)


def test_an_id_is_that_of_the_words_and_not_of_the_place() -> None:
    assert one(REPORT, location="a.txt").id == one(REPORT, location="b/c.txt").id
    assert one(REPORT).id != one(REPORT + "More.").id
    assert one(REPORT).id != one(REPORT, meta={"source": "Daily Courier"}).id
    assert len(one(REPORT).id) == 16


def test_what_lies_beside_a_page_goes_before_what_it_says() -> None:
    meta = {
        "url": "https://courier.example/1",
        "source": "The Courier",
        "title": "Water",
        "published": "2015-03-02",
    }
    article = one("Reuters\n\n5 March 2015\n\n" + REPORT, meta=meta)
    assert (article.url, article.source, article.title) == (
        "https://courier.example/1",
        "The Courier",
        "Water",
    )
    assert article.published == "2015-03-02"


def test_the_page_makes_the_date_beside_it_finer() -> None:
    article = one(REPORT + "\nUpdated: 2 March 2015, 18:05\n", meta={"published": "2015-03-02"})
    assert article.published == "2015-03-02T18:05"


def test_the_address_tells_the_date_where_nothing_else_does() -> None:
    assert one(REPORT, meta={"url": "https://courier.example/2015/03/02/water"}).published == "2015-03-02"


def test_a_page_without_a_date_is_read_and_told() -> None:
    article = one(REPORT)
    assert article.published is None
    assert any("no date of publication" in notice for notice in article.notices)


def test_a_date_in_the_prose_is_not_the_date_of_publication() -> None:
    assert (
        one(REPORT + "\nThe first talks were held on 5 May 2004, and the last on 6 June 2014.\n").published
        is None
    )


def test_a_date_in_the_future_is_left_out_and_told() -> None:
    article = one("Published: 3 March 2099\n\n" + REPORT)
    assert article.published is None
    assert any("2099-03-03" in notice and "future" in notice for notice in article.notices)


def test_the_future_begins_when_the_page_was_fetched() -> None:
    page = "Published: 3 March 2015\n\n" + REPORT
    assert one(page, fetched=datetime(2015, 3, 1, tzinfo=UTC)).published is None
    assert (
        one(page, fetched=datetime(2015, 3, 2, tzinfo=UTC)).published == "2015-03-03"
    )  # it may be later there
    assert (
        one("Published: March 2015\n\n" + REPORT, fetched=datetime(2015, 3, 1, tzinfo=UTC)).published
        == "2015-03"
    )


def test_a_date_that_may_be_read_two_ways_tells_the_year_alone() -> None:
    article = one("Published: 03/04/2015\n\n" + REPORT)
    assert article.published == "2015"
    assert any("03/04/2015" in notice for notice in article.notices)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\ufeff\u2003\n".encode(), "empty"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(60), "binary"),
        (b"12 34 56 --- 78", "no-article"),
        (b"<html><body></body></html>", "no-article"),
        (b"<html><head><title>Daily Courier</title></head><body><p>404</p></body></html>", "no-article"),
    ],
)
def test_what_is_no_report_is_refused(content: bytes, code: str) -> None:
    assert refused(content).code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Les ministres des affaires étrangères se sont réunis jeudi à Genève pour la première fois.",
            "French",
        ),
        ("Die Außenminister der beiden Staaten haben sich am Donnerstag in Genf getroffen.", "German"),
        ("Министры иностранных дел двух стран встретились в четверг в Женеве.", "Russian"),
        ("Dışişleri bakanları perşembe günü Cenevre'de ilk kez bir araya geldi.", "Turkish"),
        ("两国外长星期四在日内瓦举行会谈。", "Chinese"),
        ("اجتمع وزيرا خارجية البلدين يوم الخميس في جنيف للمرة الأولى.", "Arabic"),
    ],
)
def test_a_language_that_the_model_does_not_read_is_refused(text: str, name: str) -> None:
    for content in (text, f"<html><body><p>{text * 3}</p></body></html>"):
        refusal = refused(content)
        assert refusal.code == "language"
        assert f"written in {name}" in refusal.reason


@pytest.mark.parametrize(
    "text", ["Lavrov met Le Drian in Paris.", "Erdogan, Putin hold phone talks", "Vos meets Bergh."]
)
def test_a_short_text_is_taken_for_english(text: str) -> None:
    assert one(text + " Nothing more was said.").language == "en"


def test_fifty_megabytes_are_refused() -> None:
    refusal = refused(b"The minister said so. " * 2_300_000)
    assert refusal.code == "too-large"
    assert "50,600,000" in refusal.reason
    assert f"{finishing.LIMIT:,}" in refusal.reason


def test_a_page_of_very_many_elements_is_refused() -> None:
    assert refused("<html><body>" + "<p>The minister said so.</p>" * 40_000).code == "too-large"


@pytest.mark.parametrize(
    "piece", ["a", "A (", "(", "“", "By Ann ", "7 July 2017 ", "Photo: ", "=", "word, ", "AP/", "- ", ". "]
)
def test_a_very_long_line_is_no_trouble(piece: str) -> None:
    parse(piece * (300_000 // len(piece)))


def test_blocks_that_make_no_claims_are_told_from_the_report() -> None:
    article = one(REPORT + "\nREAD ALSO: How the river was shared\n\nPhoto: AFP\n")
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.RELATED,
        BlockKind.NOTE,
    ]


def test_the_same_article_twice_on_a_page_is_one() -> None:
    story = (
        "<article><h2>Accord</h2>"
        + "<p>The minister said that it was good to meet again.</p>" * 8
        + "</article>"
    )
    assert len(parse(f"<html><body>{story * 3}</body></html>")[0]) == 1


def test_nothing_that_a_page_or_its_sidecar_tells_has_nul() -> None:
    meta = {"url": "https://a.example/\0", "source": "The\0Times", "title": "Water\0accord"}
    article = one(REPORT + "\n" * 9000 + "They said\0so again.\n", meta=meta)
    told = (article.text, article.url, article.source, article.title, *article.notices)
    assert not any("\0" in (value or "") for value in told)

"""Lines that tell when an article was published, in many languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles import dates, stamps


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: July 7, 2017 10:15 GMT", "2017-07-07T10:15"),
        ("Published on 7 July 2017", "2017-07-07"),
        ("Posted 6:30 p.m. on July 7, 2017", "2017-07-07T18:30"),
        ("First published on Thu 6 Jul 2017 18.05 BST", "2017-07-06T18:05"),
        ("Last updated: 2017-07-06T09:31:00Z", "2017-07-06T09:31"),
        ("Dated: 6th of July, 2017", "2017-07-06"),
        ("Published: July 2017", "2017-07"),
        ("Published 5 July 2017 Updated 6 July 2017 at 10am", "2017-07-05"),
        ("July 6, 2017", "2017-07-06"),
        ("Thursday, 6 July 2017", "2017-07-06"),
        ("Fri, 07 Jul 2017 09:31:00 +0300", "2017-07-07T09:31"),
        ("2017-07-06 09:31", "2017-07-06T09:31"),
        ("10:15 GMT, July 6 2017", "2017-07-06T10:15"),
        ("Paris, 6 July 2017", "2017-07-06"),
        ("By Ann Lee | July 7, 2017 | 12:05 GMT", "2017-07-07T12:05"),
        ("The Riverside Reader, 28 July 2019", "2019-07-28"),
        ("06.07.2017", "2017-07-06"),
        ("13/07/2017", "2017-07-13"),
        ("07/13/2017", "2017-07-13"),
        ("5 Sept. 2017", "2017-09-05"),
    ],
)
def test_english_lines(line: str, value: str) -> None:
    found = dates.read(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Güncelleme Tarihi: 07 Temmuz 2017, 09:31", "2017-07-07T09:31"),
        ("Yayın Tarihi: 06/07/2017", "2017-07-06"),
        ("Publié le 6 juillet 2017 à 10h15", "2017-07-06T10:15"),
        ("jeudi 6 juillet 2017", "2017-07-06"),
        ("Donnerstag, 6. Juli 2017", "2017-07-06"),
        ("Zuletzt aktualisiert: 13. Februar 2015, 08:20 Uhr", "2015-02-13T08:20"),
        ("Actualizado el 6 de julio de 2017", "2017-07-06"),
        ("Publicado em 6 de julho de 2017", "2017-07-06"),
        ("Pubblicato il 6 luglio 2017", "2017-07-06"),
        ("Опубликовано: 6 июля 2017 г. в 12:15", "2017-07-06T12:15"),
        ("Opublikowano: 6 lipca 2017", "2017-07-06"),
        ("تاريخ النشر: ٦ يوليو ٢٠١٧", "2017-07-06"),
        ("发布时间：2017年7月6日 09:31", "2017-07-06T09:31"),
        ("2017. július 6. 10:20", "2017-07-06T10:20"),
        ("ngày đăng: 6 tháng 7, 2017", "2017-07-06"),
    ],
)
def test_lines_in_other_languages(line: str, value: str) -> None:
    found = dates.read(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "line",
    [
        "On July 6, 2017, the ministers met.",
        "July 6, 2017 - The ministers met in Paris for the first time.",
        "The accord signed July 14, 2015",
        "Published on: 31 February 2017",
        "Updated 9:50 a.m. ET",
        "Copyright 2017",
        "Budget 2017",
        "In 2015 12 people died",
        "Summit in Sochi, December 2017, ends without a result",
        "2017",
        "",
    ],
)
def test_lines_that_tell_no_date_of_publication(line: str) -> None:
    assert dates.read(line) is None


def test_publication_goes_before_change_and_the_time_of_day_is_kept() -> None:
    lines = ["Updated: 8 July 2017", "Published: 6 July 2017", "Published: 6 July 2017, 09:31"]
    found = dates.best([item for item in map(dates.read, lines) if item])
    assert found is not None
    assert found.value == "2017-07-06T09:31"
    assert dates.best([]) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://courier.example/world/2017/07/06/talks.html", "2017-07-06"),
        ("https://courier.example/2017/jul/06/talks", "2017-07-06"),
        ("https://courier.example/2017/07/talks", "2017-07"),
        ("https://courier.example/2017-07-06-talks", "2017-07-06"),
        ("https://courier.example/archive/20170706", None),
        ("https://courier.example/2017/13/45/talks", None),
        ("https://example.org/stories/202207260304.html", "2022-07-26"),
        ("https://example.org/news/talks-20221004", None),  # one of the numbers that an outlet counts by
        ("https://example.org/stories/202213450304", None),
    ],
)
def test_the_address_may_tell_the_date(url: str, value: str | None) -> None:
    assert stamps.from_url(url) == value


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["", "Published: ", "Tarih: "]))
def test_any_line_will_do(line: str, label: str) -> None:
    found = dates.read(label + line)
    assert found is None or stamps.from_iso(found.value) is not None


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_english(day: date) -> None:
    found = dates.read(f"{day:%A}, {day.day} {day:%B} {day.year}")
    assert found is not None
    assert found.value == day.isoformat()

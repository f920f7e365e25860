"""Every page: that it is there, what it says to the browser, and how much it weighs."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from sqlalchemy import event
from sqlalchemy.engine import Engine

from dragoman import api, store
from dragoman.export.document import Document
from dragoman.web.templates import visible

HERE: dict[str, Any] = {"base_url": "http://localhost", "client": ("127.0.0.1", 5)}
FIRST_VISIT = 100_000
OURS = (' src="/static/htmx.min.js"', ' src="/static/desk.js"')
PLACES = ["timeline", "map", "network", "articles", "agenda", "news", "stories", "review", "add"]


@pytest.fixture(scope="module")
def client(read: Path) -> TestClient:
    return TestClient(api.application(str(read)), **HERE)


def test_every_page_is_there_and_guarded(client: TestClient, addresses: list[str]) -> None:
    assert len(addresses) > 40
    for address in addresses:
        answer = client.get(address)
        expected = {"/nothing": 404, "/?q=since:never": 400}.get(address, 200)
        assert answer.status_code == expected, address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_no_page_has_script_or_style_of_its_own(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).text
        scripts = page.split("<script")[1:]
        assert all(one.startswith(OURS) for one in scripts), address
        assert " style=" not in page.replace("&lt;", ""), address
        assert "<style" not in page, address


def test_an_empty_record_has_pages_too(tmp_path: Path) -> None:
    client = TestClient(api.application(str(tmp_path / "empty.sqlite")), **HERE)
    for name in ("", *PLACES):
        assert client.get(f"/{name}").status_code == 200, name


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/meetings/none", 404),
        ("/statements/meeting-1", 404),
        ("/articles/none", 404),
        ("/actors/none", 404),
        ("/stories/none", 404),
        ("/add/none", 404),
        ("/?after=none", 400),
        ("/?q=" + "x" * 2000, 422),
        ("/positions?one=FRA&other=Nobody", 404),
        ("/positions?one=FRA&other=France", 404),
        ("/agenda?today=never", 400),
        ("/news?since=never", 400),
        ("/timeline?q=kind:none", 400),
        ("/timeline.svg?q=kind:none", 400),
    ],
)
def test_what_is_not_there_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1" in answer.text


def test_the_api_keeps_its_own_errors(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("name", ["timeline", "map", "network"])
def test_a_picture_can_be_saved_and_its_marks_lead_back(client: TestClient, name: str) -> None:
    answer = client.get(f"/{name}.svg", params={"q": "with:macron"})
    assert "attachment" in answer.headers["content-disposition"]
    links = [one.attrib["href"] for one in ET.fromstring(answer.text).iter("{http://www.w3.org/2000/svg}a")]
    assert links
    for link in links[:20]:
        assert link.startswith("http://localhost/")
        page, _, fragment = link.partition("#")
        opened = client.get(page)
        assert opened.status_code == 200
        assert not fragment or f'id="{fragment}"' in opened.text


def test_every_number_leads_to_words_of_a_report(client: TestClient) -> None:
    page = client.get("/").text
    links = {part.partition('"')[0] for part in page.split('<a class="cite" href="')[1:]}
    assert len(links) > 5
    for link in links:
        address, _, place = link.partition("#")
        assert f'id="{place}"' in client.get(address).text


def test_a_text_is_shown_whole(client: TestClient, read: Path, made: Document) -> None:
    with store.open(str(read)) as opened:
        for one in made.articles:
            text = str(visible(opened.article(one.id).text))
            page = client.get(f"/articles/{one.id}").text.partition('<article class="report"')[2]
            body = page.partition("</header>")[2].partition("</article>")[0]
            shown = html.unescape(re.sub(r"<[^>]*>", "", body))
            assert "".join(shown.split()) == "".join(text.split()), one.page


def test_a_first_visit_is_light(desk: str, browser: Browser) -> None:
    page = browser.new_page()
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: list[float] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{desk}/", wait_until="networkidle")
    page.close()
    assert len(sizes) >= 4
    assert sum(sizes) < FIRST_VISIT


def test_the_pages_need_few_questions_to_the_store(client: TestClient) -> None:
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for address in ("/", "/articles", "/timeline", "/stories", "/review", "/agenda"):
            asked.clear()
            assert client.get(address).status_code == 200
            assert 0 < len(asked) < 60, address
    finally:
        event.remove(Engine, "before_cursor_execute", note)

"""Who may write from a page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman import api, store
from dragoman.web.sessions import COOKIE

HERE = "http://localhost"


@pytest.fixture
def path(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read, tmp_path / "record.sqlite"))


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(api.application(str(path)), base_url=HERE, client=("127.0.0.1", 5)) as made:
        yield made


def judgement(client: TestClient) -> dict[str, str]:
    """What the first form of the review sends."""
    page = client.get("/review").text
    return dict(re.findall(r'name="(token|one|other)" value="([^"]*)"', page.partition("</form>")[0]))


def post(client: TestClient, values: dict[str, str], **headers: str) -> int:
    verdict = "same" if "other" in values else "right"
    answer = client.post(
        "/review/judge", data={**values, "verdict": verdict}, headers=headers, follow_redirects=False
    )
    return answer.status_code


def count(path: Path) -> int:
    with store.open(str(path)) as opened:
        return len(opened.judgements()[0])


def test_who_sits_here_may_write(client: TestClient, path: Path) -> None:
    assert post(client, judgement(client), Origin=HERE) == 303
    assert count(path) == 1


def test_a_cookie_is_out_of_reach_of_scripts_and_other_sites(client: TestClient) -> None:
    said = client.get("/review").headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_a_token_must_be_that_of_the_session(client: TestClient, path: Path, token: str) -> None:
    values = judgement(client)
    assert post(client, {**values, "token": token}) == 403
    assert count(path) == 0


def test_a_token_of_another_session_is_none(client: TestClient, path: Path) -> None:
    values = judgement(client)
    client.cookies.clear()
    assert post(client, values) == 403
    client.cookies.set(COOKIE, "another")
    assert post(client, values) == 403
    assert count(path) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"X-Forwarded-For": "192.0.2.1"},
        {"Forwarded": "for=192.0.2.1"},
    ],
)
def test_what_comes_from_elsewhere_is_refused(
    client: TestClient, path: Path, headers: dict[str, str]
) -> None:
    assert post(client, judgement(client), **headers) == 403
    assert count(path) == 0


@pytest.mark.parametrize(("base", "peer"), [(HERE, "192.0.2.1"), ("http://desk.example.org", "127.0.0.1")])
def test_others_may_read_and_are_told_so(path: Path, base: str, peer: str) -> None:
    app = api.application(str(path), hosts=["desk.example.org"])
    with TestClient(app, base_url=base, client=(peer, 5)) as client:
        page = client.get("/review")
        assert page.status_code == 200
        assert "can only be read" in page.text
        assert 'name="token"' not in page.text
        assert "set-cookie" not in page.headers
        assert post(client, {"one": "meeting-1", "token": "x"}) == 403


@pytest.mark.parametrize("address", ["/review/judge", "/review/undo", "/add/text", "/add/files", "/add/link"])
def test_nothing_is_written_by_get(client: TestClient, address: str) -> None:
    assert client.get(address, params={"token": "x", "one": "y", "verdict": "right"}).status_code in {
        404,
        405,
    }


@pytest.mark.parametrize("address", ["/add/text", "/add/files", "/add/link", "/review/undo"])
def test_every_form_wants_the_token(client: TestClient, address: str) -> None:
    sent: dict[str, Any] = {"data": {"text": "x", "url": "https://example.org", "number": "1"}}
    if address == "/add/files":
        sent["files"] = {"files": ("a.txt", b"x")}
    assert client.post(address, **sent).status_code == 403


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "/etc/hostname", "javascript:1", "ftp://example.org/", ""]
)
def test_only_the_web_is_fetched(client: TestClient, url: str) -> None:
    token = judgement(client)["token"]
    answer = client.post("/add/link", data={"token": token, "url": url}, follow_redirects=False)
    assert answer.status_code == 400
    assert "begins with http" in answer.text

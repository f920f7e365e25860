"""Articles that are sent, and judgements that are made over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman import pipeline
from dragoman.api import desk as desks
from dragoman.types import Outcome

V1 = "/api/v1"
REPORT = (
    "PARIS, 6 July 2017 - Russian Foreign Minister Sergei Lavrov met French Foreign Minister Jean-Yves "
    "Le Drian in Paris on Thursday. “We want peace in Syria,” Lavrov told reporters after the talks."
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the pipeline is given to read; it reads nothing."""
    given: list[dict[str, Any]] = []

    def receive(content: bytes, **values: Any) -> Outcome:
        given.append({"content": content, **values})
        return Outcome("sent/x", "0" * 64, ("0123456789abcdef",))

    monkeypatch.setattr(pipeline, "receive", receive)
    return given


def sent(given: list[dict[str, Any]]) -> dict[str, Any]:
    (one,) = given
    return {name: value for name, value in one.items() if name != "store"}


@pytest.mark.model
def test_a_report_that_is_sent_is_in_the_record(writer: TestClient) -> None:
    asked = {"source": "Riverside Gazette", "published": "2017-07-06", "name": "../../paris.txt"}
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    for status in (201, 200):
        answer = writer.post(f"{V1}/articles", params=asked, content=REPORT.encode(), headers=headers)
        assert answer.status_code == status, answer.text
    made = answer.json()
    assert (made["page"], made["refusals"]) == ("sent/paris.txt", [])
    article = writer.get(answer.headers["location"]).json()
    assert (article["articles"][0]["source"], article["text"]) == ("Riverside Gazette", REPORT)
    assert article["spans"]
    assert writer.get(f"{V1}/statements", params={"q": "by:lavrov peace"}).json()["total"] == 1


def test_what_is_declared_is_handed_on(writer: TestClient, told: list[dict[str, Any]]) -> None:
    headers = {"Content-Type": "text/html; charset=windows-1252"}
    asked = {"title": "Talks", "url": "https://example.org/1"}
    answer = writer.post(f"{V1}/articles", params=asked, content=b"<p>\x93Yes\x94</p>", headers=headers)
    assert answer.status_code == 200
    assert sent(told) == {
        "content": b"<p>\x93Yes\x94</p>",
        "name": "",
        "media_type": "text/html",
        "charset": "windows-1252",
        "meta": {"title": "Talks", "url": "https://example.org/1"},
    }


def test_a_file_is_sent_as_a_form(writer: TestClient, told: list[dict[str, Any]]) -> None:
    file = ("report.html", b"<p>Yes</p>", "text/html")
    assert writer.post(f"{V1}/articles", files={"file": file}).status_code == 200
    assert (sent(told)["name"], sent(told)["media_type"]) == ("report.html", "text/html")


@pytest.mark.parametrize(
    ("content", "headers", "status", "kind"),
    [
        (b"x", {"Content-Type": "application/pdf"}, 415, "wrong-media-type"),
        (b"x", {}, 415, "wrong-media-type"),
        (b"{", {"Content-Type": "application/json"}, 422, "invalid"),
        (b'{"link": "x"}', {"Content-Type": "application/json"}, 422, "invalid"),
        (b"%PDF-1.4 ...", {"Content-Type": "text/plain"}, 422, "refused"),
        (b"  ", {"Content-Type": "text/plain"}, 422, "refused"),
        (b"--x\r\n", {"Content-Type": "multipart/form-data; boundary=y"}, 400, "bad-request"),
        (b"--y--\r\n", {"Content-Type": "multipart/form-data; boundary=y"}, 422, "invalid"),
        (b"--y--\r\n", {"Content-Type": "multipart/form-data"}, 400, "bad-request"),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    writer: TestClient, content: bytes, headers: dict[str, str], status: int, kind: str
) -> None:
    answer = writer.post(f"{V1}/articles", content=content, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (status, f"{V1}/problems/{kind}"), answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_refusal_says_why(writer: TestClient) -> None:
    headers = {"Content-Type": "text/plain"}
    answer = writer.post(f"{V1}/articles", params={"name": "a.pdf"}, content=b"%PDF-1.4", headers=headers)
    (refusal,) = answer.json()["refusals"]
    assert (refusal["location"], refusal["code"]) == ("sent/a.pdf", "binary")
    assert "pdftotext" in refusal["reason"]


def test_who_comes_when_too_many_wait_is_told_to_come_back(
    writer: TestClient, told: list[dict[str, Any]]
) -> None:
    desk: desks.Desk = writer.app.state.desk  # type: ignore[attr-defined]
    taken = [desk._places.acquire() for _ in range(desks._WAITING)]
    answer = writer.post(f"{V1}/articles", content=b"x", headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    for _ in taken:
        desk._places.release()
    assert writer.post(f"{V1}/articles", content=b"x", headers={"Content-Type": "text/plain"}).is_success
    assert told


def test_a_judgement_is_made_and_taken_back(writer: TestClient) -> None:
    (id,) = writer.get(f"{V1}/events").json()["ids"]
    body = {"kind": "wrong", "record": id, "who": "anna", "why": "a rumour"}
    made = writer.post(f"{V1}/judgements", json=body)
    assert (made.status_code, made.headers["location"]) == (201, f"{V1}/judgements/2")
    assert (made.json()["kind"], made.json()["why"], made.json()["rests"]) == ("wrong", "a rumour", True)
    assert writer.get(f"{V1}/events").json()["total"] == 0
    taken = writer.delete(made.headers["location"], params={"who": "anna"})
    assert (taken.status_code, taken.json()["withdraws"]) == (200, 2)
    assert writer.get(f"{V1}/events").json()["ids"] == [id]
    known = writer.get(f"{V1}/judgements").json()["judgements"]
    assert [one["kind"] for one in known] == ["same", "wrong", "withdraw"]
    assert known[1]["withdrawn_by"] == 3


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"kind": "wrong", "record": "event-none", "who": "anna"}, 404, "unknown-record"),
        ({"kind": "wrong", "record": "event"}, 422, "invalid"),
        ({"kind": "guess", "record": "event", "who": "anna"}, 422, "invalid"),
        ({"kind": "same", "record": "meeting", "other": "statement", "who": "anna"}, 422, "bad-judgement"),
        (
            {"kind": "value", "record": "meeting", "field": "colour", "value": "", "who": "a"},
            422,
            "bad-judgement",
        ),
    ],
)
def test_a_judgement_that_makes_no_sense_is_a_problem(
    writer: TestClient, body: dict[str, str], status: int, kind: str
) -> None:
    answer = writer.post(f"{V1}/judgements", json=body)
    assert (answer.status_code, answer.json()["type"]) == (status, f"{V1}/problems/{kind}"), answer.text


def test_what_is_not_there_cannot_be_taken_back(writer: TestClient) -> None:
    assert writer.delete(f"{V1}/judgements/9", params={"who": "anna"}).status_code == 404


def test_json_that_is_none(writer: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    answer = writer.post(f"{V1}/judgements", content=b"{", headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_the_contract_is_described(client: TestClient) -> None:
    told = client.get(f"{V1}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], path
            assert "422" not in operation["responses"] or (
                "application/problem+json" in operation["responses"]["422"]["content"]
            ), (method, path)


@pytest.mark.parametrize(
    "link",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:1/",
        "http://169.254.169.254/",
        "ftp://a.example/",
    ],
)
def test_only_public_pages_are_fetched(writer: TestClient, link: str) -> None:
    answer = writer.post(f"{V1}/articles", json={"url": link})
    assert answer.status_code == 422, answer.text
    assert [one["code"] for one in answer.json()["refusals"]] == ["forbidden"]

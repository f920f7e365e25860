"""Who may ask what: names, tokens, sizes, methods, tags; and that errors are problems."""

from __future__ import annotations

import http.client
import json
import logging
from typing import Any
from urllib.request import urlopen

import pytest
from fastapi.testclient import TestClient

from asking import BEARER, TOKEN
from dragoman import api, errors
from dragoman.api import problems

V1 = "/api/v1"


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    """The problem that an answer is."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["type"] == f"{V1}/problems/{kind}"
    return told


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("records?q=colour:red", 400, "bad-query"),
        ("records?after=nonsense", 400, "bad-cursor"),
        ("records?q=%00", 400, "bad-request"),
        ("records?limit=0", 422, "invalid"),
        ("records/meeting-none", 404, "unknown-record"),
        ("articles/none", 404, "unknown-article"),
        ("actors/person:nobody", 404, "unknown-actor"),
        ("stories/none", 404, "unknown-story"),
        ("timeline?actor=Nobody+At+All", 404, "unknown-actor"),
        ("timeline?actor=FRA&since=someday", 422, "invalid"),
        ("positions?one=FRA&other=France", 422, "same-actor"),
        ("news?since=soon", 422, "invalid"),
        ("nothing", 404, "not-found"),
        ("problems/none", 404, "not-found"),
    ],
)
def test_errors_are_problems(client: TestClient, path: str, status: int, kind: str) -> None:
    problem(client.get(f"{V1}/{path}"), status, kind)


def test_every_exception_has_its_problem() -> None:
    known = {
        one for one in vars(errors).values() if isinstance(one, type) and one is not errors.DragomanError
    }
    assert {one for one in known if issubclass(one, errors.DragomanError)} == set(problems.OF)
    assert set(problems.OF.values()) <= set(problems.KINDS)


def test_each_kind_of_problem_is_described_where_its_type_leads(client: TestClient) -> None:
    for kind in problems.KINDS:
        told = client.get(problems.TYPES + kind).json()
        assert told["title"] == problems.KINDS[kind].title


def test_a_failure_tells_no_secret(
    url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = api.application(url)

    def fail(*_: object, **__: object) -> None:
        raise errors.StoreUnavailable("postgresql://anna:secret@host/record", "no route")

    monkeypatch.setattr(app.state.store, "browse", fail)
    with caplog.at_level(logging.CRITICAL), TestClient(app, base_url="http://localhost") as client:
        answer = client.get(f"{V1}/records")
    assert "secret" not in json.dumps(problem(answer, 503, "store-unavailable"))
    assert answer.headers["retry-after"]


def test_a_fault_of_ours_tells_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = api.application(url)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(app.state.store, "browse", fail)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get(f"{V1}/records")
    assert "secret" not in json.dumps(problem(answer, 500, "failed"))


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "["]
)
def test_other_names_are_not_answered(client: TestClient, host: str) -> None:
    problem(client.get(f"{V1}/records", headers={"Host": host}), 421, "wrong-host")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:80", "[::1]:8000", "[::1]"])
def test_the_names_of_this_computer_are_answered(client: TestClient, host: str) -> None:
    assert client.get(f"{V1}/records", headers={"Host": host}).status_code == 200


def test_a_name_can_be_allowed(url: str) -> None:
    app = api.application(url, hosts=["desk.example.org"])
    with TestClient(app, base_url="http://desk.example.org") as client:
        assert client.get(f"{V1}/records").status_code == 200


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{V1}/meetings")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for known in (tag, f'W/{tag}, "other"', "*"):
        again = client.get(f"{V1}/meetings", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"{V1}/meetings", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get(f"{V1}/meetings", params={"q": "syria"}).headers["etag"] != tag


def test_a_tag_changes_with_the_record(writer: TestClient) -> None:
    before = writer.get(f"{V1}/meetings")
    (id,) = before.json()["ids"]
    body = {"kind": "value", "record": id, "field": "place", "value": "Lyon", "who": "anna"}
    assert writer.post(f"{V1}/judgements", json=body).status_code == 201
    tag = before.headers["etag"]
    after = writer.get(f"{V1}/meetings", headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert after.headers["etag"] != tag
    assert after.json()["meetings"][0]["place"] == "Lyon"


def test_head_is_as_get_without_the_body(client: TestClient) -> None:
    got, head = client.get(f"{V1}/meetings"), client.head(f"{V1}/meetings")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == got.headers


def test_a_method_that_is_not_taken(client: TestClient) -> None:
    answer = client.put(f"{V1}/meetings")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"


def test_without_a_token_nobody_writes(client: TestClient) -> None:
    for answer in (
        client.post(f"{V1}/articles", content="Lavrov met Le Drian.", headers=BEARER),
        client.post(f"{V1}/judgements", json={"kind": "wrong", "record": "x", "who": "anna"}, headers=BEARER),
        client.delete(f"{V1}/judgements/1", params={"who": "anna"}, headers=BEARER),
    ):
        problem(answer, 403, "read-only")


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_another_token_writes_nothing(writer: TestClient, given: str) -> None:
    headers = {"Authorization": given.encode()}
    answer = writer.request("DELETE", f"{V1}/judgements/1", params={"who": "x"}, headers=headers)
    problem(answer, 401, "unauthorized")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_the_token_is_not_shown() -> None:
    app = api.application("sqlite://", token=TOKEN)
    assert TOKEN not in repr(app.state.desk)


def test_a_body_that_is_too_large_is_refused_whatever_it_says(writer: TestClient) -> None:
    large = b"x" * 100_001
    headers = {"Content-Type": "text/plain"}
    problem(writer.post(f"{V1}/articles", content=large, headers=headers), 413, "too-large")
    parts = iter([large[:60_000], large[60_000:]])
    problem(writer.post(f"{V1}/articles", content=parts, headers=headers), 413, "too-large")
    said = iter([b'{"kind": "', b"x" * 100_000, b'"}'])
    headers = {"Content-Type": "application/json"}
    problem(writer.post(f"{V1}/judgements", content=said, headers=headers), 413, "too-large")


def test_a_server_on_a_port_answers_in_the_same_way(address: str) -> None:
    with urlopen(f"{address}{V1}/meetings") as answer:
        tag = answer.headers["ETag"]
        assert json.load(answer)["total"] == 1
    host = address.removeprefix("http://")
    for method, headers, status in (
        ("GET", {"If-None-Match": tag}, 304),
        ("HEAD", {}, 200),
        ("POST", {}, 405),
        ("GET", {"Host": "evil.example"}, 421),
    ):
        connection = http.client.HTTPConnection(host)
        connection.request(method, f"{V1}/meetings", headers=headers)
        found = connection.getresponse()
        body = found.read()
        assert found.status == status
        assert found.headers["X-Content-Type-Options"] == "nosniff"
        assert bool(body) == (status > 400)
        connection.close()

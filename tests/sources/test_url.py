"""Links as a source of pages, fetched from a real server on loopback."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from dragoman import errors, sources
from dragoman.sources import url
from dragoman.sources.url import Limits
from dragoman.types import Page, Refusal
from served import Asked, Reply, Site

QUICK = Limits(allow_private=True, read=0.3, whole=1.0, connect=1.0)


def drips(piece: bytes, *, first: bytes = b"", pause: float = 0.05) -> Callable[[Any], None]:
    """A server that sends a little now and then, for ever."""

    def send(stream: Any) -> None:
        stream.write(first)
        while True:
            stream.write(piece)
            stream.flush()
            time.sleep(pause)

    return send


def floods(first: bytes, piece: bytes) -> Callable[[Any], None]:
    def send(stream: Any) -> None:
        stream.write(first)
        while True:
            stream.write(piece)

    return send


def test_a_page_has_its_bytes_and_what_the_server_says_of_them(site: Site) -> None:
    site.pages["/a"] = Reply("Élysée".encode("latin-1"), 'text/html; Charset="ISO-8859-1"')
    found = url.fetch(site.url("/a"))
    assert (found.content, found.media_type, found.charset) == (b"\xc9lys\xe9e", "text/html", "ISO-8859-1")
    assert found.location == found.meta["url"] == site.url("/a")
    assert found.fetched is not None
    assert found.fetched.tzinfo is not None


def test_dragoman_says_who_it_is_and_keeps_no_cookies(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = Reply(b"", status=302, headers={"Location": "/b", "Set-Cookie": "id=1"})
    site.pages["/b"] = Reply(b"<p>Text.")
    url.fetch(site.url("/a"))
    monkeypatch.setenv("DRAGOMAN_USER_AGENT", "Desk (desk@example.org)")
    url.fetch(site.url("/b"))
    assert [one.headers["user-agent"] for one in site.asked] == [
        url.USER_AGENT, url.USER_AGENT, "Desk (desk@example.org)",
    ]  # fmt: skip
    assert not any("cookie" in one.headers for one in site.asked)


def test_loopback_is_refused_unless_it_is_allowed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/"] = Reply(b"<p>Secrets.")
    monkeypatch.delenv("DRAGOMAN_ALLOW_PRIVATE")
    for host in (site.origin, site.origin.replace("127.0.0.1", "localhost")):
        with pytest.raises(errors.ForbiddenLink):
            url.fetch(host)
    with pytest.raises(errors.ForbiddenLink, match="not on the public internet"):
        url.fetch("http://127.0.0.1/")
    assert site.asked == []


def test_the_environment_names_no_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = Reply(b"<p>Text.")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert url.fetch(site.url("/a")).content == b"<p>Text."


def test_the_address_that_was_checked_is_asked_and_the_name_is_looked_up_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def look_up(host: str, port: int, *_: object, **__: object) -> list[Any]:
        asked.append(host)
        found = "127.0.0.1" if host == "127.0.0.1" or len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    site.pages["/a"] = Reply(b"<p>Text.")
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    port = site.origin.rpartition(":")[2]
    url.fetch(f"http://news.example:{port}/a")
    assert asked == ["news.example", "127.0.0.1"]
    assert site.asked[0].headers["host"] == f"news.example:{port}"


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["93.184.215.14", "10.1.2.3"], ["::1"], ["169.254.169.254"]]
)
def test_a_name_is_refused_that_leads_inside(found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in found]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)
    with pytest.raises(errors.ForbiddenLink, match=r"the address of news\.example"):
        url.fetch("http://news.example/")


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest", "file:///etc/passwd", "http://[fe80::1]/", "//168.63.129.16/", "ftp://a.b/",
     "http://user:pw@127.0.0.1/", "http://127.1/"],
)  # fmt: skip
def test_redirects_are_checked_anew(target: str, site: Site) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": target})
    with pytest.raises(errors.ForbiddenLink):
        url.fetch(site.url("/a"))


def test_redirects_come_to_an_end(site: Site) -> None:
    site.pages["/a"] = Reply(status=301, headers={"Location": "/a"})
    with pytest.raises(errors.Unreachable, match="more than 5 times"):
        url.fetch(site.url("/a"))
    assert len(site.asked) == 6


def test_a_redirect_may_be_relative_and_in_utf8(site: Site) -> None:
    site.pages["/a/b"] = Reply(status=308, headers={"Location": "../Élysée".encode().decode("latin-1")})
    site.pages["/%C3%89lys%C3%A9e"] = Reply(b"<p>Text.")
    found = url.fetch(site.url("/a/b"))
    assert (found.location, found.meta["url"]) == (site.url("/a/b"), site.url("/%C3%89lys%C3%A9e"))


def test_a_page_that_unpacks_to_too_much_is_left(site: Site) -> None:
    bomb = gzip.compress(b"<p>" + bytes(60_000_000))
    twice = gzip.compress(gzip.compress(bytes(100_000_000)))
    site.pages["/a"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    site.pages["/b"] = Reply(twice, headers={"Content-Encoding": "gzip, gzip"})
    for path in ("/a", "/b"):
        with pytest.raises(errors.TooLarge, match="2 MB"):
            url.fetch(site.url(path), within=Limits(size=2_000_000, allow_private=True))


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.pages["/a"] = Reply(gzip.compress(b"<p>Text."), headers={"Content-Encoding": "gzip"})
    assert url.fetch(site.url("/a")).content == b"<p>Text."


OK = b"HTTP/1.1 200 OK\r\n"

HOSTILE = {
    "slow headers": drips(b"X-A: b\r\n", first=OK),
    "slow body": drips(b"a", first=OK + b"Content-Type: text/html\r\n\r\n"),
    "slow chunks": drips(b"1\r\na\r\n", first=OK + b"Transfer-Encoding: chunked\r\n\r\n"),
    "silence": drips(b"", first=OK),
    "never begins": drips(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "endless chunk": floods(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 60_000),
    "endless trailer": floods(OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", b"X: a\r\n" * 9000),
    "endless body": floods(OK + b"\r\n", b"a" * 60_000),
    "endless header": floods(OK + b"X: ", b"a" * 60_000),
    "many headers": floods(OK, b"X: a\r\n" * 9000),
    "no web server": floods(b"220 mail ESMTP\r\n", b"500 what?\r\n" * 1000),
    "too short": lambda stream: stream.write(OK + b"Content-Length: 99\r\n\r\nshort"),
    "broken packing": lambda stream: stream.write(OK + b"Content-Encoding: gzip\r\n\r\nno gzip at all"),
    "odd packing": lambda stream: stream.write(OK + b"Content-Encoding: zstd\r\n\r\nabc"),
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_server_holds_nobody_up(hostile: str, site: Site) -> None:
    site.pages["/a"] = Reply(raw=HOSTILE[hostile])
    began = time.monotonic()
    with pytest.raises(errors.CannotFetch) as told:
        url.fetch(site.url("/a"), within=Limits(size=1_000_000, read=0.3, whole=1.0, allow_private=True))
    assert time.monotonic() - began < 3
    assert str(told.value).startswith(f"{site.url('/a')}: ")


def test_headers_have_a_limit(site: Site) -> None:
    site.pages["/a"] = Reply(b"<p>", headers={f"X-{n}": "a" * 1000 for n in range(70)})
    with pytest.raises(errors.TooLarge, match="headers"):
        url.fetch(site.url("/a"))


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(b"%PDF-1.7 ...", "application/pdf"), "a PDF; convert it to text first"),
        (Reply(b"%PDF-1.7 ...", "text/html"), "a PDF"),
        (Reply(b'{"a": 1}', "application/json"), "the page is application/json; only HTML and plain text"),
        (Reply(b"<rss/>", "application/rss+xml"), "a feed"),
    ],
)
def test_what_is_no_text_is_refused(reply: Reply, reason: str, site: Site) -> None:
    site.pages["/a"] = reply
    with pytest.raises(errors.WrongType, match=reason):
        url.fetch(site.url("/a"))


def test_a_server_that_has_nothing_there_is_quoted(site: Site) -> None:
    site.pages["/a"] = Reply(status=503, headers={"Retry-After": "120"})
    with pytest.raises(errors.BadAnswer, match="503 Service Unavailable") as told:
        url.fetch(site.url("/a"))
    assert (told.value.status, told.value.wait) == (503, 120.0)


def test_the_wait_may_be_a_date(site: Site) -> None:
    site.pages["/a"] = Reply(status=429, headers={"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"})
    with pytest.raises(errors.BadAnswer) as told:
        url.fetch(site.url("/a"))
    assert told.value.wait is not None
    assert told.value.wait > 1e9


def test_nobody_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(errors.Unreachable, match="nobody answers"):
        url.fetch(f"http://127.0.0.1:{port}/", within=QUICK)


def test_keys_are_neither_told_nor_kept(site: Site) -> None:
    site.pages["/a?api_key=s3cret&p=1"] = Reply(b"<p>Text.")
    found = url.fetch(site.url("/a?api_key=s3cret&p=1"))
    assert found.location == site.url("/a?api_key=***&p=1")
    assert "s3cret" not in repr(found)
    with pytest.raises(errors.CannotFetch) as told:
        url.fetch(site.url("/b?access_token=s3cret"))
    assert "s3cret" not in f"{told.value} {told.value!r}"
    with pytest.raises(errors.ForbiddenLink) as told:
        url.fetch("http://me:s3cret@news.example/")
    assert "s3cret" not in f"{told.value} {told.value!r}"


def test_a_post_follows_no_redirect(site: Site) -> None:
    site.pages["/hook"] = Reply(status=307, headers={"Location": "/other"})
    assert url.post(site.url("/hook"), b"{}", {"Content-Type": "application/json"}).status == 307
    assert [(one.method, one.path, one.body) for one in site.asked] == [("POST", "/hook", b"{}")]


def test_links_are_a_source_beside_files(site: Site, tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    site.pages["/a"] = Reply(b"<p>Text.")
    paths = [site.url("/a"), str(tmp_path), site.url("/b"), site.url("/a"), "gopher://a.example/"]
    found = list(sources.fetch(paths))
    assert sources.count(paths) == len(found) == 4
    assert isinstance(found[0], Page)
    assert isinstance(found[1], Page)
    assert [(one.location, one.code) for one in found[2:] if isinstance(one, Refusal)] == [
        (site.url("/b"), "answer"),
        ("gopher://a.example/", "forbidden"),
    ]


def asked_with(name: str, site: Site) -> list[str | None]:
    return [one.headers.get(name) for one in site.asked]


def test_a_page_may_differ_each_time(site: Site) -> None:
    def page(asked: Asked) -> Reply:
        return Reply(f"<p>{len(site.asked)} {asked.path}".encode())

    site.pages["/a"] = page
    assert [url.fetch(site.url("/a")).content for _ in range(2)] == [b"<p>1 /a", b"<p>2 /a"]
    assert asked_with("connection", site) == ["close", "close"]

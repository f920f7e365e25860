"""Feeds: what they list, whatever is wrong with them."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import errors
from dragoman.sources import feed, links
from dragoman.sources.url import Answer, Limits
from served import Asked, Reply, Site

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World</title>
<item><title>Talks &amp; tea</title><link>https://news.example/a</link><guid>tag:a</guid>
 <pubDate>Thu, 06 Jul 2017 11:05:00 +0200</pubDate><description>Short.</description>
 <content:encoded><![CDATA[<p>Long text.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Again</title><link>https://news.example/a</link><guid>tag:a</guid></item>
<item><title>Inside</title><link>javascript:alert(1)</link></item>
<item><title>Relative</title><link>/b</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title><id>urn:x</id>
<entry><title>One</title><id>urn:1</id><link href="https://news.example/1"/><updated>2017-07-06T09:05:00Z</updated>
<summary>Short.</summary></entry></feed>"""


def parse(content: str | bytes, media_type: str = "application/rss+xml") -> feed.Feed:
    body = content.encode() if isinstance(content, str) else content
    return feed.parse(
        Answer(links.parse("https://news.example/rss"), 200, {"content-type": media_type}, body)
    )


def test_rss_is_read() -> None:
    found = parse(RSS)
    assert found.title == "World"
    first, last = found.entries
    assert (first.link, first.title, first.published) == (
        "https://news.example/a",
        "Talks & tea",
        "2017-07-06T09:05",
    )
    assert first.content == "<p>Long text.</p><script>alert(1)</script>"
    assert (last.link, last.title) == ("https://news.example/b", "Relative")


def test_atom_is_read() -> None:
    (entry,) = parse(ATOM, "application/atom+xml").entries
    assert (entry.link, entry.published, entry.content) == (
        "https://news.example/1",
        "2017-07-06T09:05",
        "Short.",
    )


def test_an_entry_keeps_its_key() -> None:
    assert parse(RSS).entries[0].key == parse(RSS.replace("Talks", "Words")).entries[0].key
    assert len({one.key for one in parse(RSS).entries}) == 2


def test_a_broken_feed_gives_what_can_be_read() -> None:
    broken = RSS.replace("Short.", "Short & <b>loose").replace("</channel></rss>", "")
    assert parse(broken).entries[0].link == "https://news.example/a"


def test_the_encoding_is_the_declared_one() -> None:
    content = RSS.replace("utf-8", "iso-8859-1").replace("World", "Élysée").encode("latin-1")
    assert parse(content).title == "Élysée"
    assert parse(content, "application/rss+xml; charset=iso-8859-1").title == "Élysée"


def bomb(levels: int = 12) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels))
    rest = RSS.partition("?>")[2].replace("World", f"&a{levels - 1};")
    return f'<!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]>{rest}'


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (bomb(), "entities"),
        (bomb().encode("utf-16"), "entities"),
        (
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title>',
            "entities",
        ),
        ("<a>" * 300_000, "no RSS or Atom feed"),
        ("<!doctype html><title>No feed</title><p>Text.", "no RSS or Atom feed"),
        ("", "no RSS or Atom feed"),
        ("{}", "no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_or_a_trap_is_refused(hostile: str | bytes, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(errors.WrongType, match=reason):
        parse(hostile)
    assert time.monotonic() - began < 3


BEGINNING, END = RSS[: RSS.index("Short.")], RSS[RSS.index("Short.") :]
LONG = 300_000

LABORIOUS = {
    "opened": "<![CDATA[" + "<" * LONG + "]]>",
    "anchors": "<![CDATA[" + "<a " * (LONG // 3) + "]]>",
    "references": "<![CDATA[" + "&a" * (LONG // 2) + "]]>",
    "divisions": "<![CDATA[" + "<div>" * (LONG // 5) + "]]>",
    "loose": "& " * (LONG // 2),
    "unclosed": "<a " * (LONG // 3),
    "comments": "<!-- " * (LONG // 5),
    "deep": "<b>" * (LONG // 3),
    "items": "</description></item><item><description>" * (LONG // 40),
    "dates": "</description><pubDate>" + "1 " * (LONG // 2) + "</pubDate><description>",
}
"""What keeps parsers busy: each took feedparser by itself from ten seconds to minutes, or might have."""


@pytest.mark.parametrize("which", LABORIOUS)
def test_a_feed_that_makes_work_is_read_or_refused_in_time(which: str) -> None:
    began = time.process_time()
    with suppress(errors.WrongType):
        parse(BEGINNING + LABORIOUS[which] + END)
    assert time.process_time() - began < 6


def test_entities_of_html_are_characters() -> None:
    assert (
        parse(RSS.replace("World", "&Eacute;lys&eacute;e &amp; co&nbsp;&nosuch;")).title
        == "Élysée & co\xa0&nosuch;"
    )


def test_a_long_feed_is_read_to_a_point() -> None:
    items = "".join(f"<item><link>https://news.example/{n}</link></item>" for n in range(2000))
    found = parse(f"<rss version='2.0'><channel><title>Long</title>{items}</channel></rss>")
    assert [one.link for one in found.entries] == [f"https://news.example/{n}" for n in range(feed.MOST)]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"<rss><channel>{text}".encode()))
def test_any_bytes_are_a_feed_or_refused(content: bytes) -> None:
    try:
        parse(content)
    except errors.WrongType as error:
        assert str(error)  # noqa: PT017 - either may happen


def test_a_feed_that_did_not_change_is_not_sent_again(site: Site) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == '"7"' and asked.headers.get("if-modified-since") == "Thu":
            return Reply(status=304, media_type=None)
        return Reply(RSS.encode(), "application/rss+xml", headers={"ETag": '"7"', "Last-Modified": "Thu"})

    site.pages["/rss"] = answer
    first = feed.fetch(site.url("/rss"))
    again = feed.fetch(site.url("/rss"), first.validators)
    assert (len(first.entries), first.is_same) == (2, False)
    assert (again.entries, again.is_same, again.validators) == ((), True, first.validators)


def test_an_endless_feed_is_left(site: Site) -> None:
    def endless(stream: object) -> None:
        stream.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel>")  # type: ignore[attr-defined]
        while True:
            stream.write(b"<item><title>more</title></item>" * 2000)  # type: ignore[attr-defined]

    site.pages["/rss"] = Reply(raw=endless)
    with pytest.raises(errors.CannotFetch):
        feed.fetch(site.url("/rss"), within=Limits(allow_private=True, whole=5))


def test_a_feed_that_moves_round_in_circles_is_left(site: Site) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Reply(status=302, headers={"Location": "/a"})
    with pytest.raises(errors.Unreachable, match="redirects"):
        feed.fetch(site.url("/a"))

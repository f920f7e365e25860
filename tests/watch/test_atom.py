"""A saved query as an Atom feed, read with a reader that others wrote."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest

from dragoman import query
from dragoman.export.document import Document
from dragoman.watch.atom import MOST, render
from dragoman.watch.plan import Plan, Saved
from newswire import Wire, report
from served import Site
from watching import Desk

ATOM = "{http://www.w3.org/2005/Atom}"
UPDATED = "2017-07-06T09:05:00+00:00"


def records(document: Document) -> dict[str, str]:
    some = (document.meetings, document.statements, document.events, document.relations, document.alignments)
    return {record.id: UPDATED for kind in some for record in kind}


def test_a_feed_is_valid_and_each_entry_is_a_record(document: Document) -> None:
    content = render(Saved("syria", query.parse("about:syria")), document, records(document))
    found = feedparser.parse(content)
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Dragoman: syria"
    assert len(found.entries) == min(MOST, len(records(document)))
    for entry in found.entries:
        assert entry.id.startswith("urn:uuid:")
        assert entry.title
        assert entry.updated_parsed
    root = ET.fromstring(content)
    for part in (root, *root.findall(f"{ATOM}entry")):  # what RFC 4287 wants of each
        assert [len(part.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    for entry_ in root.findall(f"{ATOM}entry"):
        assert len([one for one in entry_.findall(f"{ATOM}link") if one.get("rel") == "alternate"]) <= 1
        assert len(entry_.findall(f"{ATOM}content")) == 1


def test_ids_stay(document: Document) -> None:
    first, second = (
        [one.id for one in feedparser.parse(render(Saved("a"), document, records(document))).entries]
        for _ in "ab"
    )
    assert first == second
    assert len(set(first)) == len(first)


def test_an_empty_feed_is_one(document: Document) -> None:
    found = feedparser.parse(render(Saved("a"), document, {}))
    assert (found.bozo, found.version, found.entries) == (False, "atom10", [])


HOSTILE = "]]><script>alert(1)</script>&x;\x00\x1b[31m\ufffe\ud800\u202e"


def test_hostile_texts_are_texts(document: Document) -> None:
    meeting = document.meetings[0].model_copy(update={"place": HOSTILE})
    articles = tuple(
        one.model_copy(update={"title": HOSTILE, "url": "javascript:alert(1)"}) for one in document.articles
    )
    hostile = document.model_copy(update={"meetings": (meeting,), "articles": articles})
    content = render(Saved(HOSTILE), hostile, {meeting.id: UPDATED})
    (entry,) = ET.fromstring(content).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link") is None
    assert "<script>" not in content.decode()
    assert "<script>alert(1)</script>" in str(entry.findtext(f"{ATOM}content"))


@pytest.fixture
def wire(site: Site) -> Wire:
    return Wire(site)


def shown(path: Path) -> list[tuple[str, str]]:
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo
    return [(one.title.partition(",")[0], one.get("link", "")) for one in found.entries]


def test_a_query_becomes_a_feed_whose_newest_comes_first(desk: Desk, wire: Wire) -> None:
    path = desk.folder / "feeds" / "meetings.atom"
    plan = Plan(feeds=(wire.link,), saved=(Saved("m", query.parse("kind:meeting"), atom=path),))
    wire.publish("a", report())
    desk.once(plan)
    assert shown(path) == [("Paris", wire.site.url("/a"))]
    old = feedparser.parse(path.read_bytes()).entries[0]
    wire.publish("b", report("Angela Merkel", "Rome", day="2018-03-01"))
    with desk.open() as opened:  # a second that can be told from the first
        opened.watch(f"atom:m:{plan.saved[0].query}", {
            id: {"updated": UPDATED} for id in opened.watched(f"atom:m:{plan.saved[0].query}")
        })  # fmt: skip
    desk.once(plan)
    assert shown(path) == [("Rome", wire.site.url("/b")), ("Paris", wire.site.url("/a"))]
    assert feedparser.parse(path.read_bytes()).entries[1].id == old.id
    assert [one.name for one in path.parent.iterdir()] == ["meetings.atom"]


def test_a_feed_begins_with_what_the_store_has(desk: Desk, wire: Wire) -> None:
    wire.publish("a", report())
    desk.once(Plan(feeds=(wire.link,)))
    path = desk.folder / "late.atom"
    desk.once(Plan(saved=(Saved("m", query.parse("kind:meeting"), atom=path),)))
    assert [place for place, _ in shown(path)] == ["Paris"]

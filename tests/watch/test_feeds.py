"""A feed that is followed."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest

from dragoman import errors
from dragoman.types import Page, Refusal
from dragoman.watch.feeds import TRIES, FeedSource, Found
from newswire import Wire, report
from served import Reply, Site
from watching import Desk


def look(desk: Desk, link: str) -> list[Found]:
    """What a feed has that is new, in a program that was started anew."""
    with desk.open() as opened:
        source = FeedSource(link, opened, desk.manners(), 900)
        found = []
        for one in source.look(time.time()):
            found.append(one)
            opened.watch(source.key, one.states)
        return found


def due_in(desk: Desk, link: str) -> float:
    with desk.open() as opened:
        return FeedSource(link, opened, desk.manners(), 900).due() - time.time()


def pages(found: list[Found]) -> list[str]:
    return [one.page.location.rpartition("/")[2] for one in found if isinstance(one.page, Page)]


def test_entries_are_read_once_the_oldest_first_over_restarts(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", report())
    wire.publish("b", report())
    assert pages(look(desk, wire.link)) == ["a", "b"]
    assert look(desk, wire.link) == []
    wire.publish("c", report())
    assert pages(look(desk, wire.link)) == ["c"]
    assert site.paths().count("/a") == 1


def test_an_entry_bears_the_date_of_the_feed(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", report())
    (found,) = look(desk, wire.link)
    assert isinstance(found.page, Page)
    assert found.page.meta["published"] == "2017-07-06T11:05"


def test_a_feed_that_did_not_change_is_not_sent(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", report())
    look(desk, wire.link)
    site.asked.clear()
    assert look(desk, wire.link) == []
    assert [(one.path, one.headers.get("if-none-match")) for one in site.asked] == [("/rss", '"2"')]


def test_what_was_not_read_to_the_end_is_listed_again(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", report())
    wire.publish("b", report())
    with desk.open() as opened:
        source = FeedSource(wire.link, opened, desk.manners(), 900)
        looked = source.look(time.time())
        opened.watch(source.key, next(looked).states)
        next(looked)  # and the program ends before the page is read
        looked.close()
    assert pages(look(desk, wire.link)) == ["b"]


def test_a_link_that_fails_is_tried_again_and_given_up(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", Reply(status=500))
    seen = [look(desk, wire.link) for _ in range(TRIES + 1)]
    assert [len(one) for one in seen] == [1] * TRIES + [0]
    site.pages["/a"] = Reply(report().encode())
    assert look(desk, wire.link) == []


def test_a_link_that_comes_back_is_read(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", Reply(status=502))
    (failed,) = look(desk, wire.link)
    assert isinstance(failed.page, Refusal)
    site.pages["/a"] = Reply(report().encode())
    assert pages(look(desk, wire.link)) == ["a"]


@pytest.mark.parametrize("gone", [Reply(status=404), Reply(b"%PDF-1.7", "application/pdf")])
def test_a_link_that_has_no_report_is_refused_once(gone: Reply, desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", gone)
    (found,) = look(desk, wire.link)
    assert isinstance(found.page, Refusal)
    assert look(desk, wire.link) == []


def test_the_text_of_the_feed_stands_in_for_a_link(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.content = f"<p>{'“We agree on much,” said the minister. ' * 20}</p>"
    wire.publish("a", Reply(status=403))
    (found,) = look(desk, wire.link)
    assert isinstance(found.page, Page)
    assert found.page.meta == {"url": site.url("/a"), "source": "World", "published": "2017-07-06T11:05"}
    assert found.page.notices == (
        "read from the text in the feed, since its link could not be had: the server answers 403 Forbidden",
    )
    assert "We agree on much" in found.page.content.decode()


def test_a_site_that_forbids_programs_is_obeyed(desk: Desk, site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /a", "text/plain")
    wire = Wire(site)
    wire.publish("a", report())
    (found,) = look(desk, wire.link)
    assert isinstance(found.page, Refusal)
    assert "robots.txt" in found.page.reason
    assert "/a" not in site.paths()


def test_a_link_that_leads_inside_is_refused(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.items = [("m", "http://169.254.169.254/latest/meta-data/")]
    (found,) = look(desk, wire.link)
    assert isinstance(found.page, Refusal)
    assert found.page.code == "forbidden"


@pytest.mark.parametrize(
    ("failing", "least", "most"),
    [
        (Reply(status=500), 900 * 2 * 0.8, 900 * 2 * 1.2),
        (Reply(status=503, headers={"Retry-After": "7200"}), 7190, 7210),
        (Reply(status=429, headers={"Retry-After": "999999999"}), 86_300, 86_500),
    ],
)
def test_a_feed_that_fails_is_tried_later(
    failing: Reply, least: float, most: float, desk: Desk, site: Site
) -> None:
    wire = Wire(site)
    wire.failing = failing
    with pytest.raises(errors.BadAnswer):
        look(desk, wire.link)
    assert least < due_in(desk, wire.link) < most


def test_patience_grows_with_each_failure_and_ends_with_success(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.failing = Reply(status=500)
    waits: list[Any] = []
    for _ in range(4):
        with pytest.raises(errors.BadAnswer):
            look(desk, wire.link)
        waits.append(due_in(desk, wire.link))
    assert all(later > earlier * 1.2 for earlier, later in pairwise(waits))
    wire.failing = None
    look(desk, wire.link)
    assert due_in(desk, wire.link) < 901


def test_what_a_feed_no_longer_lists_is_forgotten_in_time(desk: Desk, site: Site) -> None:
    wire = Wire(site)
    wire.publish("a", report())
    wire.publish("b", report())
    look(desk, wire.link)
    wire.items.pop()
    with desk.open() as opened:
        key = FeedSource(wire.link, opened, desk.manners(), 900).key
        old = {name: {**state, "seen": "2020-01-01"} for name, state in opened.watched(key).items() if name}
        opened.watch(key, old)
        assert len(old) == 2
    wire.version += 1
    assert look(desk, wire.link) == []
    with desk.open() as opened:
        assert len([name for name in opened.watched(key) if name]) == 1

"""What sites ask of programs."""

from __future__ import annotations

import pytest

from dragoman import errors
from dragoman.sources.robots import Robots
from dragoman.sources.url import Limits
from served import Reply, Site

RULES = b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n\nUser-agent: Dragoman\nDisallow: /ours/\n"


@pytest.fixture
def robots() -> Robots:
    return Robots(Limits(allow_private=True), "Dragoman/1.0")


def test_the_rules_are_kept_and_fetched_once(site: Site, robots: Robots) -> None:
    site.pages["/robots.txt"] = Reply(RULES, "text/plain")
    assert [robots.allow(site.url(path)) for path in ("/a", "/ours/a", "/private/a")] == [True, False, True]
    assert not Robots(Limits(allow_private=True), "Other").allow(site.url("/private/a"))
    assert site.paths() == ["/robots.txt"] * 2


def test_a_site_may_ask_for_a_pause(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(RULES, "text/plain")
    robots = Robots(Limits(allow_private=True), "Other")
    assert robots.pause(site.url("/a")) == 0
    robots.allow(site.url("/a"))
    assert robots.pause(site.url("/a")) == 7


def test_a_site_without_rules_allows_everything(site: Site, robots: Robots) -> None:
    assert robots.allow(site.url("/private/a"))


def test_a_site_that_cannot_tell_its_rules_is_left_alone(site: Site, robots: Robots) -> None:
    site.pages["/robots.txt"] = Reply(status=503)
    with pytest.raises(errors.BadAnswer):
        robots.allow(site.url("/a"))


def test_any_bytes_are_rules(site: Site, robots: Robots) -> None:
    site.pages["/robots.txt"] = Reply(bytes(range(256)) * 50, "application/octet-stream")
    assert robots.allow(site.url("/a"))

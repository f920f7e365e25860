"""How servers are asked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import errors
from dragoman.watch.manners import DAY, Stopped, backoff
from newswire import report
from served import Reply, Site
from watching import Desk


def test_there_is_a_pause_between_two_requests_to_a_host(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Reply(report().encode())
    manners = desk.manners(pause=0.3)
    began = time.monotonic()
    for _ in range(3):
        manners.page(site.url("/a"))
    assert 0.6 <= time.monotonic() - began < 3


def test_a_server_that_is_busy_is_left_alone(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Reply(status=429, headers={"Retry-After": "600"})
    manners = desk.manners()
    for reason in ("429 Too Many Requests", "left alone for 10 minutes more", "left alone"):
        with pytest.raises(errors.BadAnswer, match=reason):
            manners.page(site.url("/a"))
    assert site.paths().count("/a") == 1


def test_waiting_ends_when_the_program_does(desk: Desk, site: Site) -> None:
    site.pages["/a"] = Reply(report().encode())
    manners = desk.manners(pause=60)
    manners.page(site.url("/a"))
    desk.stop.set()
    began = time.monotonic()
    with pytest.raises(Stopped):
        manners.page(site.url("/a"))
    assert time.monotonic() - began < 1


@given(st.integers(0, 10_000), st.floats(1, DAY))
def test_patience_has_an_end(failures: int, every: float) -> None:
    assert 0.8 * every <= backoff(failures, every) <= 1.2 * DAY


@given(st.integers(0, 100), st.floats(0, 1e12))
def test_a_server_is_believed_up_to_a_day(failures: int, asked: float) -> None:
    waited = backoff(failures, 60, errors.BadAnswer("", "", 503, asked))
    assert waited >= min(asked, DAY)
    assert waited <= 1.2 * DAY

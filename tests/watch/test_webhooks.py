"""A server that is told."""

from __future__ import annotations

import hmac
import json
import time
from hashlib import sha256

import pytest

from dragoman import errors
from dragoman.analysis.news import Item
from dragoman.export.document import Document
from dragoman.sources.url import Limits
from dragoman.watch.changes import Change
from dragoman.watch.manners import Manners
from dragoman.watch.plan import Webhook
from dragoman.watch.webhooks import MOST, TRIES, Outbox
from served import Asked, Reply, Site
from watching import Desk

SECRET = b"correct horse"


@pytest.fixture
def change(document: Document) -> Change:
    item = Item(
        record=document.meetings[0].id, kind="meeting", date=None, dated=None, change="new", was=(),
        articles=(), fields=(), discrepancies=(), reverses=(),
    )  # fmt: skip
    return Change(
        time="2017-07-06T09:05:00+00:00", query="all", text="Ministers met", item=item, document=document
    )


def flush(desk: Desk, link: str, *changes: Change, now: float | None = None) -> str | None:
    """Tell a server in a program that was started anew."""
    with desk.open() as opened:
        outbox = Outbox(Webhook(link, SECRET), "all", opened, desk.manners())
        outbox.take(changes)
        return outbox.flush(now or time.time())


def test_a_message_is_signed_and_told_once(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply(status=204, media_type=None)
    assert flush(desk, site.url("/hook"), change) is None
    assert flush(desk, site.url("/hook")) is None
    (asked,) = site.asked
    assert asked.method == "POST"
    assert json.loads(asked.body)["changes"] == [change.model_dump(mode="json")]
    signed = asked.headers["x-dragoman-timestamp"].encode() + b"." + asked.body
    expected = f"sha256={hmac.new(SECRET, signed, sha256).hexdigest()}"
    assert hmac.compare_digest(asked.headers["x-dragoman-signature"], expected)
    assert SECRET.decode() not in str(asked)


def test_without_a_secret_nothing_is_signed(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply()
    with desk.open() as opened:
        outbox = Outbox(Webhook(site.url("/hook")), "all", opened, desk.manners())
        outbox.take([change])
        assert outbox.flush(time.time()) is None
    assert "x-dragoman-signature" not in site.asked[0].headers


def test_what_could_not_be_told_is_told_after_a_restart(desk: Desk, site: Site, change: Change) -> None:
    answers = [Reply(status=500), Reply(status=500), Reply()]
    site.pages["/hook"] = lambda _: answers.pop(0)
    wrong = flush(desk, site.url("/hook"), change)
    assert (
        wrong
        == f"{site.origin}: the server answers 500 Internal Server Error; the message is sent again later"
    )
    assert flush(desk, site.url("/hook")) is None  # not yet
    assert len(site.asked) == 1
    flush(desk, site.url("/hook"), now=time.time() + 60)
    assert flush(desk, site.url("/hook"), now=time.time() + 600) is None
    assert len(site.asked) == 3
    assert len({(one.headers["x-dragoman-delivery"], one.body) for one in site.asked}) == 1


def test_messages_keep_their_order(desk: Desk, site: Site, change: Change) -> None:
    down = [Reply(status=503), Reply(), Reply(), Reply()]
    site.pages["/hook"] = lambda _: down.pop(0)
    texts = ["one", "two", "three"]
    flush(desk, site.url("/hook"), change.model_copy(update={"text": "one"}))
    with desk.open() as opened:
        outbox = Outbox(Webhook(site.url("/hook")), "all", opened, desk.manners())
        for text in texts[1:]:
            outbox.take([change.model_copy(update={"text": text})])
        assert outbox.flush(time.time() + 1e5) is None
    assert [json.loads(one.body)["changes"][0]["text"] for one in site.asked] == ["one", *texts]


def test_a_server_says_when_to_come_back(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply(status=503, headers={"Retry-After": "5000"})
    flush(desk, site.url("/hook"), change)
    flush(desk, site.url("/hook"), now=time.time() + 4900)
    assert len(site.asked) == 1


def test_a_message_is_given_up_in_the_end(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply(status=500)
    told = [flush(desk, site.url("/hook"), change)]
    told += [flush(desk, site.url("/hook"), now=time.time() + 1e6 * n) for n in range(1, TRIES + 2)]
    assert len(site.asked) == TRIES
    assert str(told[TRIES - 1]).endswith("given up")
    assert told[TRIES:] == [None, None]


def test_a_message_that_is_wrong_is_given_up_at_once(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply(status=422)
    assert str(flush(desk, site.url("/hook"), change)).endswith("given up")


def test_a_redirect_is_no_success(desk: Desk, site: Site, change: Change) -> None:
    site.pages["/hook"] = Reply(status=302, headers={"Location": "/other"})
    assert "302 Found" in str(flush(desk, site.url("/hook"), change))
    assert site.paths() == ["/hook"]


def test_so_many_messages_wait_and_no_more(desk: Desk, site: Site, change: Change) -> None:
    with desk.open() as opened:
        outbox = Outbox(Webhook(site.url("/hook")), "all", opened, desk.manners())
        outbox.take([change])
        (key,) = {outbox._key}
        (name, state) = next(iter(opened.watched(key).items()))
        opened.watch(key, {f"{n:020.6f}-x": state for n in range(MOST - 1)})
        outbox.take([change])
        waiting = opened.watched(key)
        assert len(waiting) == MOST
        assert f"{0:020.6f}-x" not in waiting
        assert name in waiting


def test_the_address_of_a_hook_is_not_told(desk: Desk, site: Site, change: Change) -> None:
    def answer(_: Asked) -> Reply:
        return Reply(status=500)

    site.pages["/services/s3cret"] = answer
    wrong = flush(desk, site.url("/services/s3cret"), change)
    assert wrong is not None
    assert "s3cret" not in wrong


@pytest.mark.parametrize("link", ["file:///etc/passwd", "https://me:pw@a.example/", "ftp://a.example/"])
def test_a_hook_has_an_address_on_the_web(link: str, desk: Desk) -> None:
    with desk.open() as opened, pytest.raises(errors.ForbiddenLink):
        Outbox(Webhook(link), "all", opened, desk.manners())


def test_a_hook_inside_is_not_told(desk: Desk, site: Site, change: Change) -> None:
    with desk.open() as opened:
        outbox = Outbox(Webhook(site.url("/hook")), "all", opened, Manners(Limits(), "x", desk.stop, pause=0))
        outbox.take([change])
        assert outbox.flush(time.time()) is not None
    assert site.asked == []

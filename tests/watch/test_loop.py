"""Watching, from a feed to what is told; the reports are read in earnest."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest

from dragoman import errors, pipeline, query
from dragoman.sources.url import Limits
from dragoman.watch import changes
from dragoman.watch.loop import Watch
from dragoman.watch.plan import Plan, Saved, Webhook
from newswire import Wire, report
from served import Reply, Site
from watching import WITHIN, Desk


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def wire(site: Site) -> Wire:
    return Wire(site)


def test_what_is_new_is_read_and_told_once(desk: Desk, wire: Wire) -> None:
    log = desk.folder / "log" / "changes.jsonl"
    plan = Plan(feeds=(wire.link,), saved=(Saved(log=log),))
    wire.publish("a", report())
    assert desk.once(plan)
    (meeting,) = [one for one in lines(log) if one["item"]["kind"] == "meeting"]  # type: ignore[index]
    assert meeting["item"]["change"] == "new"  # type: ignore[index]
    assert meeting["text"] == "Paris, Thursday 6 July 2017, held: Boris Johnson, Sergei Lavrov"
    (article,) = meeting["document"]["articles"]  # type: ignore[index]
    assert (article["url"], article["source"]) == (wire.site.url("/a"), "Riverside Gazette")
    told = len(lines(log))
    assert desk.once(plan)
    assert (desk.told.outcomes, len(lines(log))) == ([], told)


def test_a_second_report_tells_only_what_it_changes(desk: Desk, wire: Wire) -> None:
    log = desk.folder / "changes.jsonl"
    plan = Plan(feeds=(wire.link,), saved=(Saved(log=log),))
    wire.publish("a", report())
    desk.once(plan)
    log.unlink()
    other = report().replace(
        "“We agree on much", "“There is one more thing that they said, and we agree on much"
    )
    wire.publish("b", other.replace("Thursday, officials said.", "Thursday in his office, officials said."))
    desk.once(plan)
    assert {(one["item"]["kind"], one["item"]["change"]) for one in lines(log)} <= {  # type: ignore[index]
        ("statement", "new"), ("meeting", "changed"), ("relation", "new"), ("event", "new"),
    }  # fmt: skip


def test_a_query_is_told_of_its_own(desk: Desk, wire: Wire) -> None:
    log, every = desk.folder / "rome.jsonl", desk.folder / "all.jsonl"
    rome = Saved("rome", query.parse("about:Rome kind:meeting"), log=log)
    wire.publish("a", report())
    wire.publish("b", report("Angela Merkel", "Rome", day="2018-03-01"))
    desk.once(Plan(feeds=(wire.link,), saved=(rome, Saved(log=every))))
    assert [(one["query"], one["text"].partition(",")[0]) for one in lines(log)] == [("rome", "Rome")]  # type: ignore[attr-defined]
    assert len(lines(every)) > 2


def test_a_feed_that_fails_is_a_line_and_the_rest_go_on(desk: Desk, wire: Wire, site: Site) -> None:
    wire.publish("a", report())
    site.pages["/broken"] = Reply(b"<!doctype html><p>No feed.")
    failing = (site.url("/none"), site.url("/broken"), "http://10.0.0.1:1/rss", "https://169.254.169.254/")
    assert not desk.once(Plan(feeds=(*failing, wire.link)))
    assert [line.rpartition("/")[2].split(": ")[0] for line in desk.told.failures[:2]] == ["none", "broken"]
    assert len(desk.told.failures) == 4
    assert desk.told.outcomes[-1].articles


def test_what_cannot_be_read_is_a_line_in_the_outcome(desk: Desk, wire: Wire) -> None:
    wire.publish("a", Reply(b"%PDF-1.7", "application/pdf"))
    wire.publish("b", Reply(b"<p>Nur ein kurzer Text."))
    assert desk.once(Plan(feeds=(wire.link,)))
    assert len(desk.told.refusals()) == 2
    with desk.open() as opened:
        assert len([one for one in opened.outcomes() if one.refusals]) == 2


def test_a_page_that_is_known_by_another_address_is_an_article_of_its_own(desk: Desk, wire: Wire) -> None:
    wire.publish("a", report())
    wire.publish("b", report())
    desk.once(Plan(feeds=(wire.link,)))
    ids = [id for one in desk.told.outcomes for id in one.articles]
    assert len(set(ids)) == 2
    with desk.open() as opened:
        assert {opened.article(id).url for id in ids} == {wire.site.url("/a"), wire.site.url("/b")}


def test_what_was_read_and_not_told_is_told_after_a_restart(
    desk: Desk, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = desk.folder / "changes.jsonl"
    plan = Plan(feeds=(wire.link,), saved=(Saved(log=log),))
    wire.publish("a", report())
    with monkeypatch.context() as patch:
        patch.setattr(changes, "find", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            desk.once(plan)
    assert lines(log) == []
    desk.once(plan)
    assert [one["item"]["kind"] for one in lines(log)].count("meeting") == 1  # type: ignore[index]


def test_a_folder_is_followed_beside_feeds(desk: Desk, wire: Wire) -> None:
    inbox = desk.folder / "inbox"
    inbox.mkdir()
    (inbox / "a.html").write_text(report("Angela Merkel", "Rome"), encoding="utf-8")
    wire.publish("a", report())
    assert desk.once(Plan(feeds=(wire.link,), folders=(inbox,)))
    assert sorted(one.location.rpartition("/")[2] for one in desk.told.outcomes) == ["a", "a.html"]


def test_what_cannot_be_followed_is_told_at_once(desk: Desk, site: Site) -> None:
    for plan, error in (
        (Plan(feeds=("ftp://a.example/",)), errors.ForbiddenLink),
        (Plan(folders=(desk.folder / "none",)), errors.MissingPath),
        (Plan(saved=(Saved(log=desk.folder),)), errors.CannotWrite),
        (Plan(saved=(Saved(atom=desk.folder),)), errors.CannotWrite),
        (Plan(saved=(Saved(webhook=Webhook("file:///etc/passwd")),)), errors.ForbiddenLink),
    ):
        with pytest.raises(error):
            desk.once(plan)
    assert site.asked == []


def test_without_leave_nothing_inside_is_asked(desk: Desk, wire: Wire) -> None:
    wire.publish("a", report())
    with desk.open() as opened:
        watch = Watch(Plan(feeds=(wire.link,)), opened, desk.told, desk.stop, within=Limits())
        assert not watch.once()
    assert wire.site.asked == []
    assert "public internet" in desk.told.failures[0] or "port" in desk.told.failures[0]


def test_it_goes_on_until_it_is_told_to_stop(desk: Desk, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pipeline.read_page
    began, go_on = threading.Event(), threading.Event()

    def slow(*args: object, **options: object) -> object:
        began.set()
        assert go_on.wait(5)
        return read(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_page", slow)
    wire.publish("a", report())
    wire.publish("b", report("Angela Merkel", "Rome"))

    def run() -> None:
        with desk.open() as opened:
            Watch(
                Plan(feeds=(wire.link,), every=1.0), opened, desk.told, desk.stop, within=WITHIN, pause=0
            ).run()

    thread = threading.Thread(target=run)
    thread.start()
    assert began.wait(10)
    desk.stop.set()  # in the middle of the first article
    go_on.set()
    thread.join(10)
    assert not thread.is_alive()
    assert [one.location for one in desk.told.outcomes] == [wire.site.url("/a")]
    desk.stop.clear()
    assert desk.once(Plan(feeds=(wire.link,)))
    assert [one.location for one in desk.told.outcomes] == [wire.site.url("/b")]


def test_a_feed_is_looked_at_again_when_it_is_due(desk: Desk, wire: Wire) -> None:
    wire.publish("a", report())

    def wait(seconds: float) -> bool:
        time.sleep(min(seconds, 0.1))
        if wire.site.paths().count("/rss") == 1:
            wire.publish("b", report("Angela Merkel", "Rome"))
        return len(desk.told.outcomes) == 2

    with desk.open() as opened:
        plan = Plan(feeds=(wire.link,), every=1.0)
        Watch(plan, opened, desk.told, desk.stop, within=WITHIN, pause=0).run(wait=wait)
    assert [one.location.rpartition("/")[2] for one in desk.told.outcomes] == ["a", "b"]

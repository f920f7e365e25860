"""`dragoman watch` and links for `dragoman read`, as people call them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newswire import Wire, report
from served import Reply, Site, serving

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A news site on loopback, which may be asked."""
    monkeypatch.setenv("DRAGOMAN_ALLOW_PRIVATE", "yes")
    with serving(Site()) as site:
        made = Wire(site)
        made.publish("a", report())
        yield made


def test_a_link_is_read_as_a_file_is(run: Run, wire: Wire) -> None:
    status, out, err = run("read", wire.site.url("/a"), wire.site.url("/none"))
    assert status == 0
    assert "Boris Johnson" in out
    assert f"{wire.site.url('/none')}: the server answers 404 Not Found" in err
    status, out, _ = run("sources")
    assert wire.site.url("/a") in out


def test_a_link_inside_is_refused(run: Run, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_ALLOW_PRIVATE")
    status, _, err = run("read", "http://127.0.0.1/", wire.site.url("/a"))
    assert status == 1
    assert "http://127.0.0.1/: 127.0.0.1 is not on the public internet" in err
    assert wire.site.asked == []


def test_a_list_of_feeds_is_followed_once(run: Run, wire: Wire, tmp_path: Path) -> None:
    listed, log, atom = tmp_path / "feeds.txt", tmp_path / "c.jsonl", tmp_path / "s.atom"
    listed.write_text(f"# our feeds\n{wire.link}\n\n")
    words = (
        "watch",
        str(listed),
        "--once",
        "--log",
        str(log),
        "--atom",
        str(atom),
        "--query",
        "met=kind:meeting",
    )
    status, out, err = run(*words)
    assert (status, out) == (0, "")
    assert err.startswith(f"{wire.site.url('/a')}: ")
    assert [json.loads(line)["query"] for line in log.read_text().splitlines()] == ["met"]
    assert b"<title>Dragoman: met</title>" in atom.read_bytes()
    assert run(*words) == (0, "", "")


def test_a_feed_that_fails_is_a_line_and_a_status(run: Run, wire: Wire) -> None:
    status, _, err = run("watch", wire.site.url("/none?token=s3cret"), wire.link, "--once")
    assert status == 1
    first, second = err.splitlines()
    assert first == f"{wire.site.url('/none')}?token=***: the server answers 404 Not Found"
    assert second.startswith(wire.site.url("/a"))


def test_a_file_says_what_to_do(run: Run, wire: Wire, tmp_path: Path) -> None:
    config = tmp_path / "watch.yaml"
    config.write_text(f"feeds: {wire.link}\nlog: c.jsonl\n")
    assert run("watch", "--config", str(config), "--once")[0] == 0
    assert (tmp_path / "c.jsonl").read_text()


def test_a_webhook_is_signed_with_the_secret_of_the_environment(
    run: Run, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_WEBHOOK_SECRET", "correct horse")
    wire.site.pages["/hook"] = Reply(status=204, media_type=None)
    status, _, err = run("watch", wire.link, "--once", "--webhook", wire.site.url("/hook"))
    assert status == 0
    (told,) = [one for one in wire.site.asked if one.method == "POST"]
    assert told.headers["x-dragoman-signature"].startswith("sha256=")
    assert "correct horse" not in err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "name a feed, a folder or a list"),
        (("none",), "no such file or folder"),
        (("ftp://a.example/",), "only http and https"),
        (("http://a.example/", "--every", "soon"), "no duration"),
        (("http://a.example/", "--query", "about:x"), "--query needs"),
        (("http://a.example/", "--query", "a=colour:x", "--log", "l"), "no filter colour:"),
        (("--config", "none.yaml"), "no such file"),
        (
            ("http://a.example/", "--webhook", "http://b.example", "--webhook-secret-file", "none"),
            "cannot be read",
        ),
    ],
)
def test_a_mistake_is_one_line(words: tuple[str, ...], reason: str, run: Run, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        status, out, err = run("watch", *words)
    assert (status, out) == (2, "")
    assert reason in err.splitlines()[-1]


def test_ctrl_c_ends_it_after_the_article(wire: Wire, tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "DRAGOMAN_DB": str(tmp_path / "r.sqlite"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", "dragoman.cli", "watch", wire.link, "--every", "1s"]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "Following 1 feed. Ctrl-C ends it.\n"
        until = time.monotonic() + 20
        while "/a" not in wire.site.paths() and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        assert running.wait(30) == 0
    assert rest.startswith(f"{wire.site.url('/a')}: ")
    assert "Traceback" not in rest

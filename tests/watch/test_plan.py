"""What is to be followed, and the file that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import errors, query
from dragoman.watch import config
from dragoman.watch.plan import EVERY, Plan, Saved, Webhook, seconds

WHOLE = """
every: 90s
feeds: [https://a.example/rss, https://b.example/atom]
folders: inbox
user_agent: Desk (desk@example.org)
log: changes.jsonl
queries:
  - name: syria
    query: about:syria since:2017
    atom: out/syria.atom
    webhook: {url: "https://desk.example/hook", secret_file: secret}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "secret").write_text("correct horse\n")
    path = folder / "watch.yaml"
    path.write_text(text)
    return path


def test_a_file_says_what_to_do(tmp_path: Path) -> None:
    plan = config.load(written(tmp_path, WHOLE))
    hook = Webhook("https://desk.example/hook", b"correct horse")
    syria = Saved(
        "syria", query.parse("about:syria since:2017"), webhook=hook, atom=tmp_path / "out/syria.atom"
    )
    assert plan == Plan(
        feeds=("https://a.example/rss", "https://b.example/atom"),
        folders=(tmp_path / "inbox",),
        saved=(Saved("all", log=tmp_path / "changes.jsonl"), syria),
        every=90.0,
        user_agent="Desk (desk@example.org)",
    )
    assert "correct horse" not in repr(plan)
    assert "desk.example/hook" not in repr(plan)


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    assert config.load(written(tmp_path, "feeds: https://a.example/rss")) == Plan(("https://a.example/rss",))
    assert Plan().every == EVERY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("feeds: [1]", "feeds must be a text"),
        ("feed: a", "there is no 'feed'; there are every, feeds"),
        ("- a", "must be a mapping"),
        ("", "must be a mapping"),
        ("a: [", "cannot be read as YAML"),
        ("every: soon", "no duration"),
        ("queries: [{query: about:x}]", r"queries\[0\]\.name must be a text"),
        ("queries: [{name: a, query: 'colour:x'}]", "there is no filter colour:"),
        ("queries: [{name: a}, {name: a}]", "different names"),
        ("queries: [{name: all}]", "different names"),
        ("webhook: {url: 'https://a.example', secret: x}", "there is no 'secret'"),
        ("webhook: {url: 'https://a.example', secret_file: none}", "cannot be read"),
        ("webhook: {url: 'https://a.example', secret_file: watch.yaml}\n#", None),
        ("a: !!python/object/apply:os.system [id]", "cannot be read as YAML"),
    ],
)
def test_what_is_wrong_is_told(text: str, reason: str | None, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    if reason is None:
        assert config.load(path).saved[0].webhook is not None
        return
    with pytest.raises(errors.BadSettings, match=reason):
        config.load(path)


def test_a_short_secret_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, "webhook: {url: 'https://a.example', secret_file: secret}")
    (tmp_path / "secret").write_text("short\n")
    with pytest.raises(errors.BadSettings, match="at least 8"):
        config.load(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingPath):
        config.load(tmp_path / "none.yaml")


@pytest.mark.parametrize(("text", "value"), [("90s", 90), ("15m", 900), ("2 h", 7200), ("1D", 86400)])
def test_a_duration_is_read(text: str, value: float) -> None:
    assert seconds(text) == value


@pytest.mark.parametrize("text", ["", "15", "-1m", "0s", "31d", "1.5h", "m", "1m30s"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no duration"):
        seconds(text)

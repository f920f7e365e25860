"""What docs/feeds.md shows is what the program takes and does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dragoman.sources import feed
from dragoman.sources.url import Limits
from dragoman.watch import config, manners, webhooks

PAGE = Path(__file__).parents[2] / "docs" / "feeds.md"


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_file_is_understood(tmp_path: Path) -> None:
    (tmp_path / "hook.secret").write_text("correct horse")
    (tmp_path / "watch.yaml").write_text(block("yaml"), encoding="utf-8")
    plan = config.load(tmp_path / "watch.yaml")
    assert len(plan.feeds) == 2
    assert [one.name for one in plan.saved] == ["all", "syria", "minsk"]


def test_the_signature_is_checked_as_it_is_made() -> None:
    names: dict[str, Any] = {}
    exec(block("python"), names)
    signature = webhooks.sign(b"correct horse", "1500000000", b"{}")
    headers = {"X-Dragoman-Timestamp": "1500000000", "X-Dragoman-Signature": signature}
    assert names["is_genuine"](b"correct horse", headers, b"{}")
    assert not names["is_genuine"](b"correct horse", headers, b"{ }")
    assert not names["is_genuine"](b"another horse", headers, b"{}")


def test_the_limits_are_those_of_the_page() -> None:
    text = PAGE.read_text("utf-8")
    limits = Limits()
    assert f"{limits.size // 10**6} MB" in text
    assert f"{feed.SIZE // 10**6} MB, the first {feed.MOST} entries" in text
    assert f"{limits.connect:.0f} s, {limits.read:.0f} s, {limits.whole:.0f} s" in text
    assert (manners.PAUSE, webhooks.TRIES, limits.redirects) == (2.0, 12, 5)

"""The progress bar."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from dragoman.cli import console
from dragoman.cli.progress import Bar


def _errors(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> io.StringIO:
    file = io.StringIO()
    fake = Console(file=file, force_terminal=is_terminal, width=80, _environ={})
    monkeypatch.setattr(console, "errors", lambda: fake)
    return file


def _wait(bar: Bar) -> None:
    """Work until the bar has appeared, as a long run does."""
    for _ in range(200):
        if bar.is_shown:
            return
        time.sleep(0.01)


def test_a_long_run_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    file = _errors(monkeypatch, is_terminal=True)
    with Bar(patience=0) as bar:
        _wait(bar)
        bar.advance(3, 7)
    assert "3/7" in file.getvalue()


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    file = _errors(monkeypatch, is_terminal=True)
    with Bar(patience=60) as bar:
        bar.advance(7, 7)
    assert file.getvalue() == ""


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    file = _errors(monkeypatch, is_terminal=False)
    with Bar(patience=0) as bar:
        time.sleep(0.05)
        bar.advance(1, None)
    assert not bar.is_shown
    assert file.getvalue() == ""


def test_an_error_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    _errors(monkeypatch, is_terminal=True)
    bar = Bar(patience=0)

    def work() -> None:
        with bar:
            _wait(bar)
            raise ValueError("a page")

    with pytest.raises(ValueError, match="a page"):
        work()
    assert not bar.is_shown

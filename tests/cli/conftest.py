"""Commands called in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli import app

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Calls a command, with a store and a file of actors of its own; gives status, output and errors."""
    monkeypatch.setenv("DRAGOMAN_DB", str(tmp_path / "record.sqlite"))
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "actors.json"))
    monkeypatch.delenv("COLUMNS", raising=False)  # a shell's, or that of tests run side by side

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *words])
        with pytest.raises(SystemExit) as exit_:
            app.run()
        captured = capsys.readouterr()
        assert isinstance(exit_.value.code, int | None)
        return exit_.value.code or 0, captured.out, captured.err

    return call

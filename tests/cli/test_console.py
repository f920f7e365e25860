"""Width, colours and what is printable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli import console


def test_a_pipe_has_a_fixed_width_and_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console.output().width == console.PIPED_WIDTH
    assert console.output().color_system is None


def test_a_pipe_may_be_told_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert console.output().width == 60


def test_lines_do_not_grow_past_what_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert console.output().width == console.WIDEST


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert console.output().no_color


@given(st.text())
def test_any_text_becomes_one_line_without_controls(text: str) -> None:
    printed = console.printable(text)
    assert "\n" not in printed
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in printed)

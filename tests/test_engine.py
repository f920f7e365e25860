"""The version of the engine: the same for the same engine, and it tells how certain events had to be."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman import __version__, engine


def test_it_is_the_same_in_another_process() -> None:
    code = "from dragoman import engine; print(engine.version())"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == engine.version()
    assert engine.version().startswith(f"{__version__}-")


@pytest.mark.parametrize("certain", [None, 0.0, 0.25, 1.0])
def test_it_keeps_how_certain_events_had_to_be(certain: float | None) -> None:
    version = engine.version(certain)
    assert engine.is_current(version)
    assert engine.certainty(version) == certain


@pytest.mark.parametrize("version", [None, "", "0.0.1-abc", "0.0.1-abc@0.5"])
def test_another_is_not_current(version: str | None) -> None:
    assert not engine.is_current(version)

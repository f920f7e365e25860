from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from served import Site, serving
from watching import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on loopback, which may be asked."""
    monkeypatch.setenv("DRAGOMAN_ALLOW_PRIVATE", "yes")
    with serving(Site()) as served:
        yield served

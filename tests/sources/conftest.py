from __future__ import annotations

from collections.abc import Iterator

import pytest

from served import Site, serving


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on loopback, which may be asked."""
    monkeypatch.setenv("DRAGOMAN_ALLOW_PRIVATE", "yes")
    with serving(Site()) as served:
        yield served

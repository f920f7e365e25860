from __future__ import annotations

import pytest

from dragoman.actors import home
from dragoman.actors.loading import load


@pytest.mark.parametrize(
    ("source", "url", "code"),
    [
        ("Kuwait Times", None, "KWT"),
        ("www.kuwaittimes.com", None, "KWT"),
        ("NPR Online News", None, "USA"),
        ("The Local France", None, "FRA"),
        (None, "https://andina.pe/ingles/news", "PER"),
        ("newsghana.com.gh", None, "GHA"),
        ("Some Blog", "https://blog.example.com/a", None),
        (None, None, None),
    ],
)
def test_the_state_that_a_source_writes_for(source: str | None, url: str | None, code: str | None) -> None:
    assert home.find(source, url, load()) == code

"""What may stand on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.templates import link, visible


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\t\x00\x1b\u202e"))))
def test_nothing_steers_and_every_place_stays(text: str) -> None:
    shown = visible(text)
    assert isinstance(shown, str)
    assert len(shown) == len(text)
    steering = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202d", "\u202e"} - {*"\t\n\r"}
    assert not {*shown} & steering
    assert [one for one in shown if one in "\t\n\r"] == [one for one in text if one in "\t\n\r"]


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "https:",
        "file:///etc",
        "http://[x",
        "JAVASCRIPT://example.org/%0a1",
    ],
)
def test_only_the_web_is_linked(address: str | None) -> None:
    assert link(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_the_web_is_linked(address: str) -> None:
    assert link(address) == address

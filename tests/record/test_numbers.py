"""The numbers of reports, with what they count."""

from __future__ import annotations

import pytest

from dragoman.record import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The shelling killed 12 soldiers and wounded three civilians.", {"soldier": {12}, "civilian": {3}}),
        ("Some 2,500 people have died.", {"people": {2500}}),
        ("It sent 1.5 million barrels.", {"barrel": {1500000}}),
        ("They met for three hours on 6 July 2017, in 10 percent of cases.", {}),
        ("It paid $400 million in cash.", {}),
    ],
)
def test_what_is_counted(text: str, found: dict[str, set[float]]) -> None:
    assert dict(numbers.counted(text)) == found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("killed 12 soldiers", "killed 15 soldiers", True),
        ("killed twelve soldiers", "killed 12 soldiers", False),
        ("killed 12 soldiers", "killed 15 civilians", False),
        ("killed 12 soldiers and then 3 soldiers", "killed 15 soldiers", False),
    ],
)
def test_only_one_number_of_the_same_thing_differs(one: str, other: str, differ: bool) -> None:  # noqa: FBT001
    assert numbers.clash(one, other) is differ

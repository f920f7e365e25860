"""Names fold to what a person types."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("Bashar al-Assad", "bashar al assad"),
        ("  Le   Drian ", "le drian"),
        ("O’Neill", "o neill"),
        ("Łódź, Đorđević & Þór", "lodz dordevic thor"),
        ("Сергей Лавров", "сергеи лавров"),
        ("snake_case", "snake case"),
        ("…", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)

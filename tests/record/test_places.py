"""Whether two reports can mean one place."""

from __future__ import annotations

import pytest

from dragoman.record import places


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Helsinki", "Finland", 0.5),
        ("Kremlin", "Moscow", 0.5),
        ("La Malbaie, Quebec", "Quebec, Canada", 1.0),
        ("the Kremlin", "Kremlin Palace", 1.0),
        ("Winfield House", "London", 0.0),
        ("Paris", None, 0.0),
        ("Paris", "Moscow", -1.0),
        ("Paris", "Versailles", -1.0),
        ("Sochi, Russia", "Moscow", -1.0),
    ],
)
def test_places_agree(one: str, other: str | None, agreement: float) -> None:
    assert places.agreement(one, other) == agreement
    assert places.agreement(other, one) == agreement

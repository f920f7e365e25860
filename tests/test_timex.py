"""TIMEX values cover days, and can or cannot mean the same time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import timex

VALUES = st.sampled_from(
    [
        *(None, "2017", "2017-07", "2017-07-06", "2017-07-06T09:30", "2017-W27", "2017-W27-WE", "2017-W27-4"),
        *("2017-SU", "2017-WI", "2017-Q3", "2017-H2", "201X", "20XX", "20", "2017-07-05/2017-07-07"),
        *("XXXX-07-06", "XXXX-07", "XXXX-WXX-4", "XXXX-W27", "XXXX-XX-06", "2017-13", "0000", "9999"),
        *("PAST_REF", "2017-WI/2018"),
    ]
)


@pytest.mark.parametrize(
    ("since", "until", "on", "lasting"),
    [
        ("2017-05-14", None, "2017-05-13", False),
        ("2017-05-14", None, "2017-05-14", True),
        ("2017-05-14", None, "2017-05", True),
        (None, "2017", "2018-01-01", False),
        (None, None, "2018", True),
        ("2019", "2020", None, True),
        ("2019", "2020", "XXXX-05-01", True),
    ],
)
def test_what_may_have_lasted(since: str | None, until: str | None, on: str | None, lasting: bool) -> None:  # noqa: FBT001
    assert timex.lasts(since, until, on) is lasting


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-07-06", "2017-07-06", "2017-07-06"),
        ("2017-07-06T09:30", "2017-07-06", "2017-07-06"),
        ("2017-W27", "2017-07-03", "2017-07-09"),
        ("2017-W27-4", "2017-07-06", "2017-07-06"),
        ("2017-SU", "2017-06-01", "2017-08-31"),
        ("2017-Q1", "2017-01-01", "2017-03-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2019-08-24/2019-08-26", "2019-08-24", "2019-08-26"),
        ("2019-08/2019-09", "2019-08-01", "2019-09-30"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert timex.days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [None, "", "XXXX-07-06", "PAST_REF", "P2D", "2017-13", "2017-W54", "2017-02-30", "2019-08-26/2019-08-24"],
)
def test_no_days(value: str | None) -> None:
    assert timex.days(value) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2017-07-06", "2017-07", True),
        ("2017-07-06", "2017-W27", True),
        ("2017-07-06", "2017-07-07", False),
        ("2017-07-06", None, True),
        ("2017-07-06", "XXXX-07-06", True),
        ("2017-07-06", "XXXX-08-06", False),
        ("2017-07-06", "XXXX-WXX-4", True),
        ("2017-07-06", "XXXX-WXX-5", False),
        ("2017-W27", "XXXX-WXX-5", True),
        ("2017-W27", "XXXX-WXX-WE", True),
        ("2017", "XXXX-08-06", True),
        ("XXXX-07-06", "XXXX-07", True),
        ("XXXX-07-06", "XXXX-08", False),
        ("XXXX-07-06", "XXXX-WXX-4", True),
        ("PAST_REF", "2017", True),
    ],
)
def test_agree(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert timex.agree(one, other) is timex.agree(other, one) is expected


def test_slack_forgives_a_day() -> None:
    assert timex.agree("2017-07-06", "2017-07-07", slack=1)
    assert not timex.agree("2017-07-06", "2017-07-08", slack=1)


@settings(deadline=None)
@given(VALUES, VALUES)
def test_agreeing_has_no_side(one: str | None, other: str | None) -> None:
    assert timex.agree(one, other) == timex.agree(other, one)
    assert timex.agree(one, one)


@settings(deadline=None)
@given(st.one_of(VALUES, st.text(max_size=12)))
def test_any_text_has_bounds_and_a_width(value: str | None) -> None:
    first, last = timex.bounds(value, slack=40)
    assert first <= last
    assert timex.width(value) >= 1

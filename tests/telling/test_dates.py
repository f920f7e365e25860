"""TIMEX values in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.telling import dates


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2017-07-06", "Thursday 6 July 2017"),
        ("2017-07-06T09:31", "Thursday 6 July 2017"),
        ("2017-07", "July 2017"),
        ("2017", "2017"),
        ("201", "the 2010s"),
        ("2017-SU", "summer 2017"),
        ("2017-Q1", "first quarter of 2017"),
        ("2017-W27", "week of 3 July 2017"),
        ("2017-W27-4", "Thursday 6 July 2017"),
        ("2017-W27-WE", "weekend of 8 July 2017"),
        ("2019-08-24/2019-08-26", "24 to 26 August 2019"),
        ("2019-08-30/2019-09-02", "30 August to 2 September 2019"),
        ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2019-08-24/2019-08-24", "24 August 2019"),
        ("XXXX-08-19", "19 August (year not known)"),
        ("XXXX-WXX-4", "a Thursday, date not known"),
    ],
)
def test_a_value_is_told_as_a_person_would(value: str, words: str) -> None:
    assert dates.words(value, with_weekday=True) == words


@pytest.mark.parametrize("value", ["PAST_REF", "2017-13", "2017-02-31-x", "2017-W60"])
def test_what_is_not_understood_is_given_as_it_is(value: str) -> None:
    assert dates.words(value) == value


@given(st.text())
def test_any_text_gives_words(value: str) -> None:
    assert isinstance(dates.words(value, with_weekday=True), str)

"""What a person types becomes terms, or one error that says what there is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadQuery
from dragoman.query import FILTERS, Query, Term, parse


def test_reads_filters_and_words() -> None:
    assert parse('by:lavrov  about:"chemical weapons" -kind:Meetings since:2017-06 Khan "no fly"') == Query(
        (
            Term("by", "lavrov"),
            Term("about", "chemical weapons"),
            Term("kind", "meeting", negated=True),
            Term("since", "2017-06"),
            Term("words", "Khan"),
            Term("words", "no fly"),
        )
    )


def test_an_empty_query_asks_for_everything() -> None:
    assert parse("  ") == Query()


@pytest.mark.parametrize("date", ["2017", "2017-06", "2017-06-30", "2017-W27", "2017-SU", "2017-Q3"])
def test_dates_are_as_precise_as_one_likes(date: str) -> None:
    assert parse(f"until:{date}").terms == (Term("until", date),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("who:lavrov", "no filter who:"),
        ("by:", "by: needs a value"),
        ('by:""', "by: needs a value"),
        ("actor:,", "actor: needs a value"),
        ('about:"no end', "quotation mark"),
        ('a"b', "quotation mark"),
        ("since:yesterday", "needs a date"),
        ("since:2017-13", "needs a date"),
        ("until:XXXX-07-06", "needs a date"),
        ("kind:rumour", "statement, meeting, event, relation, alignment"),
        ("-", "needs a value"),
    ],
)
def test_refuses_and_says_what_there_is(text: str, reason: str) -> None:
    with pytest.raises(BadQuery, match=reason) as caught:
        parse(text)
    assert all(f"{name}:" in str(caught.value) for name in FILTERS)


@pytest.mark.parametrize("text", ["it's", "3:1", "https://example.org/a", "e-mail", "über"])
def test_takes_ordinary_words_as_they_are(text: str) -> None:
    assert parse(text).terms == (Term("words", text),)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        query = parse(text)
    except BadQuery:
        return
    assert parse(str(query)) == query

"""What queries find."""

from __future__ import annotations

import pytest

from builders import LAVROV, actor, article, statement
from dragoman.query import parse
from dragoman.store import Store
from stored import put


def kinds(db: Store, query: str) -> str:
    """The kinds of what is found, by their first letters."""
    found = db.find(parse(query)).records
    return "".join(sorted(type(one.lead).__name__[0] for one in found))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "EMRS"),
        ('by:"le drian"', "S"),
        ("by:DRIAN", "S"),
        ("by:lavrov", ""),
        ("by:rus", "E"),
        ("by:FRA", "S"),
        ("by:dri", ""),
        ("with:lavrov", "MRS"),
        ("with:FRA", "EM"),
        ("with:RUS", "MRS"),
        ("with:moscow", ""),
        ("by:moscow", "E"),
        ("kind:meeting", "M"),
        ("-kind:meeting", "ERS"),
        ("by:FRA,RUS", "ES"),
        ('by:"lavrov, le drian"', "S"),
        ("by:person:jean-yves-le-drian", "S"),
        ("by:person:jean-yves", ""),
        ("actor:lavrov", "MRS"),
        ("actor:FRA", "EMS"),
        ("actor:FRA actor:RUS", "EMS"),
        ("actor:FRA,lavrov", "EMRS"),
        ("about:syria", "S"),
        ('about:"chemical weapons"', "S"),
        ('about:"chemical weapon"', "S"),
        ('about:"weapons chemical"', ""),
        ("about:gazette", ""),
        ("gazette", "MRS"),
        ("oppose chemical", "S"),
        ("chemical paris", ""),
        ("paris", "EM"),
        ("-paris", "RS"),
        ("foreign minister", "R"),
        ("since:2017-07-06 kind:meeting", "M"),
        ("since:2017-07-08", ""),
        ("until:2017-07-05", ""),
        ("until:2017-07", "MRS"),
        ("since:2017 until:2017", "MRS"),
        ("by:le until:2016", ""),
        ('"%"', ""),
        ("by:_", ""),
        ("about:NOT", ""),
        ("nothing-of-the-kind", ""),
    ],
)
def test_finds(db: Store, query: str, expected: str) -> None:
    assert kinds(db, query) == expected


def test_names_match_without_accents_and_letters_that_english_lacks(empty: Store) -> None:
    of = article("“No,” he said.")
    cavusoglu = actor("Mevlüt Çavuşoğlu", "person", "TUR")
    put(empty, of, statement(of, "No,", cavusoglu), actors=(cavusoglu,))
    assert kinds(empty, "by:cavusoglu") == kinds(empty, "by:ÇAVUŞOĞLU") == "S"


@pytest.mark.parametrize("words", ["the Iranian programme", "programmes of Iran", "an Irani envoy"])
def test_a_country_finds_its_adjective(empty: Store, words: str) -> None:
    of = article(words)
    put(empty, of, statement(of, words, LAVROV))
    assert kinds(empty, "about:iran") == "S"


def test_terms_of_one_record_may_be_met_by_different_reports(db: Store) -> None:
    """The undated report says "hosted", the other one gives the date."""
    assert kinds(db, "hosted since:2017-07-06 until:2017-07-06") == "M"

"""The lists of words by which the parts of a page are told apart."""

from __future__ import annotations

from importlib.resources import files

import yaml

from dragoman.articles import signs

LISTS = yaml.safe_load((files("dragoman.articles") / "signs.yaml").read_text("utf-8"))


def test_every_list_says_where_it_comes_from_and_holds_each_phrase_once() -> None:
    for name, section in LISTS.items():
        assert section["source"], name
        for key, phrases in section.items():
            if key != "source":
                assert all(isinstance(phrase, str) and phrase for phrase in phrases), (name, key)
                assert len({phrase.lower() for phrase in phrases}) == len(phrases), (name, key)


def test_phrases_match_whole_words_in_any_case_with_any_white_space() -> None:
    assert signs.starts("related", "starts").match("Read  ALSO: more") is not None
    assert signs.starts("related", "starts").match("Read alsobrook") is None
    assert signs.ends("related", "ends").search("What comes next Read more") is not None
    assert "advertisement" in signs.whole("notes", "whole")

"""Words tell of events by their meaning, and by what stands with them."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from claims.trees import reading
from dragoman.claims import event_words
from dragoman.claims.event_words import TYPES, senses
from dragoman.claims.vocabulary import load

CALLED = (
    "Macron|PROPN|nsubj|2 called|VERB|ROOT|0|call|VBD {0}|ADP|case|4 talks|NOUN|obl|2|talk .|PUNCT|punct|2"
)


def word(sentence: str, form: str) -> Token:
    return next(t for t in reading(sentence).doc if t.text == form)


def types(sentence: str, form: str) -> set[str]:
    return {s.type for s in senses(word(sentence, form))}


def test_a_verb_needs_its_preposition() -> None:
    assert types(CALLED.format("for"), "called") == {"REQUEST"}
    assert types(CALLED.format("after"), "called") == set()


def test_a_verb_needs_its_object() -> None:
    imposed = "Paris|PROPN|nsubj|2 imposed|VERB|ROOT|0|impose|VBD {0}|NOUN|obj|2|{1} .|PUNCT|punct|2"
    assert types(imposed.format("sanctions", "sanction"), "imposed") == {"SANCTION"}
    assert types(imposed.format("order", "order"), "imposed") == set()
    (found,) = senses(word(imposed.format("curfews", "curfew"), "imposed"))
    assert (found.type, found.mode) == ("COERCE", "curfew")


def test_the_object_of_a_passive_is_its_subject() -> None:
    sentence = "Sanctions|NOUN|nsubj:pass|3|sanction were|AUX|aux:pass|3|be imposed|VERB|ROOT|0|impose|VBN"
    assert types(sentence, "imposed") == {"SANCTION"}


def test_a_verb_without_object() -> None:
    sentence = "Thousands|NOUN|nsubj|2|thousand demonstrated|VERB|ROOT|0|demonstrate|VBD{0}"
    assert types(sentence.format(""), "demonstrated") == {"PROTEST"}
    assert types(sentence.format(" skill|NOUN|obj|2"), "demonstrated") == set()


def test_a_noun_by_the_word_before_it() -> None:
    (found,) = senses(word("An|DET|det|3 air|NOUN|compound|3 strike|NOUN|ROOT|0", "strike"))
    assert (found.type, found.mode, found.needs) == ("ASSAULT", "aerial", 1)


def test_a_word_of_several_senses() -> None:
    sentence = "Rebels|NOUN|nsubj|2|rebel attacked|VERB|ROOT|0|attack|VBD Kyiv|PROPN|obj|2"
    assert types(sentence, "attacked") == {"ASSAULT", "ACCUSE"}


def test_other_words_tell_of_nothing() -> None:
    sentence = "Cats|NOUN|nsubj|2|cat sleep|VERB|ROOT|0|sleep|VBP in|ADP|case|4 boxes|NOUN|obl|2|box"
    assert [senses(t) for t in reading(sentence).doc] == [[]] * 4


@pytest.mark.parametrize("type_", TYPES)
def test_every_entry_of_the_file_can_be_met(type_: str) -> None:
    for kinds in load("events")[type_].values():
        assert set(kinds) <= {"verbs", "nouns", "adjectives"}
        for entry in (e for entries in kinds.values() for e in entries):
            assert entry == entry.strip().lower(), entry
            assert entry.count(" + ") + entry.count(" - ") <= 1, entry


def test_weak_words_are_words_of_the_file() -> None:
    known = {w for kind in event_words._senses().values() for w in kind}
    assert set(load("events")["weak"]) - known == set()

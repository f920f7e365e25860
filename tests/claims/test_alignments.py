"""Alignments are found where an article says that parties agree or differ, and on what."""

from __future__ import annotations

from typing import Any

import pytest

from builders import FRANCE, LAVROV, LE_DRIAN, RUSSIA
from claims.trees import cast, reading
from dragoman.claims import alignments
from dragoman.types import Actor


def told(sentence: str, *actors: Actor, **values: Any) -> list[tuple[str, set[str], str]]:
    of = reading(sentence)
    claims = alignments.find(of, cast(of, *actors, **values))
    return [(c.kind, {p.split(":")[-1] for p in c.parties}, c.issue) for c in claims]


def test_two_disagreed_over_something() -> None:
    sentence = (
        "France|PROPN|nsubj|4 and|CCONJ|cc|3 Russia|PROPN|conj|1 "
        "disagreed|VERB|ROOT|0|disagree|VBD over|ADP|case|7 "
        "the|DET|det|7 attack|NOUN|obl|4 .|PUNCT|punct|4"
    )
    assert told(sentence, FRANCE, RUSSIA) == [("differ", {"france", "russia"}, "attack")]


def test_one_agrees_with_another_that() -> None:
    sentence = (
        "Lavrov|PROPN|nsubj|2 agreed|VERB|ROOT|0|agree|VBD with|ADP|case|5 Le|PROPN|flat|5 "
        "Drian|PROPN|obl|2 that|SCONJ|mark|8 "
        "talks|NOUN|nsubj|8|talk help|VERB|ccomp|2|help|VBP .|PUNCT|punct|2"
    )
    assert told(sentence, LAVROV, LE_DRIAN) == [
        ("agree", {"sergei-lavrov", "jean-yves-le-drian"}, "talks help")
    ]


def test_not_agreeing_is_differing() -> None:
    sentence = (
        "France|PROPN|nsubj|6 and|CCONJ|cc|3 Russia|PROPN|conj|1 did|AUX|aux|6|do "
        "not|PART|advmod|6 agree|VERB|ROOT|0|agree|VB "
        "on|ADP|case|8 Syria|PROPN|obl|6 .|PUNCT|punct|6"
    )
    assert told(sentence, FRANCE, RUSSIA) == [("differ", {"france", "russia"}, "Syria")]


def test_not_on_the_same_page_is_differing() -> None:
    sentence = (
        "France|PROPN|nsubj|9 and|CCONJ|cc|3 Russia|PROPN|conj|1 were|AUX|cop|9|be not|PART|advmod|9 "
        "on|ADP|case|9 the|DET|det|9 same|ADJ|amod|9 page|NOUN|ROOT|0 .|PUNCT|punct|9"
    )
    assert told(sentence, FRANCE, RUSSIA) == [("differ", {"france", "russia"}, "")]
    assert told(sentence.replace(" not|PART|advmod|9", " now|ADV|advmod|9"), FRANCE, RUSSIA) == [
        ("agree", {"france", "russia"}, "")
    ]


def test_at_odds_with() -> None:
    sentence = (
        "Russia|PROPN|nsubj|4 is|AUX|cop|4|be at|ADP|case|4 odds|NOUN|ROOT|0 with|ADP|case|6 "
        "France|PROPN|nmod|4 "
        "over|ADP|case|8 Syria|PROPN|nmod|4 .|PUNCT|punct|4"
    )
    assert told(sentence, FRANCE, RUSSIA) == [("differ", {"france", "russia"}, "Syria")]


def test_a_rift_between_two() -> None:
    sentence = (
        "A|DET|det|2 rift|NOUN|nsubj|9 between|ADP|case|4 France|PROPN|nmod|2 and|CCONJ|cc|6 "
        "Russia|PROPN|conj|4 over|ADP|case|8 "
        "Syria|PROPN|nmod|2 grew|VERB|ROOT|0|grow|VBD .|PUNCT|punct|9"
    )
    assert told(sentence, FRANCE, RUSSIA) == [("differ", {"france", "russia"}, "Syria")]


@pytest.mark.parametrize("word", ["goal", "objective"])
def test_a_shared_goal(word: str) -> None:
    sentence = (
        "They|PRON|nsubj|2 share|VERB|ROOT|0|share|VBP the|DET|det|5 same|ADJ|amod|5 "
        f"{word}|NOUN|obj|2 ,|PUNCT|punct|7 peace|NOUN|appos|5 .|PUNCT|punct|2"
    )
    assert told(sentence, FRANCE, RUSSIA, nominals={"They": (FRANCE, RUSSIA)}) == [
        ("agree", {"france", "russia"}, "peace")
    ]


def test_what_both_oppose() -> None:
    sentence = (
        "We|PRON|nsubj|4 are|AUX|cop|4|be both|DET|advmod|4 opposed|ADJ|ROOT|0 to|ADP|case|6 "
        "sanctions|NOUN|obl|4|sanction .|PUNCT|punct|4"
    )
    assert told(sentence, FRANCE, RUSSIA, nominals={"We": (FRANCE, RUSSIA)}) == [
        ("agree", {"france", "russia"}, "sanctions")
    ]


def test_one_party_alone_is_withheld() -> None:
    sentence = "Lavrov|PROPN|nsubj|2 agreed|VERB|ROOT|0|agree|VBD .|PUNCT|punct|2"
    assert told(sentence, LAVROV) == []

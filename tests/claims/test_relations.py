"""Relations are what an article states: offices with their evidence, and ties told by verbs and nouns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import LAVROV, RUSSIA, SYRIA, actor
from claims.trees import cast, reading
from dragoman.claims import relations
from dragoman.types import Actor, Entity, Office, Span

NATO = actor("NATO", "igo")
TURKEY = actor("Turkey", "state", "TUR", "Ankara")
PARTY = actor("Conservative Party", "party", "GBR", "Tories")
MAY = actor("Theresa May", "person", "GBR", "May")
CROWD = actor("officials", "group")


def told(sentence: str, *actors: Actor, **values: Any) -> list[tuple[str, str, str]]:
    of = reading(sentence)
    claims = relations.find(of, cast(of, *actors, **values))
    return [(c.subject.split(":")[-1], c.predicate, c.object.split(":")[-1]) for c in claims]


def test_an_office_with_its_evidence() -> None:
    of = reading("Lavrov|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD .|PUNCT|punct|2")
    office = Office("foreign minister", "Russia", since="2004")
    who = cast(of, LAVROV)
    who = replace(who, entities=(Entity(LAVROV, ((office, Span(0, 6)),)),))
    (claim,) = relations.find(of, who)
    assert (claim.predicate, claim.object, claim.since) == (
        "holds_office",
        "foreign minister of Russia",
        "2004",
    )
    assert claim.evidence[0].exact == "Lavrov"


def test_the_chair_of_a_party_also_chairs_it() -> None:
    of = reading(
        "May|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD to|ADP|case|4 Tories|PROPN|obl|2 .|PUNCT|punct|2"
    )
    office = Office("leader", "Conservative Party")
    who = cast(of, MAY, PARTY)
    who = replace(who, entities=(Entity(MAY, ((office, Span(0, 3)),)), Entity(PARTY)))
    assert [(c.predicate, c.object) for c in relations.find(of, who)] == [
        ("holds_office", "leader of Conservative Party"),
        ("chairs", PARTY.id),
    ]


def test_a_verb_of_backing() -> None:
    sentence = "Russia|PROPN|nsubj|2 backs|VERB|ROOT|0|back|VBZ Syria|PROPN|obj|2 .|PUNCT|punct|2"
    assert told(sentence, RUSSIA, SYRIA) == [("russia", "backs", "syria")]


def test_a_verb_of_backing_in_the_passive() -> None:
    sentence = (
        "Syria|PROPN|nsubj:pass|3 is|AUX|aux:pass|3|be backed|VERB|ROOT|0|back|VBN by|ADP|case|5 "
        "Russia|PROPN|obl:agent|3 .|PUNCT|punct|3"
    )
    assert told(sentence, RUSSIA, SYRIA) == [("russia", "backs", "syria")]


def test_what_is_denied_is_no_relation() -> None:
    sentence = (
        "Russia|PROPN|nsubj|4 does|AUX|aux|4|do not|PART|advmod|4 back|VERB|ROOT|0|back|VB "
        "Syria|PROPN|obj|4 .|PUNCT|punct|4"
    )
    assert told(sentence, RUSSIA, SYRIA) == []


def test_support_of_one_for_another() -> None:
    sentence = (
        "Russia|PROPN|nmod:poss|3 's|PART|case|1 support|NOUN|nsubj|6 for|ADP|case|5 Syria|PROPN|nmod|3 "
        "grew|VERB|ROOT|0|grow|VBD .|PUNCT|punct|6"
    )
    assert told(sentence, RUSSIA, SYRIA) == [("russia", "backs", "syria")]


def test_a_member_in_apposition() -> None:
    sentence = (
        "Turkey|PROPN|nsubj|7 ,|PUNCT|punct|4 a|DET|det|4 member|NOUN|appos|1 of|ADP|case|6 "
        "NATO|PROPN|nmod|4 "
        "left|VERB|ROOT|0|leave|VBD .|PUNCT|punct|7"
    )
    assert told(sentence, TURKEY, NATO) == [("turkey", "member_of", "nato")]


def test_crowds_hold_no_relations() -> None:
    sentence = "officials|NOUN|nsubj|2|official back|VERB|ROOT|0|back|VBP Syria|PROPN|obj|2 .|PUNCT|punct|2"
    assert told(sentence, CROWD, SYRIA) == []


def test_a_deal_that_is_only_proposed_has_no_parties() -> None:
    sentence = (
        "the|DET|det|3 {}|ADJ|amod|3 deal|NOUN|nsubj|8 between|ADP|case|5 Russia|PROPN|nmod|3"
        " and|CCONJ|cc|7 Syria|PROPN|conj|5 failed|VERB|ROOT|0|fail|VBD .|PUNCT|punct|8"
    )
    assert len(told(sentence.format("new"), RUSSIA, SYRIA)) == 2
    assert told(sentence.format("proposed"), RUSSIA, SYRIA) == []

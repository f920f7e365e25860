"""Events: who does what to whom by a word of the article, or by saying something."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders import FRANCE, LAVROV, LE_DRIAN, RUSSIA, SYRIA, actor
from claims.trees import cast, reading
from dragoman.claims import contexts, events, participants, signs, speech_acts, weights
from dragoman.claims.coding import code
from dragoman.claims.event_words import senses
from dragoman.claims.keeping import Told
from dragoman.claims.participants import Company
from dragoman.claims.roles import ways
from dragoman.claims.scene import Scene
from dragoman.types import Actor, Event, Evidence, Reading, Statement

CONDEMNED = (
    "France|PROPN|nsubj|2 condemned|VERB|ROOT|0|condemn|VBD Russia|PROPN|nmod:poss|5 "
    "'s|PART|case|3|'s|POS invasion|NOUN|obj|2 .|PUNCT|punct|2"
)
SANCTIONED = (
    "Russia|PROPN|nsubj:pass|3 was|AUX|aux:pass|3|be sanctioned|VERB|ROOT|0|sanction|VBN "
    "by|ADP|case|5 France|PROPN|obl:agent|3 .|PUNCT|punct|3"
)


def scene(*sentences: str, actors: tuple[Actor, ...] = (FRANCE, RUSSIA, LAVROV), **values: Any) -> Scene:
    of = reading(*sentences, **values)
    return Scene(of, cast(of, *actors))


def stands(at: Scene, form: str) -> dict[str, set[str]]:
    trigger = next(t for t in at.doc if t.text == form)
    return {id.split(":")[-1]: found for id, found in ways(at, trigger).items()}


def said(of: Reading, content: str, *speakers: Actor) -> Statement:
    start = of.article.text.index(content)
    evidence = (Evidence(of.article.id, start, start + len(content), content),)
    return Statement(
        id="s",
        article=of.article.id,
        evidence=evidence,
        kind="direct",
        speakers=tuple(a.id for a in speakers),
    )


def coded(sentence: str, form: str) -> tuple[str, str]:
    token = next(t for t in reading(sentence).doc if t.text == form)
    return code(token, senses(token)[0])


# ── how actors stand to a word ──


def test_a_doer_and_the_owner_of_what_is_acted_upon() -> None:
    found = stands(scene(CONDEMNED), "condemned")
    assert {"doer", "before", "next before"} <= found["france"]
    assert {"owner of object", "after", "next after"} <= found["russia"]
    assert "doer" not in found["russia"]


def test_the_owner_of_an_act_does_it() -> None:
    assert "doer" in stands(scene(CONDEMNED), "invasion")["russia"]


def test_the_passive_turns_doer_and_object() -> None:
    found = stands(scene(SANCTIONED), "sanctioned")
    assert "doer" in found["france"]
    assert "object" in found["russia"]


def test_who_carries_a_noun_by_a_light_verb() -> None:
    voiced = (
        "France|PROPN|nsubj|2 {0}|VERB|ROOT|0|{1}|VBD support|NOUN|obj|2 for|ADP|case|5 Russia|PROPN|nmod|3"
    )
    assert "carrier" in stands(scene(voiced.format("voiced", "voice")), "support")["france"]
    assert "lead" in stands(scene(voiced.format("doubted", "doubt")), "support")["france"]
    assert "after for" in stands(scene(voiced.format("voiced", "voice")), "support")["russia"]


def test_who_is_asked_does_what_is_asked_for() -> None:
    urged = (
        "France|PROPN|nsubj|2 urged|VERB|ROOT|0|urge|VBD Russia|PROPN|obj|2 to|PART|mark|5 "
        "withdraw|VERB|xcomp|2|withdraw|VB"
    )
    found = stands(scene(urged), "withdraw")
    assert "doer" in found["russia"]
    assert "doer" not in found["france"]


# ── how doubtful cases are coded ──

WILL = "Paris|PROPN|nsubj|3 {0}|AUX|aux|3 {1}|VERB|ROOT|0|{1}|VB Moscow|PROPN|obj|3"
NOT = "Paris|PROPN|nsubj|4 {0}|AUX|aux|4 not|PART|advmod|4 {1}|VERB|ROOT|0|{1}|VB Moscow|PROPN|obj|4"


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        (WILL.format("will", "aid"), "aid", ("AGREE", "asserted")),
        (WILL.format("will", "free"), "free", ("CONCEDE", "asserted")),
        (WILL.format("will", "sanction"), "sanction", ("SANCTION", "planned")),
        (WILL.format("may", "sanction"), "sanction", ("SANCTION", "hypothetical")),
        (NOT.format("did", "support"), "support", ("REJECT", "asserted")),
        (NOT.format("did", "invade"), "invade", ("ASSAULT", "negated")),
    ],
)
def test_what_is_planned_or_denied(sentence: str, form: str, expected: tuple[str, str]) -> None:
    assert coded(sentence, form) == expected


def test_a_promise_of_harm_is_a_threat() -> None:
    vowed = "Paris|PROPN|nsubj|2 vowed|VERB|ROOT|0|vow|VBD to|PART|mark|4 {0}|VERB|xcomp|2|{0}|VB"
    assert coded(vowed.format("retaliate"), "vowed") == ("THREATEN", "asserted")
    assert coded(vowed.format("help"), "vowed") == ("AGREE", "asserted")


def test_what_is_threatened_promised_or_asked_for_is_not_done() -> None:
    done = "Paris|PROPN|nsubj|2 {0}|VERB|ROOT|0|{1}|VBD to|PART|mark|4 sanction|VERB|xcomp|2|sanction|VB"
    assert coded(done.format("threatened", "threaten"), "sanction") == ("SANCTION", "hypothetical")
    assert coded(done.format("agreed", "agree"), "sanction") == ("SANCTION", "planned")
    assert coded(done.format("refused", "refuse"), "sanction")[1] != "asserted"
    asked = "Paris|PROPN|nsubj|2 urged|VERB|ROOT|0|urge|VBD an|DET|det|4 invasion|NOUN|obj|2"
    assert coded(asked, "invasion") == ("ASSAULT", "hypothetical")


def test_what_is_a_week_old_is_history() -> None:
    sentence = CONDEMNED.replace(" .|", " in|ADP|case|7 May|PROPN|obl|2 .|")
    (found,) = find(scene(sentence, times={"May": "2017-05"}), word="condemned")
    assert (found.date, found.status) == ("2017-05", "historical")
    (found,) = find(scene(sentence, times={"May": "2017-07-06"}), word="condemned")
    assert (found.date, found.status) == ("2017-07-06", "asserted")


# ── what is done by saying something ──


def acts(sentence: str, content: str) -> list[tuple[str, str]]:
    at = scene(sentence, actors=(FRANCE, RUSSIA, LAVROV))
    return [(a.at.text, a.type) for a in speech_acts.find(at, said(at.reading, content, LAVROV))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("France|PROPN|nsubj|3 must|AUX|aux|3 leave|VERB|ROOT|0|leave|VB", [("must", "REQUEST")]),
        (
            "France|PROPN|nsubj|2 needs|VERB|ROOT|0|need|VBZ to|PART|mark|4 leave|VERB|xcomp|2",
            [("needs", "REQUEST")],
        ),
        ("We|PRON|nsubj|3 must|AUX|aux|3 leave|VERB|ROOT|0|leave|VB", []),
        ("It|PRON|nsubj|4 is|AUX|cop|4 a|DET|det|4 disgrace|NOUN|ROOT|0", [("disgrace", "ACCUSE")]),
        ("It|PRON|nsubj|4 is|AUX|cop|4 no|DET|det|4 disgrace|NOUN|ROOT|0", []),
        ("We|PRON|nsubj|4 will|AUX|aux|4 not|PART|advmod|4 talk|VERB|ROOT|0|talk|VB", [("talk", "REJECT")]),
        ("We|PRON|nsubj|3 will|AUX|aux|3 retaliate|VERB|ROOT|0", [("retaliate", "THREATEN")]),
        ("They|PRON|nsubj|2 retaliated|VERB|ROOT|0|retaliate|VBD", []),
    ],
)
def test_words_do_what_they_say(sentence: str, expected: list[tuple[str, str]]) -> None:
    content = reading(sentence).article.text
    assert acts(sentence, content) == expected


# ── the whole ──


def find(at: Scene, *statements: Statement, certain: float = 0.0, word: str = "") -> list[Event]:
    found = events.find(at.reading, at.cast, statements, certain=certain)
    return [e for e in found if not word or (e.trigger and e.trigger.exact == word)]


def test_an_event_cites_its_sentence_and_its_word() -> None:
    at = scene(CONDEMNED)
    text = at.reading.article.text
    (found,) = find(at, word="condemned")
    assert (found.type, found.mode, found.status) == ("ACCUSE", "disapprove", "asserted")
    assert found.actors == (FRANCE.id,)
    assert found.recipients == (RUSSIA.id,)
    assert [text[e.start : e.end] for e in (*found.evidence, found.trigger) if e] == [text, "condemned"]
    assert 0 < (found.confidence or 0) <= 1


def test_what_somebody_says_was_done_is_attributed() -> None:
    sentence = (
        "Lavrov|PROPN|nsubj|2 said|VERB|ROOT|0|say|VBD France|PROPN|nsubj|4 attacked|VERB|ccomp|2|attack|VBD "
        "Syria|PROPN|obj|4 .|PUNCT|punct|2"
    )
    at = scene(sentence, actors=(FRANCE, LAVROV, SYRIA))
    (found,) = find(at, said(at.reading, "France attacked Syria", LAVROV), word="attacked")
    assert (found.actors, found.recipients) == ((FRANCE.id,), (SYRIA.id,))
    assert found.attributed_to == (LAVROV.id,)


def test_two_who_disagree_do_it_to_each_other() -> None:
    sentence = "Lavrov|PROPN|nsubj|4 and|CCONJ|cc|3 Drian|PROPN|conj|1 disagreed|VERB|ROOT|0|disagree|VBD"
    drian = actor("Jean-Yves Le Drian", "person", "FRA", "Drian")
    (found,) = find(scene(sentence, actors=(LAVROV, drian)), word="disagreed")
    assert set(found.actors) == set(found.recipients) == {LAVROV.id, LE_DRIAN.id}


def test_a_word_is_one_event_however_many_types_it_may_be() -> None:
    sentence = "France|PROPN|nsubj|2 attacked|VERB|ROOT|0|attack|VBD Russia|PROPN|obj|2"
    assert len(find(scene(sentence), word="attacked")) == 1


def test_the_threshold_withholds_what_is_less_certain() -> None:
    at = scene(CONDEMNED, SANCTIONED)
    every = find(at)
    for certain in (0.1, 0.3, 0.5, 0.9, 1.0):
        assert find(at, certain=certain) == [e for e in every if (e.confidence or 0) >= certain - 0.005]


def test_names_and_actors_are_no_signs() -> None:
    sentence = (
        "The|DET|det|3 {0}|NOUN|compound|3|protest leaders|NOUN|nsubj|4|leader spoke|VERB|ROOT|0|speak|VBD"
    )
    leaders = actor("protest leaders", "group", None)
    at = scene(sentence.format("protest"), actors=(leaders,))
    assert signs.find(at, ()) == []


def test_nobody_named_is_no_event() -> None:
    assert find(scene("Rain|NOUN|nsubj|2 attacked|VERB|ROOT|0|attack|VBD roofs|NOUN|obj|2", actors=())) == []


def test_ids_are_made_of_the_words_and_who_takes_part() -> None:
    assert [e.id for e in find(scene(CONDEMNED))] == [e.id for e in find(scene(CONDEMNED))]
    other = find(scene(CONDEMNED.replace("Russia", "Syria"), actors=(FRANCE, SYRIA)))
    assert {e.id for e in find(scene(CONDEMNED))}.isdisjoint(e.id for e in other)


# ── weights and features ──


@given(
    some.sets(some.sampled_from(["a", "b", "c"])),
    some.dictionaries(some.text(max_size=2), some.floats(-50, 50)),
)
def test_a_probability_is_one_and_grows_with_what_speaks_for_it(
    features: set[str], known: dict[str, float]
) -> None:
    found = weights.probability(known, features)
    assert 0 <= found <= 1
    assert weights.probability({**known, "for": 1.0}, {*features, "for"}) >= found


def test_the_weights_are_of_features_that_are_made() -> None:
    loaded = weights.load()
    assert set(loaded) == set(weights.MODELS)
    at = scene(CONDEMNED)
    (sign,) = [s for s in signs.find(at, ()) if s.at.text == "condemned"]
    company = Company(at)
    parts = participants.choose(company, sign, loaded)
    assert parts is not None
    found = Told(at, [sign]).features(sign, parts)
    made = participants.actor_features(company, sign, FRANCE.id, parts.ways[FRANCE.id])
    made_of = participants.recipient_features(company, sign, RUSSIA.id, parts.ways[RUSSIA.id], parts.actors)
    assert len(found & set(loaded["event"])) > 10
    assert len(made & set(loaded["actor"])) > 3
    assert len(made_of & set(loaded["recipient"])) > 5


def test_what_was_told_before_is_known() -> None:
    at = scene(CONDEMNED, CONDEMNED)
    one, two = [s for s in signs.find(at, ()) if s.at.text == "condemned"]
    told, company = Told(at, [one, two]), Company(at)
    first, second = (
        told.features(s, parts)
        for s in (one, two)
        if (parts := participants.choose(company, s, weights.load())) is not None
    )
    assert "told before" not in first
    assert {"told before", "same word before", "same type before"} <= second


# ── contexts ──


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nuclear|ADJ warheads|NOUN", ("cbrn",)),
        ("chemical|ADJ weapons|NOUN", ("cbrn", "military")),
        ("oil|NOUN tariffs|NOUN", ("economic", "natural_resource")),
        ("tear|NOUN gas|NOUN", ("repression", "natural_resource")),
        ("cats|NOUN boxes|NOUN", ()),
    ],
)
def test_words_stand_in_contexts(words: str, expected: tuple[str, ...]) -> None:
    rows = [w.split("|") for w in words.split()]
    of = reading(" ".join(f"{f}|{p}|dep|{n and 1}|{f.removesuffix('s')}" for n, (f, p) in enumerate(rows)))
    assert set(contexts.find(of.doc)) == set(expected)

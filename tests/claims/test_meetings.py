"""Meetings are found where a sentence tells of one, with who, when, where and what becomes of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import FRANCE, LAVROV, LE_DRIAN, MACRON, PUTIN, RUSSIA, actor
from claims.trees import cast, reading
from dragoman.claims import meetings
from dragoman.types import Actor, Block, BlockKind, Meeting

BRITAIN = actor("United Kingdom", "state", "GBR", "London")
COUNCIL = actor("Security Council", "igo", None)
MAY = actor("Theresa May", "person", "GBR", "May")
MET = "Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Putin|PROPN|obj|2 .|PUNCT|punct|2"


def found(
    *sentences: str,
    actors: tuple[Actor, ...] = (MACRON, PUTIN, LAVROV, LE_DRIAN),
    times: dict[str, str] | None = None,
    nominals: dict[str, tuple[Actor, ...]] | None = None,
    places: tuple[str, ...] = (),
    **values: str,
) -> list[Meeting]:
    of = reading(*sentences, times=times, **values)
    claims = meetings.find(of, cast(of, *actors, nominals=nominals, places=places))
    assert all(isinstance(c, Meeting) for c in claims)
    assert all(of.article.text[e.start : e.end] == e.exact for c in claims for e in c.evidence)
    return claims


def names(claim: Meeting) -> set[str]:
    return {p.split(":")[1] for p in claim.participants}


def test_a_verb_with_its_subject_and_object() -> None:
    (claim,) = found(MET)
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}
    assert (claim.form, claim.status, claim.date) == ("meeting", "held", None)
    assert claim.evidence[0].exact == "Macron met Putin."


def test_a_date_and_a_place_on_the_verb() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Putin|PROPN|obj|2 in|ADP|case|5 Paris|PROPN|obl|2 "
        "on|ADP|case|7 Thursday|PROPN|obl|2 .|PUNCT|punct|2",
        times={"Thursday": "2017-07-06"},
        places=("Paris",),
    )
    assert (claim.date, claim.place) == ("2017-07-06", "Paris")


def test_will_makes_it_planned() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|3 will|AUX|aux|3 meet|VERB|ROOT|0|meet|VB Putin|PROPN|obj|3 .|PUNCT|punct|3"
    )
    assert claim.status == "planned"


def test_a_visit_before_which_something_was_done_is_still_to_come() -> None:
    (claim,) = found(
        "It|PRON|nsubj:pass|3 was|AUX|aux:pass|3|be signed|VERB|ROOT|0|sign|VBN days|NOUN|obl:unmarked|3 "
        "before|SCONJ|mark|7 Macron|PROPN|nsubj|7 visits|VERB|advcl|3|visit|VBZ Putin|PROPN|obj|7 "
        ".|PUNCT|punct|3"
    )
    assert claim.status == "planned"


def test_talks_that_somebody_is_charged_with_are_no_meeting_of_his() -> None:
    assert not found(
        "Lavrov|PROPN|nsubj|6 ,|PUNCT|punct|3 envoy|NOUN|appos|1 for|ADP|case|5 talks|NOUN|nmod|3|talk|NNS "
        "spoke|VERB|ROOT|0|speak|VBD .|PUNCT|punct|6"
    )


def test_who_pulls_out_of_talks_was_a_side_of_them() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 pulled|VERB|ROOT|0|pull|VBD out|ADP|case|5 of|ADP|case|5 "
        "talks|NOUN|obl|2|talk|NNS with|ADP|case|7 Putin|PROPN|nmod|5 .|PUNCT|punct|2"
    )
    assert (names(claim), claim.status) == ({"emmanuel-macron", "vladimir-putin"}, "cancelled")


def test_who_is_due_to_meet_has_not_met_yet_even_today() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|5 is|AUX|cop|5|be|VBZ due|ADJ|advmod|5 to|ADP|fixed|3 meet|VERB|ROOT|0|meet|VB "
        "Putin|PROPN|obj|5 on|ADP|case|8 Friday|PROPN|obl|5 .|PUNCT|punct|5",
        times={"Friday": "2017-07-07"},
    )
    assert (claim.status, claim.date) == ("planned", "2017-07-07")


@pytest.mark.parametrize(
    ("governor", "status"),
    [("plans|VERB|ROOT|0|plan|VBZ", "planned"), ("hopes|VERB|ROOT|0|hope|VBZ", "proposed"),
     ("refused|VERB|ROOT|0|refuse|VBD", "refused"), ("managed|VERB|ROOT|0|manage|VBD", "held")],
)  # fmt: skip
def test_the_verb_above_decides(governor: str, status: str) -> None:
    (claim,) = found(
        f"Macron|PROPN|nsubj|2 {governor} to|PART|mark|4 meet|VERB|xcomp|2|meet|VB "
        f"Putin|PROPN|obj|4 .|PUNCT|punct|2"
    )
    assert claim.status == status


def test_what_did_not_happen_is_no_meeting() -> None:
    assert not found(
        "Macron|PROPN|nsubj|4 did|AUX|aux|4|do n't|PART|advmod|4|not meet|VERB|ROOT|0|meet|VB "
        "Putin|PROPN|obj|4 .|PUNCT|punct|4"
    )


def test_will_not_is_a_refusal() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|4 will|AUX|aux|4 not|PART|advmod|4 meet|VERB|ROOT|0|meet|VB "
        "Putin|PROPN|obj|4 .|PUNCT|punct|4"
    )
    assert claim.status == "refused"


def test_a_condition_is_no_meeting() -> None:
    assert not found(
        "If|SCONJ|mark|3 Macron|PROPN|nsubj|3 meets|VERB|advcl|7|meet|VBZ Putin|PROPN|obj|3 ,|PUNCT|punct|7 "
        "prices|NOUN|nsubj|7|price fall|VERB|ROOT|0|fall|VBP .|PUNCT|punct|7"
    )


def test_deadlines_are_not_met_with() -> None:
    assert not found(
        "Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD the|DET|det|4 deadline|NOUN|obj|2 .|PUNCT|punct|2"
    )


def test_an_invitation_is_proposed_for_its_date_not_that_of_speaking() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 confirmed|VERB|ROOT|0|confirm|VBD Saturday|PROPN|obl:unmarked|2 "
        "he|PRON|nsubj|6 had|AUX|aux|6 "
        "invited|VERB|ccomp|2|invite|VBN Putin|PROPN|obj|6 for|ADP|case|9 talks|NOUN|obl|6|talk "
        "on|ADP|case|11 "
        "Monday|PROPN|obl|6 .|PUNCT|punct|2",
        times={"Saturday": "2019-07-27", "Monday": "2019-08-19"},
        nominals={"he": (MACRON,)},
        published="2019-07-27",
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}
    assert (claim.status, claim.date) == ("proposed", "2019-08-19")


def test_an_invitation_and_the_plan_that_follows_are_one_occasion() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|3 has|AUX|aux|3 invited|VERB|ROOT|0|invite|VBN Putin|PROPN|obj|3 for|ADP|case|6 "
        "talks|NOUN|obl|3|talk on|ADP|case|8 Monday|PROPN|obl|3 .|PUNCT|punct|3",
        "The|DET|det|2 meeting|NOUN|nsubj|4 will|AUX|aux|4 take|VERB|ROOT|0|take|VB "
        "place|NOUN|obj|4 at|ADP|case|7 "
        "Bregancon|PROPN|obl|4 .|PUNCT|punct|4",
        times={"Monday": "2019-08-19"},
        places=("Bregancon",),
        published="2019-07-27",
    )
    assert (claim.status, claim.date, claim.place) == ("planned", "2019-08-19", "Bregancon")
    assert len(claim.evidence) == 2


def test_play_host_to() -> None:
    (claim,) = found(
        "Le|PROPN|flat|2 Drian|PROPN|nsubj|3 played|VERB|ROOT|0|play|VBD host|NOUN|obj|3 "
        "to|ADP|case|6 Lavrov|PROPN|obl|3 .|PUNCT|punct|3"
    )
    assert names(claim) == {"jean-yves-le-drian", "sergei-lavrov"}


def test_an_earlier_meeting_elsewhere_stays_apart() -> None:
    claims = found(
        "Lavrov|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Le|PROPN|obj|2 Drian|PROPN|flat|3 "
        "in|ADP|case|6 Paris|PROPN|obl|2 Thursday|PROPN|obl:unmarked|2 "
        ",|PUNCT|punct|2 following|VERB|case|11|follow their|PRON|nmod:poss|11 meeting|NOUN|obl|2 "
        "in|ADP|case|13 Moscow|PROPN|nmod|11 "
        "last|ADJ|amod|15 month|NOUN|nmod:unmarked|11 .|PUNCT|punct|2",
        times={"Thursday": "2017-07-06", "last month": "2017-06"},
        nominals={"their": (LAVROV, LE_DRIAN)},
        places=("Paris", "Moscow"),
    )
    assert [(c.date, c.place) for c in claims] == [("2017-07-06", "Paris"), ("2017-06", "Moscow")]
    assert names(claims[0]) == names(claims[1])


def test_talks_between_two_called_off() -> None:
    (claim,) = found(
        "Talks|NOUN|nsubj:pass|7|talk between|ADP|case|3 Paris|PROPN|nmod|1 and|CCONJ|cc|5 "
        "Moscow|PROPN|conj|3 were|AUX|aux:pass|7|be "
        "cancelled|VERB|ROOT|0|cancel|VBN .|PUNCT|punct|7",
        actors=(FRANCE, RUSSIA),
    )
    assert (names(claim), claim.status) == ({"france", "russia"}, "cancelled")


def test_a_call_for_talks_is_proposed() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 called|VERB|ROOT|0|call|VBD for|ADP|case|4 talks|NOUN|obl|2|talk "
        "with|ADP|case|6 Putin|PROPN|nmod|4 .|PUNCT|punct|2"
    )
    assert claim.status == "proposed"


def test_a_telephone_call_has_that_form() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD with|ADP|case|4 Putin|PROPN|obl|2 "
        "by|ADP|case|6 phone|NOUN|obl|2 .|PUNCT|punct|2"
    )
    assert claim.form == "call"


def test_a_visit_abroad_names_the_state_that_is_visited() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 visited|VERB|ROOT|0|visit|VBD London|PROPN|obj|2 .|PUNCT|punct|2",
        actors=(MACRON, BRITAIN),
    )
    assert (names(claim), claim.form) == ({"emmanuel-macron", "united-kingdom"}, "visit")


def test_a_body_meets_by_itself() -> None:
    (claim,) = found(
        "The|DET|det|3 Security|PROPN|compound|3 Council|PROPN|nsubj|4 met|VERB|ROOT|0|meet|VBD "
        ".|PUNCT|punct|4",
        actors=(COUNCIL,),
    )
    assert names(claim) == {"security-council"}


def test_talks_with_nobody_named_are_withheld() -> None:
    assert not found("The|DET|det|2 talks|NOUN|nsubj|3|talk failed|VERB|ROOT|0|fail|VBD .|PUNCT|punct|3")


def test_press_conferences_are_no_meetings() -> None:
    assert not found(
        "Macron|PROPN|nsubj|4 and|CCONJ|cc|3 Putin|PROPN|conj|1 held|VERB|ROOT|0|hold|VBD "
        "a|DET|det|7 press|NOUN|compound|7 "
        "conference|NOUN|obj|4 .|PUNCT|punct|4"
    )


def test_captions_make_no_claims() -> None:
    of = reading(MET)
    text = of.article.text
    caption = type(of.article)(
        **{
            **{f: getattr(of.article, f) for f in of.article.__slots__},
            "blocks": (Block(BlockKind.CAPTION, 0, len(text)),),
        }
    )
    of = type(of)(caption, of.doc, (), (), ())
    assert meetings.find(of, cast(of, MACRON, PUTIN)) == []


def test_a_third_person_makes_another_meeting() -> None:
    claims = found(
        MET,
        "He|PRON|nsubj|3 also|ADV|advmod|3 met|VERB|ROOT|0|meet|VBD May|PROPN|obj|3 .|PUNCT|punct|3",
        actors=(MACRON, PUTIN, MAY),
        nominals={"He": (MACRON,)},
    )
    assert [names(c) for c in claims] == [
        {"emmanuel-macron", "vladimir-putin"},
        {"emmanuel-macron", "theresa-may"},
    ]


def test_the_built_words_are_current() -> None:
    command = Path(__file__).parents[2] / "resources" / "build_verbs.py"
    assert subprocess.run([sys.executable, str(command), "--check"], check=False).returncode == 0


def test_several_called_by_telephone_are_several_calls() -> None:
    claims = found(
        "Macron|PROPN|nsubj|2 phoned|VERB|ROOT|0|phone|VBD Putin|PROPN|obj|2 and|CCONJ|cc|5 "
        "May|PROPN|conj|3 .|PUNCT|punct|2",
        actors=(MACRON, PUTIN, MAY),
    )
    assert [names(c) for c in claims] == [
        {"emmanuel-macron", "vladimir-putin"},
        {"emmanuel-macron", "theresa-may"},
    ]
    assert {c.form for c in claims} == {"call"}


def test_what_one_does_to_another_during_talks() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 warned|VERB|ROOT|0|warn|VBD Putin|PROPN|obj|2 during|ADP|case|5 "
        "talks|NOUN|obl|2|talk .|PUNCT|punct|2"
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}


def test_the_owner_of_what_is_met_is_not_met() -> None:
    assert not found(
        "Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Putin|PROPN|nmod:poss|5 "
        "'s|PART|case|3|'s|POS dog|NOUN|obj|2 .|PUNCT|punct|2"
    )


def test_a_newspaper_that_reports_after_a_comma_does_not_take_part() -> None:
    paper = actor("Morning Post", "organization")
    (claim,) = found(
        "Macron|PROPN|nsubj|2 met|VERB|ROOT|0|meet|VBD Putin|PROPN|obj|2 ,|PUNCT|punct|2 "
        "Morning|PROPN|compound|6 "
        "Post|PROPN|nsubj|7 reported|VERB|parataxis|2|report|VBD .|PUNCT|punct|2",
        actors=(MACRON, PUTIN, paper),
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}


def test_speaking_to_reporters_is_no_meeting() -> None:
    reporters = actor("reporters", "group")
    assert not found(
        "Macron|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD to|ADP|case|4 "
        "reporters|NOUN|obl|2|reporter .|PUNCT|punct|2",
        actors=(MACRON, reporters),
    )


def test_the_day_of_what_is_said_after_talks_is_theirs() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD on|ADP|case|4 Thursday|PROPN|obl|2 "
        "after|ADP|case|6 talks|NOUN|obl|2|talk "
        "with|ADP|case|8 Putin|PROPN|nmod|6 .|PUNCT|punct|2",
        times={"Thursday": "2017-07-06"},
    )
    assert (names(claim), claim.date) == ({"emmanuel-macron", "vladimir-putin"}, "2017-07-06")


def test_a_meeting_after_the_article_is_planned() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|2 meets|VERB|ROOT|0|meet|VBZ Putin|PROPN|obj|2 on|ADP|case|5 "
        "Monday|PROPN|obl|2 .|PUNCT|punct|2",
        times={"Monday": "2017-07-10"},
    )
    assert claim.status == "planned"


_WORDS = (
    "met",
    "talks",
    "summit",
    "invited",
    "Macron",
    "Putin",
    "with",
    "between",
    "will",
    "to",
    "visit",
    "and",
    ",",
    "not",
)
_TAGS = (("VERB", "VBD"), ("NOUN", "NNS"), ("PROPN", "NNP"), ("ADP", "IN"), ("AUX", "MD"), ("PART", "TO"))
Word = tuple[str, tuple[str, str], str, int]
_DEPS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "conj",
    "xcomp",
    "advcl",
    "acl:relcl",
    "case",
    "mark",
    "aux",
    "compound",
    "appos",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(_WORDS), st.sampled_from(_TAGS), st.sampled_from(_DEPS), st.integers(0, 9)),
        min_size=1,
        max_size=10,
    )
)
def test_whatever_the_tree_evidence_stands_where_it_says(
    words: list[tuple[str, tuple[str, str], str, int]],
) -> None:
    """Any tree in, even one that makes no sense: no crash, and every span is exact."""
    rows = []
    for i, (form, (pos, tag), dep, head) in enumerate(words):
        above = head % i + 1 if i else 0  # a word hangs on one before it, so that there are no circles
        rows.append(f"{form}|{pos}|{dep}|{above}|{form}|{tag}")
    found(" ".join(rows))


def test_another_meeting_is_not_the_one_told_of() -> None:
    held, planned = found(
        MET,
        "Macron|PROPN|nsubj|2 wants|VERB|ROOT|0|want|VBZ to|PART|mark|4 have|VERB|xcomp|2|have|VB "
        "another|DET|det|6 meeting|NOUN|obj|4 with|ADP|case|8 Putin|PROPN|nmod|6 .|PUNCT|punct|2",
    )
    assert (held.status, planned.status) == ("held", "proposed")


def test_a_date_of_another_meeting_is_not_its_own() -> None:
    claims = found(
        "Macron|PROPN|nsubj|2 wants|VERB|ROOT|0|want|VBZ to|PART|mark|4 have|VERB|xcomp|2|have|VB "
        "a|DET|det|7 second|ADJ|amod|7 meeting|NOUN|obj|4 with|ADP|case|9 Putin|PROPN|nmod|7 "
        "as|SCONJ|mark|12 critics|NOUN|nsubj|12 attack|VERB|advcl|4 his|PRON|nmod:poss|15 "
        "first|ADJ|amod|15 summit|NOUN|obj|12 with|ADP|case|17 Putin|PROPN|nmod|15 "
        "Monday|PROPN|nmod:unmarked|15 .|PUNCT|punct|2",
        nominals={"his": (MACRON,)},
        times={"Monday": "2017-07-03"},
    )
    assert sorted((c.status, c.date) for c in claims) == [("held", "2017-07-03"), ("proposed", None)]


def test_the_summit_is_what_was_called_a_summit() -> None:
    summit, call = found(
        "Macron|PROPN|nmod:poss|3 's|PART|case|1 summit|NOUN|nsubj|6 with|ADP|case|5 Putin|PROPN|nmod|3 "
        "ended|VERB|ROOT|0|end|VBD .|PUNCT|punct|6",
        "Lavrov|PROPN|nsubj|2 phoned|VERB|ROOT|0|phone|VBD Le|PROPN|flat|4 Drian|PROPN|obj|2 .|PUNCT|punct|2",
        "The|DET|det|2 summit|NOUN|nsubj|4 was|AUX|cop|4 short|ADJ|ROOT|0 .|PUNCT|punct|4",
    )
    assert names(summit) == {"emmanuel-macron", "vladimir-putin"}
    assert [e.exact for e in summit.evidence][1:] == ["The summit was short."]
    assert call.form == "call"


def test_a_clause_about_the_future_tells_of_a_plan() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|3 will|AUX|aux|3 listen|VERB|ROOT|0|listen|VB when|ADV|advmod|6 he|PRON|nsubj|6 "
        "meets|VERB|advcl|3|meet|VBZ Putin|PROPN|obj|6 .|PUNCT|punct|3",
        nominals={"he": (MACRON,)},
    )
    assert claim.status == "planned"


def test_a_day_gone_by_on_which_talks_were_offered_is_that_of_the_offer() -> None:
    (claim,) = found(
        "In|ADP|case|2 March|PROPN|obl|4 Macron|PROPN|nsubj|4 offered|VERB|ROOT|0|offer|VBD "
        "talks|NOUN|obj|4|talk with|ADP|case|7 Putin|PROPN|nmod|5 .|PUNCT|punct|4",
        times={"March": "2017-03"},
    )
    assert (claim.status, claim.date) == ("proposed", None)


def test_who_comes_along_takes_part() -> None:
    (claim,) = found(
        MET,
        "Macron|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 accompanied|VERB|ROOT|0|accompany|VBN by|ADP|case|6 "
        "Le|PROPN|flat|6 Drian|PROPN|obl:agent|3 .|PUNCT|punct|3",
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin", "jean-yves-le-drian"}


def test_what_a_noun_only_describes_is_no_second_meeting() -> None:
    (claim,) = found(
        "Macron|PROPN|nsubj|3 will|AUX|aux|3 meet|VERB|ROOT|0|meet|VB Putin|PROPN|obj|3 .|PUNCT|punct|3",
        "It|PRON|nsubj|6 would|AUX|aux|6 be|AUX|cop|6 the|DET|det|6 first|ADJ|amod|6 meeting|NOUN|ROOT|0 "
        "between|ADP|case|9 a|DET|det|9 Frenchman|NOUN|nmod|6 and|CCONJ|cc|12 a|DET|det|12 "
        "Russian|NOUN|conj|9 .|PUNCT|punct|6",
        nominals={"Frenchman": (LE_DRIAN,), "Russian": (LAVROV,)},
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}
    assert len(claim.evidence) == 2


def test_a_plural_with_several_dates_is_several_meetings() -> None:
    claims = found(
        "Two|NUM|nummod|2 summits|NOUN|nsubj|11|summit|NNS between|ADP|case|4 Macron|PROPN|nmod|2 "
        "and|CCONJ|cc|6 Putin|PROPN|conj|4 in|ADP|case|8 2000|NUM|nmod|2 and|CCONJ|cc|10 2007|NUM|conj|8 "
        "failed|VERB|ROOT|0|fail|VBD .|PUNCT|punct|11",
        times={"2000": "2000", "2007": "2007"},
    )
    assert [c.date for c in claims] == ["2000", "2007"]


def test_who_joins_a_coalition_meets_nobody() -> None:
    (claim,) = found(
        MET,
        "Macron|PROPN|nsubj|3 has|AUX|aux|3 joined|VERB|ROOT|0|join|VBN the|DET|det|5 Council|PROPN|obj|3 "
        ".|PUNCT|punct|3",
        actors=(MACRON, PUTIN, actor("Council", "igo", None)),
    )
    assert names(claim) == {"emmanuel-macron", "vladimir-putin"}

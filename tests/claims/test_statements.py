"""Statements from attributions, from verbs of saying with no cue, and from reports within reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import LAVROV, RUSSIA, actor
from claims.trees import cast, reading
from dragoman.claims import statements
from dragoman.types import Actor, Attribution, Quotation, Reading, Span, Statement

PARIS = actor("Paris", "state", "FRA")
OUTLET = actor("Tass", "organization", "RUS")


def span(of: Reading, words: str) -> Span:
    start = of.article.text.index(words)
    return Span(start, start + len(words))


def attributed(of: Reading, *parts: tuple[str | None, str, tuple[str, ...]]) -> Reading:
    """The reading with attributions of a source, a cue and contents, named by their words."""
    return replace(
        of,
        attributions=tuple(
            Attribution(
                span(of, who) if who else None, span(of, cue), tuple(span(of, c) for c in said), is_said=True
            )
            for who, cue, said in parts
        ),
    )


def told(of: Reading, *actors: Actor) -> list[tuple[str, str]]:
    """The words of each statement and who speaks."""
    found = statements.find(of, cast(of, *actors))
    return [(_words(s), ",".join(a.split(":")[-1] for a in s.speakers)) for s in found]


def _words(statement: Statement) -> str:
    return " … ".join(e.exact for e in statement.evidence)


def test_a_verb_of_saying_without_a_cue() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 said|VERB|ROOT|0|say|VBD the|DET|det|4 talks|NOUN|nsubj|5"
        " failed|VERB|ccomp|2 .|PUNCT|punct|2"
    )
    assert told(of, LAVROV) == [("the talks failed", "sergei-lavrov")]


def test_a_cue_between_the_subject_and_the_rest_parts_no_statement() -> None:
    of = reading(
        "Both|DET|det|2 sides|NOUN|nsubj|6 ,|PUNCT|punct|2 Lavrov|PROPN|nsubj|5 said|VERB|ROOT|0|say|VBD "
        "failed|VERB|ccomp|5|fail|VBD utterly|ADV|advmod|6 .|PUNCT|punct|5"
    )
    of = attributed(of, ("Lavrov", "said", ("Both sides",)), ("Lavrov", "said", ("failed utterly",)))
    assert told(of, LAVROV) == [("Both sides … failed utterly", "sergei-lavrov")]


def test_what_is_only_supposed_is_no_report() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|3 might|AUX|aux|3 say|VERB|ROOT|0|say|VB the|DET|det|5 talks|NOUN|nsubj|6"
        " failed|VERB|ccomp|3 .|PUNCT|punct|3"
    )
    assert told(of, LAVROV) == []


def test_a_report_within_a_report_is_two_statements() -> None:
    of = reading(
        "Paris|PROPN|nsubj|2 said|VERB|ROOT|0|say|VBD that|SCONJ|mark|5 Lavrov|PROPN|nsubj|5"
        " agreed|VERB|ccomp|2|agree|VBD"
        " that|SCONJ|mark|9 talks|NOUN|nsubj|9 should|AUX|aux|9 begin|VERB|ccomp|5 .|PUNCT|punct|2"
    )
    of = attributed(of, ("Paris", "said", ("Lavrov agreed that talks should begin",)))
    assert told(of, PARIS, LAVROV) == [
        ("Lavrov agreed that talks should begin", "paris"),
        ("talks should begin", "sergei-lavrov"),
    ]


def test_a_content_that_another_verb_governs_is_a_statement_of_its_own() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 denounced|VERB|ROOT|0|denounce|VBD the|DET|det|4 sanctions|NOUN|obj|2"
        " and|CCONJ|cc|6"
        " warned|VERB|conj|2|warn|VBD that|SCONJ|mark|9 talks|NOUN|nsubj|9 stall|VERB|ccomp|6 .|PUNCT|punct|2"
    )
    of = attributed(of, ("Lavrov", "denounced", ("the sanctions", "talks stall")))
    assert told(of, LAVROV) == [("the sanctions", "sergei-lavrov"), ("talks stall", "sergei-lavrov")]


def test_who_is_quoted_by_an_outlet_speaks() -> None:
    of = reading(
        "Tass|PROPN|nsubj|2 quoted|VERB|ROOT|0|quote|VBD Lavrov|PROPN|obj|2 as|SCONJ|mark|5"
        " saying|VERB|advcl|2|say|VBG"
        " that|SCONJ|mark|8 talks|NOUN|nsubj|8 stall|VERB|ccomp|5 .|PUNCT|punct|2"
    )
    of = attributed(of, ("Tass", "quoted", ("talks stall",)))
    assert told(of, OUTLET, LAVROV) == [("talks stall", "sergei-lavrov")]


def test_a_thought_is_no_statement() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 hopes|VERB|ROOT|0|hope|VBZ that|SCONJ|mark|5 talks|NOUN|nsubj|5"
        " begin|VERB|ccomp|2 .|PUNCT|punct|2"
    )
    assert told(attributed(of, ("Lavrov", "hopes", ("talks begin",))), LAVROV) == []


def test_a_paraphrase_of_a_word_or_of_nobody_is_left_out() -> None:
    of = reading("Lavrov|PROPN|nsubj|2 rejected|VERB|ROOT|0|reject|VBD talks|NOUN|obj|2 .|PUNCT|punct|2")
    assert told(attributed(of, ("Lavrov", "rejected", ("talks",))), LAVROV) == []
    of = reading(
        "It|PRON|expl|2 said|VERB|ROOT|0|say|VBD talks|NOUN|nsubj|4 begin|VERB|ccomp|2"
        " soon|ADV|advmod|4 .|PUNCT|punct|2"
    )
    assert told(attributed(of, (None, "said", ("talks begin soon",))), RUSSIA) == []


def test_a_verb_whose_object_is_what_was_said() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 rejected|VERB|ROOT|0|reject|VBD the|DET|det|5 new|ADJ|amod|5"
        " sanctions|NOUN|obj|2 .|PUNCT|punct|2"
    )
    assert told(of, LAVROV) == [("the new sanctions", "sergei-lavrov")]


def test_what_somebody_is_asked_to_do() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 urged|VERB|ROOT|0|urge|VBD Paris|PROPN|obj|2 to|PART|mark|5"
        " lift|VERB|xcomp|2|lift|VB the|DET|det|7 embargo|NOUN|obj|5 .|PUNCT|punct|2"
    )
    assert told(of, LAVROV) == [("to lift the embargo", "sergei-lavrov")]


def test_a_subject_that_was_talked_of_is_no_statement() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 discussed|VERB|ROOT|0|discuss|VBD the|DET|det|4 embargo|NOUN|obj|2"
        " in|ADP|case|6 detail|NOUN|obl|2 .|PUNCT|punct|2"
    )
    assert told(attributed(of, ("Lavrov", "discussed", ("the embargo in detail",))), LAVROV) == []


def test_a_remark_of_the_reporter_is_cut() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 said|VERB|ROOT|0|say|VBD the|DET|det|4 talks|NOUN|nsubj|5"
        " failed|VERB|ccomp|2|fail|VBD ,|PUNCT|punct|7 leaving|VERB|advcl|5|leave|VBG"
        " nobody|PRON|obj|7 surprised|ADJ|xcomp|7 .|PUNCT|punct|2"
    )
    of = attributed(of, ("Lavrov", "said", ("the talks failed, leaving nobody surprised",)))
    assert told(of, LAVROV) == [("the talks failed", "sergei-lavrov")]


def test_an_outlet_that_closes_a_sentence_tells_all_of_it() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 said|VERB|ccomp|8|say|VBD the|DET|det|4 talks|NOUN|nsubj|5"
        " failed|VERB|ccomp|2|fail|VBD ,|PUNCT|punct|8 Tass|PROPN|nsubj|8 reported|VERB|ROOT|0|report|VBD"
        " .|PUNCT|punct|8"
    )
    assert told(of, LAVROV, OUTLET) == [
        ("Lavrov said the talks failed", "tass"),
        ("the talks failed", "sergei-lavrov"),
    ]


def test_an_outlet_according_to_which_somebody_spoke() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|2 said|VERB|ROOT|0|say|VBD the|DET|det|4 talks|NOUN|nsubj|5"
        " failed|VERB|ccomp|2|fail|VBD ,|PUNCT|punct|9 according|VERB|case|9 to|ADP|fixed|7 Tass|PROPN|obl|2"
        " .|PUNCT|punct|2"
    )
    assert told(of, LAVROV, OUTLET) == [
        ("Lavrov said the talks failed", "tass"),
        ("the talks failed", "sergei-lavrov"),
    ]


def test_words_belong_to_the_verb_that_they_hang_on_not_to_who_passed_them_on() -> None:
    of = reading(
        "According|VERB|case|3|accord|VBG to|ADP|fixed|1 Paris|PROPN|obl|6 ,|PUNCT|punct|6"
        " Lavrov|PROPN|nsubj|6 says|VERB|ROOT|0|say|VBZ talks|NOUN|nsubj|8 stall|VERB|ccomp|6|stall|VBP"
        " .|PUNCT|punct|6"
    )
    of = attributed(of, ("Paris", "According to", ("talks stall",)))
    assert told(of, PARIS, LAVROV) == [("talks stall", "sergei-lavrov")]


@pytest.mark.parametrize(
    "introduction",
    [
        "Lavrov|PROPN|nsubj|2 answered|VERB|ROOT|0|answer|VBD briefly|ADV|advmod|2 :|PUNCT|punct|2",
        (
            "Paris|PROPN|nsubj|2 waits|VERB|ROOT|0|wait|VBZ ,|PUNCT|punct|6 as|SCONJ|mark|6 "
            "Lavrov|PROPN|nsubj|6 says|VERB|advcl|2|say|VBZ :|PUNCT|punct|2"
        ),
    ],
)
def test_a_quotation_belongs_to_who_is_introduced_with_a_colon(introduction: str) -> None:
    of = reading(
        "Paris|PROPN|nsubj|2 waits|VERB|ROOT|0|wait|VBZ .|PUNCT|punct|2",
        introduction,
        "“|PUNCT|punct|3 Nobody|PRON|nsubj|3 expects|VERB|ROOT|0|expect|VBZ any|DET|det|5 talks|NOUN|obj|3"
        " .|PUNCT|punct|3 ”|PUNCT|punct|3",
    )
    inner = span(of, "Nobody expects any talks")
    outer = Span(of.article.text.index("“"), of.article.text.index("”") + 1)
    of = replace(
        of,
        quotations=(Quotation(outer, inner),),
        attributions=(Attribution(None, None, (inner,), is_said=True),),
    )
    assert told(of, PARIS, LAVROV) == [("Nobody expects any talks", "sergei-lavrov")]


def test_who_writes_in_a_tweet_speaks_not_the_tweet() -> None:
    of = reading(
        "Lavrov|PROPN|nsubj|5 in|ADP|case|4 a|DET|det|4 tweet|NOUN|obl|5 wrote|VERB|ROOT|0|write|VBD"
        " that|SCONJ|mark|8 talks|NOUN|nsubj|8 stall|VERB|ccomp|5|stall|VBP .|PUNCT|punct|5"
    )
    of = attributed(of, ("a tweet", "wrote", ("talks stall",)))
    assert told(of, LAVROV) == [("talks stall", "sergei-lavrov")]

"""Who speaks by the tree, where the model links somebody else to a cue."""

from __future__ import annotations

from claims.trees import reading
from dragoman.language import subjects
from dragoman.types import Span

SOME_SAY = reading(
    "Lavrov|PROPN|nsubj|2 spoke|VERB|ROOT|0|speak|VBD ,|PUNCT|punct|6 but|CCONJ|cc|6 some|DET|nsubj|6 "
    "say|VERB|conj|2|say|VBP it|PRON|nsubj|8 failed|VERB|ccomp|6|fail|VBD .|PUNCT|punct|2"
)
HE_SAID = reading("Lavrov|PROPN|nsubj|2 left|VERB|ROOT|0|leave|VBD and|CCONJ|cc|5 he|PRON|nsubj|5 "
                  "said|VERB|conj|2|say|VBD so|ADV|advmod|5 .|PUNCT|punct|2")  # fmt: skip


def source(of: object, cue: str, found: str | None) -> str | None:
    text = of.article.text
    spans = [Span(text.index(w), text.index(w) + len(w)) if w else None for w in (cue, found)]
    span = subjects.source(of.doc, *spans)
    return text[span.start : span.end] if span else None


def test_the_subject_of_the_cue_speaks_whoever_spoke_before() -> None:
    assert source(SOME_SAY, "say", "Lavrov") == "some"
    assert source(SOME_SAY, "say", None) == "some"


def test_the_model_stands_where_it_names_the_subject_and_where_that_is_a_pronoun() -> None:
    assert source(SOME_SAY, "spoke", "Lavrov") == "Lavrov"
    assert source(HE_SAID, "said", "Lavrov") == "Lavrov"
    assert source(HE_SAID, "said", None) is None

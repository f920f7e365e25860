"""Sentences: where they start in news, and that they never cross a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import words
from dragoman.language.sentences import split
from dragoman.types import Span


def sentences(text: str, *blocks: tuple[int, int]) -> list[str]:
    """The sentences of a text, white space at their ends left out."""
    tokens = words.split(text)
    spans = [Span(*block) for block in blocks] or [Span(0, len(text))]
    starts = [tokens[index].start for index in split(text, tokens, spans)]
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "sentence_list",
    [
        ["The talks ended.", "Nobody spoke."],
        ["“We agree,” he said.", "“We always have.”", "Then he left."],
        ["He called it “a start.”", "Paris was silent."],
        ["“It is late.", "We must act.", "Now.”", "She sat down."],
        ["(He declined.)", "The others came."],
        ['He said: "It is over."', '"Is it?" came the answer.', "It was."],
        ["They left at 5 p.m.", "Talks go on today."],
        ["They live in the U.S.", "The others do not."],
    ],
)
def test_sentences_part(sentence_list: list[str]) -> None:
    """Closing marks stay with the sentence that they close."""
    assert sentences(" ".join(sentence_list)) == sentence_list


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. President met Gen. Mark A. Miley and Mr. Pompeo on Sept. 5 at No. 10.",
        "Prices rose by approx. half, they said.",
        "They met at 5 p.m. Moscow time on Tuesday.",
        "“Where do we stand?” Lavrov asked.",
        "“Never!” he shouted.",
        "He waited ... and waited … and left.",
        "John F. Kennedy Jr. Airport of Acme Inc. Holdings is closed.",
    ],
)
def test_stops_within_a_sentence(sentence: str) -> None:
    """Abbreviations, initials, titles, questions with a speaker and ellipses end nothing."""
    assert sentences(sentence) == [sentence]


def test_a_missing_space_is_forgiven() -> None:
    """A full stop glued to a capital still ends the sentence."""
    assert sentences("The talks ended.They left.") == ["The talks ended.", "They left."]


def test_a_mark_that_closes_a_quotation_belongs_to_its_sentence() -> None:
    assert sentences('He said "we met." The talks went on."They failed," she said.') == [
        'He said "we met."',
        "The talks went on.",
        '"They failed," she said.',
    ]


def test_blocks_and_blank_lines_part_sentences() -> None:
    """A headline without a full stop is a sentence of its own."""
    text = "Talks in Paris\nthe ministers met"
    assert sentences(text) == [text]
    assert sentences(text, (0, 14), (15, len(text))) == ["Talks in Paris", "the ministers met"]
    assert sentences("Talks in Paris\n\nthe ministers met") == ["Talks in Paris", "the ministers met"]


@given(st.text(alphabet=st.sampled_from("aA.!?…“”\"' \n(U9")), st.integers(0, 20), st.integers(0, 20))
def test_starts_rise_from_the_first_word(text: str, start: int, length: int) -> None:
    """Starts are strictly rising indices, and each block's first word is one."""
    tokens = words.split(text)
    block = Span(start, start + length)
    starts = split(text, tokens, [block])
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if tokens else [])
    inside = [index for index, token in enumerate(tokens) if block.contains(token)]
    assert not inside or not length or inside[0] in starts or tokens[inside[0]].start > block.start

"""Quotations: marks of every shape, missing and doubled, and quotations over several paragraphs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.quotations import find
from dragoman.types import Quotation, Span


def lines(text: str) -> list[Span]:
    """A block for each line that is not blank."""
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text whose lines are its blocks."""
    return find(text, lines(text))


def inner(text: str) -> list[str]:
    """The words of each quotation."""
    return [text[q.inner.start : q.inner.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We agree." Then: "No."', ["We agree.", "No."]),
        ("“We agree,” he said. “We always have.”", ["We agree,", "We always have."]),
        ("« Nous sommes là », dit-il.", ["Nous sommes là"]),
        ("»Nein«, sagte er. „Ja“, sagte sie.", ["Nein", "Ja"]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("The “experts” left.", ["experts"]),
        ("‘We don’t agree,’ he said.", ["We don’t agree,"]),
        ("It's 'a start' for the ministers' talks, he said.", ["a start"]),
        ("The '90s, rock 'n' roll and the ministers' wives.", []),
        ("The ministers' talks and the presidents' visit.", []),
    ],
)
def test_marks_of_every_shape(text: str, expected: list[str]) -> None:
    """The marks stay outside, apostrophes are no marks."""
    assert inner(text) == expected
    assert all(q.closed and not q.continues for q in quotations(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("“He told me “no” twice,” she said.", ["He told me “no” twice,"]),
        ('"He told me "no" twice," she said.', ['He told me "no" twice,']),
        ("‘He told me “no” twice,’ she said.", ["He told me “no” twice,"]),
    ],
)
def test_only_the_outermost_is_reported(text: str, expected: list[str]) -> None:
    """A quotation within a quotation is part of it."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“We agree," he said. "We do.”', ["We agree,", "We do."]),
        ('"We agree," he said." Then he left.', ["We agree,"]),
        ("“We agree, ”he said. “We do.”", ["We agree,", "We do."]),
        ('It was over."There is no more," he said.', ["There is no more,"]),
        ('The board measures 10" and 12" across.', []),
        ("We want peace,” the envoy said.", ["We want peace,"]),
        ('An empty pair "" and a lone mark " .', []),
    ],
)
def test_wrong_marks(text: str, expected: list[str]) -> None:
    """Mixed, doubled, misplaced and missing marks do no more harm than they must."""
    assert inner(text) == expected


def test_a_quotation_over_paragraphs() -> None:
    """The opening mark is repeated, the closing mark stands at the end only."""
    text = "“We began.\n“We went on.\n“We ended,” he said. “Truly.”"
    flags = [(q.closed, q.continues) for q in quotations(text)]
    assert inner(text) == ["We began.", "We went on.", "We ended,", "Truly."]
    assert flags == [(False, False), (False, True), (True, True), (True, False)]


def test_a_caption_may_stand_between() -> None:
    """A short block without marks does not break a quotation that runs on."""
    first, second = quotations("“We began.\nThe minister in Paris\n“We ended,” he said.")
    assert (first.closed, second.continues) == (False, True)


def test_a_missing_closing_mark_ends_with_its_sentence() -> None:
    """Where nothing runs on, words that began amid a sentence end with it."""
    text = "He spoke of “a deal. The others were silent.\nNobody moved."
    (quotation,) = quotations(text)
    assert inner(text) == ["a deal."]
    assert not quotation.closed
    assert text[quotation.outer.start] == "“"


@given(st.text(alphabet=st.sampled_from("aB \n.,?\"'“”‘’«»„`s-"), max_size=60))
def test_spans_are_sound(text: str) -> None:
    """Quotations are ordered, lie within one block each, and hold something."""
    blocks = lines(text)
    found = find(text, blocks)
    past = 0
    for quotation in found:
        assert quotation.outer.start >= past
        assert quotation.outer.contains(quotation.inner)
        assert any(block.contains(quotation.outer) for block in blocks)
        assert text[quotation.inner.start : quotation.inner.end].strip()
        past = quotation.outer.end

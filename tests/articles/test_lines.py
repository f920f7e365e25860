"""Lines of a text, and paragraphs wrapped at a fixed width."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles import lines

PARAGRAPH = (
    "The delegations of the two republics adjourned their talks on the common border on Tuesday without "
    "setting a date for another round, a spokesman for the host said after a long evening."
)


def test_a_wrapped_paragraph_is_one_line() -> None:
    text = "Talks adjourn\n\n" + "\n\n".join(fill(PARAGRAPH, 72) for _ in range(3))
    found = lines.split(text)
    assert [line.text.replace("\n", " ") for line in found] == ["Talks adjourn", *[PARAGRAPH] * 3]
    assert all(text[line.start : line.end] == line.text for line in found)


def test_indented_paragraphs_are_told_apart() -> None:
    text = "\n".join("    " + fill(PARAGRAPH, 72) for _ in range(3))
    assert len(lines.split(text)) == 3


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    assert len(lines.split("\n".join([PARAGRAPH] * 8))) == 8
    assert len(lines.split("\n".join(["A headline of some fifty letters about the talks"] * 2))) == 2


def test_the_gap_is_the_number_of_blank_lines() -> None:
    assert [line.gap for line in lines.split("\nOne\n\n \nTwo\nThree")] == [1, 2, 0]


@given(st.text(alphabet="ab .\n\t\u00a0", max_size=200))
def test_lines_hold_all_that_is_not_white_space(text: str) -> None:
    found = lines.split(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() for line in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert sum(len("".join(line.text.split())) for line in found) == len("".join(text.split()))

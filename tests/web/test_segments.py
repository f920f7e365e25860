"""A text cut where claims begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.segments import Stretch, cut

TEXTS = st.text(max_size=60)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, list[Stretch]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    some = draw(st.lists(st.tuples(places, places, st.sampled_from("abcd")), max_size=8))
    return text, [Stretch(min(a, b), max(a, b), record) for a, b, record in some]


@given(stretches(), st.data())
def test_the_pieces_are_the_text_and_each_letter_has_its_records(
    given_: tuple[str, list[Stretch]], data: st.DataObject
) -> None:
    text, some = given_
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = list(cut(text, start, end, some))
    assert "".join(piece.text for piece in pieces) == text[start:end]
    for piece in pieces:
        assert piece.text == text[piece.start : piece.start + len(piece.text)]
        for at in range(piece.start, piece.start + len(piece.text)):
            assert set(piece.records) == {one.record for one in some if one.start <= at < one.end}


def test_the_shortest_of_overlapping_claims_comes_first() -> None:
    pieces = list(cut("abcdef", 0, 6, [Stretch(0, 6, "all"), Stretch(2, 4, "part")]))
    assert [(piece.text, piece.records) for piece in pieces] == [
        ("ab", ("all",)),
        ("cd", ("part", "all")),
        ("ef", ("all",)),
    ]


@given(stretches())
def test_every_stretch_begins_a_piece(given_: tuple[str, list[Stretch]]) -> None:
    text, some = given_
    starts = {piece.start for piece in cut(text, 0, len(text), some)}
    assert {one.start for one in some if one.start < one.end} <= starts

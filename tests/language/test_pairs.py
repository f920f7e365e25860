"""The classifier of pairs: what a word is to a pair, and what the model that ships makes of clear cases."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ModelUnavailable
from dragoman.language import doc, pairs, reader
from dragoman.language.model import load
from dragoman.language.pairs import ROLES, Pair
from dragoman.types import Span


def tree(text: str) -> doc.Doc:
    words = reader.read(text, [Span(0, len(text))], load())
    return doc.build(text, words.spans, doc.layers(words.passages))


def judged(text: str, source: str, target: str) -> str:
    """The likeliest type of a pair of single words."""
    parsed = tree(text)
    named = [[t for t in parsed if t.text == word] for word in (source, target)]
    (found,) = pairs.judge([(parsed[:], *named)])
    return max(found, key=found.__getitem__)


def test_roles() -> None:
    #        0       1     2         3    4       5
    words = ("Paris", "has", "accused", "the", "rebels", "'", "leader")
    heads = (2, 2, 2, 4, 6, 4, 2)
    pair = Pair(words, heads, frozenset({0}), frozenset({3, 4}))
    assert [ROLES[r] for r in pairs.roles(pair)] == [
        "source", "none", "top", "target", "target", "none", "path",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ({0}, set(), ["source", "top"]),
        (set(), {0}, ["target", "top"]),
        (set(), set(), ["none", "none"]),
        ({1}, set(), ["none", "source"]),
    ],
)
def test_roles_where_one_is_not_named(source: set[int], target: set[int], expected: list[str]) -> None:
    pair = Pair(("It", "fell"), (1, 1), frozenset(source), frozenset(target))
    assert [ROLES[r] for r in pairs.roles(pair)] == expected


@given(st.data())
def test_any_tree_has_roles(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 9))
    heads = tuple(data.draw(st.integers(0, max(0, i - 1))) for i in range(size))
    named = st.frozensets(st.integers(0, size - 1))
    source, target = data.draw(named), data.draw(named)
    found = pairs.roles(Pair(("w",) * size, heads, source, target))
    assert {i for i, r in enumerate(found) if ROLES[r] == "source"} == source
    assert {i for i, r in enumerate(found) if ROLES[r] == "target"} == target - source


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("France condemned Russia on Monday.", "France", "Russia", "ACCUSE"),
        ("Turkey refused to let Sweden join.", "Turkey", "Sweden", "REJECT"),
        ("Russia was bombed by Ukraine overnight.", "Ukraine", "Russia", "ASSAULT"),
        ("Norway broke off relations with Belarus.", "Norway", "Belarus", "SANCTION"),
        ("Egypt urged Israel to open the crossing.", "Egypt", "Israel", "REQUEST"),
        ("Japan donated tents to Nepal.", "Japan", "Nepal", "AID"),
        ("Qatar will provide aid to Lebanon next year.", "Qatar", "Lebanon", "AGREE"),
    ],
)
def test_clear_cases(text: str, source: str, target: str, expected: str) -> None:
    assert judged(text, source, target) == expected


def test_probabilities_in_the_order_asked() -> None:
    long, short = tree("France, its minister said late on Monday, condemned Russia."), tree("Iran met Iraq.")
    asked = [(long[:], [long[0]], [long[-2]]), (short[:], [short[0]], [short[2]])]
    classifier = pairs.load()
    found = classifier.classify([pairs.of_sentence(*one) for one in asked])
    assert found.shape == (2, len(classifier.types))
    assert np.allclose(found.sum(axis=1), 1, atol=1e-4)
    assert [classifier.types[i] for i in found.argmax(axis=1)] == ["ACCUSE", "CONSULT"]
    assert classifier.classify([]).shape == (0, len(classifier.types))


def test_white_space_is_no_word() -> None:
    parsed = tree("Iran  met\nIraq.")
    pair = pairs.of_sentence(parsed[:], [parsed[0]], [parsed[-2]])
    assert pair.words == ("Iran", "met", "Iraq", ".")
    assert [ROLES[r] for r in pairs.roles(pair)] == ["source", "top", "target", "none"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        pairs.load(tmp_path)

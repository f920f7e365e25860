"""The lower layers of the model that ships, as its file has them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelUnavailable
from dragoman.language.lower import Lower
from dragoman.language.model import FOLDER


def test_a_sentence_is_a_row_for_each_piece() -> None:
    (seen,) = Lower(FOLDER).see([("Lavrov", "arrived", ".")])
    assert seen.vectors.shape == (len(seen.spread([1, 1, 1])), 384)
    assert np.isfinite(seen.vectors).all()


def test_a_word_s_value_is_that_of_its_pieces() -> None:
    (seen,) = Lower(FOLDER).see([("Paris", "denuclearization", "failed")])
    assert [value for value, _ in groupby(seen.spread([5, 6, 7]))] == [0, 5, 6, 7, 0]


def test_what_is_beside_a_sentence_in_its_batch_changes_nothing() -> None:
    lower = Lower(FOLDER)
    alone, beside = ("Putin", "spoke"), ("The", "two", "presidents", "met", "in", "Helsinki")
    (one,) = lower.see([alone])
    two, _ = lower.see([alone, beside])
    assert np.allclose(one.vectors, two.vectors, atol=0.2)  # eight-bit products depend on what is beside them


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        Lower(tmp_path)

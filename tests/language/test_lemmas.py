"""Dictionary forms: regular, irregular, of closed classes, and of names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lemmas import lemma

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize(
    ("words", "upos", "xpos", "bases"),
    [
        ("met said withdrew foresaw fled vetoed", "VERB", "VBD", "meet say withdraw foresee flee veto"),
        ("urged denied slammed condemned invited", "VERB", "VBN", "urge deny slam condemn invite"),
        ("making planning lying offering agreeing", "VERB", "VBG", "make plan lie offer agree"),
        ("goes tries urges meets reaches", "VERB", "VBZ", "go try urge meet reach"),
        (
            "talks allies crises women wives headquarters",
            "NOUN",
            "NNS",
            "talk ally crisis woman wife headquarters",
        ),
        ("larger happier bigger better", "ADJ", "JJR", "large happy big good"),
        ("was did had", "AUX", "VBD", "be do have"),
        ("Russians States", "PROPN", "NNPS", "Russian State"),
        ("Lavrov Paris UN", "PROPN", "NNP", "Lavrov Paris UN"),
    ],
)
def test_bases(words: str, upos: str, xpos: str, bases: str) -> None:
    """Each form leads to its base."""
    assert [lemma(word, upos, xpos) for word in words.split()] == bases.split()


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "base"),
    [
        ("n’t", "PART", "RB", "not"),
        ("’s", "AUX", "VBZ", "be"),
        ("'s", "PART", "POS", "'s"),
        ("wo", "AUX", "MD", "will"),
        ("them", "PRON", "PRP", "they"),
        ("Talks", "NOUN", "NNS", "talk"),
        ("Russian", "ADJ", "JJ", "Russian"),
        ("New", "ADJ", "JJ", "new"),
        ("10,000", "NUM", "CD", "10000"),
        ("saw", "NOUN", "NN", "saw"),
        ("saw", "VERB", "VBD", "see"),
    ],
)
def test_closed_classes_capitals_and_kinds(word: str, upos: str, xpos: str, base: str) -> None:
    """The part of speech decides between forms that look alike."""
    assert lemma(word, upos, xpos) == base


@given(
    st.text(max_size=20),
    st.sampled_from(["VERB", "NOUN", "PROPN", "X"]),
    st.sampled_from(["VBD", "NNS", "JJ", ""]),
)
def test_any_word_has_a_base(word: str, upos: str, xpos: str) -> None:
    """No text and no tag is refused."""
    assert bool(lemma(word, upos, xpos)) == bool(word)


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the folder shared beside the repository: it holds the treebanks"
)
def test_bases_of_the_treebank() -> None:
    """Verbs, nouns and adjectives of EWT's development part, misprints left out."""
    path = SHARED / "corpora" / "ud-ewt" / "en_ewt-ud-dev.conllu"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line[:1].isdigit()]
    wanted = [row for row in rows if row[3] in {"VERB", "NOUN", "ADJ"} and "Typo=Yes" not in row[5]]
    right = sum(lemma(row[1], row[3], row[4]) == row[2] for row in wanted)
    assert right / len(wanted) > 0.98

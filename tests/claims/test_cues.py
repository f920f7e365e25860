"""Which words report speech."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.claims import cues
from dragoman.claims.cues import Sense

VOCAB = spacy.blank("en").vocab
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    ("words", "lemmas", "pos", "sense"),
    [
        (["said"], ["say"], ["VERB"], Sense.SPEECH),
        (["according", "to"], ["accord", "to"], ["VERB", "ADP"], Sense.SPEECH),
        (["hopes"], ["hope"], ["VERB"], Sense.PRIVATE),
        (["walked"], ["walk"], ["VERB"], Sense.OTHER),
        (["declined", "to", "say"], ["decline", "to", "say"], ["VERB", "PART", "VERB"], Sense.DENIED),
    ],
)
def test_sense(words: list[str], lemmas: list[str], pos: list[str], sense: Sense) -> None:
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=lemmas,
        pos=pos,
        heads=[0] * len(words),
        deps=["ROOT"] + ["dep"] * (len(words) - 1),
    )
    assert cues.sense(doc[:]) == sense


def test_a_negated_cue_reports_nothing() -> None:
    doc = Doc(
        VOCAB,
        words=["did", "not", "say"],
        lemmas=["do", "not", "say"],
        pos=["AUX", "PART", "VERB"],
        heads=[2, 2, 2],
        deps=["aux", "advmod", "ROOT"],
    )
    assert cues.sense(doc[2:3]) == Sense.DENIED


def test_the_built_file_is_current() -> None:
    build = ROOT / "resources" / "build_cues.py"
    assert subprocess.run([sys.executable, str(build), "--check"], check=False).returncode == 0

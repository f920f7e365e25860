"""The scores of pairs, on probabilities and a file made by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evaluation import __main__ as command
from evaluation import plover

TYPES = ("ACCUSE", "AID", "REJECT", "NONE")
FOUND = np.array([[0.9, 0.0, 0.1, 0.0], [0.5, 0.1, 0.2, 0.2], [0.0, 0.4, 0.0, 0.6], [0.3, 0.1, 0.6, 0.0]])


def test_scores() -> None:
    scores = plover.scored(FOUND, TYPES, ["ACCUSE", "REJECT", "AID", "REJECT"], [3, 3, 2, 3])
    assert scores["roots"]["right"] == 3 / 4
    assert scores["types"]["REJECT"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "pairs": 2}
    assert scores["roots"]["f1"] == pytest.approx((0.6667 + 0.6667 + 1) / 3)
    assert scores["quads"] == {"f1": 1.0, "right": 1.0}


def test_a_higher_threshold_withholds_more() -> None:
    thresholds = plover.scored(FOUND, TYPES, ["ACCUSE", "REJECT", "AID", "REJECT"], [3, 3, 2, 3])[
        "thresholds"
    ]
    assert thresholds["0.0"] == {"precision": 0.75, "recall": 0.75, "coverage": 1.0}
    assert thresholds["0.6"] == {"precision": 1.0, "recall": 0.5, "coverage": 0.5}
    assert thresholds["0.9"]["coverage"] == 0.25


def test_a_file_in_the_published_layout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "PLV_made.tsv"
    rows = [
        "\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root",
        "\t1\tFrance condemned Russia.\t<s>France</s> condemned <t>Russia</t>.\tFrance\tRussia\t3\tACCUSE",
        "\t2\tJapan bombed Peru.\t<s>Japan</s> bombed <t>Peru</t>.\tJapan\tPeru\t4\tASSAULT",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert command.main(["plover", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "roots         f1 1.000  right 1.000" in shown
    assert "ACCUSE" in shown

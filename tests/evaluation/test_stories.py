"""Stories against BASIL's layout: what is counted, over two stories of the project's own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import stories
from test_stories import QUAKE, QUAKE_TOO, VOTE


def test_b_cubed_counts_each_article() -> None:
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    found = stories.b_cubed(gold, {"a": "x", "b": "x", "c": "x", "d": "y"}, gold)
    assert found["precision"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found["recall"] == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_the_layout_is_read_and_stories_found(tmp_path: Path) -> None:
    for n, (story, text) in enumerate([("s1", QUAKE), ("s1", QUAKE_TOO), ("s2", VOTE)]):
        path = tmp_path / "articles" / "2017" / f"{story}_{n}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        given = {
            "body-paragraphs": [[text]], "url": None, "source": "wire", "title": text[:20],
            "date": "2017-07-07", "triplet-uuid": story,
        }  # fmt: skip
        path.write_text(json.dumps(given), encoding="utf-8")
    found = stories.score(tmp_path, errors=5)
    assert found["all"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["stories"] == {"gold": 2, "found": 2}
    assert found["errors"] == []
    assert set(found["only"]) < set(found["without"])

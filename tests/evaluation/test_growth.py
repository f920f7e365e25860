"""The growth of a store is measured with articles made from a few: their evidence must stand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from evaluation import growth

TEXT = "PARIS, July 6 (Example) - {} met Sergei Lavrov in Paris on Thursday. “We agree on much,” {} said."


def test_made_articles_are_written_as_others(tmp_path: Path) -> None:
    sample = tmp_path / "sample.jsonl.gz"
    names = ("Jean-Yves Le Drian", "Boris Johnson", "Sigmar Gabriel")
    lines = [
        json.dumps({"text": TEXT.format(n, n), "published": f"2017-07-0{6 + i}"}) for i, n in enumerate(names)
    ]
    sample.write_bytes(gzip.compress("\n".join(lines).encode()))

    scores = growth.score([sample], articles=100, read=2)

    assert scores["read"]["articles"] == 2
    assert scores["at    100"]["ms"] > 0
    assert scores["growth"]["ratio"] > 0

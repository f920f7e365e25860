"""The pages under cases/ and what each must give.

To write down what the pages give now, for a person to check: python tests/articles/test_cases.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman import articles
from dragoman.types import Page

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


def given(case: Path) -> dict[str, Any]:
    path = next(case.glob("page.*"))
    page = Page(f"{case.name}/{path.name}", path.read_bytes(), media_type=MEDIA_TYPES[path.suffix])
    parsed = articles.parse(page)
    return {
        "articles": [
            {
                "title": article.title,
                "source": article.source,
                "url": article.url,
                "published": article.published,
                "blocks": [
                    [block.kind.value, article.text[block.start : block.end]] for block in article.blocks
                ],
            }
            for article in parsed.articles
        ],
        "refusals": [[refusal.code, refusal.reason] for refusal in parsed.refusals],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_gives_its_articles_with_their_blocks(case: Path) -> None:
    assert given(case) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for each in CASES:
        (each / "expected.json").write_text(
            json.dumps(given(each), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )

"""What holds of the articles beside the repository, where they are there."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from dragoman import articles, sources
from dragoman.articles import lines, splitting
from dragoman.types import Article, Page

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason="needs the folder shared beside the repository: it holds the texts"
    ),
]


def read(folder: Path) -> list[Article]:
    pages = [page for page in sources.fetch([str(folder)]) if isinstance(page, Page)]
    return [article for page in pages for article in articles.parse(page).articles]


def test_the_seeds_are_three_articles_each_with_its_date() -> None:
    first, second, third = read(SHARED / "seeds")
    assert first.published == "2017-07-07T09:31"
    assert first.source == "World Bulletin"
    assert second.page == third.page
    for article, name in (
        (first, "paris_worldbulletin"),
        (second, "paris_thelocal"),
        (third, "bregancon_thelocal"),
    ):
        assert article.text.strip() == (GOLD / "texts" / f"seed_{name}.txt").read_text("utf-8").strip()


def test_every_gold_article_is_one_with_its_text_unchanged_and_its_date() -> None:
    found = read(GOLD / "texts")
    assert len(found) == len(list((GOLD / "texts").glob("*.txt")))
    for article in found:
        path = Path(article.page)
        meta = json.loads(path.with_suffix(".meta.json").read_text("utf-8"))
        assert article.text == path.read_text("utf-8")
        assert (article.published or "").startswith(meta["published"] or "")


def test_nearly_all_that_gold_annotates_stands_in_blocks_that_make_claims() -> None:
    spans = lost = 0
    for article in read(GOLD / "texts"):
        for exact in annotated(Path(article.page).stem):
            start = article.text.index(exact)
            blocks = [
                block for block in article.blocks if block.start < start + len(exact) and start < block.end
            ]
            spans += 1
            lost += not any(block.kind.makes_claims for block in blocks)
    assert lost < 0.01 * spans


def annotated(stem: str) -> list[str]:
    path = next(GOLD.glob(f"*/{stem}.gold.json"))
    gold = json.loads(path.read_text("utf-8"))
    contents = [exact for statement in gold["statements"] for exact in statement["content"]]
    return [*contents, *(exact for meeting in gold["meetings"] for exact in meeting["evidence"])]


def test_articles_are_not_cut_in_two() -> None:
    path = next((SHARED / "corpora" / "news-sample").glob("*.jsonl.gz"))
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        texts = [json.loads(row)["text"] for row in islice(stream, 300)]
    assert sum(len(splitting.split(lines.split(text))) > 1 for text in texts) <= 1

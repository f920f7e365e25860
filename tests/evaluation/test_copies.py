"""Copies made on purpose are counted as what they are."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.made_copies import CHANGES, OTHERS, make, paragraphs

from builders import article
from dragoman import copies
from dragoman.types import Article, Block, BlockKind
from evaluation import copies as measured

ENGLISH = """
    the of and to in that for was with on by said at from his it be as an this which their would not have he
    has been were but they will had more its all after about who one or when him talks ministers capital
    government leaders country agreement president
""".split()  # noqa: SIM905 - a list to read


def text(of: int) -> str:
    """Ten paragraphs of English words in an order that no other number gives."""
    chance = random.Random(of)
    lines = [" ".join(chance.choices(ENGLISH, k=12)).capitalize() + "." for _ in range(40)]
    return "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, 40, 4))


def story(of: int) -> Article:
    whole, blocks, start = text(of), [], 0
    for part in whole.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 2
    return replace(article(whole, page=str(of)), blocks=tuple(blocks))


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_made_as_a_copy_is_one(name: str) -> None:
    one, other = story(1), story(2)
    made = make(one, other, CHANGES[name], random.Random(1))
    assert made.id != one.id
    assert copies.likeness(one, made) is not None
    assert copies.likeness(other, made) is None


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_made_as_another_report_shares_words_and_is_none(name: str) -> None:
    one, other = story(1), story(2)
    made = make(one, other, OTHERS[name], random.Random(1))
    assert copies.common(one, made)[1] > 40
    assert copies.likeness(one, made) is None


def test_a_cut_keeps_the_first_words_in_their_paragraphs() -> None:
    one = story(1)
    made = paragraphs(make(one, story(2), CHANGES["cut to 60 %"], random.Random(1)))
    assert " ".join(made).split() == " ".join(paragraphs(one)).split()[:288]
    assert made == paragraphs(one)[:6]


def test_a_file_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measured, "COPIED", 4)
    monkeypatch.setattr(measured, "WINDOW", 5)
    path = tmp_path / "some.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for number, of in enumerate([*range(20), 0]):
            given = {"id": of, "url": f"https://example.org/{number}", "text": text(of)}
            lines.write(json.dumps(given) + "\n")
    scores = measured.score(path, half="tune", shown=1, grow=30)
    assert all(made == {"found": 1.0, "right": 1.0} for made in scores["copies"].values())
    assert all(made == {"taken for copies": 0.0} for made in scores["not copies"].values())
    assert scores["in the file"] == {"pairs looked at": 1, "copies": 1}
    assert len(scores["pairs"]) == 1
    assert scores["ms at 30"] > 0

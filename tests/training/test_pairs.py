"""What the classifier of pairs learns from: marked sentences, gold articles, sentences made of phrases."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from training.corpora import gold_pairs, plover
from training.corpora.plover import Marked
from training.pair_sentences import folds

from dragoman.types import Span
from training import phrases


def named(marked: Marked) -> tuple[list[str], list[str]]:
    return tuple([marked.text[s.start : s.end] for s in spans] for spans in (marked.source, marked.target))


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("<s>Paris</s> warned <t>Rome</t>.", ["Paris"], ["Rome"]),
        ("<s>The army (LNA) </s>agreed to leave.", ["The army (LNA)"], []),
        ("<t>Rome</t> fell, and <t> Rome</t> wept.", [], ["Rome", "Rome"]),
    ],
)
def test_marks(text: str, source: list[str], target: list[str]) -> None:
    marked = plover.parse(text, "THREATEN", 3)
    assert named(marked) == (source, target)
    assert marked.text == re.sub("</?[st]>", "", text)


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    head = "\tsentence_id\tsentence\tmarked_sentence\tgold_penta\tsilver_root\tgold_root"
    path.write_text(f"{head}\n\t4\tA hit B.\t<s>A</s> hit <t>B</t>.\t4\tACCUSE\tASSAULT\n", encoding="utf-8")
    assert list(plover.rows(path)) == [Marked("A hit B.", (Span(0, 1),), (Span(6, 7),), "ASSAULT", 4)]


def test_gold_articles(tmp_path: Path) -> None:
    told, beside = (
        "France condemned Russian troops near Kyiv.",
        "Kyiv thanked nobody while France slept well.",
    )
    text = f"{told} {beside} A meeting of France and Kyiv was held there."
    gold = {
        "id": "a",
        "entities": [
            {"key": "fra", "mentions": ["France"]},
            {"key": "rus", "mentions": ["Russian", "Russian troops"]},
            {"key": "ukr", "mentions": ["Kyiv"]},
        ],
        "events": [{"type": "CONCEDE", "actors": ["fra"], "recipients": ["rus"], "evidence": told}],
        "meetings": [{"evidence": ["A meeting of France and Kyiv was held there."]}],
    }
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = list(gold_pairs.pairs(tmp_path, tmp_path))
    assert [(m.root, *named(m)) for m in found if m.root != "NONE"] == [
        ("YIELD", ["France"], ["Russian troops"])
    ]
    nothing = [(m.text, *named(m)) for m in gold_pairs.of_article(gold, text) if m.root == "NONE"]
    assert (told, ["France"], ["Kyiv"]) in nothing
    assert (beside, ["Kyiv"], ["France"]) in nothing
    assert not [
        n for n in nothing if n[0].startswith("A meeting") or {*n[1], *n[2]} == {"France", "Russian troops"}
    ]


def test_sentences_of_phrases_mark_both_sides() -> None:
    made = list(phrases.sentences(400, 1))
    assert made == list(phrases.sentences(400, 1))
    assert made != list(phrases.sentences(400, 2))
    types = {t for types in plover.QUADS.values() for t in types}
    assert {root for root, _ in made} == types
    for root, text in made:
        marked = plover.parse(text, root)
        assert len(marked.source) == 1
        assert len(marked.target) <= 1
        assert not re.search(r"[<>{}]|\bT\b|  ", marked.text), text


@pytest.mark.parametrize(
    ("verb", "shown"),
    [
        ("put", "puts put put putting"),
        ("agree", "agrees agreed agreed agreeing"),
        ("deny", "denies denied denied denying"),
        ("begin", "begins began begun beginning"),
        ("beat", "beats beat beaten beating"),
        ("veto", "vetoes vetoed vetoed vetoing"),
        ("expel", "expels expelled expelled expelling"),
    ],
)
def test_forms(verb: str, shown: str) -> None:
    assert phrases.forms(verb) == (verb, *shown.split())


def test_phrases_have_the_classifier_s_types() -> None:
    words = yaml.safe_load((phrases.RESOURCES / "event_phrases.yaml").read_text(encoding="utf-8"))
    types = {t for types in plover.QUADS.values() for t in types}
    assert set(words["phrases"]) == types
    for frame in words["frames"].values():
        assert {frame["root"], *frame["of"]} <= types


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("XY")), min_size=1), st.integers(0, 9))
def test_a_sentence_is_in_one_fold(rows: list[tuple[str, str]], seed: int) -> None:
    marked = [Marked(text, (), (), root) for text, root in rows]
    homes: dict[str, set[int]] = {}
    for one, home in zip(marked, folds(marked, 3, seed), strict=True):
        assert 0 <= home < 3
        homes.setdefault(one.text, set()).add(home)
    assert all(len(h) == 1 for h in homes.values())

"""Mistakes are sorted by what is wrong."""

from __future__ import annotations

from types import ModuleType, SimpleNamespace
from typing import Any

from evaluation import mistakes

TEXT = "Paris agreed. Rome refused. Bern waits. Oslo met Riga in May."


def scorer(record: dict[str, Any]) -> Any:
    """A scorer that compares words, and the date of a meeting or the speaker of a statement if strict."""

    def assign(_: Any, articles: dict[str, Any]) -> tuple[dict[str, Any], int]:
        return {id: {k: record.get(k, []) for k in mistakes.KINDS} for id in articles}, 0

    def pair(kind: str, claim: Any, spans: Any, gold: Any, *_: Any) -> bool:
        words, strict = [TEXT[a:b] for a, b in spans], _[-1]
        same = words == (gold["content"] if kind == "statements" else gold["evidence"])
        return same and not (strict and any(claim.get(k) != gold.get(k) for k in ("who", "status", "date")))

    def touch_any(_: Any, spans: Any, strings: list[str]) -> bool:
        return any(TEXT.find(s) < b and a < TEXT.find(s) + len(s) for s in strings for a, b in spans)

    return SimpleNamespace(assign=assign, pair=pair, touch_any=touch_any)


def kinds(gold: dict[str, Any], record: dict[str, Any]) -> list[str]:
    """The kinds of mistake of one article."""
    article: Any = SimpleNamespace(gold={key: [] for key in mistakes.KINDS} | gold, text=TEXT)
    module: ModuleType = scorer(record)
    return [m.kind for m in mistakes.find(module, {"actors": []}, {"a": article})]


def test_statements() -> None:
    said = {"content": ["Paris agreed"], "who": "FRA"}
    assert kinds({"statements": [said]}, {}) == ["statements missed"]
    assert kinds({"statements": [said]}, {"statements": [({"who": "FRA"}, [(0, 12)])]}) == []
    assert kinds({"statements": [said]}, {"statements": [({"who": "ITA"}, [(0, 12)])]}) == [
        "statements speaker"
    ]
    longer = {"statements": [({"who": "FRA"}, [(0, 27)])]}
    assert kinds({"statements": [said]}, longer) == ["statements extent", "statements otherwise"]
    assert kinds({}, longer) == ["statements not there"]


def test_meetings() -> None:
    met = {"evidence": ["Oslo met Riga"], "status": "held", "date": "2017-05"}
    for claim, kind in (
        ({"status": "planned", "date": "2017-05"}, "meetings status"),
        ({"status": "held", "date": None}, "meetings date unknown"),
        ({"status": "held", "date": "2016"}, "meetings date wrong"),
    ):
        assert kinds({"meetings": [met]}, {"meetings": [(claim, [(40, 53)])]}) == [kind]


def test_counts_begin_with_the_most_frequent() -> None:
    found = [mistakes.Mistake(kind, "a", "") for kind in ("x", "y", "y")]
    assert list(mistakes.counts(found).items()) == [("y", 2), ("x", 1)]

"""The record against the cases that ship in tests/cases, so that anybody can measure it.

A case is a folder: `page.txt` or `page.html`, a sidecar where the page needs one, and `gold.json`, what
its article says. A page of several articles has `gold-1.json`, `gold-2.json` … in their order. What
counts as the same claim stands in `evaluation.alike`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman import articles, sources
from dragoman.types import Page
from evaluation import record
from evaluation.alike import KINDS, Party, Told, matches
from evaluation.scores import f1

__all__ = ["Case", "compare", "load", "score"]

WHOSE = {
    "statements": "speakers",
    "meetings": "participants",
    "relations": "subject",
    "alignments": "parties",
}
"""The field of each kind of claim that says whose it is."""


@dataclass(frozen=True, slots=True)
class Case:
    """A page, the text of each of its articles by id, and what each of them says."""

    page: Path
    texts: Mapping[str, str]
    golds: tuple[Mapping[str, Any], ...]


def score(
    folder: Path, *, read: Callable[[list[Path]], dict[str, Any]] = record.document
) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each kind of claim, over all cases of a folder together.

    Args:
        folder: holds a folder for each case.
        read: gives the document of some pages.
    """
    totals = {kind: [0, 0, 0] for kind in KINDS}
    for case in load(folder):
        for kind, counts in compare(read([case.page]), case).items():
            totals[kind] = [a + b for a, b in zip(totals[kind], counts, strict=True)]
    return {kind: f1(*counts) for kind, counts in totals.items()}


def load(folder: Path) -> Iterator[Case]:
    """The cases of a folder, by name."""
    for case in sorted({path.parent for path in folder.glob("*/gold*.json")}):
        page = next(path for path in sorted(case.glob("page.*")) if path.suffix != ".json")
        golds = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(case.glob("gold*.json")))
        yield Case(page, _texts(page), tuple(golds))


def _texts(path: Path) -> dict[str, str]:
    pages = [page for page in sources.fetch([str(path)]) if isinstance(page, Page)]
    return {article.id: article.text for page in pages for article in articles.parse(page).articles}


def compare(document: Mapping[str, Any], case: Case) -> dict[str, tuple[int, int, int]]:
    """How many claims of each kind are right, how many were found, and how many gold has.

    Args:
        document: what `dragoman read PAGE --json` prints.
        case: the case that the page belongs to.
    """
    counts = {}
    for kind in KINDS:
        found = list(_found(document, kind, case.texts))
        gold = [told for number in range(len(case.golds)) for told in _gold(case, number, kind)]
        counts[kind] = (matches(kind, found, gold), len(found), len(gold))
    return counts


def _found(document: Mapping[str, Any], kind: str, texts: Mapping[str, str]) -> Iterator[Told]:
    """The claims of one kind that a document holds, one for each article that reports them."""
    actors = {a["id"]: Party((a["name"], *a["names"]), a["kind"], a["country"]) for a in document["actors"]}
    for claim in document[kind]:
        for report in claim["reports"]:
            characters = frozenset(
                (e["article"], at)
                for e in report[_evidence(kind)]
                if texts.get(e["article"], "")[e["start"] : e["end"]] == e["exact"]
                for at in range(e["start"], e["end"])
            )
            yield _told(kind, {**claim, **report}, actors, characters)


def _gold(case: Case, number: int, kind: str) -> Iterator[Told]:
    """The claims of one kind that one of a case's gold files holds."""
    gold, ids = case.golds[number], list(case.texts)
    actors = {e["key"]: Party((e["name"], *e["mentions"]), e["kind"], e["country"]) for e in gold["entities"]}
    texts = {id: case.texts[id] for id in ids[number : number + 1] + ids}
    for claim in gold[kind]:
        quoted = claim[_evidence(kind)]
        spans = [_span(texts, words) for words in ([quoted] if isinstance(quoted, str) else quoted)]
        yield _told(kind, claim, actors, frozenset().union(*spans))


def _evidence(kind: str) -> str:
    return "content" if kind == "statements" else "evidence"


def _span(texts: Mapping[str, str], words: str) -> frozenset[tuple[str, int]]:
    """The characters where some words stand first, in the first text that has them."""
    for article, text in texts.items():
        start = text.find(words)
        if start >= 0:
            return frozenset((article, at) for at in range(start, start + len(words)))
    return frozenset()


def _told(
    kind: str,
    claim: Mapping[str, Any],
    actors: Mapping[str, Party],
    characters: frozenset[tuple[str, int]],
) -> Told:
    whose = claim[WHOSE[kind]]
    parties = tuple(actors[id] for id in ([whose] if isinstance(whose, str) else whose) if id in actors)
    target = claim.get("object")
    return Told(claim, parties, actors.get(target, target) if target else None, characters)

"""Every score against its floor in `floors.json`; a floor may only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["FILE", "check"]

FILE = Path(__file__).parent / "floors.json"
SLACK = 0.002
"""How far a score may fall below its floor: int8 products differ a little from processor to processor."""


def check(shared: Path, *, raise_them: bool, as_json: bool) -> int:
    """Measures all sets that are there, prints each score beside its floor, and says whether all hold.

    A set whose folder is missing is named as not measured. With `raise_them`, scores above their floors
    are written as the new floors.
    """
    floors: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    scores, missing = measured(shared)
    if as_json:
        print(json.dumps(scores, indent=1))
    failed = []
    for name in sorted(scores.keys() | floors.keys()):
        score, floor = scores.get(name), floors.get(name)
        fallen = score is not None and floor is not None and score < floor - SLACK
        if fallen:
            failed.append(name)
        if not as_json:
            print(_line(name, score, floor, fallen=fallen))
    for name in missing:
        print(f"not measured: {name} (not there)")
    if raise_them:
        _raise(floors, scores)
    if failed:
        print(f"below the floor: {', '.join(failed)}")
    return 1 if failed else 0


def _raise(floors: dict[str, float], scores: dict[str, float]) -> None:
    """Writes higher scores as floors, but none of nought, and all of them into the documentation."""
    from dragoman.language.model import load
    from evaluation import report

    higher = {name: max(score, floors.get(name, 0.0)) for name, score in scores.items() if score}
    FILE.write_text(json.dumps(dict(sorted((floors | higher).items())), indent=1) + "\n", encoding="utf-8")
    report.write(scores, load().version)


def _line(name: str, score: float | None, floor: float | None, *, fallen: bool) -> str:
    shown = "     -" if score is None else f"{score:6.3f}"
    limit = "   new" if floor is None else f"{floor:6.3f}"
    return f"{name:44}{shown}   floor {limit}{'   FALLEN' if fallen else ''}"


def measured(shared: Path, only: tuple[str, ...] = ()) -> tuple[dict[str, float], list[str]]:
    """Each score by name, and the sets that are not there; `only` names the kinds of sets to measure."""
    scores: dict[str, float] = {}
    missing = []
    for name, folder, measure in sets(shared):
        if only and name.split(".")[0] not in only:
            continue
        if not folder.exists():
            missing.append(name)
            continue
        scores |= {f"{name}.{key}": value for key, value in _flat(measure())}
    return scores, missing


def sets(shared: Path) -> Iterator[tuple[str, Path, Any]]:
    """Every set: its name, where it lies, and what measures it."""
    from training.corpora.names import UNER, WORLDWIDE
    from training.data import newswire

    from evaluation import (
        attribution,
        cases,
        coreference,
        dates,
        ecb,
        links,
        names,
        offices,
        record,
        stories,
        syntax,
        timex,
    )

    corpora, here = shared / "corpora", Path(__file__).resolve().parent.parent
    ewt, uner = corpora / "ud-ewt" / "en_ewt-ud-dev.conllu", corpora / "uner-ewt" / "en_ewt-ud-dev.iob2"
    gum, wide = corpora / "gum" / "dev" / "dep", corpora / "worldwide"
    four = {k: v for k, v in WORLDWIDE.items() if v in {"PER", "ORG", "LOC", "NORP"}}
    yield "cases", here / "tests" / "cases", lambda: cases.score(here / "tests" / "cases")
    yield "syntax.ewt-dev", ewt, lambda: syntax.score([ewt])
    yield "syntax.gum-dev", gum, lambda: syntax.score(sorted(gum.glob("*.conllu")))
    yield "names.uner-ewt-dev", uner, lambda: names.score([uner], UNER, {"FAC": "LOC"})
    yield "names.worldwide-dev", wide, lambda: names.score(newswire(wide, "dev"), four, {})
    polnear = corpora / "polnear" / "dev"
    yield "attribution.polnear-dev", polnear, lambda: attribution.score(polnear)
    yield "timex", corpora / "timebank", lambda: timex.score(corpora / "timebank")
    tei = corpora / "gum" / "dev" / "xml"
    yield "dates.gum-dev", tei, lambda: dates.score(tei)
    yield "coreference.gum-dev", gum, lambda: coreference.score(sorted(gum.glob("*.conllu")))
    visits = corpora / "facts" / "history-at-state" / "visits" / "data"
    yield "offices.visits", visits, lambda: offices.score(sorted(visits.glob("*.xml")))
    gold = shared / "gold" / "dev"
    basil = corpora / "stories" / "basil"
    events = corpora / "ecbplus"
    yield "ecb", events, lambda: ecb.score(events)
    yield "stories.basil", basil, lambda: stories.score(basil)
    yield "links.gold-dev", gold, lambda: links.score(gold, shared / "gold" / "texts", shared / "score")
    yield "record.gold-dev", gold, lambda: record.score(gold, shared / "gold" / "texts", shared / "score")


def _flat(scores: dict[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """The scores that have floors: accuracies and F1."""
    for key, value in scores.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        elif key in {"right", "reach", "f1", "upos", "xpos", "uas", "las"}:
            yield f"{before}{key}", value

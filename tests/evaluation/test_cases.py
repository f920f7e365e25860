"""The cases' score, on documents made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.sources import sidecar
from evaluation import cases

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Finnish Foreign Minister Antti Kivela met Sergei Lavrov in Lappeenranta on Tuesday. "
    '"The doors still close," Kivela said. The two disagreed about the paint.'
)
GOLD: dict[str, Any] = {
    "entities": [
        {"key": "kivela", "name": "Antti Kivela", "kind": "person", "country": "FIN", "mentions": ["Kivela"]},
        {"key": "lavrov", "name": "Sergei Lavrov", "kind": "person", "country": "RUS", "mentions": []},
    ],
    "statements": [{"speakers": ["kivela"], "kind": "direct", "content": ["The doors still close"]}],
    "meetings": [
        {
            "participants": ["kivela", "lavrov"],
            "status": "held",
            "date": "2013-11-12",
            "evidence": [
                "Finnish Foreign Minister Antti Kivela met Sergei Lavrov in Lappeenranta on Tuesday."
            ],
        }
    ],
    "relations": [
        {
            "subject": "kivela",
            "predicate": "holds_office",
            "object": "foreign minister of Finland",
            "evidence": "Finnish Foreign Minister Antti Kivela",
        }
    ],
    "alignments": [
        {
            "parties": ["kivela", "lavrov"],
            "kind": "differ",
            "issue": "paint",
            "evidence": "The two disagreed about the paint.",
        }
    ],
}


def evidence(words: str, *, shift: int = 0) -> dict[str, Any]:
    start = TEXT.index(words) + shift
    return {"article": "a", "start": start, "end": start + len(words), "exact": words}


def record(words: str, *, field: str = "evidence", **values: Any) -> dict[str, Any]:
    report = {"article": "a", "evidence": [evidence(words)], **values}
    report[field] = report["evidence"]
    return {"id": "r", "reports": [report], **values}


def document(**changes: list[dict[str, Any]]) -> dict[str, Any]:
    actors = [
        {"id": "p1", "name": "Antti Kivela", "names": ["Kivela"], "kind": "person", "country": "FIN"},
        {"id": "p2", "name": "Sergei Lavrov", "names": [], "kind": "person", "country": "RUS"},
        {"id": "s1", "name": "Finland", "names": ["Helsinki"], "kind": "state", "country": "FIN"},
    ]
    claims = {
        "statements": [statement()],
        "meetings": [meeting()],
        "relations": [office("p1", "foreign minister of Finland")],
        "alignments": [alignment()],
    }
    return {"articles": [{"id": "a"}], "actors": actors, **claims, **changes}


def statement(words: str = "The doors still close", *speakers: str) -> dict[str, Any]:
    return record(words, field="content", speakers=list(speakers or ("p1",)), kind="direct")


def meeting(**changes: Any) -> dict[str, Any]:
    values = {"participants": ["p1", "p2"], "status": "held", "date": "2013-11-12", **changes}
    return record("met Sergei Lavrov in Lappeenranta on Tuesday", **values)


def office(subject: str, title: str, predicate: str = "holds_office") -> dict[str, Any]:
    return record("Foreign Minister", subject=subject, predicate=predicate, object=title)


def alignment(kind: str = "differ", words: str = "disagreed about the paint") -> dict[str, Any]:
    return record(words, parties=["p2"], kind=kind, issue="paint")


@pytest.fixture
def case(tmp_path: Path) -> cases.Case:
    return cases.Case(tmp_path / "page.txt", {"a": TEXT}, (GOLD,))


def counts(case: cases.Case, kind: str, *claims: dict[str, Any]) -> tuple[int, int, int]:
    return cases.compare(document(**{kind: list(claims)}), case)[kind]


def test_what_gold_has_is_right(case: cases.Case) -> None:
    assert cases.compare(document(), case) == dict.fromkeys(cases.WHOSE, (1, 1, 1))


def test_what_is_not_found_is_missed(case: cases.Case) -> None:
    assert counts(case, "statements") == (0, 0, 1)


def test_one_gold_claim_is_found_once(case: cases.Case) -> None:
    assert counts(case, "statements", statement(), statement()) == (1, 2, 1)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        (statement('"The doors still close,"'), 1),
        (statement("doors still"), 1),
        (statement("The doors"), 0),
        (statement("The two disagreed about the paint"), 0),
        (statement("The doors still close", "p2"), 0),
        (statement("The doors still close", "p2", "p1"), 1),
    ],
)
def test_a_statement_has_half_its_words_and_a_speaker(
    case: cases.Case, claim: dict[str, Any], right: int
) -> None:
    assert counts(case, "statements", claim) == (right, 1, 1)


def test_evidence_that_does_not_stand_at_its_offsets_is_none(case: cases.Case) -> None:
    claim = statement()
    claim["reports"][0]["content"] = [evidence("The doors still close", shift=1)]
    assert counts(case, "statements", claim) == (0, 1, 1)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"date": "2013-11"}, 1),
        ({"date": "2013-11-12/2013-11-13"}, 1),
        ({"date": "2013-11-13"}, 0),
        ({"date": None}, 0),
        ({"status": "planned"}, 0),
        ({"participants": ["s1", "p2"]}, 1),
        ({"participants": ["p1"]}, 1),
        ({"participants": []}, 0),
    ],
)
def test_a_meeting_has_its_people_status_and_date(
    case: cases.Case, changes: dict[str, Any], right: int
) -> None:
    assert counts(case, "meetings", meeting(**changes)) == (right, 1, 1)


def test_a_meeting_that_gold_does_not_date_may_have_any_date(case: cases.Case) -> None:
    undated = {**GOLD, "meetings": [{**GOLD["meetings"][0], "date": None}]}
    claims = document(meetings=[meeting(date="2001-01-01")])
    assert cases.compare(claims, cases.Case(case.page, case.texts, (undated,)))["meetings"] == (1, 1, 1)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        (office("p1", "Finnish foreign minister"), 1),
        (office("p1", "chairman of the board"), 0),
        (office("p2", "foreign minister of Finland"), 0),
        (office("p1", "foreign minister of Finland", "chairs"), 0),
    ],
)
def test_a_relation_has_its_subject_predicate_and_object(
    case: cases.Case, claim: dict[str, Any], right: int
) -> None:
    assert counts(case, "relations", claim) == (right, 1, 1)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        (alignment(), 1),
        (alignment("agree"), 0),
        (alignment(words="Kivela said"), 0),
    ],
)
def test_an_alignment_has_its_kind_and_evidence(case: cases.Case, claim: dict[str, Any], right: int) -> None:
    assert counts(case, "alignments", claim) == (right, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one case."""
    one = tmp_path / "canal"
    one.mkdir()
    (one / "page.txt").write_text(TEXT, encoding="utf-8")
    sidecar.of(one / "page.txt").write_text('{"published": "2013-11-13"}', encoding="utf-8")
    (one / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_a_case_is_a_page_and_what_it_says(folder: Path) -> None:
    (case,) = cases.load(folder)
    assert case.page.name == "page.txt"
    assert list(case.texts.values()) == [TEXT]
    assert case.golds == (GOLD,)


def test_the_score_pools_all_cases(folder: Path) -> None:
    def read(paths: list[Path]) -> dict[str, Any]:
        (case,) = [case for case in cases.load(folder) if [case.page] == paths]
        (article,) = case.texts
        found = json.dumps(document(statements=[statement(), statement("Kivela")]))
        answer: dict[str, Any] = json.loads(found.replace('"article": "a"', f'"article": "{article}"'))
        return answer

    scores = cases.score(folder, read=read)
    assert scores["statements"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667}
    assert scores["meetings"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}

"""The cases in tests/cases: that they are sound, and that what must hold of each page holds.

`gold.json` is all that an article says and is for measuring (`python -m evaluation cases`); `must.json`
is the little of it that no reading may miss. See tests/cases/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pytest

from dragoman import articles, sources, timex
from dragoman.folding import fold
from dragoman.types import ActorKind, Article, Page
from evaluation import record

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/must.json"))

FORMS = {"meeting", "visit", "call", "multilateral", "third_party"}
TYPES = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
"""PLOVER's types of events."""
DONE = {"asserted", "planned", "hypothetical", "negated", "historical"}
STATUSES = {"held", "planned", "proposed", "cancelled", "refused"}
PREDICATES = {
    "holds_office",
    "member_of",
    "party_to",
    "backs",
    "opposes",
    "fights",
    "chairs",
    "hosts",
    "designates",
}


def page(folder: Path) -> Path:
    return next(path for path in sorted(folder.glob("page.*")) if path.suffix != ".json")


@lru_cache
def parsed(folder: Path) -> tuple[Article, ...]:
    (found,) = sources.fetch([str(page(folder))])
    assert isinstance(found, Page)
    return articles.parse(found).articles


def golds(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("gold*.json"))]


def must(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "must.json").read_text(encoding="utf-8"))
    return found


def told(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Each gold file with the text of its article."""
    texts = [article.text for article in parsed(folder)]
    return list(zip(texts, golds(folder), strict=True))


def as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


GAPS = frozenset((Path(__file__).parent / "cases" / "gaps.txt").read_text(encoding="utf-8").splitlines())
"""What the cases ask for and the record does not give yet: a field and the name of an expectation."""


def every(field: str) -> list[Any]:
    """A parameter for each expectation of one field of all `must.json`.

    One that is not met yet stands in `gaps.txt`; meeting it is a failure until its line is taken out.
    """
    gap = pytest.mark.xfail(strict=True, reason="a known gap, listed in tests/cases/gaps.txt")
    return [
        pytest.param(folder, expected, id=id, marks=[gap] if f"{field} {id}" in GAPS else [])
        for folder in FOLDERS
        for number, expected in enumerate(must(folder).get(field, []), 1)
        for id in (f"{folder.name}-{number}",)
    ]


Names = Callable[[list[str]], set[str]]
"""Every name, folded, of the actors with these ids."""


def called(entities: list[dict[str, Any]], keys: list[str]) -> set[str]:
    """Every name of these entities of a gold file, folded."""
    return {fold(name) for e in entities if e["key"] in keys for name in (e["name"], *e["mentions"])}


def is_event(claim: dict[str, Any], expected: dict[str, Any], names: Names) -> bool:
    """Whether an event has these values, and these among those who do, suffer and tell it.

    An empty `attributed_to` says that the article itself vouches for it.
    """
    values = {key: expected[key] for key in ("type", "status", "date", "mode") if key in expected}
    who = {"actor": "actors", "recipient": "recipients", "attributed_to": "attributed_to"}
    told = expected.get("attributed_to", [])
    return (
        {key: claim[key] for key in values} == values
        and all(
            {fold(name) for name in as_list(expected.get(key, []))} <= names(claim[ids])
            for key, ids in who.items()
        )
        and ("attributed_to" not in expected or bool(told) == bool(claim["attributed_to"]))
    )


def is_relation(claim: dict[str, Any], expected: dict[str, Any], names: Names) -> bool:
    """Whether a relation is that of these two, with these dates; words of an object that is no actor."""
    values = {key: expected[key] for key in ("predicate", "since", "until") if key in expected}
    wanted = fold(expected["object"])
    return (
        {key: claim[key] for key in values} == values
        and fold(expected["subject"]) in names([claim["subject"]])
        and (wanted in names([claim["object"]]) or set(wanted.split()) <= set(fold(claim["object"]).split()))
    )


def is_alignment(claim: dict[str, Any], expected: dict[str, Any], names: Names) -> bool:
    """Whether an alignment is of this kind and between these, its issue holding these words."""
    return (
        claim["kind"] == expected["kind"]
        and {fold(name) for name in expected["parties"]} <= names(claim["parties"])
        and fold(expected.get("issue", "")) in fold(claim["issue"])
    )


each_case = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


# ── the set itself ──


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 25


@each_case
def test_the_page_gives_its_articles(folder: Path) -> None:
    expected = must(folder)["articles"]
    assert [
        {key: getattr(a, key) for key in e} for a, e in zip(parsed(folder), expected, strict=True)
    ] == expected


@each_case
def test_gold_has_the_article_s_date(folder: Path) -> None:
    for article, gold in zip(parsed(folder), golds(folder), strict=True):
        assert gold["published"] == (article.published and article.published[:10])


@each_case
def test_a_report_is_short(folder: Path) -> None:
    assert 60 <= sum(len(article.text.split()) for article in parsed(folder)) <= 250


@each_case
def test_blocks_are_what_they_must_be(folder: Path) -> None:
    expected = must(folder).get("blocks", {})
    blocks = [(a.text[b.start : b.end], b.kind.value) for a in parsed(folder) for b in a.blocks]
    assert {words: [kind for text, kind in blocks if words in text] for words in expected} == {
        words: [kind] for words, kind in expected.items()
    }


@each_case
def test_what_stands_around_the_article_is_left_out(folder: Path) -> None:
    source = page(folder).read_text(encoding="utf-8")
    for words in must(folder).get("absent", []):
        assert words in source
        assert not any(words in article.text for article in parsed(folder))


@each_case
def test_gold_quotes_the_article_to_the_letter(folder: Path) -> None:
    for text, gold in told(folder):
        quoted = [words for entity in gold["entities"] for words in entity["mentions"]]
        quoted += [statement["cue"] for statement in gold["statements"] if statement["cue"]]
        quoted += [words for meeting in gold["meetings"] for words in meeting["evidence"]]
        quoted += [
            claim["evidence"] for kind in ("events", "relations", "alignments") for claim in gold[kind]
        ]
        assert [words for words in quoted if words not in text] == []


@each_case
def test_gold_contents_stand_in_the_article_once(folder: Path) -> None:
    for text, gold in told(folder):
        contents = [words for statement in gold["statements"] for words in statement["content"]]
        assert [words for words in contents if text.count(words) != 1] == []


@each_case
def test_gold_contents_are_quoted_as_their_kind_says(folder: Path) -> None:
    for text, gold in told(folder):
        for statement in gold["statements"]:
            for words in statement["content"]:
                before = text[text.index(words) - 1]
                marked = any(mark in words for mark in '"“”')
                assert marked == (statement["kind"] == "mixed"), words
                assert statement["kind"] != "direct" or before in '"“', words


@each_case
def test_gold_claims_are_of_actors_that_it_names(folder: Path) -> None:
    for gold in golds(folder):
        keys = [entity["key"] for entity in gold["entities"]]
        assert len(keys) == len(set(keys))
        used = {key for s in gold["statements"] for key in s["speakers"] + s["addressee"]}
        used |= {key for meeting in gold["meetings"] for key in meeting["participants"]}
        used |= {relation["subject"] for relation in gold["relations"]}
        used |= {relation["object"] for relation in gold["relations"] if relation["object"] in keys}
        used |= {key for alignment in gold["alignments"] for key in alignment["parties"]}
        used |= {key for e in gold["events"] for key in e["actors"] + e["recipients"] + e["attributed_to"]}
        assert used == set(keys)


@each_case
def test_gold_keeps_to_the_closed_lists(folder: Path) -> None:
    for gold in golds(folder):
        assert {entity["kind"] for entity in gold["entities"]} <= {kind.value for kind in ActorKind}
        assert {statement["kind"] for statement in gold["statements"]} <= {"direct", "indirect", "mixed"}
        assert {meeting["form"] for meeting in gold["meetings"]} <= FORMS
        assert {meeting["status"] for meeting in gold["meetings"]} <= STATUSES
        assert {event["type"] for event in gold["events"]} <= TYPES
        assert {event["status"] for event in gold["events"]} <= DONE
        assert {relation["predicate"] for relation in gold["relations"]} <= PREDICATES
        assert {alignment["kind"] for alignment in gold["alignments"]} <= {"agree", "differ"}
        assert all(e["country"] is None or len(e["country"]) == 3 for e in gold["entities"])


@each_case
def test_gold_dates_are_timex_values(folder: Path) -> None:
    for gold in golds(folder):
        dates = [gold["published"], *(claim["date"] for claim in gold["meetings"] + gold["events"])]
        dates += [relation[edge] for relation in gold["relations"] for edge in ("since", "until")]
        assert [date for date in dates if date and timex.days(date) is None] == []


@each_case
def test_gold_says_what_must_hold(folder: Path) -> None:
    expected = must(folder)
    statements = [(s["kind"], s["content"]) for gold in golds(folder) for s in gold["statements"]]
    for one in expected.get("statements", []):
        assert any(
            kind == one["kind"] and all(any(words in c for c in content) for words in as_list(one["says"]))
            for kind, content in statements
        ), one
    meetings = [meeting for gold in golds(folder) for meeting in gold["meetings"]]
    for one in expected.get("meetings", []):
        values = {key: value for key, value in one.items() if key != "participants"}
        assert any(values.items() <= {k: m[k] for k in values}.items() for m in meetings), one


@each_case
def test_gold_triggers_stand_in_their_evidence(folder: Path) -> None:
    events = [event for gold in golds(folder) for event in gold["events"]]
    assert [event for event in events if event["trigger"] not in event["evidence"]] == []


@each_case
def test_gold_says_what_must_hold_of_deeds_and_standing_facts(folder: Path) -> None:
    expected = must(folder)
    for kind, is_told in (("events", is_event), ("relations", is_relation), ("alignments", is_alignment)):
        for one in expected.get(kind, []):
            assert any(
                is_told(claim, one, partial(called, gold["entities"]))
                for gold in golds(folder)
                for claim in gold[kind]
            ), one


@each_case
def test_what_must_be_silent_stands_in_the_article(folder: Path) -> None:
    for words in must(folder).get("silent", []):
        assert sum(article.text.count(words) for article in parsed(folder)) == 1


# ── what must be read ──


@lru_cache
def document(folder: Path) -> dict[str, Any]:
    return record.document([page(folder)])


def names(folder: Path, ids: list[str]) -> set[str]:
    """Every name of these actors, folded."""
    actors = {actor["id"]: actor for actor in document(folder)["actors"]}
    return {fold(name) for id in ids if id in actors for name in [actors[id]["name"], *actors[id]["names"]]}


@pytest.mark.model
@each_case
def test_every_article_is_in_the_record(folder: Path) -> None:
    found = document(folder)["articles"]
    assert sorted(a["id"] for a in found) == sorted(a.id for a in parsed(folder))


@pytest.mark.model
@each_case
def test_evidence_stands_at_its_offsets(folder: Path) -> None:
    texts = {article.id: article.text for article in parsed(folder)}
    for evidence in cited(document(folder)):
        assert texts[evidence["article"]][evidence["start"] : evidence["end"]] == evidence["exact"]


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("statements"))
def test_statement(folder: Path, expected: dict[str, Any]) -> None:
    """A statement has these words, of this kind, and this speaker where one is named."""
    found = [
        (claim, report)
        for claim in document(folder)["statements"]
        for report in claim["reports"]
        if all(any(words in c["exact"] for c in report["content"]) for words in as_list(expected["says"]))
    ]
    assert found, "no statement has these words"
    assert expected["kind"] in {report["kind"] for _, report in found}
    if "speaker" in expected:
        assert any(fold(expected["speaker"]) in names(folder, claim["speakers"]) for claim, _ in found)


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("meetings"))
def test_meeting(folder: Path, expected: dict[str, Any]) -> None:
    """A meeting has these values, and these people among its participants."""
    values = {key: value for key, value in expected.items() if key != "participants"}
    found = [m for m in document(folder)["meetings"] if {key: m[key] for key in values} == values]
    assert found, "no meeting has these values"
    people = {fold(name) for name in expected.get("participants", [])}
    assert any(people <= names(folder, meeting["participants"]) for meeting in found)


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("offices"))
def test_office(folder: Path, expected: dict[str, Any]) -> None:
    """A person holds an office whose words these are."""
    held = [
        set(fold(relation["object"]).split())
        for relation in document(folder)["relations"]
        if relation["predicate"] == "holds_office"
        and fold(expected["person"]) in names(folder, [relation["subject"]])
    ]
    assert any(set(fold(expected["office"]).split()) - {"of", "the"} <= words for words in held), held


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("events"))
def test_event(folder: Path, expected: dict[str, Any]) -> None:
    """An event has this type and these values, these among its actors, and these among its recipients."""
    found = [event for event in document(folder)["events"] if event["type"] == expected["type"]]
    assert any(is_event(event, expected, partial(names, folder)) for event in found), found


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("relations"))
def test_relation(folder: Path, expected: dict[str, Any]) -> None:
    """A relation is that of this subject to this object, with these dates."""
    found = [r for r in document(folder)["relations"] if r["predicate"] == expected["predicate"]]
    assert any(is_relation(relation, expected, partial(names, folder)) for relation in found), found


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("alignments"))
def test_alignment(folder: Path, expected: dict[str, Any]) -> None:
    """An alignment is of this kind, between these parties, on an issue that has these words."""
    found = [a for a in document(folder)["alignments"] if a["kind"] == expected["kind"]]
    assert any(is_alignment(alignment, expected, partial(names, folder)) for alignment in found), found


@pytest.mark.model
@pytest.mark.parametrize(("folder", "expected"), every("silent"))
def test_no_claim_rests_on(folder: Path, expected: str) -> None:
    """No claim rests on these words."""
    article = next(article for article in parsed(folder) if expected in article.text)
    start = article.text.index(expected)
    assert [
        evidence["exact"]
        for evidence in cited(document(folder))
        if evidence["article"] == article.id
        and evidence["start"] < start + len(expected)
        and start < evidence["end"]
    ] == []


def cited(of: dict[str, Any]) -> list[dict[str, Any]]:
    """The evidence of every claim of a document."""
    kinds = ("statements", "meetings", "events", "relations", "alignments")
    return [
        e for kind in kinds for claim in of[kind] for report in claim["reports"] for e in report["evidence"]
    ]

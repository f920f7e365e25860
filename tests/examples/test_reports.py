"""The reports in examples/: what they are, and the record that they give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cited
from dragoman import articles, pipeline, sources, store, who
from dragoman.analysis import agenda, brief, positions
from dragoman.analysis.brief_parts import Question
from dragoman.cli.pages import brief as pages
from dragoman.export import document
from dragoman.types import Article, Page

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"

PUBLISHED = {
    "bosphorus-courier-paris.txt": ["2017-07-07"],
    "continental-bregancon.html": ["2019-08-20"],
    "donaupost-minsk.txt": ["2015-02-13"],
    "gulf-brief-vienna.txt": ["2015-07-14"],
    "harbour-wire-minsk.txt": ["2015-02-12"],
    "harbour-wire-paris.txt": ["2017-07-06"],
    "nbs-helsinki.html": ["2018-07-16"],
    "riviera-reader.txt": ["2019-07-28", "2019-07-31"],
    "straits-observer-singapore.html": ["2018-06-13"],
}

COPIED = 9
"""Words in a row that two texts may not share by accident."""


def _articles(name: str) -> tuple[Article, ...]:
    (page,) = sources.fetch([str(EXAMPLES / name)])
    assert isinstance(page, Page)
    return articles.parse(page).articles


def test_every_example_is_known_here() -> None:
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_each_article_has_its_date_and_language(name: str) -> None:
    found = _articles(name)
    assert [(article.published or "")[:10] for article in found] == PUBLISHED[name]
    assert {article.language for article in found} == {"en"}


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_around_a_report_makes_no_claims(name: str) -> None:
    around = r"cookie|READ ALSO|READ MORE|Photo:|Photograph|Most read|newsletter|Related|Subscribe|Copyright"
    for article in _articles(name):
        told = [article.text[block.start : block.end] for block in article.blocks if block.kind.makes_claims]
        assert told
        assert not [text for text in told if re.search(around, text)]


@pytest.mark.parametrize("name", PUBLISHED)
def test_lines_that_are_broken_within_a_paragraph_do_not_break_it(name: str) -> None:
    for article in _articles(name):
        told = [article.text[block.start : block.end] for block in article.blocks if block.kind.makes_claims]
        assert all(re.search(r"[.?!:”\"’')]$", text.strip()) for text in told)


@pytest.mark.corpora
@pytest.mark.skipif(not SEEDS.exists(), reason="the folder `shared` is not beside the repository")
@pytest.mark.parametrize("name", PUBLISHED)
def test_no_sentence_is_copied(name: str) -> None:
    seeds = set().union(*(_runs(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    assert not _runs((EXAMPLES / name).read_text(encoding="utf-8")) & seeds


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1)}


@pytest.fixture(scope="module")
def record() -> document.Document:
    """The record of all examples, read twice."""
    with store.open("sqlite://") as db:
        pipeline.read([str(EXAMPLES)], store=db)
        once = document.to_json(document.make(db.find()))
        pipeline.read([str(EXAMPLES)], store=db)
        made = document.make(db.find())
    assert document.to_json(made) == once, "reading a page again changed the record"
    return made


def _meeting(record: document.Document, *people: str, year: str, status: str) -> document.MeetingPart:
    """The one meeting of these people in a year with a status."""
    names = {actor.id: actor.name for actor in record.actors}
    (found,) = [
        meeting
        for meeting in record.meetings
        if meeting.status == status
        and (meeting.date or "").startswith(year)
        and set(people) <= {names[id].split()[-1] for id in meeting.participants}
    ]
    return found


def _pages(record: document.Document, meeting: document.MeetingPart) -> set[str]:
    pages = {article.id: Path(article.page).name for article in record.articles}
    return {pages[report.article] for report in meeting.reports}


@pytest.mark.model
def test_two_reports_of_the_paris_talks_are_one_meeting(record: document.Document) -> None:
    paris = _meeting(record, "Drian", "Lavrov", year="2017-07", status="held")
    assert (paris.date, paris.place) == ("2017-07-06", "Quai d'Orsay, Paris")
    assert _pages(record, paris) == {"harbour-wire-paris.txt", "bosphorus-courier-paris.txt"}


@pytest.mark.model
def test_the_g7_summit_is_planned(record: document.Document) -> None:
    planned = [meeting for meeting in record.meetings if meeting.status == "planned"]
    assert ("2019-08-24/2019-08-26", "Biarritz") in {(meeting.date, meeting.place) for meeting in planned}


@pytest.mark.model
def test_the_two_reports_of_minsk_differ_on_the_day(record: document.Document) -> None:
    minsk = _meeting(record, "Putin", "Poroshenko", "Merkel", year="2015", status="held")
    assert {"harbour-wire-minsk.txt", "donaupost-minsk.txt"} <= _pages(record, minsk)
    assert (minsk.id, "date") in {(found.record, found.field) for found in record.discrepancies}


@pytest.mark.model
def test_france_and_russia_differ_on_the_attack_and_both_speak_of_syria(record: document.Document) -> None:
    states = [who.standing_of(id) for id in ("state:FRA", "state:RUS")]
    found = positions.make(record, [state for state in states if state], nations=who.nations())
    differ = {mark.id for mark in found.record.alignments if mark.kind == "differ"}
    disputed = [one.name for one in found.issues if differ & {entry.record for entry in one.entries}]
    assert "Khan Sheikhun" in disputed
    (syria,) = [issue for issue in found.issues if issue.name == "Syria"]
    assert {side for entry in syria.entries for side in entry.sides} == {"state:FRA", "state:RUS"}


@pytest.mark.model
def test_all_that_a_brief_says_stands_in_its_sources(record: document.Document) -> None:
    france, russia = (who.standing_of(id) for id in ("state:FRA", "state:RUS"))
    assert france
    assert russia
    asked = Question((france, russia), "2019-08-25")
    page = pages.write(brief.make(record, asked, nations=who.nations()))
    assert [section.heading for section in page.sections][:2] == ["Who they are", "When they last met"]
    cited.check(page, {article.id: article.text for name in PUBLISHED for article in _articles(name)})


@pytest.mark.model
def test_what_was_planned_for_bregancon_was_held(record: document.Document) -> None:
    found = agenda.make(record, today="2019-08-25")
    states = {(one.date, one.state) for one in found.entries}
    assert ("2019-08-19", "held") in states
    assert ("2017-07-08", "overdue") in states
    assert ("2019-08-24/2019-08-26", "due") in states


@pytest.mark.model
def test_every_speaker_and_participant_is_among_the_actors(record: document.Document) -> None:
    known = {actor.id for actor in record.actors}
    assert {id for statement in record.statements for id in statement.speakers} <= known
    assert {id for meeting in record.meetings for id in meeting.participants} <= known

"""What is chosen for a brief of two sides."""

from __future__ import annotations

import json

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

import diary
import rivals
import strategies
from builders import FRANCE, LAVROV, LE_DRIAN, MACRON, RUSSIA, account, article, event, meeting, statement
from dragoman import record, who
from dragoman.analysis import brief, choice, schema
from dragoman.analysis.brief_parts import Brief, Question
from dragoman.export import document
from dragoman.types import Account, Selection

TODAY = "2019-09-30"


def made(*told: Account, since: str | None = None, today: str = TODAY) -> Brief:
    accounts = told or (*rivals.accounts(), *(one for _, one in diary.accounts()))
    found = document.make(Selection(accounts, record.records(accounts)))
    france, russia = (one for one in map(who.standing_of, ("state:FRA", "state:RUS")) if one)
    return brief.make(found, Question((france, russia), today, None, since), nations=who.nations())


def test_the_last_meetings_come_first_with_what_was_agreed_there() -> None:
    found = made()
    assert [one.date for one in found.meetings] == ["2017-08-20", "2017-07-06"]
    kinds = {one.id: (one.kind, one.issue) for one in found.record.alignments}
    assert {kinds[id] for id in found.meetings[1].alignments} == {
        ("agree", "terrorism"),
        ("agree", "future of Syria"),
        ("differ", "raid on Khan Sheikhun"),
    }


def test_what_stands_at_a_meeting_does_not_stand_again_under_an_issue() -> None:
    found = made()
    told = {id for one in found.meetings for id in one.alignments}
    assert not told & {entry.record for issue in found.issues for entry in issue.entries}


def test_only_what_was_planned_and_is_not_settled_is_planned() -> None:
    assert {one.state for one in made().plans} == {"overdue", "undated", "cancelled"}
    assert {one.state for one in made(today="2017-07-02").plans} >= {"ahead"}


def test_acts_are_what_one_side_did_to_the_other_and_what_is_not_done_is_no_act() -> None:
    of = article(
        "Russia accused France. Russia might accuse France. France aided France.", published="2019-01-01"
    )
    done = event(of, "Russia accused France", "ACCUSE", RUSSIA, FRANCE)
    found = made(
        account(
            of,
            done,
            event(of, "Russia might accuse", "ACCUSE", RUSSIA, FRANCE, status="hypothetical"),
            event(of, "France aided France", "AID", FRANCE, MACRON),
        )
    )
    assert len(found.acts) == 1
    assert [one.reports[0].evidence[0].exact for one in found.record.events] == ["Russia accused France"]


def test_since_the_last_meeting_what_is_older_is_left_out_but_for_the_meeting() -> None:
    found = made(since=brief.LAST_MEETING)
    assert found.since == "2017-08-20"
    assert [one.date for one in found.meetings] == ["2017-08-20"]
    assert {entry.date for issue in found.issues for entry in issue.entries} == {"2019-08-20"}
    assert {entry.date for entry in found.acts} == {"2019-08-20"}


def test_where_the_sides_never_met_nothing_is_left_out() -> None:
    (_, later) = rivals.accounts()
    found = made(later, since=brief.LAST_MEETING)
    assert (found.since, found.meetings) == (None, ())
    assert found.acts


def test_a_meeting_to_come_is_not_the_last() -> None:
    of = article("Lavrov meets Le Drian.", published="2019-09-01")
    told = account(of, meeting(of, "Lavrov meets Le Drian", LAVROV, LE_DRIAN, date="2019-10-05"))
    assert made(told).meetings == ()


def test_of_many_statements_the_latest_and_the_one_with_most_reports_are_told() -> None:
    days = [f"2019-0{n}-01" for n in range(1, 8)]
    reports = [
        article(f"“Ceasefire line {n} must hold today,” Lavrov said.", published=d)
        for n, d in enumerate(days)
    ]
    told = [
        account(of, statement(of, of.text[1 : of.text.index("”")], LAVROV, topics=("ceasefire line",)))
        for of in reports
    ]
    again = article("“Ceasefire line 2 must hold today,” Lavrov said again.", published="2019-03-02")
    told.append(
        account(
            again, statement(again, "Ceasefire line 2 must hold today,", LAVROV, topics=("ceasefire line",))
        )
    )
    found = made(*told)
    (issue,) = found.issues
    words = [one.reports[0].content[0].exact for one in found.record.statements]
    assert len(issue.entries) == choice.VOICES
    assert words == ["Ceasefire line 2 must hold today,", "Ceasefire line 6 must hold today,"]


def test_people_are_of_a_side_and_their_offices_are_what_a_report_tells() -> None:
    people = {one.actor: one for one in made().people}
    assert people[LAVROV.id].side == "state:RUS"
    assert people[LE_DRIAN.id].office is None
    (office,) = [one for one in made().record.relations if one.id == people[LAVROV.id].office]
    assert office.object == "foreign minister of Russia"


@given(strategies.accounts(), st.sampled_from([None, "2017-07", brief.LAST_MEETING]))
def test_any_brief_fits_its_schema_and_has_the_records_that_it_names(world: tuple, since: str | None) -> None:
    found = made(*(told for _, told in world), since=since, today="2018-01-01")
    (path,) = [path for path, model in schema.SCHEMAS.items() if model is Brief]
    jsonschema.validate(json.loads(found.model_dump_json()), json.loads(path.read_text(encoding="utf-8")))
    named = {one.record for one in (*found.meetings, *found.plans, *found.acts)}
    named |= {id for one in found.meetings for id in one.alignments}
    named |= {entry.record for issue in found.issues for entry in issue.entries}
    named |= {one.office for one in found.people if one.office}
    kinds = ("meetings", "statements", "events", "relations", "alignments")
    assert named <= {one.id for kind in kinds for one in getattr(found.record, kind)}

"""What belongs to which meeting."""

from __future__ import annotations

from dragoman.export.document import Document
from dragoman.export.occasions import outline


def _said_at(document: Document) -> dict[str, list[str]]:
    return {o.meeting.id: [s.id for s in o.statements] for o in outline(document).occasions}


def test_meetings_come_in_order_of_time_and_those_without_a_date_last(document: Document) -> None:
    order = [occasion.meeting.id for occasion in outline(document).occasions]
    assert order == ["minsk", "moscow", "paris", "bregancon", "call"]


def test_statements_of_those_who_took_part_belong_to_the_meeting_of_that_report(document: Document) -> None:
    assert set(_said_at(document)["paris"]) == {"enemy", "peace", "weapons"}
    assert _said_at(document)["minsk"] == ["night"]


def test_a_statement_belongs_to_one_meeting_only(document: Document) -> None:
    assert _said_at(document)["moscow"] == []


def test_words_said_on_another_day_belong_to_no_meeting(document: Document) -> None:
    assert [statement.id for statement in outline(document).statements] == ["problem"]


def test_an_alignment_of_states_belongs_to_the_meeting_of_their_ministers(document: Document) -> None:
    found = outline(document)
    paris = next(occasion for occasion in found.occasions if occasion.meeting.id == "paris")
    assert [alignment.id for alignment in paris.alignments] == ["attack"]
    assert [alignment.id for alignment in found.alignments] == ["debaltseve"]


def test_nothing_is_lost(document: Document) -> None:
    found = outline(document)
    shown = [s.id for o in found.occasions for s in o.statements] + [s.id for s in found.statements]
    assert sorted(shown) == sorted(statement.id for statement in document.statements)

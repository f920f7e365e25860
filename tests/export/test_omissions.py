"""What one report of a meeting leaves out that another has."""

from __future__ import annotations

import pytest

from dragoman import pipeline, store
from dragoman.export import document
from dragoman.export.document import Document


@pytest.fixture(scope="module")
def examples() -> Document:
    with store.open("sqlite://") as opened:
        pipeline.read(["examples"], store=opened)
        return document.make(opened.find())


def test_only_what_others_have_is_left_out(examples: Document) -> None:
    assert examples.omissions
    meetings = {meeting.id: meeting for meeting in examples.meetings}
    told = {part.id: part for part in (*examples.statements, *examples.alignments)}
    for found in examples.omissions:
        reports = {report.article for report in meetings[found.meeting].reports}
        assert found.article in reports
        for id in found.records:
            by = {report.article for report in told[id].reports}
            assert found.article not in by
            assert by & reports
        own = next(r for r in meetings[found.meeting].reports if r.article == found.article)
        assert all(getattr(own, field) is None for field in found.fields)

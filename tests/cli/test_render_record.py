"""What a person sees of a record: snapshots, renewed by `make snapshots`."""

from __future__ import annotations

from pathlib import Path

import pytest

import snapshots
from dragoman.cli.render_record import render
from dragoman.export.document import Document, MeetingReport
from paper import Paper

SHOWN = Path(__file__).parent / "shown"


def _printed(
    document: Document, *, is_terminal: bool = False, width: int = 100, with_facts: bool = False
) -> str:
    paper = Paper(is_terminal=is_terminal, width=width)
    render(document, paper.console, with_facts=with_facts)
    return paper.text()


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No page is found from here, so that links do not differ between machines."""
    monkeypatch.chdir(tmp_path)


def test_in_a_pipe(document: Document) -> None:
    snapshots.check(SHOWN / "record.txt", _printed(document))


def test_in_a_narrow_terminal_with_colours(document: Document) -> None:
    snapshots.check(SHOWN / "record-terminal.txt", _printed(document, is_terminal=True, width=72))


@pytest.fixture
def copied(document: Document) -> Document:
    """The record with one more outlet, which prints what the wire tells."""
    known = {article.id: article for article in document.articles}
    wire = known["wire"]
    copy = wire.model_copy(
        update={
            "id": "copy",
            "source": "Riverside Gazette",
            "copy_of": "wire",
            "credits": ("Harbour Wire", "AFP"),
        }
    )
    meetings = tuple(
        meeting.model_copy(
            update={
                "reports": (
                    *meeting.reports,
                    *(_by(r, "copy") for r in meeting.reports if r.article == "wire"),
                )
            }
        )
        for meeting in document.meetings
    )
    return document.model_copy(update={"articles": (*document.articles, copy), "meetings": meetings})


def _by(report: MeetingReport, article: str) -> MeetingReport:
    evidence = tuple(span.model_copy(update={"article": article}) for span in report.evidence)
    return report.model_copy(update={"article": article, "evidence": evidence})


def test_copies_stand_behind_the_independent_reports(copied: Document) -> None:
    asked = copied.model_copy(update={"statements": (), "alignments": (), "discrepancies": ()})
    snapshots.check(SHOWN / "copies.txt", _printed(asked))


def test_with_events_and_relations(document: Document) -> None:
    asked = document.model_copy(update={"meetings": (), "statements": (), "alignments": ()})
    snapshots.check(SHOWN / "facts.txt", _printed(asked, with_facts=True))


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("asserted", "Putin accused Ukraine "),
        ("planned", "Putin will accuse Ukraine (planned)"),
        ("hypothetical", "Putin might accuse Ukraine (hypothetical)"),
        ("negated", "Putin did not accuse Ukraine (negated)"),
        ("historical", "Putin accused Ukraine (historical)"),
    ],
)
def test_an_event_is_told_as_it_stands(document: Document, status: str, shown: str) -> None:
    event = document.events[0].model_copy(update={"status": status})
    assert shown in _printed(document.model_copy(update={"events": (event,)}), with_facts=True)


def test_an_event_of_another_type_is_told_with_who_says_so(document: Document) -> None:
    event = document.events[0].model_copy(
        update={"type": "AID", "mode": "human_rights", "recipients": (), "attributed_to": ("merkel",)}
    )
    printed = _printed(document.model_copy(update={"events": (event,)}), with_facts=True)
    assert "Putin aided (human rights, says Merkel)" in printed


def test_a_pipe_gets_no_escapes_and_no_trailing_spaces(document: Document) -> None:
    printed = _printed(document)
    assert "\x1b" not in printed
    assert all(line == line.rstrip() for line in printed.splitlines())


def test_paraphrase_is_never_shown_as_quotation(document: Document) -> None:
    printed = " ".join(_printed(document).split())
    assert "“France and Russia wanted" not in printed
    assert "France and Russia wanted the same thing in Syria: peace (paraphrase)" in printed


def test_a_cue_that_matters_is_shown(document: Document) -> None:
    said = next(s for s in document.statements if s.reports[0].kind == "indirect")
    report = said.reports[0]
    for cue, shown in (("denied", "denied: "), ("has said", "")):
        changed = report.model_copy(
            update={"cue": report.content[0].model_copy(update={"exact": cue, "start": 0, "end": 1})}
        )
        statement = said.model_copy(update={"reports": (changed,)})
        printed = _printed(document.model_copy(update={"statements": (statement,), "meetings": ()}))
        first = report.content[0].exact.split()[0]
        assert f" {shown}{first}" in printed
        assert (f": {first}" in printed) is bool(shown)


def test_a_report_cannot_command_the_terminal(document: Document) -> None:
    statement = document.statements[0]
    report = statement.reports[0]
    evil = report.content[0].model_copy(update={"exact": "we \x1b]0;owned\x07 won\u009b31m"})
    hostile = statement.model_copy(update={"reports": (report.model_copy(update={"content": (evil,)}),)})
    printed = _printed(document.model_copy(update={"statements": (hostile,)}))
    assert "“we ]0;owned won31m”" in printed


def test_an_empty_record_prints_nothing(document: Document) -> None:
    nothing = {kind: () for kind in type(document).model_fields if kind != "version"}
    assert _printed(document.model_copy(update=nothing)) == ""

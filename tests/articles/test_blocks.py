"""Blocks of plain text. A test's document shows a kind before each line; `|` begins a line of the text."""

from __future__ import annotations

import pytest

from dragoman.articles import text

DOCUMENTS = {
    "a headline that stands again over the picture's caption": """
        headline  | Envoys reopen channel after freeze
                  |
        dek       | Delegations agree on a timetable
                  |
        caption   | Envoys reopen channel after freeze
        caption   | The delegations at the table in Geneva on Thursday.
                  |
        paragraph | The envoys of the two neighbours met in Geneva on Thursday.
    """,
    "a dek that is a sentence tells news": """
        headline  | Envoys reopen channel after freeze
                  |
        paragraph | The envoys of the two neighbours met in Geneva on Thursday after two years.
                  |
        caption   | Envoys reopen channel after freeze
        note      | Photo: AFP
                  |
        paragraph | “We have opened a door,” one of them said.
    """,
    "a headline that stands again without a caption": """
        headline  | Envoys reopen channel after freeze
                  |
        dek       | Delegations agree on a timetable
                  |
        headline  | Envoys reopen channel after freeze
                  |
        byline    | Courier Bulletin / News Desk
                  |
        paragraph | The envoys of the two neighbours met in Geneva on Thursday.
    """,
    "names and an outlet above a report without a headline": """
        byline    | Ann Lee and Bo Ek
                  |
        byline    | DAILY COURIER
                  |
        paragraph | The envoys of the two neighbours met in Geneva on Thursday.
    """,
    "subheads and links in the middle of a report": """
        paragraph | The envoys of the two neighbours met in Geneva on Thursday.
                  |
        subhead   | A short deadline
                  |
        paragraph | The commission has until the end of June.
                  |
        related   | What the neighbours trade, in charts
                  |
        related   | How the freeze began
                  |
        paragraph | Neither side would say what happens then.
    """,
    "short lines of the report itself": """
        paragraph | Half an hour later, the envoy replied:
                  |
        paragraph | "Call me"
                  |
        paragraph | - the release of all prisoners
                  |
        paragraph | Nobody did, as far as anybody knows.
    """,
    "the foot of a report": """
        paragraph | The envoys of the two neighbours met in Geneva on Thursday.
                  |
        caption   | The delegations at the table
        note      | Photo: Coast Press
                  |
        byline    | Ann Lee
                  |
        note      | Nobody may print this
    """,
    "a transcript has no datelines": """
        paragraph | LEE: We have opened a door.
                  |
        paragraph | EK: We have not gone through it.
    """,
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_lines_are_told_apart_by_where_they_stand(document: str) -> None:
    rows = [row.partition("|") for row in document.strip().splitlines()]
    draft = text.draft("\n".join(line.removeprefix(" ") for _, _, line in rows))
    expected = [(kind.strip(), line.strip()) for kind, _, line in rows if kind.strip()]
    assert [(block.kind.value, draft.text[block.start : block.end]) for block in draft.blocks] == expected


def test_a_dateline_is_a_block_of_its_own() -> None:
    draft = text.draft("KUWAIT: The cabinet met on Sunday.\n\nPARIS (AFP) — The ministers met too.")
    assert [(block.kind.value, draft.text[block.start : block.end]) for block in draft.blocks] == [
        ("dateline", "KUWAIT:"),
        ("paragraph", "The cabinet met on Sunday."),
        ("dateline", "PARIS (AFP) —"),
        ("paragraph", "The ministers met too."),
    ]


def test_a_known_title_makes_a_line_the_headline() -> None:
    draft = text.draft("Talks resume.\n\nThe envoys met on Thursday.", title="Talks resume")
    assert draft.blocks[0].kind.value == "headline"
    assert draft.title == "Talks resume"

"""What a line is by its own words."""

from __future__ import annotations

import pytest

from dragoman.articles import kinds
from dragoman.types import BlockKind

KINDS = {
    BlockKind.NOTE: [
        "Photo: AFP",
        "(Photo: Ann Lee, Coast Press)",
        "Credit: Ida Holm/Reuters",
        "ADVERTISEMENT",
        "Updated 9:50 a.m. ET",
        "This article is more than 2 years old",
        "7 years ago",
        "Sign up for our newsletter",
        "Follow Ann Lee on Twitter: @annlee",
        "Copyright © 2019 The Courier. All rights reserved.",
        "Bo Ek contributed to this report.",
        "(Reporting by Ann Lee; Editing by Bo Ek)",
        "Published: 6 July 2017",
        "* * *",
        ".",
    ],
    BlockKind.RELATED: [
        "READ ALSO: Why the ferries stopped running",
        "Related: What the neighbours trade",
        "More:Envoy flies home with accord",
        "The bakery that feeds an island Read more",
        "SEE ALSO: Minister quits over letter",
        "JUST WATCHED Envoy flies home Replay More Videos ... MUST WATCH Envoy flies home 02:57",
    ],
    BlockKind.CAPTION: [
        "FILE PHOTO: The envoy at an earlier round of talks.",
        "The envoy leaves the hotel. REUTERS/Ida Holm",
        "The envoy leaves the hotel. (Photo: Ida Holm)",
        "The envoy leaves the hotel on Monday. Photograph: Ida Holm/AFP/Getty Images",
        "Enlarge this image toggle caption Ida Holm/AP Ida Holm/AP",
        "The envoy leaves the hotel. (KCNA/Reuters)",
    ],
    BlockKind.BYLINE: ["By Ann Lee", "BY ANN LEE", "By Ann Lee and Bo Ek, Daily Courier", "-- Ann Lee"],
    BlockKind.QUOTE: [
        "> We have opened a door.",
        "We have opened a door. — Ann Lee (@annlee) July 6, 2017",
        "RT @annlee: We have opened a door.",
    ],
    BlockKind.SUBHEAD: ["## What comes next"],
    None: [
        "The ministers met on Thursday.",
        "By Monday the talks had failed, and everybody knew that they would not be taken up again.",
        "More than a hundred delegates left the room.",
        "Related events in the north drew less notice.",
        "He told Reuters.",
        "The opposition called for a referendum. (AFP)",
        "Photographs of the talks were taken by both sides.",
        "“We have opened a door,” she said.",
        "Envoys reopen channel after two-year freeze",
        "A commission with a short deadline",
        "She gave her counterpart the credit: without him, there was no accord.",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in KINDS.items() for line in lines])
def test_lines_are_told_apart_by_their_words(kind: BlockKind | None, line: str) -> None:
    assert kinds.kind(line) is kind


@pytest.mark.parametrize(
    ("line", "is_outlet"),
    [
        ("Courier Bulletin / News Desk", True),
        ("DAILY COURIER", True),
        ("Reuters", True),
        ("Agencies", True),
        ("Ann Lee, Coast Times", True),
        ("Ann Lee", False),
        ("The press was not admitted to the talks", False),
        ("Minister reads out press review", False),
        ("The Times reported so.", False),
    ],
)
def test_outlets_are_known_by_what_papers_are_called(line: str, is_outlet: bool) -> None:  # noqa: FBT001
    assert kinds.is_outlet(line) is is_outlet

"""Where one article of a text ends and the next begins."""

from __future__ import annotations

import pytest

from dragoman.articles import lines, splitting

BODY = (
    "The ministers of transport of the two coastal states promised on Tuesday to set up a joint coast guard "
    "after a summer of collisions in the strait.\n\n"
    "“We have lost eleven sailors this year because two radios were on two frequencies,” said Elin Strand, "
    "who hosted her counterpart in Varnes.\n\n"
    "Her guest called the plan overdue and said that his parliament would vote on the money before Christmas."
)
BRIEF = (
    "The ministers of transport of the two coastal states promised on Tuesday to set up a joint coast guard "
    "after a summer of collisions in the strait."
)
CREDIT = "\nPhoto: AFP"
FIRST, SECOND = "Harbour ministers pledge joint coast guard", "Island premier to visit capital for talks"


def starts(page: str) -> list[str]:
    found = lines.split(page)
    return [found[number].text for number in splitting.split(found)[1:]]


@pytest.mark.parametrize(
    "page",
    {
        "printed again": f"{FIRST}\n\n{FIRST}{CREDIT}\n\n{BODY}\n\n{SECOND}\n\n{SECOND}{CREDIT}\n\n{BODY}",
        "bylines": f"{FIRST}\n\nBy Ann Lee\n\n{BODY}\n\n{SECOND}\n\nBy Bo Ek\n\n{BODY}",
        "dates": f"{FIRST}\n\n6 July 2017\n\n{BODY}\n\n{SECOND}\n\n9 July 2017\n\n{BODY}",
        "datelines": f"{FIRST}\n\nPARIS (AFP) - {BODY}\n\n{SECOND}\n\nROME (AFP) - {BODY}",
        "a rule": f"{FIRST}\n\n{BODY}\n\n--------------------\n\n{SECOND}\n\n{BODY}",
        "stars and a byline": f"{BODY}\n\n* * *\n\n{SECOND}\n\nBy Bo Ek\n\n{BODY}",
        "a gap after a date": f"{FIRST}\n\n{BODY}\n\nUpdated: 6 July 2017\n\n\n{SECOND}\n\n{BODY}",
        "a gap after links": f"{FIRST}\n\n{BODY}\n\nREAD ALSO: How it began\n\n\n{SECOND}\n\n{BODY}",
        "two briefs": f"{FIRST}\n\n6 July 2017\n\nA - {BRIEF}\n\n{SECOND}\n\n9 July 2017\n\nROME - {BRIEF}",
        "no blank lines": f"{FIRST}\nBy Ann Lee\n{BODY}\n{SECOND}\nBy Bo Ek\n{BODY}".replace("\n\n", "\n"),
    }.items(),
    ids=lambda page: page[0],
)
def test_where_signs_agree_a_new_article_begins(page: tuple[str, str]) -> None:
    assert starts(page[1]) == [SECOND]


@pytest.mark.parametrize(
    "page",
    {
        "a subhead": f"{FIRST}\n\n{BODY}\n\n{SECOND}\n\n{BODY}",
        "a gap": f"{FIRST}\n\n{BODY}\n\n\n{SECOND}\n\n{BODY}",
        "stars": f"{FIRST}\n\n{BODY}\n\n* * *\n\n{SECOND}\n\n{BODY}",
        "a date in a brief": f"{FIRST}\n\n{BODY}\n\n{SECOND}\n\n9 July 2017\n\n{BRIEF}",
        "no body before": f"{FIRST}\n\nBy Ann Lee\n\n{SECOND}\n\nBy Bo Ek\n\n{BODY}",
        "no body after": f"{FIRST}\n\n{BODY}\n\n\n{SECOND}\n\nBy Bo Ek\n\n6 July 2017\n\nRead more",
        "links": f"{FIRST}\n\n{BODY}\n\n\nREAD ALSO: {SECOND}\n\n6 July 2017\n\n{BODY}",
        "a picture": f"{FIRST}\n\n{BODY}\n\n\nThe premier leaves the hotel{CREDIT}\n\n{BODY}",
        "nothing": "",
    }.items(),
    ids=lambda page: page[0],
)
def test_one_sign_alone_cuts_no_article(page: tuple[str, str]) -> None:
    assert starts(page[1]) == []


def test_a_date_above_the_headline_goes_with_it() -> None:
    page = f"{FIRST}\n\n6 July 2017\n\n{BODY}\n\n\n9 July 2017\n\n{SECOND}\n\nBy Bo Ek\n\n{BODY}"
    assert starts(page) == ["9 July 2017"]

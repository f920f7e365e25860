from __future__ import annotations

import pytest

from actors.drawn import read
from dragoman.actors import gazetteer, naming, offices, words
from dragoman.actors.loading import load
from dragoman.actors.role import Role


def roles(line: str) -> list[tuple[str, Role]]:
    seen = words.of(read(line))
    found = gazetteer.find(seen, load())
    names = naming.find(seen, load(), found)
    return [
        (seen.text(r.start, r.end), r)
        for r in offices.find(seen, load(), found, [(n.lead, n.end) for n in names])
    ]


@pytest.mark.parametrize(
    ("line", "phrase", "title", "of"),
    [
        ("The French foreign minister said", "The French foreign minister",
         "foreign minister", ("state:FRA",)),
        ("Russia 's defense minister said", "Russia's defense minister", "defence minister", ("state:RUS",)),
        ("The minister of foreign affairs of Turkey said", "The minister of foreign affairs of Turkey",
         "foreign minister", ("state:TUR",)),
        ("NATO secretary general arrived_VERB", "NATO secretary general", "secretary-general", ("igo:nato",)),
        ("A State Department spokeswoman said", "A State Department spokeswoman",
         "State Department spokeswoman", ("body:USA:state-department",)),
        ("The Russian ambassador to the United Nations said", "The Russian ambassador to the United Nations",
         "ambassador to the United Nations", ("state:RUS",)),
        ("A spokesman for the Indonesian military said", "A spokesman for the Indonesian military",
         "spokesman for the Indonesian military", ("state:IDN",)),
        ("The foreign ministers of France and Germany met", "The foreign ministers of France and Germany",
         "foreign minister", ("state:FRA", "state:DEU")),
        ("Russian and German foreign ministers met", "Russian and German foreign ministers",
         "foreign minister", ("state:RUS", "state:DEU")),
    ],
)  # fmt: skip
def test_titles_and_whose_they_are(line: str, phrase: str, title: str, of: tuple[str, ...]) -> None:
    ((text, role),) = roles(line)
    assert (text, role.title, role.of) == (phrase, title, of)


def test_what_stands_before_a_title() -> None:
    ((_, former),) = roles("The former French president said")
    assert former.former
    ((_, two),) = roles("The two leaders met")
    assert (two.number, two.is_plural, two.is_plain) == ("two", True, True)
    ((text, his),) = roles("his Russian counterpart said")
    assert (text, his.of, his.is_plain) == ("his Russian counterpart", ("state:RUS",), False)
    ((_, ex),) = roles("The ex-president said")
    assert ex.former
    ((_, elect),) = roles("The president - elect said")
    assert elect.title == "president-elect"


def test_a_title_in_a_longer_one() -> None:
    ((text, role),) = roles("The deputy foreign ministry spokesman said")
    assert (text, role.title) == (
        "The deputy foreign ministry spokesman",
        "deputy foreign ministry spokesman",
    )


def test_what_is_no_title() -> None:
    assert roles("They head_VERB north") == []
    assert roles("[Communist Party of Georgia]ORG met") == []
    assert roles("it states_VERB that") == []


def test_a_phrase_of_time_is_no_part_of_a_title() -> None:
    ((text, _),) = roles("The president for the second time said")
    assert text == "The president"

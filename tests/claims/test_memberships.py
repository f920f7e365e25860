"""Who belongs to, presides over, backs or fights whom, and since or until when, in real sentences."""

from __future__ import annotations

import pytest

from builders import article
from dragoman import actors, language
from dragoman.claims import relations

TOLD = {
    "Russia was excluded from the G8 in 2014.": [("Russia", "member_of", "Group of Eight", None, "2014")],
    "Britain left the European Union in 2020.": [
        ("United Kingdom", "member_of", "European Union", None, "2020")
    ],
    "Britain left the European Union.": [],
    "Canada withdrew its troops from NATO in 2014.": [],
    "Pilots of the coalition that Denmark joined in 2014 flew on.": [
        ("Denmark", "member_of", "coalition", "2014", None)
    ],
    "The United States was a member of UNESCO until 2018.": [
        ("United States", "member_of", "UNESCO", None, "2018")
    ],
    "Germany joined NATO in 1955.": [("Germany", "member_of", "NATO", "1955", None)],
    "Croatia has been a member of NATO since 2009.": [("Croatia", "member_of", "NATO", "2009", None)],
    "Ukraine wants to join NATO.": [],
    "Ukraine did not join NATO in 2008.": [],
    "France is part of an international coalition battling jihadists in Iraq.": [
        ("France", "member_of", "international coalition", None, None)
    ],
    "France holds the 2019 presidency of the G7.": [
        ("France", "chairs", "Group of Seven", "2019", "2019"),
        ("France", "member_of", "Group of Seven", None, None),
    ],
    "Slovenia took over the presidency of the European Union in July 2021.": [
        ("Slovenia", "chairs", "European Union", "2021-07", None),
        ("Slovenia", "member_of", "European Union", None, None),
    ],
    "The G7 includes Canada and Japan.": [
        ("Canada", "member_of", "Group of Seven", None, None),
        ("Japan", "member_of", "Group of Seven", None, None),
    ],
    "The Quad, a group made up of Japan and India, met.": [
        ("Japan", "member_of", "Quad", None, None),
        ("India", "member_of", "Quad", None, None),
    ],
    "NATO made Japan and India angry.": [],
    "The other members of the G7 are Canada and Japan.": [
        ("Canada", "member_of", "Group of Seven", None, None),
        ("Japan", "member_of", "Group of Seven", None, None),
    ],
    "The group of diplomats from France and Germany, known as the Normandy format, met in Minsk.": [
        ("France", "member_of", "Normandy format", None, None),
        ("Germany", "member_of", "Normandy format", None, None),
    ],
    "The Minsk agreements were signed by Ukraine and Russia in 2015.": [
        ("Ukraine", "party_to", "Minsk agreements", "2015", None),
        ("Russia", "party_to", "Minsk agreements", "2015", None),
    ],
    "Canada withdrew from the Paris Agreement in 2017.": [
        ("Canada", "party_to", "Paris Agreement", None, "2017")
    ],
    "Russia intervened in the war in 2015 on the side of Damascus.": [
        ("Russia", "backs", "Syria", "2015", None)
    ],
    "Russia has backed Syria since 2011.": [("Russia", "backs", "Syria", "2011", None)],
    "Separatists fighting Kyiv met Russian envoys.": [("Separatists", "fights", "Ukraine", None, None)],
    "Canada designated Hamas as a terrorist organization in 1997.": [
        ("Canada", "designates", "Hamas", "1997", None)
    ],
    "Sen. Ann Berg (D-NJ) flew to Oslo.": [
        ("Ann Berg", "member_of", "Democratic Party", None, None)
    ],
}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("sentence", TOLD)
def test_standing_facts(sentence: str) -> None:
    of = language.analyse(article(sentence, published="2021-09-01"))
    cast = actors.resolve(of)
    names = {entity.actor.id: entity.actor.name for entity in cast.entities}
    assert [
        (names[c.subject].removeprefix("the "), c.predicate, names.get(c.object, c.object), c.since, c.until)
        for c in relations.find(of, cast)
        if c.predicate != "holds_office"
    ] == TOLD[sentence]

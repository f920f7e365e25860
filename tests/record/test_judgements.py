"""Which claim of a later reading stands in the place of the one that was judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import (
    FRANCE,
    LAVROV,
    LE_DRIAN,
    MACRON,
    PUTIN,
    RUSSIA,
    article,
    event,
    meeting,
    relation,
    statement,
)
from dragoman import record
from dragoman.types import Claim
from judging import judgement

OF = article("Lavrov met Le Drian on Monday and Putin saw Macron. “We oppose all such weapons,” Lavrov said.")
FIRST = "Lavrov met Le Drian on Monday and Putin saw Macron."
MET = meeting(OF, FIRST, LAVROV, LE_DRIAN, date="2017-07-03")
SAW = meeting(OF, FIRST, PUTIN, MACRON)
SAID = statement(OF, "We oppose all such weapons,", LAVROV)
ACCUSED = event(OF, FIRST, "ACCUSE", RUSSIA, FRANCE)
OFFICE = relation(OF, FIRST, LAVROV, "holds_office", "foreign minister of Russia")


def stands(subject: Claim, *claims: Claim) -> str | None:
    """The id of the claim that a judgement about another means."""
    found = record.stand([judgement("wrong", (subject,))], claims)
    return found[0].claim if found else None


def test_the_very_claim_stands_first() -> None:
    twin = replace(MET, id="m-0")
    assert stands(MET, twin, MET, SAW) == MET.id


@pytest.mark.parametrize(
    ("subject", "successor"),
    [
        (MET, replace(MET, id="m-1", date="2017-07", status="planned")),
        (MET, meeting(OF, FIRST, LAVROV, FRANCE)),
        (MET, meeting(OF, OF.text, LAVROV, LE_DRIAN)),
        (SAID, statement(OF, "oppose all such weapons", LE_DRIAN)),
        (ACCUSED, replace(ACCUSED, id="e-1", type="REJECT", status="negated")),
        (OFFICE, relation(OF, FIRST, LAVROV, "holds_office", "minister of Russia")),
    ],
)
def test_one_that_is_much_like_it_stands_in_its_place(subject: Claim, successor: Claim) -> None:
    assert successor.id != subject.id
    assert stands(subject, SAW, successor) == successor.id


@pytest.mark.parametrize(
    ("subject", "other"),
    [
        (MET, SAW),
        (
            MET,
            replace(
                MET, id="m-1", article="another", evidence=(replace(MET.evidence[0], article="another"),)
            ),
        ),
        (MET, replace(ACCUSED, actors=(LAVROV.id,))),
        (SAID, statement(OF, "Monday and Putin saw Macron. “We oppose", LAVROV)),
        (ACCUSED, event(OF, FIRST, "AID", MACRON, PUTIN)),
        (OFFICE, relation(OF, FIRST, LE_DRIAN, "holds_office", "foreign minister of France")),
    ],
)
def test_another_does_not(subject: Claim, other: Claim) -> None:
    assert stands(subject, other) is None


def test_of_several_the_one_most_like_it_stands_in_its_place() -> None:
    alike = meeting(OF, FIRST, LAVROV, LE_DRIAN, place="Paris")
    assert stands(MET, meeting(OF, FIRST, LAVROV, FRANCE), alike, SAW) == alike.id


def test_words_are_found_again_in_another_text() -> None:
    moved = record.moved(SAID, article(f"Home. News.\n{OF.text}"))
    assert moved is not None
    assert moved.evidence[0].start == SAID.evidence[0].start + len("Home. News.\n")
    assert record.moved(SAID, article("Something else.")) is None

"""Who is meant by a name, and who acts for whom."""

from __future__ import annotations

import pytest

from builders import LAVROV, MACRON, actor, article, statement
from dragoman import store
from dragoman.analysis import sides
from dragoman.errors import SameActor, UnknownActor
from dragoman.export.document import ActorPart, OfficePart
from dragoman.store import Store
from stored import put

SAID = article("“No,” he said.")
KIM = actor("Kim Il", "person", "PRK", "Kim")
STRANGER = actor("Jane Roe", "person", "FRA", "Roe")
OTHER_ROE = actor("Richard Roe", "person", "USA", "Roe")


@pytest.fixture
def db() -> Store:
    """A store in which some have spoken."""
    opened = store.open("sqlite://")
    speakers = (LAVROV, KIM, STRANGER)
    put(opened, SAID, statement(SAID, "No,", *speakers), actors=speakers)
    return opened


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("FRA", "state:FRA"),
        ("fra", "state:FRA"),
        ("France", "state:FRA"),
        ("Paris", "state:FRA"),
        ("lavrov", "person:sergei-lavrov"),
        ("le drian", "person:jean-yves-le-drian"),
        ("person:jane-roe", "person:jane-roe"),
        ("jane roe", "person:jane-roe"),
        ("Kim", "person:kim-il"),  # of the many that the registry knows none is in the record
        ("NATO", "igo:nato"),
    ],
)
def test_a_name_a_code_or_an_id_means_somebody(db: Store, text: str, id: str) -> None:
    assert sides.find(text, db).id == id


def test_a_name_that_nobody_has_is_told_with_those_that_are_close(db: Store) -> None:
    with pytest.raises(UnknownActor, match=r"nobody called “Lavrow” is known; close: .*Lavrov"):
        sides.find("Lavrow", db)


@pytest.mark.parametrize("text", ["", "?", "xyzzy", "%"])
def test_a_name_that_is_like_none_says_what_to_give(db: Store, text: str) -> None:
    with pytest.raises(UnknownActor, match="give a name, an id, or a country's code"):
        sides.find(text, db)


def test_a_name_that_two_have_is_not_guessed(db: Store) -> None:
    of = article("“Yes,” they said.")
    put(db, of, statement(of, "Yes,", OTHER_ROE), actors=(OTHER_ROE,))
    with pytest.raises(
        UnknownActor, match=r"Jane Roe \(person:jane-roe\), Richard Roe \(person:richard-roe\)"
    ):
        sides.find("Roe", db)


def _person(*offices: tuple[str | None, str | None, str | None], country: str | None) -> ActorPart:
    held = tuple(OfficePart(title="head", of=of, since=since, until=until) for of, since, until in offices)
    return ActorPart(id="person:x", name="X", names=("X",), kind="person", country=country, offices=held)


@pytest.mark.parametrize(
    ("side", "actor", "speaks"),
    [
        ("FRA", _person(country="FRA"), True),
        ("FRA", _person(country="RUS"), False),
        ("FRA", _person(("France", "2017-01", None), country="FRA"), True),
        ("FRA", _person(("France", "2017-01", None), country="RUS"), False),
        ("FRA", _person(("France", "2007", "2012"), country="FRA"), False),
        ("FRA", _person(("France", "2018", None), country="FRA"), False),
        ("FRA", _person((None, None, None), country="FRA"), True),
        ("NOR", _person(("NATO", "2014-10-01", None), country="NOR"), False),
        ("NATO", _person(("NATO", "2014-10-01", None), country="NOR"), True),
        ("NATO", _person(("NATO", "2004", "2009"), country="NLD"), False),
        ("NATO", _person((None, None, None), country="NOR"), False),
        ("Lavrov", _person(country="RUS"), False),
    ],
)
def test_who_speaks_for_a_side_on_a_day(db: Store, side: str, actor: ActorPart, speaks: bool) -> None:  # noqa: FBT001
    assert sides.speaks(sides.find(side, db), actor, "2017-07-06") is speaks


@pytest.mark.parametrize(
    ("kind", "speaks"),
    [("body", True), ("group", False), ("party", False), ("armed_group", False), ("organization", False)],
)
def test_of_collectives_only_the_bodies_of_a_state_speak_for_it(db: Store, kind: str, speaks: bool) -> None:  # noqa: FBT001
    collective = _person(country="FRA").model_copy(update={"kind": kind})
    assert sides.speaks(sides.find("FRA", db), collective, None) is speaks


def test_the_actor_itself_speaks_for_itself_and_nobody_for_an_unknown(db: Store) -> None:
    lavrov = sides.find("Lavrov", db)
    assert sides.speaks(lavrov, _person(country=None).model_copy(update={"id": lavrov.id}), "1900")
    assert not sides.speaks(lavrov, None, None)


@pytest.mark.parametrize(
    "two",
    [("FRA", "France"), ("FRA", "Macron"), ("Élysée", "FRA"), ("FRA", "Jane Roe"), ("NATO", "Stoltenberg")],
)
def test_one_side_is_not_compared_with_itself(db: Store, two: tuple[str, str]) -> None:
    one, other = (sides.find(text, db) for text in two)
    with pytest.raises(SameActor):
        sides.check_apart(one, other)


def test_two_who_serve_one_state_can_be_compared(db: Store) -> None:
    put(db, SAID, statement(SAID, "No,", MACRON), actors=(MACRON,))
    sides.check_apart(sides.find("Macron", db), sides.find("Le Drian", db))


def test_a_side_is_found_by_its_id_and_those_of_its_state() -> None:
    assert sides.term(sides.Standing("state:FRA", "France", country="FRA")) == "state:FRA,FRA"
    assert (
        sides.term(sides.Standing("igo:x", "X", holders=("person:a", "person:b")))
        == "igo:x,person:a,person:b"
    )

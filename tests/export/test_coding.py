"""Events and meetings become PLOVER's, as its manual has them."""

from __future__ import annotations

import pytest

import exported
from builders import FRANCE, LAVROV, LE_DRIAN, RUSSIA, account, actor, article, event, meeting
from dragoman.export import codes, coding
from dragoman.export.coding import Coded
from dragoman.export.document import ActorPart, OfficePart

ONE = article("Lavrov met Le Drian. France gave Russia aid.", published="2017-07-07")


def _coded(words: str = "Lavrov met", *, published: str | None = "2017-07-07", **values: object) -> Coded:
    told = article(ONE.text, published=published)
    (found,) = coding.events(
        exported.source(account(told, meeting(told, words, LAVROV, LE_DRIAN, **values))).document  # type: ignore[arg-type]
    )
    return found


def _event(kind: str, **values: object) -> Coded:
    claim = event(ONE, "France gave Russia aid", kind, FRANCE, RUSSIA, **values)
    (found,) = coding.events(exported.source(account(ONE, claim)).document)
    return found


@pytest.mark.parametrize(
    ("status", "kind", "mode", "code"),
    [
        ("held", "CONSULT", None, "040"),
        ("planned", "AGREE", None, "036"),
        ("proposed", "AGREE", None, "036"),
        ("cancelled", "REJECT", "meet", "125"),
        ("refused", "REJECT", "meet", "125"),
    ],
)
def test_a_meeting_is_what_its_status_says(status: str, kind: str, mode: str | None, code: str) -> None:
    found = _coded(status=status)
    assert (found.type, found.mode, found.code) == (kind, mode, code)
    assert {one.id for one in found.actors} == {LAVROV.id, LE_DRIAN.id}
    assert not found.recipients
    assert found.mutual


def test_the_day_of_a_promise_is_that_of_the_report_not_of_what_is_promised() -> None:
    found = _coded(status="planned", date="2017-09-01")
    assert (found.day, found.is_dated, found.date) == ("2017-07-07", False, "2017-09-01")


def test_a_day_that_nobody_gives_is_that_of_the_report() -> None:
    assert _coded().day == "2017-07-07"
    assert _coded(published=None).day is None


def test_a_month_is_its_first_and_its_last_day() -> None:
    found = _coded(date="2017-02")
    assert (found.day, found.last_day) == ("2017-02-01", "2017-02-28")


def test_of_a_visit_the_host_is_who_is_at_home() -> None:
    found = _coded(form="visit", place="Paris")
    assert [one.id for one in found.actors] == [LAVROV.id]
    assert [one.id for one in found.recipients] == [LE_DRIAN.id]
    assert (found.mode, found.code, found.mutual) == ("visit", "042", False)


@pytest.mark.parametrize("place", [None, "Vienna"])
def test_a_visit_without_a_known_host_has_no_side(place: str | None) -> None:
    found = _coded(form="visit", place=place)
    assert (found.mode, len(found.actors), found.recipients) == (None, 2, ())


@pytest.mark.parametrize(
    ("form", "mode", "code"),
    [
        ("call", "phone", "041"),
        ("third_party", "third-party", "044"),
        ("multilateral", "multilateral", "040"),
    ],
)
def test_the_form_of_a_meeting_is_its_mode(form: str, mode: str, code: str) -> None:
    found = _coded(form=form)
    assert (found.mode, found.code) == (mode, code)


@pytest.mark.parametrize(
    ("kind", "becomes", "auxiliary"),
    [("AID", "AGREE", None), ("RETREAT", "CONCEDE", None), ("ASSAULT", "ASSAULT", "future")],
)
def test_what_is_only_planned_is_what_the_manual_makes_of_it(
    kind: str, becomes: str, auxiliary: str | None
) -> None:
    found = _event(kind, status="planned")
    assert (found.type, found.auxiliary, found.happened) == (becomes, auxiliary, auxiliary is None)


@pytest.mark.parametrize(
    ("status", "date", "happened"),
    [
        ("asserted", None, True),
        ("negated", "2017-07-01", False),
        ("hypothetical", None, False),
        ("historical", "1994", True),
        ("historical", None, False),
    ],
)
def test_only_what_happened_counts(status: str, date: str | None, happened: bool) -> None:  # noqa: FBT001 - a case
    assert _event("ASSAULT", status=status, date=date).happened is happened


@pytest.mark.parametrize(
    ("kind", "mode", "contexts", "code"),
    [
        ("AID", None, ("military",), "072"),
        ("AID", None, ("health",), "070"),
        ("ACCUSE", "allege", ("legal", "military"), "1124"),
        ("ACCUSE", "allege", ("military",), "1123"),
        ("COERCE", "cyber", (), "170"),
        ("REQUEST", "meet", ("economic",), "106"),
        ("NOTHING", None, (), None),
    ],
)
def test_a_code_is_as_narrow_as_mode_and_contexts_allow(
    kind: str, mode: str | None, contexts: tuple[str, ...], code: str | None
) -> None:
    assert codes.cameo(kind, mode, contexts) == code


def test_a_score_is_the_modes_or_the_types_or_none() -> None:
    assert codes.score("CONSULT", "visit") == 4
    assert codes.score("CONSULT", "new") == codes.score("CONSULT", None) == 2.5
    assert codes.score("ACCUSE", None) is None
    assert codes.score("NOTHING", None) is None
    assert codes.goldstein("040") == 1
    assert codes.goldstein("163") is None


@pytest.mark.parametrize(
    ("kind", "name", "country", "expected"),
    [
        ("state", "France", "FRA", ("FRA", None)),
        ("body", "Foreign Ministry", "FRA", ("FRA", "GOV")),
        ("body", "Élysée Palace", "FRA", ("FRA", "GOV")),
        ("body", "Senate", "USA", ("USA", "LEG")),
        ("body", "Constitutional Court", "DEU", ("DEU", "JUD")),
        ("body", "Israeli army", "ISR", ("ISR", "MIL")),
        ("body", "Defence Ministry", "RUS", ("RUS", "GOV")),
        ("party", "Green Party", "DEU", ("DEU", "PTY")),
        ("armed_group", "River Front", "MLI", ("MLI", "REB")),
        ("organization", "General Motors", "USA", ("USA", None)),
        ("group", "officials", None, (None, None)),
        ("igo", "NATO", None, ("IGO", None)),
    ],
)
def test_an_actor_has_the_code_of_what_it_is(
    kind: str, name: str, country: str | None, expected: tuple[str | None, str | None]
) -> None:
    part = ActorPart(
        id="igo:nato" if kind == "igo" else "x", name=name, names=(), kind=kind, country=country, offices=()
    )
    found = codes.actor(part, None)
    assert (found.country, found.sector) == expected


def _person(*offices: tuple[str, str | None, str | None, str | None]) -> ActorPart:
    held = tuple(OfficePart(title=t, of=of, since=since, until=until) for t, of, since, until in offices)
    return ActorPart(id="p", name="Ada Quill", names=(), kind="person", country="EST", offices=held)


def test_a_person_is_of_the_sector_of_the_office_that_he_holds_on_the_day() -> None:
    quill = _person(("judge", "Estonia", "2001", "2009"), ("foreign minister", "Estonia", "2010", None))
    assert (codes.actor(quill, "2005-01-01").sector, codes.actor(quill, "2015-01-01").sector) == (
        "JUD",
        "GOV",
    )
    assert codes.actor(quill, "1999-01-01").sector is None


def test_who_serves_an_organisation_is_of_no_country() -> None:
    found = codes.actor(_person(("secretary-general", "United Nations", None, None)), None)
    assert (found.country, found.group, found.sector) == ("UNO", "UNO", None)


def test_who_was_in_office_is_of_the_elite() -> None:
    assert codes.actor(_person(("former prime minister", "Estonia", None, None)), None).sector == "ELI"


def test_what_lies_within_an_organisation_has_its_code() -> None:
    council = actor("United Nations Security Council", "igo", id="igo:un-security-council")
    part = ActorPart(id=council.id, name=council.name, names=(), kind="igo", country=None, offices=())
    assert codes.actor(part, None).group == "UNO"


def test_countries_have_their_codes_elsewhere() -> None:
    assert [codes.country("FRA", scheme) for scheme in ("plover", "cameo", "fips", "cow", "iso2")] == [
        "FRA",
        "FRA",
        "FR",
        "220",
        "FR",
    ]
    assert (codes.country("XKX", "plover"), codes.country("XKX", "cameo")) == ("KOS", "KSV")
    assert codes.country(None, "plover") is None
    assert codes.country("NOR", "fips") == "NO"


def test_events_stand_in_order_of_day_whatever_the_order_of_reading() -> None:
    given = exported.everything()
    days = [one.day or "9999" for one in coding.events(given.document)]
    assert days == sorted(days)
    assert len(days) == len(given.document.events) + len(given.document.meetings)

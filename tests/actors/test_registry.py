from __future__ import annotations

import importlib.util
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from dragoman.actors.loading import load, plural
from dragoman.types import ActorKind

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("resources_build", ROOT / "resources" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_built_registry_is_current(build: ModuleType) -> None:
    text = build.render(build.build())
    assert build.REGISTRY.read_text(encoding="utf-8") == text, "run `python resources/build.py`"


def test_every_file_of_facts_names_its_source(build: ModuleType) -> None:
    for path in build.RESOURCES.glob("*.yaml"):
        facts = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert facts.get("source"), f"{path.name} says no source"


def test_facts_that_contradict_each_other_are_refused(build: ModuleType) -> None:
    facts = build.build()
    facts["people"][0]["offices"] = [{"title": "king", "of": "state:FRA", "since": "2020", "until": "2019"}]
    with pytest.raises(build.BadFacts, match="ends before it begins"):
        build._check(facts)
    facts["people"][0]["offices"] = [{"title": "king", "of": "state:XXX"}]
    with pytest.raises(build.BadFacts, match="no state:XXX"):
        build._check(facts)


def holders(*people: dict[str, Any]) -> dict[str, Any]:
    return {"source": {"record": "public record"}, "holders": [{"source": ["record"], **p} for p in people]}


def king(name: str, since: str, until: str | None = None) -> dict[str, Any]:
    office = {"title": "king", "since": since} | ({"until": until} if until else {})
    return {"name": name, "of": "FRA", "offices": [office]}


@pytest.mark.parametrize("until", ["2001-05-03", "2001-06", "2002", None])
def test_two_in_an_office_of_one_are_refused(build: ModuleType, until: str | None) -> None:
    facts = holders(king("Odo", "1999-01-01", until), king("Lothar", "2001-05-02"))
    with pytest.raises(build.BadFacts, match="two are monarch of FRA at once: Odo and Lothar"):
        build._check_holders(facts, {"king": "monarch"})


@pytest.mark.parametrize("until", ["2001-05-02", "2001-05", "2001"])
def test_one_after_another_is_fine(build: ModuleType, until: str) -> None:
    facts = holders(king("Odo", "1999-01-01", until), king("Lothar", "2001-05-02"))
    build._check_holders(facts, {"king": "monarch"})


def test_a_holder_without_a_source_is_refused(build: ModuleType) -> None:
    with pytest.raises(build.BadFacts, match="Odo: says no source"):
        build._check_holders(holders({**king("Odo", "1999"), "source": ["hearsay"]}), {})


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("2009", "2009-01-01", "2010-01-01"),
        ("2009-12", "2009-12-01", "2010-01-01"),
        ("2009-02", "2009-02-01", "2009-03-01"),
        ("2009-01-20", "2009-01-20", "2009-01-20"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(build: ModuleType, written: str, since: str, until: str) -> None:
    built = build._office({"title": "king", "since": written, "until": written}, "FRA")
    assert (built["since"], built["until"]) == (since, until)


@pytest.mark.parametrize("written", ["2009-13", "2009-02-30", "20090"])
def test_a_date_that_is_none_is_refused(build: ModuleType, written: str) -> None:
    with pytest.raises(build.BadFacts, match="is no date"):
        build._office({"title": "king", "since": written}, "FRA")


def test_what_it_covers() -> None:
    kinds = [e.kind for e in load().entries.values()]
    states = [e for e in load().entries.values() if e.kind is ActorKind.STATE]
    assert len([e for e in states if not e.territory]) >= 197
    assert kinds.count(ActorKind.IGO) >= 150
    assert kinds.count(ActorKind.ARMED_GROUP) >= 80
    assert len(load().people) >= 3500
    assert {e.country for e in states} >= {"XKX", "PSE", "TWN", "VAT"}


@pytest.mark.parametrize(
    ("rank", "of", "day", "name"),
    [
        ("foreign_minister", "state:FRA", "2017-07-06", "Jean-Yves Le Drian"),
        ("foreign_minister", "state:RUS", "2017-07-06", "Sergei Lavrov"),
        ("foreign_minister", "state:USA", "2013-02-01", "John Kerry"),
        ("foreign_minister", "state:USA", "2013-01-31", "Hillary Clinton"),
        ("head_of_state", "state:USA", "2018-05-01", "Donald Trump"),
        ("head_of_state", "state:FRA", "1950-01-01", None),
        ("secretary_general", "igo:nato", "2016-07-08", "Jens Stoltenberg"),
        ("secretary_general", "igo:un", "1996-03-01", "Boutros Boutros-Ghali"),
        ("director_general", "igo:opcw", "2017-04-07", "Ahmet Uzumcu"),
        ("high_representative", "igo:eu", "2003-01-01", "Javier Solana"),
        ("foreign_minister", "state:RUS", "1995-06-01", "Andrei Kozyrev"),
        ("foreign_minister", "state:SUN", "1990-06-01", "Eduard Shevardnadze"),
        ("head_of_government", "state:JPN", "1998-08-01", "Keizo Obuchi"),
        ("head_of_state", "state:NGA", "2000-01-01", "Olusegun Obasanjo"),
        ("head_of_state", "state:NGA", "2007-05-28", "Olusegun Obasanjo"),
    ],
)
def test_who_held_an_office(rank: str, of: str, day: str, name: str | None) -> None:
    holder = load().holder(rank, of, day)
    assert (holder.name if holder else None) == name


STATE, GOVERNMENT, FOREIGN = "head_of_state", "head_of_government", "foreign_minister"
GREAT = {
    "ARG": (STATE, FOREIGN),
    "AUS": (GOVERNMENT, FOREIGN),
    "BRA": (STATE, FOREIGN),
    "CAN": (GOVERNMENT, FOREIGN),
    "CHN": (STATE, GOVERNMENT, FOREIGN),
    "DEU": (STATE, GOVERNMENT, FOREIGN),
    "FRA": (STATE, GOVERNMENT, FOREIGN),
    "GBR": ("monarch", GOVERNMENT, FOREIGN),
    "IDN": (STATE, FOREIGN),
    "IND": (STATE, GOVERNMENT, FOREIGN),
    "ITA": (STATE, GOVERNMENT, FOREIGN),
    "JPN": ("monarch", GOVERNMENT, FOREIGN),
    "KOR": (STATE, FOREIGN),
    "MEX": (STATE, FOREIGN),
    "RUS": (STATE, GOVERNMENT, FOREIGN),
    "SAU": ("monarch", FOREIGN),
    "TUR": (STATE, FOREIGN),
    "USA": (STATE, FOREIGN),
    "ZAF": (STATE, FOREIGN),
}
"""The G20 and the permanent five of the Security Council, with the offices that their constitutions have."""
BEGUN = {("RUS", STATE): "1991-07-10", ("RUS", GOVERNMENT): "1992-06-15", ("RUS", FOREIGN): "1990-10-11"}
VACANT = 36
"""Days that an office may stand empty, as that of the German president did when two resigned."""


@pytest.mark.parametrize(("code", "rank"), [(code, rank) for code, ranks in GREAT.items() for rank in ranks])
def test_offices_of_the_great_powers_have_no_gap_from_1990_on(code: str, rank: str) -> None:
    seat = f"state:{code}"
    spells = sorted(
        (t.since, t.until)
        for p in load().offices[rank, seat]
        for t in p.tenures
        if (t.rank, t.of) == (rank, seat)
    )
    held = BEGUN.get((code, rank), "1990-01-01")
    for since, until in spells:
        assert date.fromisoformat(since) - date.fromisoformat(held) <= timedelta(VACANT), held
        held = max(held, until)
    assert held > "2025-06-01"


def test_nearly_every_state_has_somebody_at_its_head_from_2000_on() -> None:
    ranks = (STATE, "monarch", GOVERNMENT, "leader", "supreme_leader", "pope", "royal")
    gone = {"SUN", "YUG", "SMR"}  # the captains regent of San Marino are two
    states = [e for e in load().entries.values() if e.kind is ActorKind.STATE and not e.territory]
    empty = [
        (e.id, year)
        for e in states
        if e.country not in gone
        for year in range(2012, 2026)
        if not any(load().holder(rank, e.id, f"{year}-08-01") for rank in ranks)
    ]
    assert not empty


def test_every_title_and_seat_of_a_holder_is_known() -> None:
    days = [(t.since, t.until) for p in load().people.values() for t in p.tenures]
    assert all(since < until for since, until in days)
    assert all(t.of in load().entries for p in load().people.values() for t in p.tenures)


def test_nobody_holds_an_office_that_several_do() -> None:
    assert load().holder("ambassador", "state:RUS", "2016-01-01") is None


@pytest.mark.parametrize(
    ("noun", "many"),
    [("spokesman", "spokesmen"), ("ally", "allies"), ("envoy", "envoys"), ("child", "children")],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many

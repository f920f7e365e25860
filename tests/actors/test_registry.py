from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

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


def test_what_it_covers() -> None:
    kinds = [e.kind for e in load().entries.values()]
    states = [e for e in load().entries.values() if e.kind is ActorKind.STATE]
    assert len([e for e in states if not e.territory]) >= 197
    assert kinds.count(ActorKind.IGO) >= 60
    assert kinds.count(ActorKind.ARMED_GROUP) >= 40
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
    ],
)
def test_who_held_an_office(rank: str, of: str, day: str, name: str | None) -> None:
    holder = load().holder(rank, of, day)
    assert (holder.name if holder else None) == name


def test_nobody_holds_an_office_that_several_do() -> None:
    assert load().holder("ambassador", "state:RUS", "2016-01-01") is None


@pytest.mark.parametrize(
    ("noun", "many"),
    [("spokesman", "spokesmen"), ("ally", "allies"), ("envoy", "envoys"), ("child", "children")],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many

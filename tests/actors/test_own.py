"""The user's own actors: what is checked, what is kept, and that it takes part in resolution."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors import drawn
from dragoman import who
from dragoman.actors import adding, own
from dragoman.actors import resolve as resolve_all
from dragoman.actors.facts import facts
from dragoman.actors.loading import load
from dragoman.errors import BadActors, MissingPath
from dragoman.types import Cast

ROE = {
    "name": "Jane Roe",
    "kind": "person",
    "names": ["Jane A. Roe"],
    "offices": [{"title": "foreign minister of France", "since": "2031-05", "until": "2032-10"}],
}


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the user's own actors are kept; there are none yet."""
    path = tmp_path / "data" / "actors.json"
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(path))
    return path


def _import(tmp_path: Path, text: str, name: str = "mine.yaml") -> who.Added:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return who.load([str(tmp_path / name)])


def _only(text: str) -> who.Profile:
    (profile,) = who.find(text).profiles
    return profile


def _resolve(*lines: str, published: str | None = None) -> Cast:
    return resolve_all(drawn.read(*lines, published=published))


def _meant(cast: Cast, text: str, words: str) -> tuple[str, ...]:
    start = text.index(words)
    return next(m.actors for m in cast.mentions if m.span.start <= start < m.span.end)


# ── one actor ─────────────────────────────────────────────────────────────────


def test_an_actor_that_is_added_is_known(file: Path) -> None:
    added = who.add(ROE)
    assert added.new == ("person:jane-roe",)
    roe = _only("Jane Roe")
    assert (roe.country, roe.names, roe.source) == ("FRA", ("Jane A. Roe",), "added by hand")
    (office,) = roe.offices
    assert (office.title, office.of, office.since, office.until) == (
        "foreign minister",
        "France",
        "2031-05",
        "2032-10",
    )
    assert file.exists()


def test_a_month_counts_whole(file: Path) -> None:  # noqa: ARG001
    who.add(ROE)
    roe = load().people["person:jane-roe"]
    days = ("2031-04-30", "2031-05-01", "2032-10-31", "2032-11-01")
    assert [roe.is_serving(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("until", ["2017", "2017-01", "2017-12", "2017-06"])
def test_a_month_or_year_that_ends_an_office_is_told_as_it_was_given(until: str) -> None:
    assert own.last(own._moved(until, 1)) == until
    assert own._moved(until, 1) > until


def test_adding_the_same_twice_changes_nothing(file: Path) -> None:
    who.add(ROE)
    before = file.read_bytes()
    assert who.add(ROE).same == ("person:jane-roe",)
    assert file.read_bytes() == before


def test_an_office_comes_to_those_that_are_known(file: Path) -> None:  # noqa: ARG001
    who.add(ROE)
    who.add({"name": "Jane Roe", "kind": "person", "offices": [{"title": "French ambassador to Chile"}]})
    assert [o.title for o in _only("Jane Roe").offices] == ["ambassador to Chile", "foreign minister"]


def test_an_office_with_other_dates_is_said_anew(file: Path) -> None:  # noqa: ARG001
    who.add(ROE)
    longer = {**ROE, "offices": [{"title": "foreign minister of France", "since": "2031-05"}]}
    assert who.add(longer).changed == ("person:jane-roe",)
    assert [(o.since, o.until) for o in _only("Jane Roe").offices] == [("2031-05", None)]


def test_what_is_not_said_stays_as_the_package_has_it(file: Path) -> None:  # noqa: ARG001
    before = _only("Sergei Lavrov")
    who.add({"name": "Sergei Lavrov", "kind": "person", "names": ["Sergej Lawrow"]})
    after = _only("Sergei Lavrov")
    assert after.offices == before.offices
    assert set(after.names) == {*before.names, "Sergej Lawrow"}
    assert after.source == "added by hand"


def test_the_users_own_wins_over_the_package(file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    assert load().state("FRA").capitals == ("Paris",)
    _import(tmp_path, "states: [{code: FRA, name: France, capitals: [Bordeaux]}]")
    assert load().state("FRA").capitals == ("Bordeaux",)
    assert [e.id for e in load().entries.values()].count("state:FRA") == 1


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"kind": "king"}, "there is no kind 'king'"),
        ({"kind": "person", "name": "…"}, "name has no letters"),
        ({"kind": "person", "country": "FRAN"}, "there is no state 'FRAN'"),
        ({"kind": "person", "country": False}, "put it in quotation marks"),
        ({"kind": "person", "gender": "x"}, "it may be m or f"),
        ({"kind": "person", "capitals": ["Paris"]}, "a person has no field 'capitals'"),
        ({"kind": "person", "names": "Roe"}, "names is no list"),
        ({"kind": "person", "names": [7]}, "names holds 7"),
        ({"kind": "person", "offices": [{"title": "envoy"}]}, "not clear whose office"),
        ({"kind": "person", "offices": [{"title": "envoy", "of": "Atlantis"}]}, "nothing is known of"),
        ({"kind": "person", "offices": [{"title": "envoy of France", "since": "May"}]}, "is no date"),
        ({"kind": "person", "offices": [{"title": "envoy of France", "since": "2017-13"}]}, "is no date"),
        (
            {"kind": "person", "offices": [{"title": "envoy of France", "since": "2017-05", "until": 2016}]},
            "ends before it begins",
        ),
        ({"kind": "body"}, "give its country"),
        ({"kind": "state", "country": "FR"}, "no code of a state"),
        ({"kind": "igo", "members": ["Atlantis"]}, "there is no state 'Atlantis'"),
        ({"kind": "igo", "sort": "club"}, "it may be: organisation"),
    ],
)
def test_a_wrong_entry_says_why(file: Path, entry: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadActors, match=reason) as caught:
        who.add({"name": "Jane Roe", **entry})
    assert "\n" not in str(caught.value)
    assert not file.exists()


def test_an_office_may_end_within_the_year_of_its_beginning(file: Path) -> None:  # noqa: ARG001
    office = {"title": "envoy of France", "since": "2031-05", "until": "2031"}
    assert who.add({"name": "Jane Roe", "kind": "person", "offices": [office]}).new


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("foreign minister of France", "foreign minister", "France"),
        ("Minister of Foreign Affairs of the United Kingdom", "foreign minister", "United Kingdom"),
        ("French foreign minister", "foreign minister", "France"),
        ("secretary-general of NATO", "secretary-general", "NATO"),
        ("Secretary of State", "secretary of state", "United States"),
        ("member of the Senate of Italy", "member of the Senate", "Italy"),
    ],
)
def test_whose_office_it_is(text: str, title: str, of: str) -> None:
    found = adding.directory().office(text)
    assert (found[0], load().entries[found[1] or ""].name) == (title, of)


def test_the_head_of_something_smaller_is_no_head_of_state(file: Path) -> None:  # noqa: ARG001
    title = "president of the Harbour Board of Italy"
    who.add({"name": "Jane Roe", "kind": "person", "offices": [{"title": title, "since": "2017"}]})
    assert _only("Jane Roe").offices[0].title == "president of the Harbour Board"
    assert "Jane Roe" not in {p.name for p in load().offices["head_of_state", "state:ITA"]}


# ── files ─────────────────────────────────────────────────────────────────────

YAML = """
source: [written for this test]
igos:
  - {name: River Forum, names: [RiFo], members: [FRA, DEU], kind: format}
  - {names: [nothing else]}
named:
  FRA:
    - {id: ministry-of-rivers, name: Ministry of Rivers}
armed_groups:
  - {name: River Front, country: MLI}
regions: [the Riverlands]
holders:
  - name: John Doe
    of: FRA
    gender: m
    offices:
      - {title: minister of rivers, since: 2031-05-17, until: 2032-01-01}
      - {title: secretary-general, of: RiFo, since: 2032}
  - {name: Max Moe, country: no}
"""


def test_a_file_in_the_layout_of_the_resources(file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    added = _import(tmp_path, YAML)
    assert added.new == (
        "body:FRA:ministry-of-rivers",
        "igo:river-forum",
        "group:river-front",
        "group:the-riverlands",
        "person:john-doe",
    )
    assert [(r.location, r.reason) for r in added.refusals] == [
        ("mine.yaml: igos 2", "name is missing"),
        (
            "mine.yaml: holders 2 (Max Moe)",
            "country holds False, which is no text; put it in quotation marks",
        ),
    ]
    forum = _only("RiFo")
    assert (forum.members, forum.source) == (("France", "Germany"), "mine.yaml")
    assert [(o.title, o.holder) for o in forum.offices] == [("secretary-general", "John Doe")]


def test_the_example_of_the_documentation_can_be_imported(file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    page = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    added = _import(tmp_path, example)
    assert (len(added.new), added.refusals) == (4, ())


def test_importing_a_file_again_changes_nothing(file: Path, tmp_path: Path) -> None:
    _import(tmp_path, YAML)
    before = file.read_bytes()
    again = _import(tmp_path, YAML)
    assert (again.new, again.changed, len(again.same)) == ((), (), 5)
    assert file.read_bytes() == before


def test_an_imported_entry_replaces_the_offices_that_it_gives(file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    _import(tmp_path, YAML)
    _import(tmp_path, "holders: [{name: John Doe, of: FRA, offices: [{title: envoy, since: 2033}]}]")
    assert [o.title for o in _only("John Doe").offices] == ["envoy"]
    _import(tmp_path, "holders: [{name: John Doe, names: [Johnny Doe]}]")
    assert [o.title for o in _only("John Doe").offices] == ["envoy"]


def test_the_projects_own_files_can_be_imported(file: Path) -> None:  # noqa: ARG001
    resources = Path(__file__).parents[2] / "resources"
    paths = [str(resources / name) for name in ("parties.yaml", "armed_groups.yaml", "bodies.yaml")]
    added = who.load(paths)
    assert [r.location for r in added.refusals] == ["bodies.yaml: kinds"]
    before = {id for id in load().entries if id.startswith(("party:", "group:", "body:"))}
    assert set(added.new) <= before


@pytest.mark.parametrize("name", ["mine.yaml", "mine.ftm.json", "mine.txt"])
@pytest.mark.parametrize("text", ["", "just words", "[1, 2]", "{", "a: b", "{}", '{"a": 1}\n[]'])
def test_a_wrong_file_is_one_clear_error(file: Path, tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(BadActors) as caught:
        _import(tmp_path, text, name)
    assert name in str(caught.value)
    assert not file.exists()


def test_nothing_is_added_where_one_of_the_files_is_wrong(file: Path, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "scan.yaml").write_bytes(b"\xff\xd8\xff\xe0 no text")
    with pytest.raises(BadActors, match="not text in UTF-8"):
        who.load([str(tmp_path / "good.yaml"), str(tmp_path / "scan.yaml")])
    with pytest.raises(MissingPath):
        who.load([str(tmp_path / "good.yaml"), str(tmp_path / "none.yaml")])
    with pytest.raises(BadActors, match="cannot be read"):
        who.load([str(tmp_path)])
    assert not file.exists()


_TEXTS = st.text("aZ7é… :[]{}-'\"#&*!|,", max_size=8)
_SIMPLE = st.none() | st.booleans() | st.integers() | _TEXTS
_VALUES = st.recursive(_SIMPLE, lambda v: st.lists(v, max_size=3) | st.dictionaries(_TEXTS, v, max_size=3))
_FIELDS = st.sampled_from(["name", "names", "country", "offices", "gender", "members", "id", "kind", "of"])
_ENTRIES = st.dictionaries(_FIELDS, _VALUES, max_size=3).map(lambda fields: {"name": "Jane Roe", **fields})


@settings(max_examples=100)
@given(
    st.sampled_from(["holders", "igos", "named", "states", "regions"]),
    st.lists(_ENTRIES | _VALUES, max_size=3) | _VALUES,
)
def test_whatever_a_file_holds_is_added_or_refused(
    tmp_path_factory: pytest.TempPathFactory, section: str, content: object
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAGOMAN_ACTORS", str(folder / "actors.json"))
        _import(folder, json.dumps({section: content}))
        assert own.merge(facts(), own.place())["people"]


# ── the file of the user's own ────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        "[]",
        '{"entries": 3}',
        '{"entries": ["x"]}',
        '{"people": [{}]}',
        '{"people": [{"name": "Jane Roe"}]}',
        '{"entries": [{"id": "igo:x", "name": "X", "kind": "king"}]}',
        '{"entries": [{"id": "igo:x", "name": "X", "kind": "igo", "colour": "red"}]}',
        '{"entries": [{"id": "igo:x", "name": "X", "kind": "igo", "country": "XQQ"}]}',
    ],
)
def test_a_file_that_cannot_be_understood_is_one_clear_error(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadActors, match="correct it or remove it"):
        load()


def test_a_file_that_cannot_be_written_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "taken" / "actors.json"))
    with pytest.raises(BadActors, match="cannot be written"):
        who.add(ROE)


@pytest.mark.parametrize("path", [os.devnull, "."])
def test_what_is_no_file_is_not_written_over(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(own.tempfile, "mkstemp", None)  # lest it is
    with pytest.raises(BadActors, match="no regular file"):
        own.write(Path(path), {"entries": [], "people": []})


def test_nothing_is_half_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who.add(ROE)
    before = file.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own.os, "fsync", fail)
    with pytest.raises(BadActors, match="no space left"):
        who.add({"name": "John Doe", "kind": "person"})
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_another_place_holds_others(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    who.add(ROE)
    assert "person:jane-roe" in load().people
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "other.json"))
    assert "person:jane-roe" not in load().people
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(file))
    assert "person:jane-roe" in load().people
    file.unlink()
    assert "person:jane-roe" not in load().people


# ── resolution ────────────────────────────────────────────────────────────────


def test_a_role_is_resolved_to_the_users_own_holder(file: Path) -> None:  # noqa: ARG001
    text = "The French foreign minister said that talks had failed ."
    assert _meant(_resolve(text, published="2031-07-01"), text, "minister") != ("person:jane-roe",)
    who.add(ROE)
    assert _meant(_resolve(text, published="2031-07-01"), text, "minister") == ("person:jane-roe",)
    assert _meant(_resolve(text, published="2017-07-07"), text, "minister") == ("person:jean-yves-le-drian",)


def test_who_takes_an_office_ends_the_time_of_whoever_had_it(file: Path) -> None:  # noqa: ARG001
    (before,) = [h for h in _only("France").offices if h.title == "president" and not h.until]
    office = {"title": "president of France", "since": "2031-05"}
    who.add({"name": "Jane Roe", "kind": "person", "offices": [office]})
    ends = {h.holder: h.until for h in _only("France").offices if h.title == "president"}
    assert (ends[before.holder], ends["Jane Roe"]) == ("2031-05", None)
    assert load().holder("head_of_state", "state:FRA", "2031-06-01") is load().people["person:jane-roe"]


def test_an_organisation_of_the_users_own_is_named(file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    _import(tmp_path, YAML)
    text = "France told RiFo that the talks had failed ."
    assert _meant(_resolve(text), text, "RiFo") == ("igo:river-forum",)


def test_another_name_of_a_known_person_is_taken_for_him(file: Path) -> None:  # noqa: ARG001
    text = "[Basil Quill]PER said that the talks had failed ."
    plain = "Basil Quill said that the talks had failed ."
    assert _meant(_resolve(text), plain, "Basil") == ("person:basil-quill",)
    who.add({"name": "Sergei Lavrov", "kind": "person", "names": ["Basil Quill"]})
    assert _meant(_resolve(text), plain, "Basil") == ("person:sergei-lavrov",)

"""`dragoman actors` as a caller meets it: statuses, streams, what is printed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from builders import LAVROV, LE_DRIAN, article, statement
from dragoman import pipeline, store
from dragoman.cli.actors import KINDS
from dragoman.types import Actor, ActorKind, Article, Cast, Entity, Mention, MentionForm, Span
from stored import put

Run = Callable[..., tuple[int, str, str]]

MINISTER = Actor("person:sergei-lavrov", "Sergei Lavrov", ActorKind.PERSON, ("Lavrov",), "RUS")
REPORT = article(
    "Lavrov met Le Drian. Lavrov left when he had spoken. “Enough,” the Russian minister said.",
    published="2017-07-07",
    page="paris.txt",
    title="Ministers talk",
)
OLDER = article("Lavrov spoke of peace.", published="2016-01-01", page="older.txt")


@pytest.fixture
def run(run: Run) -> Run:
    """Calls `dragoman actors`."""
    return partial(run, "actors")


def _mentions(of: Article) -> Cast:
    """Who is who in the two reports, as resolution might say it."""
    found = [
        ("Lavrov", MentionForm.NAME, "surname of Sergei Lavrov"),
        ("he", MentionForm.PRONOUN, "he: the last Sergei Lavrov"),
        ("the Russian minister", MentionForm.NOMINAL, "foreign minister at the time: Sergei Lavrov"),
    ]
    mentions = [
        Mention(Span(*place.span()), form, (MINISTER.id,), why)
        for words, form, why in found
        for place in re.finditer(rf"\b{words}\b", of.text)
    ]
    return Cast((Entity(MINISTER),), tuple(sorted(mentions, key=lambda m: m.span)))


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A store with two reports; reading them again is played."""
    monkeypatch.setattr(pipeline, "resolve", _mentions)
    with store.open(str(tmp_path / "record.sqlite")) as db:
        put(db, REPORT, statement(REPORT, "Enough,", LAVROV), actors=(MINISTER, LAVROV, LE_DRIAN))
        put(db, OLDER, actors=(MINISTER,))


# ── add ───────────────────────────────────────────────────────────────────────


def test_adding_says_what_became_of_it(run: Run) -> None:
    office = ("--office", "foreign minister of France", "--since", "2031-05", "--until", "2032-10")
    words = ("add", "Jane Roe", "--kind", "person", "--name", "J. Roe", *office)
    assert run(*words) == (0, "", "added: person:jane-roe\n")
    assert run(*words) == (0, "", "already known: person:jane-roe\n")
    assert run("add", "Jane Roe", "--kind", "person", "--gender", "f")[2] == "changed: person:jane-roe\n"
    assert run("show", "Jane", "Roe")[1] == (
        "Jane Roe  person\n"
        "  id       person:jane-roe\n"
        "  names    J. Roe\n"
        "  country  France (FRA)\n"
        "  source   yours: added by hand\n"
        "  Offices\n"
        "    foreign minister of France  May 2031 to October 2032\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_added(run: Run, kind: str) -> None:
    code = "QQX" if kind == "state" else "EST"
    assert run("add", "Harbour Thing", "--kind", kind, "--country", code)[0] == 0
    status, printed, _ = run("show", "Harbour Thing", "--json")
    (actor,) = json.loads(printed)["actors"]
    assert (status, actor["kind"], actor["country"]) == (0, kind, code)
    assert set(KINDS) == {kind.value for kind in ActorKind}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--kind", "person", "--country", "FRAN"), "dragoman: Jane Roe: there is no state 'FRAN'"),
        (("--kind", "person", "--office", "envoy"), "dragoman: Jane Roe: it is not clear whose office"),
        (("--kind", "igo", "--gender", "f"), "dragoman: Jane Roe: a igo has no field"),
    ],
)
def test_a_wrong_entry_is_one_line_and_status_2(run: Run, words: tuple[str, ...], reason: str) -> None:
    status, printed, said = run("add", "Jane Roe", *words)
    assert (status, printed) == (2, "")
    assert said.startswith(reason.replace("a igo", "an igo"))
    assert said.count("\n") == 1


def test_dates_without_an_office_are_a_mistake(run: Run) -> None:
    status, _, said = run("add", "Jane Roe", "--kind", "person", "--since", "2031")
    assert status == 2
    assert "give --office too" in said


# ── import ────────────────────────────────────────────────────────────────────


def test_importing_says_what_was_refused_and_adds_the_rest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("igos: [{name: River Forum}, {name: Sea, kind: club}]", encoding="utf-8")
    said = (
        "mine.yaml: igos 2 (Sea): sort is 'club'; it may be: organisation, format, coalition, agreement\n"
        "1 added, 0 changed, 0 already known, 1 refused\n"
    )
    assert run("import", str(path)) == (0, "", said)


def test_a_file_with_nothing_to_use_is_status_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("igos: [{}]", encoding="utf-8")
    assert run("import", str(tmp_path / "mine.yaml"))[0] == 1
    assert not (tmp_path / "actors.json").exists()


@pytest.mark.parametrize("content", [b"just words", b"\xff\xfe\x00 scan", b"a: [", b'{"a": 1}'])
def test_a_wrong_file_is_one_line_and_status_2(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.txt").write_bytes(content)
    status, printed, said = run("import", str(tmp_path / "mine.txt"))
    assert (status, printed) == (2, "")
    assert said.startswith("dragoman: ")
    assert "mine.txt" in said
    assert said.count("\n") == 1


def test_a_file_that_does_not_exist_is_one_line_and_status_2(run: Run) -> None:
    said = "dragoman: no/such.yaml: no such file or folder; check the path\n"
    assert run("import", "no/such.yaml") == (2, "", said)


def test_a_broken_file_of_ones_own_is_one_line_and_status_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "actors.json").write_text("no JSON", encoding="utf-8")
    for words in (("show",), ("show", "NATO"), ("add", "X", "--kind", "igo")):
        status, printed, said = run(*words)
        assert (status, printed) == (2, "")
        assert "correct it or remove it" in said
        assert said.count("\n") == 1


# ── show ──────────────────────────────────────────────────────────────────────


def test_a_summary_counts_kinds_and_says_where_ones_own_are(run: Run, tmp_path: Path) -> None:
    run("add", "Jane Roe", "--kind", "person")
    status, printed, _ = run("show")
    rows = {line.split()[0]: line.split() for line in printed.splitlines()}
    assert status == 0
    assert rows["person"][-1] == "1"
    assert int(rows["state"][-2]) > 190
    assert printed.splitlines()[-1] == f"Yours are kept in {tmp_path / 'actors.json'}"
    counts = json.loads(run("show", "--json")[1])
    assert counts["kinds"]["person"]["own"] == 1
    assert counts["own"] == str(tmp_path / "actors.json")


@pytest.mark.parametrize("asked", ["FRA", "fra", "state:FRA", "France", "french republic", "Paris"])
def test_a_state_is_found_by_code_id_and_names(run: Run, asked: str) -> None:
    status, printed, _ = run("show", asked)
    assert status == 0
    assert printed.startswith("France  state\n  id       state:FRA\n")
    assert "  source   the package\n" in printed
    assert re.search(r"\n    foreign minister +Jean-Yves Le Drian +17 May 2017 to ", printed)


def test_members_are_told_by_name(run: Run) -> None:
    run("add", "Baltic Forum", "--kind", "igo", "--member", "EST", "--member", "lva")
    assert "  members  Estonia, Latvia\n" in run("show", "Baltic Forum")[1]


def test_several_matches_are_lines(run: Run) -> None:
    run("add", "River Harbourfront", "--kind", "igo")
    run("add", "Ada Harbourfront", "--kind", "person", "--country", "EST")
    printed = (
        "igo:river-harbourfront   River Harbourfront  international organization\n"
        "person:ada-harbourfront  Ada Harbourfront    person                      EST\n"
    )
    assert run("show", "harbourfront") == (0, printed, "")


def test_nobody_of_the_name_is_status_1_with_close_names(run: Run) -> None:
    status, printed, said = run("show", "Jean-Ives", "le", "Driann")
    assert (status, printed) == (1, "")
    assert said.startswith("Nobody called “Jean-Ives le Driann” is known; close: Jean-Yves Le Drian")
    assert run("show", "qqqqzzzz") == (1, "", "Nobody called “qqqqzzzz” is known.\n")
    status, printed, _ = run("show", "qqqqzzzz", "--json")
    assert (status, json.loads(printed)) == (1, {"version": "1", "actors": []})


@pytest.mark.parametrize("asked", ["…", "[qqqq]", "\x1b[31mqqqq", "qq:"])
def test_odd_names_are_nobodys(run: Run, asked: str) -> None:
    status, printed, said = run("show", asked)
    assert (status, printed) == (1, "")
    assert "\x1b" not in said


# ── why ───────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("reports")
def test_why_gives_the_reason_for_each_form_the_most_frequent_first(run: Run) -> None:
    status, printed, said = run("why", "Lavrov")
    assert (status, said) == (0, "")
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    assert lines == [
        "Sergei Lavrov (person:sergei-lavrov): 5 mentions in 2 articles",
        "3 name “Lavrov” surname of Sergei Lavrov [1][2]",
        "1 pronoun “he” he: the last Sergei Lavrov [1]",
        "1 nominal “the Russian minister” foreign minister at the time: Sergei Lavrov [1]",
        "",
        "Articles, read again",
        f"[1] {REPORT.id} 7 July 2017, “Ministers talk”, paris.txt",
        f"[2] {OLDER.id} 1 January 2016, no title, older.txt",
    ]


@pytest.mark.usefixtures("reports")
def test_why_as_json_has_the_places(run: Run) -> None:
    document = json.loads(run("why", "Lavrov", "--json")[1])
    (actor,) = document["actors"]
    first = actor["mentions"][0]
    assert (actor["id"], first["count"], first["form"]) == ("person:sergei-lavrov", 3, "name")
    texts = {REPORT.id: REPORT.text, OLDER.id: OLDER.text}
    for mention in actor["mentions"]:
        assert mention["why"]
        for place in mention["places"]:
            assert texts[place["article"]][place["start"] : place["end"]] == place["exact"]


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("asked", [OLDER.id, OLDER.id[:8], "older.txt"])
def test_why_of_one_article(run: Run, asked: str) -> None:
    _, printed, _ = run("why", "Lavrov", "--article", asked)
    assert "1 mention in 1 article\n" in printed
    assert REPORT.id not in printed


@pytest.mark.usefixtures("reports")
def test_why_reads_the_latest_first_and_says_what_is_left(run: Run) -> None:
    _, printed, said = run("why", "Lavrov", "--limit", "1")
    assert OLDER.id not in printed
    assert said == "1 older article not read again; --limit says how many are.\n"


@pytest.mark.usefixtures("reports")
def test_why_of_nobody_is_status_1(run: Run) -> None:
    assert run("why", "Lavro") == (
        1,
        "",
        "No mention of “Lavro” in the stored articles; close: Sergei Lavrov.\n",
    )


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(("asked", "reason"), [("zzz", "the store has none"), ("a-", "2 articles")])
def test_an_article_that_cannot_be_told_is_one_line_and_status_2(run: Run, asked: str, reason: str) -> None:
    status, printed, said = run("why", "Lavrov", "--article", asked)
    assert (status, printed) == (2, "")
    assert reason in said
    assert said.count("\n") == 1


# ── help, and all of it together ──────────────────────────────────────────────


@pytest.mark.parametrize("command", ["add", "import", "show", "why"])
def test_help_of_each_command_has_examples(run: Run, command: str) -> None:
    status, printed, _ = run(command, "--help")
    assert status == 0
    assert f"\n    dragoman actors {command}" in printed


@pytest.mark.model
def test_an_actor_of_ones_own_takes_part_in_reading(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DRAGOMAN_ACTORS": str(tmp_path / "actors.json"),
        "DRAGOMAN_DB": str(tmp_path / "record.sqlite"),
    }

    def dragoman(*words: str) -> str:
        command = [sys.executable, "-m", "dragoman.cli", *words]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    (tmp_path / "report.txt").write_text(
        "Baltic Forum warns of delay\n\nJune 3, 2019\n\n"
        "TALLINN - The secretary-general of the Baltic Forum said on Tuesday that talks would be delayed.\n",
        encoding="utf-8",
    )
    office = ("--office", "secretary-general of the Baltic Forum", "--since", "2019-01")
    dragoman("actors", "add", "Baltic Forum", "--kind", "igo")
    dragoman("actors", "add", "Ada Quill", "--kind", "person", *office)
    (said,) = json.loads(dragoman("read", "report.txt", "--json"))["statements"]
    assert said["speakers"] == ["person:ada-quill"]
    why = json.loads(dragoman("actors", "why", "Quill", "--json"))
    assert why["actors"][0]["mentions"][0]["words"] == "The secretary-general of the Baltic Forum"

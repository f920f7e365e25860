"""What people see of judgements, of reading again and of verifying."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import snapshots
from builders import LAVROV, LE_DRIAN, article, meeting, statement
from dragoman import articles, store
from dragoman.claims.evidence import named
from dragoman.cli import render_changes
from dragoman.types import Article
from dragoman.upkeep.comparing import Change, Changed, Difference
from dragoman.upkeep.rereading import Run as Reread
from stored import put

Run = Callable[..., tuple[int, str, str]]

SHOWN = Path(__file__).parent / "shown"


def _article(text: str, **values: str) -> Article:
    return article(text, id=articles.id_of(text, None, values.get("source")), **values)


PARIS = _article(
    "Lavrov met Le Drian in Paris on Thursday. “We oppose chemical weapons,” Le Drian said.",
    published="2017-07-07", page="paris.txt", title="Ministers talk", source="Riverside Gazette",
)  # fmt: skip
OTHER = _article("Le Drian hosted Lavrov in Paris.", page="other.txt")


@pytest.fixture
def run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls a command on a store that holds two reports of a meeting."""
    monkeypatch.setenv("DRAGOMAN_USER", "anna")
    met = named(meeting(PARIS, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"))
    said = named(statement(PARIS, "We oppose chemical weapons,", LE_DRIAN))
    hosted = named(meeting(OTHER, "Le Drian hosted Lavrov", LE_DRIAN, LAVROV, place="Paris"))
    with store.open(str(tmp_path / "record.sqlite")) as db:
        put(db, PARIS, met, said)
        put(db, OTHER, hosted)
    return run


def dated(printed: str) -> str:
    """What was printed, as on one day."""
    return re.sub(r"\d+ [A-Z][a-z]+ 20[2-9]\d", "23 November 2026", printed)


def ids(run: Run) -> dict[str, str]:
    """The ids of the records, by kind."""
    _, printed, _ = run("show", "--ids")
    return {id.partition("-")[0]: id for id in re.findall(r"^\w+-\w{12}", printed, re.MULTILINE)}


def test_ids_are_listed_with_what_they_stand_for(run: Run) -> None:
    status, printed, _ = run("show", "--ids")
    assert status == 0
    snapshots.check(SHOWN / "ids.txt", printed)


def test_judgements_are_told_listed_and_shown(run: Run) -> None:
    meeting = ids(run)["meeting"]
    status, printed, said = run("judge", "value", meeting, "date", "2017-07-05", "--why", "the communiqué")
    assert (status, printed) == (0, "")
    assert said == "Judgement 1 is kept; `dragoman judge withdraw 1` takes it back.\n"
    run("judge", "wrong", meeting, "--article", "other.txt", "--by", "boris")
    run("judge", "withdraw", "2", "--why", "a slip")
    shown = [dated(run(*command)[1]) for command in (("judge", "list"), ("show",))]
    snapshots.check(SHOWN / "judgements.txt", "\n".join(shown))


def test_judgements_are_listed_for_programs(run: Run) -> None:
    run("judge", "different", ids(run)["meeting"], "other.txt")
    (found,) = json.loads(run("judge", "list", "--json")[1])["judgements"]
    assert (found["kind"], found["who"], found["rests"], found["withdrawn_by"]) == (
        "different",
        "anna",
        True,
        None,
    )
    (example,) = map(json.loads, run("judge", "export")[1].splitlines())
    assert [one["article"]["page"] for one in example["claims"]] == ["paris.txt", "other.txt"]


def test_nothing_judged_says_what_to_do(run: Run) -> None:
    assert run("judge", "list") == (0, "", "Nothing is judged yet; `dragoman judge --help` tells how.\n")


def test_a_mistake_is_one_line_and_status_2(run: Run) -> None:
    status, printed, said = run("judge", "value", ids(run)["meeting"], "colour", "red")
    assert (status, printed) == (2, "")
    assert said.startswith("dragoman: a meeting has no field 'colour'")
    assert said.count("\n") == 1


def test_verify_says_in_one_line_that_all_stands(run: Run) -> None:
    assert run("verify") == (0, "All stands: 2 articles, 3 claims, 2 records.\n", "")


def test_verify_names_what_does_not_stand(run: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "record.sqlite") as damaging:
        damaging.execute("UPDATE evidence SET exact = 'We like it' WHERE exact LIKE 'We oppose%'")
    damaging.close()
    status, printed, _ = run("verify")
    assert status == 1
    assert re.search(
        r"^evidence statement:\w+: 'We like it' does not stand at 43 of \w+$", printed, re.MULTILINE
    )
    assert json.loads(run("verify", "--json")[1])["faults"][0]["what"] == "evidence"


def test_sources_says_how_many_articles_an_older_engine_has_read(run: Run) -> None:
    said = run("sources")[2]
    assert said == "2 articles were read by an older engine; `dragoman reread` reads them again.\n"


def test_reread_shows_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    def change(record: str, *differences: tuple[str, object, object], was: str | None = None) -> Change:
        found = tuple(Difference(field=f, before=b, after=a) for f, b, a in differences)  # type: ignore[arg-type]
        return Change(record=record, was=was, kind="meeting", differences=found)

    words = ("Lavrov met Le Drian in Paris on Thursday, where they spoke of many things",)
    changed = Changed(
        new=(change("meeting-1", ("date", None, "2017-07-06"), ("words", None, words)),),
        gone=tuple(change(f"meeting-{n}", ("words", words, None)) for n in range(10, 32)),
        changed=(
            change("meeting-2", ("date", "2017-07", "2017-07-06"), ("place", None, "Rome"), was="meeting-3"),
        ),
    )  # fmt: skip
    run = Reread("0.1.0-abc", (), ("big.txt",), changed, 1.25)
    render_changes.render(run, as_json=False)
    captured = capsys.readouterr()
    assert captured.err == (
        "big.txt: its bytes were not kept; read it again with `dragoman read`\n"
        "0 pages and 0 articles read again, 1.2 s\n"
    )
    snapshots.check(SHOWN / "changes.txt", captured.out)
    render_changes.render(run, as_json=True)
    printed = json.loads(capsys.readouterr().out)
    assert printed["changed"][0]["was"] == "meeting-3"
    assert len(printed["gone"]) == 22

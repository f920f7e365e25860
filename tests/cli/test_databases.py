"""The same commands print the same, whatever database keeps the record."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from databases import SHOWN_AS, Server

Run = Callable[..., tuple[int, str, str]]

EXAMPLES = Path(__file__).parents[2] / "examples"
READ = [str(EXAMPLES / name) for name in ("harbour-wire-paris.txt", "bosphorus-courier-paris.txt")]

COMMANDS = (
    ("show",),
    ("show", "--json"),
    ("find", "by:lavrov", "about:terrorism"),
    ("find", "minsk", "--ids"),
    ("timeline", "FRA", "RUS"),
    ("stories",),
    ("sources",),
    ("export", "polecat"),
)


@pytest.mark.model
def test_every_command_prints_the_same(run: Run, server: Server, tmp_path: Path) -> None:
    urls = (f"sqlite:///{tmp_path / 'one.sqlite'}", server.make())
    for url in urls:
        assert run("read", *READ, "--db", url)[0] == 0
    meeting = re.findall(r"meeting-\w+", run("find", "kind:meeting", "--ids", "--db", urls[0])[1])[0]
    judge = ("judge", "value", meeting, "place", "Versailles", "--by", "anna")
    for words in (*COMMANDS, judge, ("show", "--ids"), ("verify",)):
        printed, again = (run(*words, "--db", url) for url in urls)
        assert printed == again
        assert printed[0] == 0, printed
    moved = server.make()
    status, printed, _ = run("move", urls[0], moved)
    assert status == 0
    assert re.match(r"All stands in postgresql://tester:\*\*\*@.+: 2 articles, ", printed)
    assert run("show", "--json", "--db", moved) == run("show", "--json", "--db", urls[0])


def test_a_mistake_is_one_line_without_the_password(run: Run, server: Server) -> None:
    status, printed, said = run("show", "--db", server.url("nobody_made_it"))
    assert (status, printed) == (2, "")
    assert said.count("\n") == 1
    assert "createdb" in said
    assert SHOWN_AS not in said


def test_a_store_that_is_not_there_is_not_moved(run: Run, tmp_path: Path) -> None:
    one, other = str(tmp_path / "one.sqlite"), str(tmp_path / "other.sqlite")
    assert run("move", one, other) == (2, "", f"dragoman: {one}: no such file or folder; check the path\n")
    assert list(tmp_path.iterdir()) == []

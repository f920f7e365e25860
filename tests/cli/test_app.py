"""The commands as a caller meets them: exit statuses, errors, what goes to which stream."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import __version__, pipeline, store
from dragoman.errors import DragomanError
from dragoman.query import FILTERS
from dragoman.types import Outcome, Refusal

COMMANDS = (
    "read", "show", "find", "positions", "timeline", "sources", "judge", "reread", "verify", "export",
)  # fmt: skip

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> list[Outcome]:
    """What the pipeline seems to have made of the pages; a test puts in what it needs."""
    given: list[Outcome] = []
    monkeypatch.setattr(pipeline, "read", lambda *_, **__: pipeline.Run(tuple(given), 1.25))
    return given


def _dragoman(*words: str, **options: object) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "dragoman.cli", *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", **options)  # type: ignore[call-overload,no-any-return]


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; import dragoman.cli.app; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    heavy = {"numpy", "onnxruntime", "pydantic", "rich", "spacy", "sqlalchemy", "trafilatura", "yaml"}
    assert not heavy & set(printed.split())


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"dragoman {__version__}\n", "")


def test_help_lists_the_commands_in_the_order_of_use(run: Run) -> None:
    _, printed, _ = run("--help")
    places = [printed.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_examples(run: Run, command: str) -> None:
    status, printed, _ = run(command, "--help")
    assert status == 0
    assert f"\n    dragoman {command}" in printed


def test_help_of_find_tells_every_filter(run: Run) -> None:
    _, printed, _ = run("find", "--help")
    assert all(f"    {name}:" in printed for name in FILTERS)


def test_a_path_that_does_not_exist_is_one_line_and_status_2(run: Run) -> None:
    assert run("read", "no/such/file") == (
        2,
        "",
        "dragoman: no/such/file: no such file or folder; check the path\n",
    )


def test_a_store_that_cannot_be_opened_is_one_line_and_status_2(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir, this is no database. " * 100)
    status, printed, said = run("show", "--db", str(other))
    assert (status, printed) == (2, "")
    assert said.startswith("dragoman: cannot open the store")
    assert said.count("\n") == 1


def test_a_query_that_cannot_be_understood_is_one_line_and_status_2(run: Run) -> None:
    status, _, said = run("find", "colour:red")
    assert status == 2
    assert "there is no filter colour:" in said
    assert said.count("\n") == 1


def test_an_error_of_several_lines_is_told_in_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DragomanError("one\n  two")

    monkeypatch.setattr(pipeline, "read", refuse)
    assert run("read", "x") == (2, "", "dragoman: one two\n")


def test_reading_nothing_is_status_1_with_the_reason(run: Run, outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("scan.pdf", refusals=(Refusal("scan.pdf", "binary", "no text to read"),)))
    status, printed, said = run("read", "scan.pdf")
    assert (status, printed) == (1, "")
    assert said == "scan.pdf: no text to read\n1 page, 0 articles, 1 refused, 1.2 s\n"


def test_reading_nothing_as_json_is_an_empty_document(run: Run, outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("scan.pdf", refusals=(Refusal("scan.pdf", "binary", "no text to read"),)))
    status, printed, _ = run("read", "scan.pdf", "--json")
    assert status == 1
    assert '"articles"' in printed


def test_remarks_are_lines_of_their_own(run: Run, outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("a.html", notices=("the date is in the future",)))
    _, _, said = run("read", "a.html")
    assert said.startswith("a.html: the date is in the future\n")


def test_an_empty_store_says_what_to_do(run: Run) -> None:
    assert run("show") == (0, "", "The store holds no articles yet; `dragoman read PATH` reads some.\n")
    assert run("sources") == (0, "", "The store holds no pages yet; `dragoman read PATH` reads some.\n")


def test_a_query_without_answer_says_so(run: Run) -> None:
    status, printed, said = run("find", "by:lavrov", "about:mars")
    assert (status, printed) == (0, "")
    assert said == "Nothing found for by:lavrov about:mars.\n"


def test_sources_in_a_pipe_are_lines_that_stand_alone(run: Run, tmp_path: Path) -> None:
    with store.open(str(tmp_path / "record.sqlite")) as db:
        db.conclude(Outcome("long/name.pdf", refusals=(Refusal("long/name.pdf", "binary", "no text"),)))
        db.conclude(Outcome("b.txt", refusals=(Refusal("b.txt", "empty", "the page is empty"),)))
    assert run("sources")[1] == "b.txt          refused  the page is empty\nlong/name.pdf  refused  no text\n"


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    url = str(tmp_path / "record.sqlite")
    with store.open(url) as db:
        refused = [Refusal(f"page-{number}.pdf", "binary", "no text to read " * 4) for number in range(3000)]
        db.conclude(Outcome("archive.zip", refusals=tuple(refused)))
    process = _dragoman("sources", "--db", url)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent to processes on POSIX")
def test_ctrl_c_stops_with_one_line(tmp_path: Path) -> None:
    code = (
        "import signal, time; from dragoman import pipeline; from dragoman.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it\n"
        "def wait(*a, **k):\n    print('waiting', flush=True); time.sleep(60)\n"
        "pipeline.read = wait; main()"
    )
    command = [sys.executable, "-c", code, "read", "x", "--db", str(tmp_path / "record.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1].strip() == "dragoman: stopped"
        assert process.returncode == 130

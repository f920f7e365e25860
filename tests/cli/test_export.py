"""`dragoman export` as a caller meets it: where files go, what is said, what is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import stored
from dragoman import store
from dragoman.export import csv
from dragoman.export.formats import FORMATS
from dragoman.export.tables import KINDS

Run = Callable[..., tuple[int, str, str]]

ONE_FILE = sorted(FORMATS.keys() - {"csv", "parquet"})


@pytest.fixture(autouse=True)
def _read(tmp_path: Path) -> None:
    """Two articles are in the store."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        stored.put(db, stored.PARIS, *stored.paris())
        stored.put(db, stored.UNDATED, *stored.undated())


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_format_that_is_one_file_goes_to_standard_output(run: Run, name: str, tmp_path: Path) -> None:
    status, printed, said = run("export", name)
    assert (status, said) == (0, "")
    assert printed
    out = tmp_path / "out.txt"
    assert run("export", name, "-o", str(out)) == (0, "", "")
    assert out.read_text(encoding="utf-8") == printed


def test_help_tells_every_format(run: Run) -> None:
    status, printed, _ = run("export", "--help")
    assert status == 0
    assert all(f"    {name} " in printed for name in FORMATS)
    assert "dragoman export plover" in printed


def test_a_query_asks_for_a_part(run: Run) -> None:
    _, printed, _ = run("export", "jsonl", "kind:event")
    parts = {json.loads(line)["part"] for line in printed.splitlines()}
    assert "event" in parts
    assert not {"meeting", "statement"} & parts


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_folder_is_made_and_holds_a_file_a_kind(run: Run, name: str, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    for _ in range(2):  # the second time over the first
        assert run("export", name, "--output", str(out)) == (0, "", "")
    assert {path.name for path in out.iterdir()} == {f"{kind}.{name}" for kind in KINDS.values()}


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_several_files_need_a_folder(run: Run, name: str) -> None:
    said = f"dragoman: {name} is several files: name a folder for them with -o\n"
    assert run("export", name) == (2, "", said)


def test_a_format_that_is_none_is_status_2_with_those_that_are(run: Run) -> None:
    status, printed, said = run("export", "xlsx")
    assert (status, printed) == (2, "")
    assert all(name in said for name in FORMATS)


def test_a_query_that_cannot_be_understood_is_one_line(run: Run) -> None:
    status, _, said = run("export", "ftm", "colour:red")
    assert status == 2
    assert said.count("\n") == 1


@pytest.mark.parametrize(("name", "where"), [("ftm", "no/such/folder/x.json"), ("csv", "no/such/folder/x")])
def test_a_place_that_does_not_exist_is_one_line(run: Run, tmp_path: Path, name: str, where: str) -> None:
    status, printed, said = run("export", name, "-o", str(tmp_path / where))
    assert (status, printed) == (2, "")
    assert said.startswith(f"dragoman: cannot write {tmp_path / where}: no such file or directory")
    assert said.count("\n") == 1


def test_a_file_for_a_folder_and_a_folder_for_a_file_are_told(run: Run, tmp_path: Path) -> None:
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("mine")
    folder.mkdir()
    assert run("export", "csv", "-o", str(file))[0] == 2
    assert run("export", "ftm", "-o", str(folder))[0] == 2
    assert file.read_text() == "mine"
    assert not list(folder.iterdir())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_one_line(run: Run, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    status, _, said = run("export", "csv", "-o", str(locked))
    assert (status, said.count("\n")) == (2, 1)


def test_a_device_that_takes_nothing_is_one_line(run: Run) -> None:
    status, printed, said = run("export", "ftm", "-o", "/proc/version/x")
    assert (status, printed, said.count("\n")) == (2, "", 1)


def test_nothing_is_left_half_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "tables"
    run("export", "csv", "-o", str(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csv, "_cell", full)
    status, _, said = run("export", "csv", "-o", str(out))
    assert (status, said) == (
        2,
        f"dragoman: cannot write {out}: no space left on device; name another place with -o\n",
    )
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_empty_store_says_so_and_writes_what_others_can_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").unlink()
    assert run("export", "ftm") == (0, "", "The store holds no records yet.\n")


def test_a_query_without_answer_says_so(run: Run) -> None:
    status, _, said = run("export", "jsonl", "by:lavrov", "about:mars")
    assert (status, said) == (0, "Nothing found for by:lavrov about:mars.\n")


def test_a_new_file_may_be_read_by_those_who_may_read_others(run: Run, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    run("export", "ftm", "-o", str(tmp_path / "out"))
    run("export", "csv", "-o", str(tmp_path / "tables"))
    for made in (tmp_path / "out", tmp_path / "tables" / "events.csv"):
        assert made.stat().st_mode == usual.stat().st_mode


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m dragoman.cli export jsonl --db '{tmp_path}/record.sqlite' | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stderr == ""

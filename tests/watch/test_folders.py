"""A folder that is followed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dragoman import errors
from dragoman.types import Page
from dragoman.watch.folders import SETTLED, FolderSource
from watching import Desk


def put(path: Path, text: str, *, age: float = 60) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (time.time() - age, time.time() - age))


def look(desk: Desk, folder: Path) -> list[str]:
    """The names of the files that are new, in a program that was started anew."""
    with desk.open() as opened:
        return names(FolderSource(folder, opened, 900), opened, folder)


def names(source: FolderSource, opened: object, folder: Path) -> list[str]:
    found = []
    for one in source.look(time.time()):
        opened.watch(source.key, one.states)  # type: ignore[attr-defined]
        if isinstance(one.page, Page):
            found.append(str(Path(one.page.location).relative_to(folder)))
    return found


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def test_new_and_changed_files_are_read_over_restarts(desk: Desk, inbox: Path) -> None:
    put(inbox / "a.txt", "One.")
    put(inbox / "b" / "c.txt", "Two.")
    put(inbox / ".hidden", "No.")
    assert look(desk, inbox) == ["a.txt", "b/c.txt"]
    assert look(desk, inbox) == []
    put(inbox / "a.txt", "Other words.", age=30)
    put(inbox / "d.txt", "Three.")
    assert look(desk, inbox) == ["a.txt", "d.txt"]


def test_a_file_that_grows_is_left_until_it_is_whole(desk: Desk, inbox: Path) -> None:
    put(inbox / "a.txt", "Begin", age=0)
    with desk.open() as opened:
        source = FolderSource(inbox, opened, 900)
        assert names(source, opened, inbox) == []
        assert source.unsettled == 1
        put(inbox / "a.txt", "Beginning and end.", age=SETTLED + 0.5)
        assert names(source, opened, inbox) == ["a.txt"]
        assert source.unsettled == 0


def test_a_file_that_went_and_came_back_is_looked_at_again(desk: Desk, inbox: Path) -> None:
    put(inbox / "a.txt", "One.")
    look(desk, inbox)
    (inbox / "a.txt").rename(inbox.parent / "a.txt")
    assert look(desk, inbox) == []
    (inbox.parent / "a.txt").rename(inbox / "a.txt")
    assert look(desk, inbox) == ["a.txt"]


def test_a_folder_that_is_gone_is_told(desk: Desk, inbox: Path) -> None:
    inbox.rmdir()
    with pytest.raises(errors.MissingPath):
        look(desk, inbox)

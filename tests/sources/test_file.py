"""Files and folders as a source of pages."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from dragoman import errors, sources
from dragoman.sources import file
from dragoman.types import Page, Refusal

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def names(found: list[Page | Refusal], folder: Path) -> list[str]:
    return [item.location.removeprefix(f"{folder}/") for item in found]


def test_a_file_is_a_page_with_its_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.")
    assert list(sources.fetch([str(path)])) == [
        Page(str(path), b"\xef\xbb\xbfOne.\r\nTwo.", media_type="text/plain")
    ]


def test_a_folder_is_read_with_its_folders_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "c/d.md", "c/b/noext", ".hidden.txt", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    found = list(sources.fetch([str(tmp_path)]))
    assert names(found, tmp_path) == ["a.txt", "b.html", "c/b/noext", "c/d.md"]
    assert sources.count([str(tmp_path)]) == 4


def test_a_page_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text.")
    (tmp_path / "link.txt").symlink_to(path)
    assert len(list(sources.fetch([str(path), str(tmp_path), str(tmp_path / "." / "a.txt")]))) == 1


def test_folders_that_hold_each_other_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(list(sources.fetch([str(tmp_path)])), tmp_path) == ["a.txt"]


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    missing = str(tmp_path / "no-such-file")
    with pytest.raises(errors.MissingPath, match="no-such-file"):
        sources.fetch([str(tmp_path), missing])
    with pytest.raises(errors.MissingPath):
        sources.count([missing])


@pytest.mark.parametrize("path", ["", "a\0b"])
def test_a_path_that_cannot_be_is_missing(path: str) -> None:
    with pytest.raises(errors.MissingPath):
        sources.fetch([path])


def test_what_is_no_report_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(PNG)
    (tmp_path / "data.json").write_text("{}")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    found = [item for item in sources.fetch([str(tmp_path)]) if isinstance(item, Refusal)]
    assert [item.code for item in found] == ["no-article", "binary", "binary"]
    assert "pdftotext" in found[2].reason


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write(b"Text. ")
        stream.truncate(50_000_000)
    (refusal,) = sources.fetch([str(path)])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too-large"
    assert "50.0 MB" in refusal.reason
    assert f"{file.LIMIT / 1e6:.0f} MB" in refusal.reason


def test_what_cannot_be_opened_is_refused_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text("Text.")
    found = list(sources.fetch([str(tmp_path)]))
    assert [type(item) for item in found] == [Refusal, Refusal, Page]
    assert {item.code for item in found if isinstance(item, Refusal)} == {"unreadable"}


def test_an_empty_folder_is_a_line_in_the_outcome(tmp_path: Path) -> None:
    (refusal,) = sources.fetch([str(tmp_path)])
    assert refusal == Refusal(str(tmp_path), "empty", "the folder holds no files to read")


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - a name in bytes
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(b"Text.")
    (page,) = sources.fetch([str(tmp_path)])
    assert page.location.encode("utf-8").endswith("caf\ufffd.txt".encode())


def test_what_lies_beside_a_page_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    meta = {"url": "https://courier.example/a", "title": None, "published": "2017-07-06", "words": 5}
    (tmp_path / "a.meta.json").write_text(json.dumps(meta))
    (page,) = sources.fetch([str(tmp_path)])
    assert isinstance(page, Page)
    assert page.meta == {"url": "https://courier.example/a", "published": "2017-07-06"}
    assert len(list(sources.fetch([str(tmp_path / "a.txt"), str(tmp_path / "a.meta.json")]))) == 1


@pytest.mark.parametrize("content", ["{", "[1]", "\x00", "[" * 100_000])
def test_a_sidecar_that_cannot_be_read_is_told_and_its_page_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.meta.json").write_text(content)
    refusal, page = sources.fetch([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert refusal.location.endswith("a.meta.json")
    assert isinstance(page, Page)


def test_a_sidecar_without_a_page_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text("{}")
    (refusal,) = sources.fetch([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-article"

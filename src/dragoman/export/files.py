"""Where an export goes: standard output, one file or a folder; a file is whole or is not there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from dragoman.errors import CannotWrite


class Destination(Protocol):
    """Takes the files of an export."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write to, by the name that it has among several."""
        ...


class StandardOutput:
    """One file after another on standard output."""

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:  # noqa: ARG002 - a stream has no names
        """Standard output."""
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


class _Staged:
    """Files in a folder of their own that nobody else looks into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """A file in that folder."""
        with (self.folder / name).open("wb") as opened:
            yield opened


@contextmanager
def one_file(path: Path) -> Iterator[Destination]:
    """A destination that is one file, which is put in its place when all of it is written.

    Raises:
        CannotWrite: its folder is missing or may not be written to, or the disk is full.
    """
    with _staged(path.parent, path) as staged:
        yield staged
        (written,) = staged.folder.iterdir()
        if path.is_dir():
            raise CannotWrite(str(path), "it is a folder, and this format is one file")
        written.replace(path)


@contextmanager
def several_files(path: Path) -> Iterator[Destination]:
    """A destination that is a folder, made where it does not exist; its files come when all are written.

    Raises:
        CannotWrite: it is no folder or may not be written to, or the disk is full.
    """
    with _staged(path.parent if not path.exists() else path, path) as staged:
        yield staged
        path.mkdir(exist_ok=True)
        for written in sorted(staged.folder.iterdir()):
            written.replace(path / written.name)


@contextmanager
def _staged(beside: Path, path: Path) -> Iterator[_Staged]:
    """A folder of files that are not yet in their place; it is gone afterwards, whatever happens."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=beside))
    except OSError as error:
        raise CannotWrite(str(path), _reason(error)) from error
    try:
        yield _Staged(folder)
    except OSError as error:
        raise CannotWrite(str(path), _reason(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reason(error: OSError) -> str:
    return (error.strerror or os.strerror(error.errno or 0)).lower()

"""Files and folders as a source of pages."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import MissingPath
from dragoman.sources import formats, sidecar
from dragoman.types import Page, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["LIMIT", "fetch", "find"]

LIMIT = 20_000_000
"""The most bytes that a page may have. A news page with all its scripts has one or two million."""


def find(paths: Sequence[str]) -> Iterator[Path | Refusal]:
    """The files under these paths, each once, folders sorted by name; what is no file is a refusal.

    Raises:
        MissingPath: a path does not exist.
    """
    for path in paths:
        if not _exists(path):
            raise MissingPath(path)
    return _find_all([Path(path) for path in paths])


def fetch(found: Iterable[Path | Refusal]) -> Iterator[Page | Refusal]:
    """The page of each file; refusals go through as they are."""
    for item in found:
        if isinstance(item, Refusal):
            yield item
        else:
            yield from _read(item)


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def _find_all(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    seen: set[str] = set()
    for path in paths:
        if path.is_dir():
            yield from _find_within(path, seen)
            if next(_find_within(path, set()), None) is None:
                yield Refusal(_location(path), "empty", "the folder holds no files to read")
        elif not sidecar.is_sidecar(path) and _is_new(path, seen):
            yield path


def _find_within(folder: Path, seen: set[str]) -> Iterator[Path | Refusal]:
    if not _is_new(folder, seen):
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith(".") or sidecar.is_sidecar(entry):
            continue
        if entry.is_dir():
            yield from _find_within(entry, seen)
        elif _is_new(entry, seen):
            yield entry


def _is_new(path: Path, seen: set[str]) -> bool:
    """Whether the path was not met before, by this or another name; it is noted as met."""
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _read(path: Path) -> Iterator[Page | Refusal]:
    location = _location(path)
    try:
        content = _content(path, location)
    except OSError as error:
        yield _unreadable(path, error)
        return
    if isinstance(content, Refusal):
        yield content
        return
    try:
        meta = sidecar.read(path)
    except ValueError as error:
        meta = {}
        yield Refusal(_location(sidecar.of(path)), "unreadable", f"{error}; the page was read without it")
    yield Page(location, content, media_type=formats.media_type(path.suffix), meta=meta)


def _content(path: Path, location: str) -> bytes | Refusal:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return Refusal(location, "unreadable", "neither a file nor a folder (a device, a pipe or a socket)")
    with path.open("rb") as stream:
        head = stream.read(formats.HEAD)
        found = formats.recognise(head, path.suffix)
        if found:
            return Refusal(location, found.code, found.reason)
        if status.st_size > LIMIT:
            return Refusal(location, "too-large", _too_large(status.st_size))
        return head + stream.read(LIMIT)


def _too_large(size: int) -> str:
    return (
        f"the file has {size / 1e6:.1f} MB and the limit is {LIMIT / 1e6:.0f} MB; "
        "split it into files of one report each"
    )


def _unreadable(path: Path, error: OSError) -> Refusal:
    reason = (error.strerror or str(error)).lower()
    return Refusal(_location(path), "unreadable", f"cannot be read: {reason}")


def _location(path: Path) -> str:
    """The path as text that can be printed, whatever bytes the name has."""
    return os.fsencode(path).decode("utf-8", "replace")

"""Where pages come from: `fetch` gives the pages of files, folders and links.

Each kind of source has a file of its own. A source knows where bytes lie and what can be no report
at all; what the bytes say is for `dragoman.articles`.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dragoman.errors import CannotFetch
from dragoman.sources import file, links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.types import Page, Refusal

__all__ = ["count", "fetch"]


def fetch(paths: Sequence[str]) -> Iterator[Page | Refusal]:
    """The pages under these paths, in their order, each once; what cannot be read is a refusal.

    Folders are read with all that is in them, sorted by name, hidden files left out. Links are fetched
    after the files. Pages are read one by one as they are asked for.

    Args:
        paths: files, folders, and http or https links.

    Raises:
        MissingPath: a path does not exist; nothing has been read then.
    """
    local, remote = _parted(paths)
    return chain(file.fetch(file.find(local)), _fetch_all(remote))


def count(paths: Sequence[str]) -> int:
    """How many pages and refusals `fetch` will give at most, to show how far it is.

    A sidecar that cannot be read adds a refusal that is not counted.

    Raises:
        MissingPath: a path does not exist.
    """
    local, remote = _parted(paths)
    return sum(1 for _ in file.find(local)) + len(remote)


def _parted(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files and folders, and the links, each once."""
    remote = [path for path in paths if links.is_link(path)]
    return [path for path in paths if path not in remote], list(dict.fromkeys(remote))


def _fetch_all(remote: Iterable[str]) -> Iterator[Page | Refusal]:
    for link in remote:
        from dragoman.sources import url

        try:
            yield url.fetch(link)
        except CannotFetch as error:
            yield url.refused(link, error)

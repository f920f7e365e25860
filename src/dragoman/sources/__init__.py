"""Where pages come from: `fetch` gives the pages of files and folders.

Each kind of source has a file of its own. A source knows where bytes lie and what can be no report
at all; what the bytes say is for `dragoman.articles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources import file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.types import Page, Refusal

__all__ = ["count", "fetch"]


def fetch(paths: Sequence[str]) -> Iterator[Page | Refusal]:
    """The pages under these paths, in their order, each once; what cannot be read is a refusal.

    Folders are read with all that is in them, sorted by name, hidden files left out. Pages are read
    one by one as they are asked for.

    Raises:
        MissingPath: a path does not exist; nothing has been read then.
    """
    return file.fetch(file.find(paths))


def count(paths: Sequence[str]) -> int:
    """How many pages and refusals `fetch` will give at most, to show how far it is.

    A sidecar that cannot be read adds a refusal that is not counted.

    Raises:
        MissingPath: a path does not exist.
    """
    return sum(1 for _ in file.find(paths))

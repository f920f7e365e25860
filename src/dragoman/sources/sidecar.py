"""What lies beside a page about its article: `report.txt` may have a `report.meta.json`.

It holds a JSON object with any of `url`, `source`, `title` and `published` (a TIMEX value such as
`2017-07-06`). Other keys, and values that are null or no text, are ignored.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from dragoman.sources.formats import MEDIA_TYPES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["is_sidecar", "of", "read"]

SUFFIX = ".meta.json"
KEYS = ("url", "source", "title", "published")


def of(page: Path) -> Path:
    """Where the sidecar of a page lies, whether there is one or not."""
    return page.with_name(page.stem + SUFFIX)


def is_sidecar(path: Path) -> bool:
    """Whether a file is the sidecar of a page that lies beside it, and so no page itself."""
    if not path.name.endswith(SUFFIX):
        return False
    stem = path.name.removesuffix(SUFFIX)
    return any(os.path.lexists(path.with_name(stem + suffix)) for suffix in ("", *MEDIA_TYPES))


def read(page: Path) -> dict[str, str | None]:
    """What the sidecar of a page says, empty where it has none.

    Raises:
        ValueError: the sidecar is not a JSON object, or cannot be read.
    """
    path = of(page)
    try:
        if not path.is_file():
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError("the sidecar is not JSON") from error
    if not isinstance(found, dict):
        raise ValueError("the sidecar is not a JSON object")  # noqa: TRY004 - the file is wrong, not the call
    return {key: value for key in KEYS if isinstance(value := found.get(key), str) and value.strip()}

"""Bytes that somebody sends, as a source of pages: an upload, or a text that is pasted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath

from dragoman.sources import formats
from dragoman.sources.file import LIMIT
from dragoman.types import Page, Refusal

__all__ = ["make"]

_LONGEST = 200
"""So many characters of a name are kept."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def make(
    content: bytes,
    *,
    name: str = "",
    media_type: str | None = None,
    charset: str | None = None,
    meta: Mapping[str, str | None] | None = None,
) -> Page | Refusal:
    """The page of some bytes; a refusal where they can be no report.

    Args:
        content: the bytes.
        name: the name of the file that they come from; made of the bytes where there is none.
        media_type: what they are declared to be.
        charset: the encoding that is declared.
        meta: what is known of the article (see `dragoman.types.Page`).
    """
    location = f"sent/{_named(name) or hashlib.sha256(content).hexdigest()[:12]}"
    suffix = PurePosixPath(location).suffix
    found = formats.recognise(content[: formats.HEAD], suffix)
    if found:
        return Refusal(location, found.code, found.reason)
    if not content.strip():
        return Refusal(location, "empty", "nothing was sent; send the text of a report")
    if len(content) > LIMIT:
        size = f"it has {len(content) / 1e6:.1f} MB and the limit is {LIMIT / 1e6:.0f} MB"
        return Refusal(location, "too-large", size)
    declared = media_type or formats.media_type(suffix)
    return Page(location, content, declared, charset, datetime.now(UTC), dict(meta or {}))


def _named(name: str) -> str:
    """The last part of a name, without what cannot be printed."""
    last = _UNPRINTABLE.sub("", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    return " ".join(last.split())[-_LONGEST:]

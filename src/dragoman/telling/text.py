"""Texts of reports as they may be shown: on one line, and without characters that command."""

from __future__ import annotations

import re

# C0 and C1 controls: a report could move a terminal's cursor or rename its window with them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """The text on one line, without characters that would command a terminal."""
    return _CONTROLS.sub("", " ".join(text.split()))

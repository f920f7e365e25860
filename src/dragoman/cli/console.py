"""Where output goes: the two consoles, their width and their colours.

Colour, links and tables are for terminals only; `NO_COLOR` and `TERM=dumb` are respected by rich.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from dragoman.telling.text import printable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["PIPED_WIDTH", "STYLES", "WIDEST", "errors", "output", "printable", "write"]

PIPED_WIDTH = 100
"""Columns of a line in a pipe or a file, unless `COLUMNS` says otherwise."""

WIDEST = 120
"""Columns past which lines grow hard to read, however wide the terminal is."""

STYLES = {
    "heading": "bold",
    "person": "bold",
    "quote": "default",
    "paraphrase": "italic",
    "faint": "dim",
    "source": "cyan",
    "held": "green",
    "planned": "yellow",
    "proposed": "yellow",
    "cancelled": "red",
    "refused": "red",
    "agree": "green",
    "differ": "red",
}
"""What each part of the record looks like."""


def output() -> Console:
    """The console for what was asked for: standard output."""
    return _console(is_error=False)


def errors() -> Console:
    """The console for what is said beside it: outcomes, refusals, progress."""
    return _console(is_error=True)


def write(console: Console, block: RenderableType, *, is_line: bool = False) -> None:
    """Print a block; in a pipe without the spaces that fill up its lines.

    Args:
        console: where to.
        block: what to print.
        is_line: whether it is one line that is not to be broken, however long.
    """
    if console.is_terminal:
        console.print(block, soft_wrap=is_line)
        return
    with console.capture() as captured:
        console.print(block, soft_wrap=is_line)
    console.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _console(*, is_error: bool) -> Console:
    from rich.console import Console
    from rich.theme import Theme

    console = Console(
        stderr=is_error,
        theme=Theme(STYLES),
        highlight=False,
        markup=False,
        emoji=False,
        width=None if _has_width(sys.stderr.isatty() if is_error else sys.stdout.isatty()) else PIPED_WIDTH,
    )
    console.width = min(console.width, WIDEST)
    return console


def _has_width(is_terminal: bool) -> bool:  # noqa: FBT001 - reads as a sentence
    return is_terminal or "COLUMNS" in os.environ

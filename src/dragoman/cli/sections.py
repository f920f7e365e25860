"""The parts of a printed record: a heading, with what stands under it set in a little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType


def section(heading: str, *body: RenderableType) -> RenderableType:
    """A heading and its body."""
    return Group(Text(heading, style="heading"), *map(indented, body))


def indented(body: RenderableType) -> RenderableType:
    """Something that stands under something else."""
    return Padding(body, (0, 0, 0, 2))

"""A console whose output can be read afterwards, the same on every machine."""

from __future__ import annotations

import io

from rich.console import Console
from rich.theme import Theme

from dragoman.cli.console import STYLES


class Paper:
    """What a command prints, in a pipe or in a terminal of some width."""

    def __init__(self, *, is_terminal: bool = False, width: int = 100) -> None:
        self._file = io.StringIO()
        self.console = Console(
            file=self._file,
            force_terminal=is_terminal,
            color_system="standard" if is_terminal else None,
            width=width,
            theme=Theme(STYLES),
            highlight=False,
            markup=False,
            legacy_windows=False,
            _environ={},
        )

    def text(self) -> str:
        """All that has been printed."""
        return self._file.getvalue()

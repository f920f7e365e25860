"""docs/cli.md, made from the commands themselves: `make docs` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

import snapshots
from dragoman.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"

WIDE = {**app.context_settings, "terminal_width": 80, "max_content_width": 80}

BEGINNING = """\
# The command line

<!-- Made from the commands by `make docs`; change the commands, not this page. -->

Every command answers `--help`. What was asked for goes to standard output, all else to standard error.
In a terminal there are colours, links to the sources and a progress bar; `NO_COLOR` turns the colours off.
In a pipe the output is plain, 100 columns wide, or as wide as `COLUMNS` says.

| exit status | meaning |
|---|---|
| 0 | done; for `read`: something could be read |
| 1 | `read` could read nothing, `actors` found nobody or added nothing; `verify` or `watch --once` failed |
| 2 | a mistake in the call: a wrong option, a path that does not exist, a store that cannot be opened |
| 130 | stopped with Ctrl-C |

The store is a SQLite file where the system keeps a user's data. `--db` names another, else `DRAGOMAN_DB`
does, else `database = "…"` in `settings.toml` where the system keeps a user's settings. Who judges is said by
`--by`, else `DRAGOMAN_USER`, else `user = "…"` in the settings, else the name of the account.
"""


def _page() -> str:
    return "\n".join([BEGINNING, *_sections()])


def _sections() -> Iterator[str]:
    with click.Context(app, info_name="dragoman", **WIDE) as root:
        for name, command in app.commands.items():
            yield from _helps(command, name, root, depth=2)


def _helps(command: click.Command, name: str, parent: click.Context, *, depth: int) -> Iterator[str]:
    """The help of a command, and of those in it."""
    with click.Context(command, info_name=name, parent=parent, **WIDE) as context:
        lines = [line.rstrip() for line in command.get_help(context).splitlines()]
        yield f"{'#' * depth} {context.command_path}\n\n```\n" + "\n".join(lines) + "\n```\n"
        for inner, within in getattr(command, "commands", {}).items():
            yield from _helps(within, inner, context, depth=depth + 1)


def test_the_page_is_current() -> None:
    snapshots.check(PAGE, _page())


def test_the_page_tells_every_command_and_option() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, command in _all("dragoman", app):
        assert f"# {name}\n" in page
        for parameter in command.params:
            assert all(option in page for option in parameter.opts if option.startswith("--"))


def _all(path: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its path, those within groups too."""
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _all(f"{path} {name}", command)

"""The commands under one name, and the one place where errors become lines and exit statuses."""

from __future__ import annotations

import sys

import click

from dragoman import __version__
from dragoman.cli import (
    actors,
    agenda,
    brief,
    export,
    find,
    judge,
    move,
    news,
    positions,
    read,
    reread,
    serve,
    show,
    sources,
    stories,
    timeline,
    verify,
    watch,
)
from dragoman.errors import DragomanError

MISTAKE = 2
"""The exit status of a caller's mistake, as of a wrong option."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells give it."""


class _InOrder(click.Group):
    """A group that lists its commands in the order in which a newcomer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Start with: dragoman read examples/. Each command has --help with examples.",
)
@click.version_option(__version__, prog_name="dragoman", message="%(prog)s %(version)s")
def app() -> None:
    """Read news reports of diplomacy and keep a cited record: who met whom, who said what, who says so."""


READING = (read, show, find, positions, timeline, stories, agenda, news, brief, serve)
KEEPING = (watch, sources, judge, reread, verify, move, export, actors)

for module in (*READING, *KEEPING):
    app.add_command(module.command)


def run() -> None:
    """Run the command of this process; a caller's mistake is one line on standard error."""
    _write_utf8()
    try:
        status = app.main(prog_name="dragoman", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except DragomanError as error:
        _tell(" ".join(str(error).split()))
        status = MISTAKE
    except click.Abort:  # what click makes of Ctrl-C
        _tell("stopped")
        status = INTERRUPTED
    sys.exit(status)


def _tell(line: str) -> None:
    click.echo(f"dragoman: {line}", err=True)


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says: the record quotes texts in all scripts."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

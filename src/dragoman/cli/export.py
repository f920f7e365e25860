"""`dragoman export`: write the record in a form that other programs read."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options
from dragoman.export.formats import FORMATS, IN_FOLDERS
from dragoman.query import parse

if TYPE_CHECKING:
    from dragoman.export.files import Destination

_FORMATS = "\n".join(f"  {name:13} {meaning}" for name, meaning in FORMATS.items())

EXAMPLES = f"""\b
Formats:
{_FORMATS}
\b
Examples:
  dragoman export plover > events.jsonl
  dragoman export polecat with:RUS since:2017 -o russia.tsv
  dragoman export csv -o tables
  dragoman export webannotation kind:statement by:lavrov"""


@click.command("export", short_help="Write the record in a form that other programs read.", epilog=EXAMPLES)
@click.argument("format", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.argument("query", metavar="[QUERY...]", nargs=-1)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder where a format is several files; otherwise standard output.",
)
@options.database
def command(format: str, query: tuple[str, ...], *, output: Path | None, db: str | None) -> None:  # noqa: A002 - the argument's name
    """Write the record, or the part of it that a query asks for (see find), in a format.

    A file is put in its place when it is complete, and replaces one that is there.
    docs/export.md tells what each format holds.
    """
    from dragoman.export import document, formats

    asked = parse(" ".join(query)) if query else None
    writer = formats.get(format)
    destination = _destination(format, output)
    with options.store(db) as opened:
        selection = opened.find(asked)
        if not selection.records:
            click.echo(
                f"Nothing found for {asked}." if asked else "The store holds no records yet.", err=True
            )
        source = formats.Source(document.make(selection), opened.article)
        with destination as to:
            writer.write(source, to)


def _destination(format: str, output: Path | None) -> AbstractContextManager[Destination]:  # noqa: A002 - as above
    """Where the export goes.

    Raises:
        NeedsFolder: the format is several files, and no folder is given.
    """
    from dragoman.errors import NeedsFolder
    from dragoman.export import files

    if format in IN_FOLDERS:
        if output is None:
            raise NeedsFolder(format)
        return files.several_files(output)
    return nullcontext(files.StandardOutput()) if output is None else files.one_file(output)

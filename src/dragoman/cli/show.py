"""`dragoman show`: print the stored record."""

from __future__ import annotations

import click

from dragoman.cli import options

EXAMPLES = """\b
Examples:
  dragoman show
  dragoman show --ids
  dragoman show --json > record.json
  dragoman show --db summit.sqlite"""


@click.command("show", short_help="Print the whole stored record.", epilog=EXAMPLES)
@options.with_ids
@options.as_json
@options.database
def command(*, ids: bool, json: bool, db: str | None) -> None:
    """Print the whole stored record: meetings, statements, where reports differ, sources."""
    from dragoman.cli.print_record import print_record

    with options.store(db) as opened:
        selection = opened.find()
        if not selection.accounts:
            click.echo("The store holds no articles yet; `dragoman read PATH` reads some.", err=True)
        if selection.accounts or json:
            print_record(selection, as_json=json, only_ids=ids)

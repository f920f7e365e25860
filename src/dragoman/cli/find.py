"""`dragoman find`: print the part of the record that a query asks for."""

from __future__ import annotations

import click

from dragoman.cli import options
from dragoman.query import FILTERS, parse

_FILTERS = "\n".join(f"  {name + ':':7} {meaning}" for name, meaning in FILTERS.items())

EXAMPLES = f"""\b
Filters:
{_FILTERS}
\b
A hyphen in front turns a filter round; words without a filter are looked
for everywhere. With commas between them, any of several actors will do.
\b
Examples:
  dragoman find by:lavrov about:syria since:2017-06
  dragoman find kind:meeting with:FRA with:RUS
  dragoman find actor:FRA,DEU actor:RUS since:2019
  dragoman find kind:meeting with:RUS --ids
  dragoman find 'about:"chemical weapons"' --json
  dragoman find -- kind:statement -by:putin"""


@click.command("find", short_help="Print the part of the record that a query asks for.", epilog=EXAMPLES)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@options.with_ids
@options.as_json
@options.database
def command(query: tuple[str, ...], *, ids: bool, json: bool, db: str | None) -> None:
    """Find statements, meetings and other records, and print them with their sources."""
    from dragoman.cli.print_record import print_record

    asked = parse(" ".join(query))
    with options.store(db) as opened:
        selection = opened.find(asked)
        if not selection.records:
            click.echo(f"Nothing found for {asked}.", err=True)
        if selection.records or json:
            print_record(selection, as_json=json, with_facts=True, only_ids=ids)

"""`dragoman agenda`: print the meetings that were planned, and what became of them."""

from __future__ import annotations

import sys

import click

from dragoman.cli import options

EXAMPLES = """\b
Examples:
  dragoman agenda
  dragoman agenda FRA RUS
  dragoman agenda Macron --since 2019 --today 2019-08-01
  dragoman agenda --grace 7 --json"""


@click.command("agenda", short_help="Print planned meetings and what became of them.", epilog=EXAMPLES)
@click.argument("actors", metavar="[ACTOR...]", nargs=-1)
@click.option("--since", metavar="DATE", type=options.DATE,
              help="Only what was to be on this date or later, or was told since then.")  # fmt: skip
@options.today
@click.option("--grace", metavar="DAYS", type=click.IntRange(min=0),
              help="So many days after its own a meeting is overdue; 3 where not given.")  # fmt: skip
@options.as_json
@options.database
def command(
    actors: tuple[str, ...], *, since: str | None, today: str, grace: int | None, json: bool, db: str | None
) -> None:
    """Print meetings that were planned, proposed, cancelled or refused, and what became of them.

    ACTOR is a name, a country's code, or an id; with several, only meetings in which all of them take part.

    A meeting is overdue when its day is past and no report says what became of it; one that is planned for a
    week, or for the days of a summit, only after their end. A report that it took place counts for the plan
    where the same parties meet on the day for which it was planned, as precise as that is told.
    """
    from dragoman.analysis import agenda, sides
    from dragoman.cli import console
    from dragoman.cli.render_agenda import render

    with options.store(db) as opened:
        of = list({side.id: side for side in (sides.find(one, opened) for one in actors)}.values())
        given = agenda.GRACE if grace is None else grace
        found = agenda.find(opened, of, today=today, since=since, grace=given)
    if not found.entries:
        names = f" of {' and '.join(side.name for side in of)}" if of else ""
        click.echo(f"No planned meeting{names} is in the record for this.", err=True)
    if json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
    elif found.entries:
        render(found, console.output())

"""`dragoman timeline`: print what happened between actors, in order of date."""

from __future__ import annotations

import sys

import click

from dragoman.cli import options

EXAMPLES = """\b
Examples:
  dragoman timeline Macron
  dragoman timeline FRA RUS --since 2017 --until 2017-07
  dragoman timeline Macron Putin Merkel
  dragoman timeline FRA IRN --about nuclear --json"""


@click.command("timeline", short_help="Print what happened between actors, by date.", epilog=EXAMPLES)
@click.argument("actors", metavar="ACTOR...", nargs=-1, required=True)
@options.about
@click.option("--since", metavar="DATE", type=options.DATE, help="Only what is of this date or later.")
@click.option("--until", metavar="DATE", type=options.DATE,
              help="Only what is of this date or earlier; the whole of it counts.")  # fmt: skip
@options.as_json
@options.database
def command(
    actors: tuple[str, ...],
    *,
    about: str | None,
    since: str | None,
    until: str | None,
    json: bool,
    db: str | None,
) -> None:
    """Print meetings, statements, events and relations in order of date, with the reports that tell them.

    ACTOR is a name, a country's code, or an id. For a state its bodies and its persons count too, for an
    organisation those who hold its offices. With one actor, everything in which it has a part is shown; with
    several, that in which all of them have one: they met, one spoke to the other or did something to it, or
    they spoke together.

    What has no date of its own stands under the day of its first report, as "reported", or where that says
    nothing of its date at the end. Relations without a date are left out.
    """
    from dragoman.analysis import sides, timeline
    from dragoman.cli import console
    from dragoman.cli.render_timeline import render

    with options.store(db) as opened:
        of = list({side.id: side for side in (sides.find(one, opened) for one in actors)}.values())
        found = timeline.find(opened, of, about=about, since=since, until=until)
    if not found.entries:
        names = " and ".join(side.name for side in of)
        click.echo(f"Nothing of {names} is in the record for this.", err=True)
    if json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
    elif found.entries:
        render(found, console.output())

"""`dragoman positions`: print where two actors stand."""

from __future__ import annotations

import sys

import click

from dragoman.cli import options

EXAMPLES = """\b
Examples:
  dragoman positions FRA RUS
  dragoman positions France Lavrov --about Syria
  dragoman positions macron putin --since 2019-08
  dragoman positions FRA RUS --json > positions.json"""

FEW = 8
"""So many issues are named where nothing is found on another."""


@click.command("positions", short_help="Compare where two actors stand.", epilog=EXAMPLES)
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@options.about
@click.option("--since", metavar="DATE", type=options.DATE,
              help="Show what is new since then, and in brief what stood before.")  # fmt: skip
@options.as_json
@options.database
def command(
    one: str, other: str, *, about: str | None, since: str | None, json: bool, db: str | None
) -> None:
    """Compare two actors: by issue, what each said and did in order of date, with the reports that tell it.

    ACTOR is a name, a country's code, or an id. For a state its bodies and its persons count too, for an
    organisation those who hold its offices, as long as they hold them.

    Only where a report says that the two agree or differ is it marked so. All else stands side by side: what
    sounds alike need not be. "By" a date means that something was reported then and the day itself is not
    told. An issue is a topic that records share; docs/concepts.md says how they are brought together.
    """
    from dragoman.analysis import positions, sides
    from dragoman.cli import console
    from dragoman.cli.render_positions import render

    with options.store(db) as opened:
        first, second = sides.find(one, opened), sides.find(other, opened)
        sides.check_apart(first, second)
        found = positions.find(opened, first, second, about=about, since=since)
        if not found.issues:
            known = positions.find(opened, first, second).issues if about else ()
            _tell_nothing(f"{first.name} or {second.name}", about, [i.name for i in known if i.name])
    if json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
    elif found.issues:
        render(found, console.output())


def _tell_nothing(who: str, about: str | None, known: list[str]) -> None:
    on = f" about {about}" if about else ""
    there = f"; there is something about {', '.join(known[:FEW])}" if known else ""
    click.echo(f"Nothing that {who} said or did{on} is in the record{there}.", err=True)

"""`dragoman move`: carry a store over into another database."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli import options
from dragoman.cli.progress import Bar
from dragoman.errors import MissingPath

EXAMPLES = """\b
Examples:
  dragoman move record.sqlite postgresql://me@localhost/dragoman
  dragoman move postgresql://me@localhost/dragoman laptop.sqlite"""


@click.command("move", short_help="Carry a store over into another database.", epilog=EXAMPLES)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def command(*, source: str, target: str) -> int:
    """Write all that the store FROM holds into the store TO, and prove that it stands there.

    Each is a database URL or a SQLite file. Nothing may be in TO yet, and FROM stays as it is. If it fails
    before the end, TO is as it was. The exit status is 1 where something does not stand.
    """
    from dragoman.cli.console import printable
    from dragoman.upkeep import verifying

    if "://" not in source and not Path(source).exists():
        raise MissingPath(source)
    with options.store(source) as old, options.store(target, writes=True) as new:
        with Bar() as bar:
            old.carry(new, on_rows=bar.advance)
        with Bar() as bar:
            proof = verifying.verify(new, on_article=bar.advance)
        place = printable(new.url)
    for fault in proof.faults:
        click.echo(f"{fault.what} {printable(fault.id)}: {printable(fault.problem)}")
    counts = f"{proof.articles} articles, {proof.claims} claims, {proof.records} records"
    click.echo(f"{'All stands' if not proof.faults else 'Not all stands'} in {place}: {counts}.")
    return 1 if proof.faults else 0

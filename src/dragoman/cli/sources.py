"""`dragoman sources`: print what was read, what was refused and why."""

from __future__ import annotations

import click

from dragoman.cli import options

EXAMPLES = """\b
Examples:
  dragoman sources
  dragoman sources | grep refused
  dragoman sources --db summit.sqlite"""


@click.command("sources", short_help="List what was read, and what was refused and why.", epilog=EXAMPLES)
@options.database
def command(*, db: str | None) -> None:
    """List the pages: the articles that each gave, and what of it was refused and why."""
    from dragoman.cli.render_outcomes import table
    from dragoman.upkeep import rereading

    with options.store(db) as opened:
        outcomes = opened.outcomes()
        if not outcomes:
            click.echo("The store holds no pages yet; `dragoman read PATH` reads some.", err=True)
            return
        table(outcomes, opened)
        older = rereading.older(opened)
    if older:
        were = "article was" if older == 1 else "articles were"
        click.echo(f"{older} {were} read by an older engine; `dragoman reread` reads them again.", err=True)

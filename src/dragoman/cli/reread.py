"""`dragoman reread`: read stored articles again with the engine of today."""

from __future__ import annotations

import click

from dragoman.cli import options
from dragoman.cli.progress import Bar

EXAMPLES = """\b
Examples:
  dragoman reread
  dragoman reread --all --jobs 2
  dragoman reread --json > changes.json"""


@click.command("reread", short_help="Read old articles again with the engine of today.", epilog=EXAMPLES)
@click.option("--all", "every", is_flag=True, help="Read every page again, whatever has read it before, "
              "as after `dragoman actors add`.")  # fmt: skip
@options.jobs
@options.as_json
@options.database
def command(*, every: bool, jobs: int | None, json: bool, db: str | None) -> None:
    """Read the articles again that an older version of the engine has read, and print what changed.

    The pages are read from the store, which keeps their bytes. A page that was too large to keep is named on
    standard error. Judgements hold for what is read now, and events are as certain as they had to be before.
    """
    from dragoman.cli.render_changes import render
    from dragoman.upkeep import rereading

    with options.store(db, writes=True) as opened, Bar() as bar:
        run = rereading.reread(opened, every=every, on_page=bar.advance, jobs=options.processes(jobs))
    render(run, as_json=json)
